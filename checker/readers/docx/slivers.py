"""Columns of a grid in which no text fits: the edges of two rows that miss each other by a hair make them.

Where one row's edge was dragged, or a converter rounded, every cell that crosses the hair spans two columns, and what stands above one another
is counted as different columns. Such a column is taken out, unless a cell stands in it alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.flow.grid import Slot
from checker.readers.docx.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_MILLIMETRE = 57
_MOST = 16
_WIDTH = W + "w"


def without_slivers(table: _Element, rows: list[list[Slot[_Element]]]) -> list[list[Slot[_Element]]]:
    """The rows, every one as wide as the others, without such columns."""
    grid = table.find(W + "tblGrid")
    widths = [column.get(_WIDTH) or "" for column in grid] if grid is not None else []
    narrow = [number for number, width in enumerate(widths) if _is_narrow(width)]
    for column in reversed(narrow[:_MOST]):
        if all(_is_crossed(row, column) for row in rows):
            rows = [_without(row, column) for row in rows]
    return rows


def _is_narrow(width: str) -> bool:
    return width.isascii() and width.isdigit() and 0 < int(width[:9]) < _MILLIMETRE


def _is_crossed(row: Sequence[Slot[_Element]], column: int) -> bool:
    """Does no cell stand in that column alone?"""
    cell = row[column].cell if column < len(row) else None
    beside = (row[c].cell for c in (column - 1, column + 1) if 0 <= c < len(row))
    return cell is None or any(other is cell for other in beside)


def _without(row: list[Slot[_Element]], column: int) -> list[Slot[_Element]]:
    """A cell that began in the column begins in the next one."""
    gone, after = row[column : column + 1], row[column + 1 : column + 2]
    begins = gone and after and gone[0].first and gone[0].cell is not None and after[0].cell is gone[0].cell
    return [*row[:column], *([Slot(after[0].cell, True)] if begins else after), *row[column + 2 :]]
