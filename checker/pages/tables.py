"""Ruled grids and the words in them → tables; the parts of a table that goes on over the page → one.

A cell's text is that of its lines. A table goes on where the next page begins with a grid of the same columns. Rows that repeat its head are
dropped, and a row that the page break has cut in two is put together again: what it has on the second page goes on in the middle of a
sentence in cells that had no room for another word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.document import Cell, Table
from checker.pages.flow import flow
from checker.pages.grids import Grid
from checker.pages.lines import Line, line
from checker.pages.rows import Placed
from checker.pages.shape import Box
from checker.place import Place
from checker.text import Text

_SAME_EDGE = 4.0
_PADDING = 11.0
_BLANK = 0.25
_MIDDLE = 0.4
_MOST_HEADS = 6
_NUMBER = re.compile(r"[-+(]?\d[\d.,\s]*[%)]?\Z")
_FINISHED = re.compile(r"[.;:!?…]\s*\Z")


class Slot(NamedTuple):
    """A position of a table: the lines of the cell that covers it; `first`: it is the first one of that cell."""

    lines: tuple[Line, ...]
    first: bool = True

    @property
    def value(self) -> str:
        return " ".join(line.value for line in self.lines)


class Sketch(NamedTuple):
    """A table as it is drawn on one page, or on several."""

    page: int
    box: Box
    xs: tuple[float, ...]
    rows: tuple[tuple[Slot, ...], ...]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(bool(slot.lines) and slot.first for row in self.rows for slot in row)


def position(grid: Grid, placed: Placed) -> int | None:
    """The position of a grid that a word stands in."""
    word = placed.word
    x, y = (word.x0 + word.x1) / 2, word.bottom - _MIDDLE * word.em
    if not (grid.xs[0] <= x < grid.xs[-1] and grid.ys[0] <= y < grid.ys[-1]):
        return None
    return (bisect_right(grid.ys, y) - 1) * grid.columns + bisect_right(grid.xs, x) - 1


def sketch(grid: Grid, words: Iterable[tuple[int, Placed]], place: Place) -> Sketch:
    """The table of a grid, with the words at their positions."""
    inside: dict[int, dict[int, list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for at, placed in words:
        inside[grid.owner[at]][placed.line].append(placed)
    lines = {owner: tuple(line(found[number], place) for number in sorted(found)) for owner, found in inside.items()}
    slots = [Slot(lines.get(owner, ()), owner == at) for at, owner in enumerate(grid.owner)]
    rows = tuple(tuple(slots[begin : begin + grid.columns]) for begin in range(0, len(slots), grid.columns))
    return Sketch(place.page or 0, grid.box, grid.xs, rows)


def continued(table: Sketch, following: Sketch) -> Sketch | None:
    """The two as one table; None where the second is a table of its own."""
    if len(table.xs) != len(following.xs):
        return None
    shift = following.xs[0] - table.xs[0]
    if any(abs(a + shift - b) > _SAME_EDGE for a, b in zip(table.xs, following.xs, strict=True)):
        return None
    rows = list(following.rows[_repeated(table.rows, following.rows) :])
    head = list(table.rows)
    if rows and _is_cut(head[-1], rows[0], table.xs):
        head[-1] = tuple(_put_together(a, b) for a, b in zip(head[-1], rows[0], strict=True))
        rows = rows[1:]
    return table._replace(page=following.page, rows=(*head, *rows))


def table(sketch: Sketch, path: str, place: Place, marks: Mapping[str, str]) -> Table:
    """The table as the document has it."""
    made: dict[tuple[Line, ...], tuple[Text, tuple[tuple[int, str], ...]]] = {}
    rows: list[tuple[Cell, ...]] = []
    for number, row in enumerate(sketch.rows, 1):
        cells: list[Cell] = []
        for col, slot in enumerate(row, 1):
            if not slot.first and slot.lines in made:
                cells.append(Cell(made[slot.lines][0], merged=True))
                continue
            text, notes = flow(slot.lines, marks, _width(sketch, number - 1, col - 1))
            here = text if slot.lines else Text.at("", place)
            made[slot.lines] = (here.within(table=path, row=number, col=col), notes)
            cells.append(Cell(made[slot.lines][0], merged=not slot.first, notes=notes))
        rows.append(tuple(cells))
    return Table(tuple(rows), path)


def _width(sketch: Sketch, row: int, col: int) -> float:
    """The width of a cell, its merged columns counted."""
    end = col + 1
    while end < len(sketch.rows[row]) and not sketch.rows[row][end].first and sketch.rows[row][end].lines == sketch.rows[row][col].lines:
        end += 1
    return sketch.xs[end] - sketch.xs[col]


def _repeated(rows: Sequence[tuple[Slot, ...]], following: Sequence[tuple[Slot, ...]]) -> int:
    """How many rows at the top repeat the table's own first ones."""
    count = 0
    for mine, other in zip(rows[:_MOST_HEADS], following, strict=False):
        if [slot.value for slot in mine] != [slot.value for slot in other] or not any(slot.value for slot in mine):
            break
        count += 1
    return count


def _is_cut(before: Sequence[Slot], after: Sequence[Slot], xs: Sequence[float]) -> bool:
    """Is a row the rest of the row before it? Whatever it fills goes on there in the middle of a sentence."""
    pairs = [(a, b, xs[index + 1] - xs[index]) for index, (a, b) in enumerate(zip(before, after, strict=True)) if b.lines and b.first]
    if any(not a.lines or (_NUMBER.match(a.value) and _NUMBER.match(b.value)) for a, b, _ in pairs):
        return False
    return bool(pairs) and all(_has_no_room(a, b, width) for a, b, width in pairs)


def _has_no_room(before: Slot, after: Slot, width: float) -> bool:
    """Had the last line of a cell no room for the first word that follows, in the middle of a sentence?"""
    last, first = before.lines[-1], after.lines[0]
    room = width - _PADDING - (last.box.x1 - last.box.x0)
    return first.first + _BLANK * last.em > room - _BLANK * last.em and not _FINISHED.search(last.value)


def _put_together(before: Slot, after: Slot) -> Slot:
    return before._replace(lines=(*before.lines, *after.lines)) if after.lines else before
