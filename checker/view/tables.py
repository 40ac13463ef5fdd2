"""A table with its merged cells. Of a very long one, only the rows around findings."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

from checker import document
from checker.place import Place, grid_address
from checker.recognise.grid import Grid
from checker.recognise.naming import cell_names
from checker.view.shape import Cell, CellKind, Row, Table, Words

_AT_ENDS, _NEAR = 12, 2
_COVERED = (0, 0)
_KINDS: Mapping[str, CellKind] = {"label": "label", "number": "number"}

Address = tuple[str, int]
"""A sheet or a table's path, and a row of it; without either, the line."""
Rows = Mapping[int, Sequence[document.Cell]]
Spans = dict[tuple[int, int], tuple[int, int]]
Spoken = Callable[[int, int], Words]


def address(place: Place) -> Address | None:
    """The row of a table in which a place is."""
    if place.sheet and place.cell:
        return place.sheet, grid_address(place.cell)[0]
    if place.table and place.row:
        return place.table, place.row
    return ("", place.line) if place.line else None


def page_of(place: Place) -> int | None:
    """The page of a place; none in a workbook, whose sheets are counted like pages."""
    return None if place.sheet else place.page


def rows_around(grid: Grid, spoken_of: frozenset[Address]) -> Sequence[int]:
    """Of a table that is too long to be shown, the rows at both ends and around what findings speak of."""
    rows = grid.table.rows
    kept = {*range(grid.header_rows + _AT_ENDS), *range(len(rows) - _AT_ENDS, len(rows))}
    for index, row in enumerate(rows):
        if row and address(row[0].text.place(0)) in spoken_of:
            kept.update(range(index - _NEAR, index + _NEAR + 1))
    return sorted(index for index in kept if 0 <= index < len(rows))


def table_of(grid: Grid, kept: Sequence[int], spoken: Spoken) -> Table:
    """The table as it is shown; `spoken` gives the words of a cell."""
    rows = {index: grid.table.rows[index] for index in kept}
    first = next((row[0].text.place(0) for row in rows.values() if row), Place())
    return Table(
        rows=tuple(_with_gaps(grid, rows, spoken)),
        path=grid.table.path,
        headers=sum(index < grid.header_rows for index in kept),
        columns=max((len(row) for row in rows.values()), default=0),
        first=grid_address(first.cell)[1] if first.cell else None,
        sheet=grid.table.sheet,
        part=grid.table.part,
        page=page_of(first),
        line=first.line,
    )


def _with_gaps(grid: Grid, rows: Rows, spoken: Spoken) -> Iterator[Row]:
    kinds = {column.index: column.kind for column in grid.columns}
    spans = _spans(rows)
    following, page = 0, None
    for index, cells in rows.items():
        if index > following:
            yield Row(left_out=index - following)
        head = index < grid.header_rows
        shown = tuple(
            _cell(grid, index, column, spoken(index, column), "head" if head else _KINDS.get(kinds.get(column, ""), "text"), spans)
            for column in range(len(cells))
            if (index, column) not in spans or spans[index, column] != _COVERED
        )
        place = cells[0].text.place(0) if cells else Place()
        number = grid_address(place.cell)[0] if place.cell else None
        here = page_of(place)
        yield Row(shown, page=None if here == page else here, line=place.line, number=number)
        following, page = index + 1, here
    if following < len(grid.table.rows):
        yield Row(left_out=len(grid.table.rows) - following)


def _cell(grid: Grid, row: int, column: int, words: Words, kind: CellKind, spans: Spans) -> Cell:
    across, down = spans.get((row, column), (1, 1))
    names = cell_names(grid, grid.rows[row - grid.header_rows], column) if words.marks and kind != "head" else {}
    return Cell(words, kind, across, down, **names)


def _spans(rows: Rows) -> Spans:
    """How many columns and rows each merged cell covers; _COVERED where another one does."""
    spans: Spans = {}
    for index, row in rows.items():
        for column, cell in enumerate(row):
            if (index, column) in spans:
                continue
            across, down = 1, 1
            while _carries_on(row, column + across, cell):
                across += 1
            while all(_carries_on(rows.get(index + down, ()), place, cell) for place in range(column, column + across)):
                down += 1
            if (across, down) != (1, 1):
                covered = itertools.product(range(index, index + down), range(column, column + across))
                spans.update(dict.fromkeys(covered, _COVERED))
                spans[index, column] = across, down
    return spans


def _carries_on(row: Sequence[document.Cell], column: int, cell: document.Cell) -> bool:
    """Is the cell of that column the same cell of the file?"""
    if column >= len(row) or not row[column].merged:
        return False
    other = row[column].text
    return other is cell.text or (other.value == cell.text.value and other.place(0) == cell.text.place(0))
