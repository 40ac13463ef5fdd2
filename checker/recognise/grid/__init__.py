"""Table structure: header rows, columns with their units, numbering, labels, body rows with their figures.

shape    what a table is read as: Grid, Column, Row
headers  which rows are headers, and which one numbers the columns
columns  what a column holds and in which unit
rows     the marker, the label and the figures of a body row
long     a table of very many rows, read a stretch at a time
"""

from __future__ import annotations

from dataclasses import replace

from checker.document import Table
from checker.locales import Locale, Style
from checker.recognise.cells import is_empty
from checker.recognise.grid.columns import read_columns
from checker.recognise.grid.headers import header_rows, is_data_row
from checker.recognise.grid.long import LongTable, sample
from checker.recognise.grid.rows import read_row
from checker.recognise.grid.shape import Column, Grid, Row
from checker.recognise.measures import Measure
from checker.recognise.passages import Section
from checker.recognise.style import table_style

__all__ = ["Column", "Grid", "LongTable", "Row", "build_grid", "build_long", "is_data_row"]


def build_grid(table: Table, order: int, section: Section, caption: str, unit: Measure, locale: Locale, style: Style) -> Grid:
    """The structure of a table; `unit` is what a line above it says of all its figures."""
    rows = table.rows
    style = table_style((cell.text.value for row in rows for cell in row), style)
    headers, index = header_rows(rows, table.headers)
    body = rows[headers:]
    columns = read_columns(rows[: headers if index is None else index], body, unit, locale, style)
    return Grid(
        table=table,
        order=order,
        section=section,
        caption=caption,
        columns=columns,
        rows=tuple(read_row(i + headers, row, columns, locale, style) for i, row in enumerate(body)),
        header_rows=headers,
        index_row={} if index is None else {j: cell.text for j, cell in enumerate(rows[index]) if not is_empty(cell.text)},
        style=style,
    )


def build_long(table: Table, order: int, section: Section, caption: str, unit: Measure, locale: Locale, style: Style) -> LongTable:
    """A table of very many rows: its structure is told from a sample of them."""
    proof = build_grid(replace(table, rows=sample(table.rows)), order, section, caption, unit, locale, style)
    return LongTable(table, proof, locale)
