"""The grid of a `table`, and which tables only lay out the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from checker.flow.grid import Given, Grid
from checker.flow.tables import Layout, laid_out
from checker.readers import MOST_COLUMNS
from checker.readers.html.tree import HEADINGS, is_shown, name

if TYPE_CHECKING:
    from lxml.etree import _Element

_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_PRESENTATION = ("presentation", "none")
_MOST_SPAN = 65_534


def layout(table: _Element, room: int) -> Layout[_Element]:
    """The grid of a table; `room` is how many positions may be left that no cell fills."""
    grid: Grid[_Element] = Grid(MOST_COLUMNS, room)
    is_header: list[bool] = []
    for group in _groups(table):
        for row in group.rows:
            if grid.is_full:
                break
            cells = list(_cells(row))
            grid.add(Given(cell, _span(cell, "colspan"), _span(cell, "rowspan")) for cell in cells)
            is_header.append(group.is_head or (bool(cells) and all(name(cell) == "th" for cell in cells)))
        grid.end_group()
    return laid_out(grid, sum(1 for _ in takewhile(bool, is_header)))


def is_layout(table: _Element) -> bool:
    """Does it only lay out the page?"""
    if (table.get("role") or "").lower() in _PRESENTATION:
        return True
    cells = [cell for group in _groups(table) for row in group.rows for cell in _cells(row)]
    if len(cells) <= 1:
        return True
    headed = any(name(child) in ("thead", "caption") for child in table) or any(name(cell) == "th" for cell in cells)
    return not headed and any(name(inner) in HEADINGS or name(inner) == "table" for cell in cells for inner in cell.iterdescendants())


class _Group(NamedTuple):
    rows: list[_Element]
    is_head: bool


def _groups(table: _Element) -> Iterator[_Group]:
    """The groups of rows, in the order in which they are shown: the foot comes last wherever it stands."""
    groups: dict[str, list[_Group]] = {"thead": [], "tbody": [], "tfoot": []}
    loose: list[_Element] = []
    for child in table:
        tag = name(child)
        if tag == "tr" and is_shown(child):
            loose.append(child)
        elif tag in _GROUPS and is_shown(child):
            groups["tbody"] += [_Group(loose, False)] if loose else []
            loose = []
            groups[tag].append(_Group([row for row in child if name(row) == "tr" and is_shown(row)], tag == "thead"))
    groups["tbody"] += [_Group(loose, False)] if loose else []
    return (group for tag in _GROUPS for group in groups[tag])


def _cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row if name(cell) in _CELLS and is_shown(cell))


def _span(cell: _Element, attribute: str) -> int:
    """How many rows or columns a cell covers; 0 rows are all that are left of its group."""
    value = (cell.get(attribute) or "").strip()
    if not value.isascii() or not value.isdigit():
        return 1
    return min(int(value[:6]), _MOST_SPAN) or (_MOST_SPAN if attribute == "rowspan" else 1)
