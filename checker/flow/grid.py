"""Cells that span columns and rows → a grid: which cell stands at each position.

A few bytes can claim a million columns, or make every row as wide as the widest. So positions that no cell of the file fills are
counted, and the table ends with the row in which there are too many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from checker.document import Cell

MOST_EMPTY = 500_000
Of = TypeVar("Of")
Rows = tuple[tuple[Cell, ...], ...]


class Given(NamedTuple, Generic[Of]):
    """A cell as the file gives it, and the columns and rows that it covers. Without a cell: what another one covers here."""

    cell: Of | None
    across: int = 1
    down: int = 1


class Slot(NamedTuple, Generic[Of]):
    """A grid position: the cell shown there, and whether it is the first of those that the cell covers."""

    cell: Of | None
    first: bool


class Grid(Generic[Of]):
    """Rows of slots, filled from the top. `widest` is the most columns; `room` how many positions may be left that no cell fills.
    `is_wide`: there were more columns. `is_full`: there were more rows."""

    def __init__(self, widest: int, room: int = MOST_EMPTY) -> None:
        self.widest = widest
        self.room = room
        self.is_wide = self.is_full = False
        self._rows: list[list[Slot[Of]]] = []
        self._seen: set[Of] = set()
        self._down: dict[int, tuple[Of, int]] = {}

    def add(self, cells: Iterable[Given[Of]]) -> None:
        """The next row."""
        row: list[Slot[Of]] = []
        filled = spread = 0
        for given in cells:
            if len(row) >= self.widest:
                self.is_wide = True
                break
            if given.cell is None and spread:
                spread -= 1
            elif given.cell is None:
                row.append(self._taken(len(row)) if len(row) in self._down else Slot(None, True))
            else:
                spread = self._place(given, row)
                filled += given.cell not in self._seen
                self._seen.add(given.cell)
        while self._down and len(row) <= max(self._down):
            row.append(self._taken(len(row)) if len(row) in self._down else Slot(None, True))
        self._keep(row, len(row) - filled)

    def end_group(self) -> None:
        """No cell goes on downwards from here."""
        self._down.clear()

    def rows(self) -> list[list[Slot[Of]]]:
        """Every row as wide as the widest."""
        width = max((len(row) for row in self._rows), default=0)
        for number, row in enumerate(self._rows):
            if width - len(row) > self.room:
                self.is_full = True
                return self._rows[:number]
            self.room -= width - len(row)
            row += [Slot(None, True)] * (width - len(row))
        return self._rows if width else []

    def _keep(self, row: list[Slot[Of]], empty: int) -> None:
        if self.is_full or empty > self.room:
            self.is_full = True
        else:
            self.room -= empty
            self._rows.append(row)

    def _place(self, given: Given[Of], row: list[Slot[Of]]) -> int:
        """Puts a cell on the next free columns; how many it covers besides its first."""
        while len(row) in self._down:
            row.append(self._taken(len(row)))
        column, across = len(row), max(1, given.across)
        free = next((c for c in range(column, min(column + across, self.widest)) if c in self._down), self.widest) - column
        self.is_wide = self.is_wide or column + across > self.widest
        if given.cell is None or free <= 0:
            return 0
        across = min(across, free)
        row += [Slot(given.cell, True), *[Slot(given.cell, False)] * (across - 1)]
        if given.down > 1:
            self._down.update(dict.fromkeys(range(column, column + across), (given.cell, given.down - 1)))
        return across - 1

    def _taken(self, column: int) -> Slot[Of]:
        cell, rows = self._down.pop(column)
        if rows > 1:
            self._down[column] = (cell, rows - 1)
        return Slot(cell, False)


def filled(rows: list[list[Slot[Of]]], cell: Callable[[Of, int, int], Cell], nothing: Callable[[int], Cell]) -> Rows:
    """The cells of a grid. `cell` makes one, given its row and column from 1; `nothing` one of a row's positions without any.
    A cell that is repeated is made once."""
    made: dict[Of, Cell] = {}
    covered: dict[Of, Cell] = {}
    out: list[tuple[Cell, ...]] = []
    for number, slots in enumerate(rows, 1):
        empty = nothing(number)
        row: list[Cell] = []
        for column, slot in enumerate(slots, 1):
            if slot.cell is None:
                row.append(empty)
                continue
            if slot.cell not in made:
                made[slot.cell] = cell(slot.cell, number, column)
                covered[slot.cell] = Cell(made[slot.cell].text, merged=True)
            row.append((made if slot.first else covered)[slot.cell])
        out.append(tuple(row))
    return tuple(out)
