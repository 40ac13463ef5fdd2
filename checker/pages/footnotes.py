"""Notes at the foot of a page: below a short line, or set smaller than the text, each beginning with a raised mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.pages.lines import Line
from checker.pages.sheets import Row, Sheet
from checker.pages.tables import Sketch

_SMALLER = 0.93
_LOWER = 0.4


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
    return Footed(sheet._replace(items=sheet.items[:begin]), tuple(_notes(lines)))


def mark(line: Line) -> str:
    """The raised mark that a line begins with."""
    return line.raised[0].sign.value if line.raised and not line.value[: line.raised[0].offset].strip() else ""


def _begin(sheet: Sheet, going_on: bool) -> int | None:
    """The index of the first row of notes."""
    tail = _rows_at_end(sheet)
    for stroke in sheet.strokes:
        below = [index for index in tail if _height(sheet.items[index]) > stroke]
        if not below or stroke < _LOWER * sheet.height or below[0] == 0:
            continue
        first = sheet.items[below[0]]
        if not isinstance(first, Sketch) and (mark(first[0]) or (going_on and _is_small(first[0], sheet))):
            return below[0]
    small = [i for i in tail if not isinstance(item := sheet.items[i], Sketch) and (_is_small(item[0], sheet) or mark(item[0]))]
    run = [i for i in small if all(j in small for j in range(i, len(sheet.items)))]
    return next((i for i in run if i and not isinstance(item := sheet.items[i], Sketch) and mark(item[0])), None)


def _rows_at_end(sheet: Sheet) -> list[int]:
    """The rows behind the last table."""
    last = max((index for index, item in enumerate(sheet.items) if isinstance(item, Sketch)), default=-1)
    return list(range(last + 1, len(sheet.items)))


def _height(item: Row | Sketch) -> float:
    return item.box.bottom if isinstance(item, Sketch) else item[0].box.bottom


def _is_small(line: Line, sheet: Sheet) -> bool:
    """Is it set smaller than the text of its page?"""
    sizes = sorted(other.em for row in sheet.rows for other in row)
    return line.em < _SMALLER * sizes[-max(1, len(sizes) // 2)]


def _notes(lines: Sequence[Line]) -> list[Note]:
    notes: list[Note] = []
    for line in lines:
        sign = mark(line)
        if sign:
            notes.append(Note(sign, (line._replace(raised=line.raised[1:]),)))
        elif notes:
            notes[-1] = notes[-1]._replace(lines=(*notes[-1].lines, line))
        else:
            notes.append(Note("", (line,)))
    return notes
