"""Where a place of the document stands on its page: the boxes of its characters.

The page's words are put in rows as `blocks` puts them, so `line` and `column` mean what they meant when the document was read. A stretch that
goes on in another row does so in its own column or cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.pages.grids import Grid, grids, split
from checker.pages.lines import cut
from checker.pages.rows import Placed, rows
from checker.pages.shape import Box, Page
from checker.pages.tables import position
from checker.place import Place


def boxes(page: Page, place: Place, length: int = 1) -> list[Box]:
    """The boxes of the characters of a place on its page, one a row. `length` is how many there are where the place does not say where
    it ends. Empty where there is no such row or column."""
    if place.line is None or place.column is None:
        return []
    found = rows(page.words)
    if not place.line <= len(found):
        return []
    frames = grids(*split(page.rules))
    first = found[place.line - 1]
    last_line = place.end_line or place.line
    if last_line == place.line:
        return _box(first, place.column, place.end_column or place.column + length)
    if not place.line < last_line <= len(found) or place.end_column is None:
        return _box(first, place.column, place.column + 1)
    begin, last = _at(first, place.column), _at(found[last_line - 1], place.end_column - 1)
    if begin is None or last is None:
        return []
    here, there = _neighbours(first, begin, frames), _neighbours(found[last_line - 1], last, frames)
    return [*_box(first, place.column, here[-1].end), *_box(found[last_line - 1], there[0].column, place.end_column)]


def _box(row: Sequence[Placed], begin: int, end: int) -> list[Box]:
    """The box of the characters of a row from one column to another."""
    inside = [placed for placed in row if placed.column < end and begin < placed.end]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    left = first.word.edges[max(0, begin - first.column)]
    right = last.word.edges[min(end, last.end) - last.column]
    return [Box(left, min(p.word.top for p in inside), right, max(p.word.bottom for p in inside))]


def _at(row: Sequence[Placed], column: int) -> Placed | None:
    """The word that stands at a column."""
    return next((placed for placed in row if placed.column <= column < placed.end), None)


def _neighbours(row: Sequence[Placed], here: Placed, frames: Sequence[Grid]) -> Sequence[Placed]:
    """The words that are read together with one: of its cell, or of its part of the row."""
    for grid in frames:
        at = position(grid, here)
        if at is not None:
            return [placed for placed in row if (other := position(grid, placed)) is not None and grid.owner[other] == grid.owner[at]]
    return next(part for part in cut(row) if here in part)
