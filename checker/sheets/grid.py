"""What a sheet shows, cell by cell → `SheetCells`: addresses, merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.document import Cell, Stored
from checker.place import Place, cell_address
from checker.sheets.blocks import SheetCells
from checker.text import Text

_MOST_COVERED = 500_000


class Shown(NamedTuple):
    """What a cell shows, and what it keeps behind that."""

    text: str
    stored: Stored | None = None


class Merged(NamedTuple):
    """Rows and columns that a merged cell covers, counted from 0; the ends are exclusive."""

    top: int
    bottom: int
    left: int
    right: int


Rows = Sequence[Mapping[int, Shown]]
"""The cells of each row by column, counted from 0; those that show nothing are left out."""


def sheet_cells(rows: Rows, merged: Iterable[Merged], name: str, path: str) -> SheetCells:
    """The sheet as `blocks` takes it."""
    areas = _by_row(merged, len(rows))
    filled = [sum(1 << column for column, shown in row.items() if shown.text.strip()) for row in rows]
    covered = {row: _bits(row, found) for row, found in areas.items()}
    below = {row: _bits(row, [area for area in found if area.top < row]) for row, found in areas.items()}

    def cell(row: int, column: int) -> Cell:
        for area in areas.get(row, ()):
            if area.left <= column < area.right and (row, column) != (area.top, area.left):
                return Cell(_text(area.top, area.left), merged=True)
        shown = rows[row].get(column)
        return Cell(_text(row, column), stored=shown.stored if shown else None)

    def _text(row: int, column: int) -> Text:
        shown = rows[row].get(column)
        value = " ".join(shown.text.splitlines()) if shown else ""
        return Text.at(value, Place(file=path, part="body", sheet=name, cell=cell_address(row + 1, column + 1), offset=1)).strip()

    return SheetCells(filled, cell, name, covered, below)


def _by_row(merged: Iterable[Merged], height: int) -> dict[int, list[Merged]]:
    found: dict[int, list[Merged]] = {}
    count = 0
    for area in merged:
        for row in range(area.top, min(area.bottom, height)):
            count += 1
            if count > _MOST_COVERED:
                return found
            found.setdefault(row, []).append(area)
    return found


def _bits(row: int, areas: Iterable[Merged]) -> int:
    bits = 0
    for area in areas:
        bits |= (1 << area.right) - (1 << area.left)
        bits &= ~(1 << area.left) if row == area.top else -1
    return bits
