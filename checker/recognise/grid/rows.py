"""A body row of a table: its marker, its label without the marker, its unit and its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from checker.document import Cell
from checker.figure import Figure
from checker.locales import Locale, Style
from checker.recognise.cells import NOTHING, is_bracketed, is_empty, read_cell, unit_text
from checker.recognise.grid.shape import Column, Row
from checker.recognise.markers import Marker, read_cell_marker, read_marker
from checker.recognise.measures import Measure
from checker.text import Text
from checker.units import PERCENT

_PERCENT_ROW = re.compile(r"\(\s?%\s?\)|(?<!\d)(?<!\d )%\s*\Z")
_THOUSAND = 1_000
_PERCENT_MEASURE = Measure(0, PERCENT, "", "", 0)


def read_row(index: int, cells: Sequence[Cell], columns: Sequence[Column], locale: Locale, style: Style) -> Row:
    """The row as read; `index` counts from the top of the table."""
    marker = _marker(cells, columns, locale)
    label = _label(cells, columns)
    inner = read_marker(label.value, locale)
    label = label.cut(inner.end) if inner else label
    unit = _unit(cells, columns, locale)
    figures = _figures(cells, columns, unit, _PERCENT_ROW.search(label.folded) is not None, locale, style)
    return Row(index, marker or inner, marker is not None, label.strip(), unit.counted or unit.unit, tuple(cells), figures)


def _marker(cells: Sequence[Cell], columns: Sequence[Column], locale: Locale) -> Marker | None:
    """What stands in the numbering column."""
    numbering = next((column for column in columns if column.kind == "numbering"), None)
    return read_cell_marker(_number_of_row(cells[numbering.index]), locale) if numbering else None


def _number_of_row(cell: Cell) -> str:
    """What the cell shows; a thousand that a spreadsheet shows as "1.000" is no item 0 of 1."""
    value = cell.stored.value if cell.stored is not None else None
    if value is None or value.denominator != 1 or value < _THOUSAND:
        return cell.text.value
    plain = str(value.numerator)
    return plain if "".join(filter(str.isdigit, cell.text.value)) == plain else cell.text.value


def _label(cells: Sequence[Cell], columns: Sequence[Column]) -> Text:
    """The words of the label column; where it is empty, the first words of the row ("Tổng cộng" under "STT")."""
    for kinds in (("label",), ("numbering", "text", "unit")):
        for column in columns:
            text = cells[column.index].text
            if column.kind in kinds and any(c.isalpha() for c in text.value) and len(text.value.strip()) > 1:
                return text.strip()
    return cells[0].text.cut(0, 0)


def _unit(cells: Sequence[Cell], columns: Sequence[Column], locale: Locale) -> Measure:
    """What the unit column says."""
    column = next((column for column in columns if column.kind == "unit"), None)
    return unit_text(cells[column.index].text.folded, locale) if column else NOTHING


def _figures(
    cells: Sequence[Cell], columns: Sequence[Column], unit: Measure, percent: bool, locale: Locale, style: Style
) -> dict[int, Figure]:
    """The figures by column, all percentages in a row of `percent`; in the row's unit where the column takes it."""
    figures: dict[int, Figure] = {}
    for column in columns:
        cell = cells[column.index]
        if column.kind != "number" or cell.merged or is_empty(cell.text):
            continue
        measure = _PERCENT_MEASURE if percent else unit if column.by_row else column.measure
        figure = read_cell(cell.text, measure, locale, style)
        if figure is not None:
            figures[column.index] = _negative(figure) if column.accounting and is_bracketed(cell.text) else figure
    return figures


def _negative(figure: Figure) -> Figure:
    return msgspec.structs.replace(figure, quantity=msgspec.structs.replace(figure.quantity, value=-abs(figure.quantity.value)))
