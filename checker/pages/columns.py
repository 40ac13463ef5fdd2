"""The rows of a page → lines in reading order: blocks that stand side by side are read one after the other.

Rows of two lines whose gaps lie one below the other make a band (a letterhead, the two halves of a signature, a page of two columns): the left
side is read first, then the right one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.pages.lines import Line

_ALIGNED = 1.5
_PITCH = 2.2


class Stream(NamedTuple):
    """Lines that are read one after the other. `wide`: they run across the page; where they do not, they are a column of a band."""

    lines: tuple[Line, ...]
    wide: bool


def streams(rows: Sequence[Sequence[Line]]) -> Iterator[Stream]:
    """The rows of a part of a page in reading order."""
    index = 0
    while index < len(rows):
        begin = index
        if len(rows[index]) > 1:
            index, sides = _band(rows, index)
            yield from (Stream(tuple(side), False) for side in sides if side)
        else:
            while index < len(rows) and len(rows[index]) == 1:
                index += 1
            yield Stream(tuple(line for row in rows[begin:index] for line in row), True)


def _band(rows: Sequence[Sequence[Line]], index: int) -> tuple[int, list[list[Line]]]:
    """Where the band that begins with a row ends, and its columns."""
    gaps = [(a.box.x1, b.box.x0) for a, b in zip(rows[index], rows[index][1:], strict=False)]
    sides: list[list[Line]] = [[line] for line in rows[index]]
    last = index
    index += 1
    while index < len(rows) and _follows(rows[last], rows[index]):
        fitted = _fit(rows[index], gaps, sides)
        if fitted is None:
            break
        gaps, placed = fitted
        for column, line in placed:
            sides[column].append(line)
        last = index
        index += 1
    return index, sides


def _follows(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Is a row near enough to the one before it?"""
    return after[0].box.bottom - before[0].box.bottom <= _PITCH * max(line.em for line in (*before, *after))


def _fit(
    row: Sequence[Line], gaps: Sequence[tuple[float, float]], sides: Sequence[Sequence[Line]]
) -> tuple[list[tuple[float, float]], list[tuple[int, Line]]] | None:
    """The gaps as they are with one more row, and which column each of its lines is in; None where it does not fit between them."""
    placed: list[tuple[int, Line]] = []
    narrowed = list(gaps)
    for line in row:
        column = sum(line.box.x0 >= (left + right) / 2 for left, right in gaps)
        if column and line.box.x0 < gaps[column - 1][0]:
            return None
        if column < len(gaps):
            if line.box.x1 > gaps[column][1]:
                return None
            narrowed[column] = (max(narrowed[column][0], line.box.x1), narrowed[column][1])
        if column:
            narrowed[column - 1] = (narrowed[column - 1][0], min(narrowed[column - 1][1], line.box.x0))
        placed.append((column, line))
    if any(right - left < 1.0 for left, right in narrowed) or len({column for column, _ in placed}) < len(placed):
        return None
    if len(row) == 1 and not _aligned(row[0], sides[placed[0][0]]):
        return None
    return narrowed, placed


def _aligned(line: Line, side: Sequence[Line]) -> bool:
    """Does a line that stands alone go on a column: at its left edge, or below its middle?"""
    left, middle = line.box.x0, (line.box.x0 + line.box.x1) / 2
    return any(
        abs(left - other.box.x0) <= _ALIGNED * line.em or abs(middle - (other.box.x0 + other.box.x1) / 2) <= _ALIGNED * line.em
        for other in side[-2:]
    )
