"""The grid of a `table:table`: rows and columns that are repeated, cells that cover others, header rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.flow.grid import Given, Grid
from checker.flow.tables import Layout, laid_out
from checker.readers import MOST_COLUMNS
from checker.readers.odt.names import TABLE, names, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW, _CELL, _COVERED, _HEADERS = (TABLE + n for n in ("table-row", "table-cell", "covered-table-cell", "table-header-rows"))
_GROUPS = names(TABLE, "table-rows table-row-group table-header-rows")
_MOST_REPEATED = 1_000


def layout(table: _Element, room: int) -> Layout[_Element]:
    """The grid of a table; `room` is how many positions may be left that no cell fills."""
    grid: Grid[_Element] = Grid(MOST_COLUMNS, room)
    count = headers = 0
    for row, is_header in _rows(table):
        if row.get(TABLE + "visibility", "visible") != "visible":
            continue
        for _ in range(_times(row, "number-rows-repeated")):
            if grid.is_full:
                break
            grid.add(_given(row))
            count += 1
            headers += is_header and headers == count - 1
    return laid_out(grid, headers)


def _rows(table: _Element) -> Iterator[tuple[_Element, bool]]:
    """The rows, those in groups too, each with whether it is a header."""
    open_ = [(iter(table), False)]
    while open_:
        children, is_header = open_[-1]
        child = next(children, None)
        if child is None:
            open_.pop()
        elif child.tag == _ROW:
            yield child, is_header
        elif child.tag in _GROUPS:
            open_.append((iter(child), is_header or child.tag == _HEADERS))


def _given(row: _Element) -> Iterator[Given[_Element]]:
    covered: Given[_Element] = Given(None)
    for cell in row:
        times = _times(cell, "number-columns-repeated")
        if cell.tag == _COVERED:
            yield from [covered] * times
        elif cell.tag == _CELL:
            across, down = (number(cell.get(TABLE + f"number-{lines}-spanned"), 1) for lines in ("columns", "rows"))
            yield from [Given(cell, across, down)] * times


def _times(element: _Element, attribute: str) -> int:
    return min(max(1, number(element.get(TABLE + attribute), 1)), _MOST_REPEATED)
