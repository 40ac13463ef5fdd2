"""Which figures took part in a check.

A figure is told from others by the place where it stands. Those of long tables are not kept: a byte for each cell says whether it holds
a figure, and whether that took part in a check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.claim import Held
from checker.figure import Figure, Run, Written
from checker.place import Place, Spot
from checker.recognise.grid import Grid
from checker.recognise.grid.long import LongTable
from checker.recognise.reading import Reading
from checker.report import Check, Coverage

_FIGURE, _TAKEN = 1, 2
_MOST_LISTED = 1_000


Key = tuple[int, str]
"""A table of the file, by its volume and path: a long table may be of several, one behind the other."""


class Marks:
    """What is known of the cells of one long table, by the table of the file that they stand in, row and column. `words` counts the
    figures in cells of words."""

    def __init__(self, table: LongTable) -> None:
        self.table = table
        self.words = 0
        self._width = len(table.proof.columns) + 1
        self._cells: dict[Key, bytearray] = {}
        self._begins: dict[Key, int] = {}

    def found(self, grid: Grid, first: int) -> None:
        """The figures of some rows, the first of which has that index in the whole."""
        for number, row in enumerate(grid.rows, first):
            for figure in row.figures.values():
                place = figure.place
                if place.row and place.col:
                    self._begins.setdefault(key_of(place), number - place.row)
                    at = place.row * self._width + place.col
                    cells = self._cells.setdefault(key_of(place), bytearray())
                    if at >= len(cells):
                        cells.extend(bytes(at + 1 - len(cells)))
                    cells[at] = max(cells[at], _FIGURE)

    def take(self, written: Written) -> None:
        """It took part in a check."""
        place = written.place
        if isinstance(written, Run):
            for table, first, last, column in written.spans:
                for row in range(first, last + 1):
                    self._take((place.volume or 1, table), row, column)
        elif place.row and place.col:
            self._take(key_of(place), place.row, place.col)

    def hold(self, held: Held) -> None:
        for row, column in held.cells:
            self._take(key_of(held.place), row, column)

    def _take(self, table: Key, row: int, column: int) -> None:
        cells, at = self._cells.get(table), row * self._width + column
        if cells is not None and 0 <= at < len(cells) and cells[at]:
            cells[at] = _TAKEN

    @property
    def tables(self) -> Iterable[Key]:
        return self._cells.keys()

    @property
    def figures(self) -> int:
        return self.words + sum(len(cells) - cells.count(0) for cells in self._cells.values())

    @property
    def checked(self) -> int:
        return sum(cells.count(_TAKEN) for cells in self._cells.values())

    def unchecked(self, most: int) -> Iterator[Figure]:
        """The first figures in no check, read anew."""
        rows = self.table.whole.rows
        for table, cells in self._cells.items():
            at = cells.find(_FIGURE)
            while at >= 0 and most > 0:
                row, column = divmod(at, self._width)
                figure = rows[self._begins[table] + row].figures.get(column - 1)
                if figure is not None:
                    most -= 1
                    yield figure
                at = cells.find(_FIGURE, at + 1)


def coverage(reading: Reading, checks: Iterable[Check], marked: Sequence[Marks] = ()) -> Coverage:
    """How many figures took part in one of these checks, and which did not."""
    taken: set[Spot] = set()
    of_table = {table: marks for marks in marked for table in marks.tables}
    for check in checks:
        for _, written in check.figures:
            marks = of_table.get(key_of(written.place))
            if marks is not None:
                marks.take(written)
            taken.add(written.place.spot)
    figures = {figure.place.spot: figure for figure in reading.without_long.figures}
    unchecked = [figure for spot, figure in figures.items() if spot not in taken]
    found, checked, unlisted = len(figures), len(figures) - len(unchecked), 0
    for marks in marked:
        listed = list(marks.unchecked(_MOST_LISTED))
        found, checked = found + marks.figures, checked + marks.checked
        unlisted += marks.figures - marks.checked - len(listed)
        unchecked += listed
    return Coverage(found, checked, tuple(sorted(unchecked, key=lambda figure: figure.place.order)), unlisted)


def key_of(place: Place) -> Key:
    return place.volume or 1, place.table or ""
