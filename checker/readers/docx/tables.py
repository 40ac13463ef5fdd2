"""The grid of a `w:tbl`: which cell stands at which position, merged ones at each that they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.flow.grid import Slot
from checker.flow.tables import Layout
from checker.readers import MOST_COLUMNS
from checker.readers.docx.names import CELL, DELETED, ROW, VALUE, W, children, is_on, number
from checker.readers.docx.slivers import without_slivers

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDEST_SPAN = 63
_ROW_PROPERTIES, _CELL_PROPERTIES = W + "trPr", W + "tcPr"
_BEFORE, _AFTER, _HEADER, _HIDDEN = (W + name for name in ("gridBefore", "gridAfter", "tblHeader", "hidden"))
_SPAN, _DOWN, _ACROSS, _CELL_DELETED = (W + name for name in ("gridSpan", "vMerge", "hMerge", "cellDel"))
_RESTART = "restart"
_NOTHING: Slot[_Element] = Slot(None, True)


class _Row(NamedTuple):
    before: int = 0
    after: int = 0
    header: bool = False
    gone: bool = False


def layout(table: _Element, room: int) -> Layout[_Element]:
    """The grid of a table as it is once its tracked changes are accepted: deleted and hidden rows are left out."""
    rows: list[list[Slot[_Element]]] = []
    headers: list[bool] = []
    open_: dict[int, _Element] = {}
    for element in children(table):
        if element.tag != ROW:
            continue
        row = _row(element)
        if not row.gone:
            slots, open_ = _slots(element, row, open_)
            rows.append(slots)
            headers.append(row.header)
    widest = max((len(row) for row in rows), default=0)
    width = min(widest, MOST_COLUMNS)
    kept, room = _bounded(rows, width, room)
    padded = without_slivers(table, [[*row[:width], *[_NOTHING] * (width - len(row))] for row in kept]) if width else []
    return Layout(padded, _leading(headers[: len(kept)]), MOST_COLUMNS, widest > width, len(kept) < len(rows), room)


def _bounded(rows: list[list[Slot[_Element]]], width: int, room: int) -> tuple[list[list[Slot[_Element]]], int]:
    """The rows before the first that leaves too many positions empty once it is that wide, and the room that is left."""
    for index, row in enumerate(rows):
        empty = width - sum(slot.first and slot.cell is not None for slot in row[:width])
        if empty > room:
            return rows[:index], room
        room -= empty
    return rows, room


def _leading(headers: list[bool]) -> int | None:
    """The header rows at the top. Where every row is one, none is."""
    count = headers.index(False) if False in headers else 0
    return count or None


def _slots(row: _Element, properties: _Row, open_: dict[int, _Element]) -> tuple[list[Slot[_Element]], dict[int, _Element]]:
    """The positions of a row, and the cells that the next row may carry on, by column."""
    slots: list[Slot[_Element]] = [_NOTHING] * properties.before
    carried: dict[int, _Element] = {}
    for cell in children(row):
        if cell.tag != CELL:
            continue
        span, down, across, gone = _cell(cell)
        if gone:
            continue
        column = len(slots)
        above = open_.get(column) if down and down != _RESTART else None
        left = slots[-1].cell if slots and across and across != _RESTART else None
        origin = above if above is not None else left
        slots += [Slot(cell if origin is None else origin, origin is None), *[Slot(cell if origin is None else origin, False)] * (span - 1)]
        if down:
            carried[column] = cell if above is None else above
    return slots + [_NOTHING] * properties.after, carried


def _row(row: _Element) -> _Row:
    element = row.find(_ROW_PROPERTIES)
    if element is None:
        return _Row()
    header = element.find(_HEADER)
    hidden = element.find(_HIDDEN)
    return _Row(
        before=min(number(element.find(_BEFORE), 0), _WIDEST_SPAN),
        after=min(number(element.find(_AFTER), 0), _WIDEST_SPAN),
        header=header is not None and is_on(header),
        gone=element.find(DELETED) is not None or (hidden is not None and is_on(hidden)),
    )


def _cell(cell: _Element) -> tuple[int, str, str, bool]:
    """How many columns a cell covers, how it is merged down and across ("" where it is not), whether it is deleted."""
    element = cell.find(_CELL_PROPERTIES)
    if element is None:
        return 1, "", "", False
    span = max(1, min(number(element.find(_SPAN), 1), _WIDEST_SPAN))
    down, across = (_merge(element.find(name)) for name in (_DOWN, _ACROSS))
    return span, down, across, element.find(_CELL_DELETED) is not None


def _merge(element: _Element | None) -> str:
    return "" if element is None else element.get(VALUE) or "continue"
