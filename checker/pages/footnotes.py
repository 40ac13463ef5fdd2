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
    tail, small = _tail(sheet), _small(sheet)
    for stroke in sheet.strokes:
        below = next((index for index, row in tail if row[0].box.bottom > stroke), 0)
        if not below or stroke < _LOWER * sheet.height:
            continue
        first = dict(tail)[below][0]
        if _mark(first, _referred(sheet, below)) or (going_on and first.em < small):
            return below
    begin = None
    for index, row in reversed(tail):
        raised = bool(_mark(row[0]))
        if not index or not (raised or row[0].em < small):
            break
        begin = index if raised else begin
    return begin


def _tail(sheet: Sheet) -> list[tuple[int, Row]]:
    """The rows behind the last table, each with its index."""
    found: list[tuple[int, Row]] = []
    for index in range(len(sheet.items) - 1, -1, -1):
        item = sheet.items[index]
        if isinstance(item, Sketch):
            break
        found.append((index, item))
    return found[::-1]


def _small(sheet: Sheet) -> float:
    """The size below which type is smaller than the text of the page."""
    sizes = sorted(line.em for row in sheet.rows for line in row)
    return _SMALLER * sizes[len(sizes) // 2] if sizes else 0.0


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
