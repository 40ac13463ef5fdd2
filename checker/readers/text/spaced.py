"""Rows whose columns are set apart by runs of blanks, as terminals and old programs print tables.

    Chỉ tiêu         2010    2011
    Tổng số hộ       1.204   1.380
    Số hộ nghèo        230     198

Taken for a table only where it is certain: three lines or more, one below the other, of as many cells each; two numbers or
more in each line but the first, which may be the head, and in the same columns of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.readers.text.lines import Line

GAP = re.compile(r"[ \u00a0]{2,}")
_NUMBER = re.compile(r"[-+(]?\d[\d.,]{0,30}\s?%?\)?\Z|[-–]\Z")
_LETTER = re.compile(r"[^\W\d_]")
_ROWS, _CELLS, _NUMBERS = 3, 3, 2


def mark_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that are such rows of kind "spaces", the first of each table of kind "head"."""
    out = list(lines)
    index = 0
    while index < len(out):
        end = _end(out, index)
        if end > index:
            out[index:end] = [line._replace(kind="spaces" if i else "head") for i, line in enumerate(out[index:end])]
        index = max(end, index + 1)
    return out


def _end(lines: Sequence[Line], begin: int) -> int:
    """Behind the table that begins here; `begin` where none does."""
    head = _cells(lines[begin])
    shape = _shape(_cells(lines[begin + 1])) if len(head) > 1 and begin + 1 < len(lines) else None
    if shape is None or (len(head) != len(shape) and not (len(head) == len(shape) - 1 and lines[begin].raw[:1] == " ")):
        return begin
    if _shape(head) not in (None, shape):
        return begin
    end = begin + 1
    while end < len(lines) and _shape(_cells(lines[end])) == shape:
        end += 1
    return end if end - begin >= _ROWS else begin


def _cells(line: Line) -> list[str]:
    return GAP.split(line.raw.strip()) if line.kind == "text" and "  " in line.raw.strip() else []


def _shape(cells: Sequence[str]) -> tuple[bool, ...] | None:
    """Which cells of a row of data are numbers; None where it is none."""
    numbers = tuple(_NUMBER.match(cell) is not None for cell in cells)
    if len(cells) < _CELLS or sum(numbers[1:]) < _NUMBERS or not any(_LETTER.search(cell) for cell in cells):
        return None
    return numbers
