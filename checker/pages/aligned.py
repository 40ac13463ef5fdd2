"""Tables without ruled lines: rows whose numbers stand in columns.

Taken for a table only where it is certain: three rows or more with numbers behind other words, nothing of any row across the gaps between
columns, one column at least that is mostly numbers. A row without numbers that begins in the middle of a sentence goes on in the cells above it.
The rows right above whose words stand over the columns are its head; a head over several columns covers them all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.pages.lines import Line
from checker.pages.shape import Box
from checker.pages.tables import Sketch, Slot

Row = tuple[Line, ...]

_NUMBER = re.compile(r"[-+–(]?\d[\d.,\s]*[%)]?\Z|[-–]\Z")
_WRITTEN_OUT = re.compile(r"\d{3}|\d[.,]\d|%")
_DATA_ROWS = 3
_BETWEEN = 2
_MOST_HEADS = 4
_PITCH = 2.6
_GAP, _CLOSE = 0.6, 0.3
_MOSTLY = 0.7
_MOST_COLUMNS = 40


def with_tables(rows: Sequence[Row]) -> list[Row | Sketch]:
    """The rows, with those that are tables as tables."""
    out: list[Row | Sketch] = []
    index = 0
    while index < len(rows):
        end = _end(rows, index) if _is_data(rows[index]) else index
        table = _table(rows, index, end) if end > index else None
        if table is None:
            out += rows[index : max(end, index + 1)]
        else:
            heads = len(table.rows) - sum(1 for _ in _body(rows[index:end], table.xs))
            del out[len(out) - heads :]
            out.append(table)
        index = max(end, index + 1)
    return out


def _is_data(row: Row) -> bool:
    return len(row) > 1 and any(_NUMBER.match(line.value) for line in row[1:])


def _end(rows: Sequence[Row], begin: int) -> int:
    """Where the rows end that may be of one table with the one that begins it."""
    end, data, others = begin + 1, 1, 0
    for index in range(begin + 1, len(rows)):
        if not _near(rows[index - 1], rows[index]):
            break
        if _is_data(rows[index]):
            end, data, others = index + 1, data + 1, 0
        elif _is_rest(rows[index]):
            end = index + 1 if end == index else end
        else:
            others += 1
        if others > _BETWEEN:
            break
    return end if data >= _DATA_ROWS else begin


def _is_rest(row: Row) -> bool:
    """Does it begin in the middle of a sentence?"""
    return all(line.value[:1].islower() for line in row)


def _near(above: Row, below: Row) -> bool:
    return below[0].box.bottom - above[0].box.bottom <= _PITCH * max(line.em for line in (*above, *below))


def _table(rows: Sequence[Row], begin: int, end: int) -> Sketch | None:
    """The table of some rows; None where it is not certain."""
    data = [row for row in rows[begin:end] if _is_data(row)]
    xs = _columns(data)
    if xs is None or not _certain(data, xs) or any(_across(row, xs) is None for row in rows[begin:end]):
        return None
    body = _body(rows[begin:end], xs)
    heads: list[tuple[Slot, ...]] = []
    for index in range(begin - 1, max(-1, begin - 1 - _MOST_HEADS), -1):
        head = _across(rows[index], xs) if len(rows[index]) > 1 and _near(rows[index], rows[index + 1]) else None
        if head is None:
            break
        heads.insert(0, head)
    taken = [line for row in rows[begin - len(heads) : end] for line in row]
    box = Box(xs[0], min(line.box.top for line in taken), xs[-1], max(line.box.bottom for line in taken))
    return Sketch(taken[0].page, box, xs, (*heads, *body))


def _columns(data: Sequence[Row]) -> tuple[float, ...] | None:
    """The edges of the columns, in the gaps that no row crosses: right behind the column before numbers that are set to the right, where the
    left edge of their heads may be; else in the middle."""
    spans: list[tuple[float, float]] = []
    em = max(line.em for row in data for line in row)
    for box in sorted(line.box for row in data for line in row):
        if spans and box.x0 - spans[-1][1] < _GAP * em:
            spans[-1] = (spans[-1][0], max(spans[-1][1], box.x1))
        else:
            spans.append((box.x0, box.x1))
    if not 1 < len(spans) <= _MOST_COLUMNS:
        return None
    ends = [{round(line.box.x1) for row in data for line in row if left <= line.box.x0 <= right} for left, right in spans]
    inner = [
        a[1] + _CLOSE * em if max(end) - min(end) <= 1 else (a[1] + b[0]) / 2 for a, b, end in zip(spans, spans[1:], ends[1:], strict=False)
    ]
    return (spans[0][0] - em, *inner, spans[-1][1] + em)


def _certain(data: Sequence[Row], xs: Sequence[float]) -> bool:
    """One line of a row in each column, and a column of numbers; with two columns, numbers that are no page numbers."""
    found: list[list[str]] = [[] for _ in xs[1:]]
    for row in data:
        columns = [_column(line, xs) for line in row]
        if len(set(columns)) < len(columns):
            return False
        for column, line in zip(columns, row, strict=True):
            found[column].append(line.value)
    numbers = [sum(bool(_NUMBER.match(value)) for value in column) >= max(_DATA_ROWS, _MOSTLY * len(column)) for column in found[1:]]
    return any(numbers) and (len(found) > 2 or any(_WRITTEN_OUT.search(value) for value in found[1]))


def _column(line: Line, xs: Sequence[float]) -> int:
    middle = (line.box.x0 + line.box.x1) / 2
    return max(0, min(len(xs) - 2, sum(edge <= middle for edge in xs) - 1))


def _across(row: Row, xs: Sequence[float]) -> tuple[Slot, ...] | None:
    """A row's lines in the columns that each of them is over; None where two are over one column."""
    slots: list[Slot | None] = [None] * (len(xs) - 1)
    for line in row:
        over = [i for i, (left, right) in enumerate(pairwise(xs)) if line.box.x0 < right and line.box.x1 > left]
        if not over or any(slots[i] is not None for i in over):
            return None
        for i in over:
            slots[i] = Slot((line,), i == over[0])
    return tuple(slot or Slot(()) for slot in slots)


def _body(rows: Sequence[Row], xs: Sequence[float]) -> list[tuple[Slot, ...]]:
    made: list[tuple[Slot, ...]] = []
    for row in rows:
        slots = _across(row, xs) or ()
        if made and not _is_data(row) and _goes_on(made[-1], slots):
            made[-1] = tuple(Slot((*a.lines, *b.lines), a.first) for a, b in zip(made[-1], slots, strict=True))
        else:
            made.append(slots)
    return made


def _goes_on(before: Sequence[Slot], after: Sequence[Slot]) -> bool:
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if b.lines]
    return all(a.lines and b.first and b.value[:1].islower() for a, b in pairs)
