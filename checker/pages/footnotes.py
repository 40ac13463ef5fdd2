"""Notes at the foot of a page: below a short line, or set smaller than the text, each beginning with its mark.

The mark is raised; below a line it may be plain, if the same sign is raised somewhere in the text above.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from checker.pages.lines import Line
from checker.pages.sheets import Row, Sheet
from checker.pages.tables import Sketch

_SMALLER = 0.93
_LOWER = 0.4
_PLAIN = re.compile(r"(\d{1,3}|[*†‡]{1,3}|[a-z])(?=\W)")


class Note(NamedTuple):
    """A note: its mark, empty where it goes on from the page before, and its lines."""

    mark: str
    lines: tuple[Line, ...]


class Footed(NamedTuple):
    """A sheet without its notes, and these."""

    sheet: Sheet
    notes: tuple[Note, ...]


def footed(sheet: Sheet, going_on: bool) -> Footed:
    """Sets the notes of a page apart. `going_on`: there were notes on the page before, the last of which may go on here."""
    begin = _begin(sheet, going_on)
    if begin is None:
        return Footed(sheet, ())
    lines = [line for item in sheet.items[begin:] if not isinstance(item, Sketch) for line in item]
    return Footed(sheet._replace(items=sheet.items[:begin]), tuple(_notes(lines, _referred(sheet, begin))))


def _begin(sheet: Sheet, going_on: bool) -> int | None:
    """The index of the first row of notes."""
    tail = _rows_at_end(sheet)
    for stroke in sheet.strokes:
        below = [index for index in tail if _bottom(sheet.items[index]) > stroke]
        if not below or stroke < _LOWER * sheet.height or below[0] == 0:
            continue
        first = sheet.items[below[0]]
        if not isinstance(first, Sketch) and (_mark(first[0], _referred(sheet, below[0])) or (going_on and _is_small(first[0], sheet))):
            return below[0]
    small = [
        index for index in tail if not isinstance(item := sheet.items[index], Sketch) and (_is_small(item[0], sheet) or _mark(item[0]))
    ]
    run = [index for index in small if all(later in small for later in range(index, len(sheet.items)))]
    return next((index for index in run if index and not isinstance(item := sheet.items[index], Sketch) and _mark(item[0])), None)


def _mark(line: Line, referred: Collection[str] = ()) -> str:
    """The mark that a line begins with: a raised sign, or one that the text refers to."""
    if line.raised and not line.value[: line.raised[0].offset].strip():
        return line.raised[0].sign.value
    plain = _PLAIN.match(line.value)
    return plain[1] if plain and plain[1] in referred else ""


def _referred(sheet: Sheet, begin: int) -> frozenset[str]:
    """The raised signs above the notes."""
    rows = [item for item in sheet.items[:begin] if not isinstance(item, Sketch)]
    cells = [slot.lines for item in sheet.items[:begin] if isinstance(item, Sketch) for row in item.rows for slot in row]
    return frozenset(raised.sign.value for lines in (*rows, *cells) for line in lines for raised in line.raised)


def _rows_at_end(sheet: Sheet) -> list[int]:
    """The rows behind the last table."""
    last = max((index for index, item in enumerate(sheet.items) if isinstance(item, Sketch)), default=-1)
    return list(range(last + 1, len(sheet.items)))


def _bottom(item: Row | Sketch) -> float:
    return item.box.bottom if isinstance(item, Sketch) else item[0].box.bottom


def _is_small(line: Line, sheet: Sheet) -> bool:
    """Is it set smaller than the text of its page?"""
    sizes = sorted(other.em for row in sheet.rows for other in row)
    return line.em < _SMALLER * sizes[-max(1, len(sizes) // 2)]


def _notes(lines: Sequence[Line], referred: Collection[str]) -> list[Note]:
    notes: list[Note] = []
    for line in lines:
        sign = _mark(line, referred)
        if sign:
            notes.append(Note(sign, (_without_mark(line, sign),)))
        elif notes:
            notes[-1] = notes[-1]._replace(lines=(*notes[-1].lines, line))
        else:
            notes.append(Note("", (line,)))
    return notes


def _without_mark(line: Line, sign: str) -> Line:
    if line.raised and not line.value[: line.raised[0].offset].strip():
        return line._replace(raised=line.raised[1:])
    behind = tuple(raised._replace(offset=raised.offset - len(sign)) for raised in line.raised)
    return line._replace(text=line.text.cut(len(sign)), raised=behind)
