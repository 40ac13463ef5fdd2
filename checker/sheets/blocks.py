"""Where on a sheet the tables stand, and which rows are titles, unit lines and notes.

Empty rows part a sheet into regions. In a region the table begins with its first row that fills at least half of the
columns; what stands above is paragraphs, and so are the rows with one filled cell at its end. Tables side by side are parted
by an empty column with words on its right.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.document import Block, Cell, Paragraph, Stored, Table
from checker.lazy import Lazy

_NUMBER = re.compile(r"\s*\(?[-+−]?\d[\d.,\s]*%?\)?\s*\Z")
_SAMPLE = 20


@dataclass(frozen=True)
class SheetCells:
    """A sheet as a reader hands it over; rows and columns count from 0. Bit c of `filled[r]` says that the cell at row r, column c
    shows something of its own; bit c of `covered[r]` that a merged cell, which began before, covers it, of `below[r]` that this cell
    began in a row above. `cell(r, c)` gives any of them with its place; it is asked for when somebody looks at the row. `stored(r, c)` is
    what is kept behind it, for those who need no more; None for nothing, and for a merged cell that began before."""

    filled: Sequence[int]
    cell: Callable[[int, int], Cell]
    name: str = ""
    covered: Mapping[int, int] = field(default_factory=dict)
    below: Mapping[int, int] = field(default_factory=dict)
    stored: Callable[[int, int], Stored | None] | None = None

    def is_lone(self, row: int) -> bool:
        """Is one cell filled, and the row in no cell that began above?"""
        bits = self.filled[row] | self.below.get(row, 0)
        return self.filled[row] != 0 and bits & (bits - 1) == 0


class _Area(NamedTuple):
    """Rows and columns of a table; the ends are exclusive."""

    top: int
    bottom: int
    left: int
    right: int


def blocks(sheet: SheetCells, tables: int = 0) -> list[Block]:
    """The paragraphs and tables of a sheet, from top to bottom; `tables` is how many tables the document had before."""
    made: list[Block] = []
    last: _Area | None = None
    for top, bottom in _regions(sheet):
        begin, end = _table_rows(sheet, top, bottom)
        areas = [*_lone(sheet, range(top, begin)), *_areas(sheet, begin, end, last), *_lone(sheet, range(end, bottom))]
        for area in areas:
            cell = _only_text(sheet, area)
            if cell is not None:
                made += [Paragraph(cell.text.strip())] if cell.text.value.strip() else []
                continue
            tables, last = tables + 1, area if begin <= area.top < end else last
            made.append(_table(sheet, area, str(tables)))
    return made


def _regions(sheet: SheetCells) -> Iterator[tuple[int, int]]:
    """The stretches of rows that show something. A title between data and the header of another table begins one, too."""
    top: int | None = None
    for row, bits in enumerate((*sheet.filled, 0)):
        if top is not None and (not bits or (sheet.is_lone(row) and _begins_another(sheet, row))):
            yield top, row
            top = None
        if bits and top is None:
            top = row


def _begins_another(sheet: SheetCells, row: int) -> bool:
    """Does this lone row stand behind data, with a header and data behind it?"""
    header = row + 1
    while header < len(sheet.filled) and sheet.is_lone(header):
        header += 1
    if header + 1 >= len(sheet.filled) or sheet.is_lone(row - 1):
        return False
    return _is_data(sheet, row - 1) and not _is_data(sheet, header) and sheet.filled[header].bit_count() > 2 and _is_data(sheet, header + 1)


def _table_rows(sheet: SheetCells, top: int, bottom: int) -> tuple[int, int]:
    """From where to where in a region its table reaches; an empty stretch where it has none."""
    several = [row for row in range(top, bottom) if not sheet.is_lone(row)]
    if not several:
        return bottom, bottom
    columns = _any(sheet, top, bottom).bit_count()
    begin = next((row for row in several if _wide(sheet, row).bit_count() * 2 >= columns), several[0])
    while begin > top and not sheet.is_lone(begin - 1):
        begin -= 1
    return begin, several[-1] + 1


def _areas(sheet: SheetCells, top: int, bottom: int, last: _Area | None) -> list[_Area]:
    """The tables in these rows, from left to right. Rows that only carry on the table above are as wide as it is."""
    if top == bottom:
        return []
    taken = _any(sheet, top, bottom)
    left, right = (taken & -taken).bit_length() - 1, taken.bit_length()
    if last is not None and last.left <= left and right <= last.right and _is_data(sheet, top):
        return [_Area(top, bottom, last.left, last.right)]
    edges = [left, *(c for c in _gaps(taken, left, right) if _words(sheet, top, bottom, c)), right]
    return [_trimmed(sheet, top, bottom, a, b) for a, b in itertools.pairwise(edges)]


def _gaps(taken: int, left: int, right: int) -> Iterator[int]:
    """The columns right after an empty one, at least two columns from either end."""
    for column in range(left + 3, right - 1):
        if taken >> column & 1 and not taken >> (column - 1) & 1:
            yield column


def _words(sheet: SheetCells, top: int, bottom: int, column: int) -> bool:
    """Does the column hold labels, and so begin a table?"""
    rows = [row for row in range(top + 1, min(bottom, top + _SAMPLE)) if sheet.filled[row] >> column & 1]
    numbers = sum(_NUMBER.match(sheet.cell(row, column).text.value) is not None for row in rows)
    return len(rows) > 1 and numbers * 2 < len(rows) and bool(sheet.filled[top] >> column & 1)


def _trimmed(sheet: SheetCells, top: int, bottom: int, left: int, right: int) -> _Area:
    """Without the empty columns and rows around it."""
    mask = (1 << right) - (1 << left)
    rows = [row for row in range(top, bottom) if sheet.filled[row] & mask]
    columns = _any(sheet, top, bottom) & mask
    return _Area(rows[0], rows[-1] + 1, (columns & -columns).bit_length() - 1, columns.bit_length())


def _is_data(sheet: SheetCells, row: int) -> bool:
    """Does a number stand behind the row's first cell?"""
    columns = _columns(sheet.filled[row])
    return any(_NUMBER.match(sheet.cell(row, column).text.value) for column in columns[1:])


def _table(sheet: SheetCells, area: _Area, path: str) -> Table:
    def row(index: int) -> tuple[Cell, ...]:
        cells = (sheet.cell(area.top + index, column) for column in range(area.left, area.right))
        return tuple(
            Cell(cell.text.within(table=path, row=index + 1, col=col), cell.merged, cell.notes, cell.stored)
            for col, cell in enumerate(cells, 1)
        )

    stored = sheet.stored
    peek = None if stored is None else lambda index, col: stored(area.top + index, area.left + col)
    return Table(Lazy(area.bottom - area.top, row, peek), path, sheet=sheet.name)


def _lone(sheet: SheetCells, rows: range) -> Iterator[_Area]:
    """The cells of rows that belong to no table."""
    for row in rows:
        for column in _columns(sheet.filled[row]):
            yield _Area(row, row + 1, column, column + 1)


def _only_text(sheet: SheetCells, area: _Area) -> Cell | None:
    """The cell of an area of one, where it holds nothing but text: a stored number is kept for those who calculate with it."""
    if (area.bottom - area.top, area.right - area.left) != (1, 1):
        return None
    cell = sheet.cell(area.top, area.left)
    return cell if cell.stored is None or (cell.stored.value is None and not cell.stored.formula) else None


def _wide(sheet: SheetCells, row: int) -> int:
    return sheet.filled[row] | sheet.covered.get(row, 0)


def _any(sheet: SheetCells, top: int, bottom: int) -> int:
    bits = 0
    for row in range(top, bottom):
        bits |= sheet.filled[row]
    return bits


def _columns(bits: int) -> list[int]:
    """The columns whose bits are set."""
    return [column for column in range(bits.bit_length()) if bits >> column & 1]
