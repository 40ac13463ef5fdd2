"""Table structure: header rows, columns with their units, numbering, labels, body rows with their figures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from checker.document import Cell, Table
from checker.figure import Figure
from checker.locales import Locale, Style
from checker.recognise.cells import NOTHING, header_measure, is_empty, read_cell, unit_text
from checker.recognise.markers import Marker, read_cell_marker, read_marker
from checker.recognise.measures import Measure
from checker.recognise.passages import Section
from checker.recognise.style import table_style
from checker.text import Text
from checker.units import PERCENT

_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*\Z")
_NUMERIC = re.compile(r"\s*\(?[-+−]?\d[\d.,]*\s?%?\)?\s*\Z")
_INDEX = re.compile(r"\s*[(\[]?(?:\d{1,2}[a-z]?|[A-ZĐa-g])[)\]]?(?:\s?=.{1,80})?\s*\Z")
_PERCENT_ROW = re.compile(r"\(\s?%\s?\)|%\s*\Z")
_PERCENT_MEASURE = Measure(0, PERCENT, "", "", 0)
_MOST_HEADERS = 5
_COUNT_WORD = 24

Cells = Sequence[Sequence[Cell]]


@dataclass(frozen=True, eq=False)
class Column:
    """A column: its headers from top to bottom, its kind ("numbering", "label", "unit", "number", "text"), its unit."""

    index: int
    headers: tuple[Text, ...]
    kind: str
    measure: Measure = NOTHING

    @cached_property
    def header(self) -> str:
        """All its headers, folded, top to bottom."""
        return " | ".join(text.folded.strip() for text in self.headers)

    @property
    def leaf(self) -> str:
        return self.headers[-1].folded.strip() if self.headers else ""

    @property
    def group(self) -> str:
        """What stands above the leaf."""
        return " | ".join(text.folded.strip() for text in self.headers[:-1])


@dataclass(frozen=True, eq=False)
class Row:
    """A body row: its marker ("I", "1.1", "-"), its label without the marker, its unit, and its figures by column."""

    index: int
    marker: Marker | None
    numbered: bool
    label: Text
    unit: str
    cells: tuple[Cell, ...]
    figures: dict[int, Figure]


@dataclass(frozen=True, eq=False)
class Grid:
    """A table as read. `caption` are the words above it; `index_row` the cells of "(1) (2) (3)=(1)+(2)" by column."""

    table: Table
    order: int
    section: Section
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header_rows: int
    index_row: dict[int, Text]

    @property
    def numbers(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.kind == "number")

    def of_kind(self, kind: str) -> Column | None:
        """The first column of that kind."""
        return next((column for column in self.columns if column.kind == kind), None)


def build_grid(table: Table, order: int, section: Section, caption: str, unit: Measure, locale: Locale, style: Style) -> Grid:
    """The structure of a table; `unit` is what a line above it says of all its figures."""
    rows = table.rows
    style = table_style((cell.text.value for row in rows for cell in row), style)
    headers, index = _header_rows(rows, table.headers)
    body = rows[headers:]
    columns = _columns(rows[: headers if index is None else index], body, unit, locale, style)
    return Grid(
        table=table,
        order=order,
        section=section,
        caption=caption,
        columns=columns,
        rows=tuple(_row(i + headers, row, columns, locale, style) for i, row in enumerate(body)),
        header_rows=headers,
        index_row={} if index is None else {j: cell.text for j, cell in enumerate(rows[index]) if not is_empty(cell.text)},
    )


# ------------------------------------------------------------------------------------------------ headers


def _header_rows(rows: Cells, stated: int | None) -> tuple[int, int | None]:
    """How many rows are headers (the index row among them), and which is the index row."""
    count = stated or (0 if len(rows) == 1 or is_data_row(rows[0]) else 1)
    while 0 < count < min(len(rows), _MOST_HEADERS) and _continues_header(rows[count], rows[count - 1]):
        count += 1
    if 0 < count < len(rows) and _is_index(rows[count]):
        return count + 1, count
    if count > 1 and _is_index(rows[count - 1]):
        return count, count - 1
    return count, None


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.text.value.strip()]


def is_data_row(row: Sequence[Cell]) -> bool:
    """Does the row hold figures, and so is no header?"""
    numeric = [cell for cell in row[1:] if _NUMERIC.match(cell.text.value) and not _YEAR.match(cell.text.value)]
    return bool(numeric) and not _is_index(row)


def _is_index(row: Sequence[Cell]) -> bool:
    """A row that numbers the columns: "(1) (2) (3)=(1)+(2)", "A B 1 2"."""
    filled = [cell.text.value.strip() for cell in _filled(row)]
    if len(filled) < 2 or len(filled) * 2 < len(row) or not all(_INDEX.match(value) for value in filled):
        return False
    names = [value.split("=")[0].strip("()[] ") for value in filled]
    letters = [name for name in names if name.isalpha()]
    numbers = [name for name in names if not name.isalpha()]
    if letters != list("ABCDEFG"[: len(letters)]) or numbers != [str(n) for n in range(1, len(numbers) + 1)]:
        return False
    return len(filled) > 2 or any(set(value) & set("(=") for value in filled)


def _continues_header(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    filled = _filled(row)
    if len({cell.text.value for cell in filled}) < 2 or is_data_row(row) or _is_index(row):
        return False
    return not row[0].text.value.strip() or row[0].merged or row[0].text.value == above[0].text.value


def _header_texts(headers: Cells, column: int) -> tuple[Text, ...]:
    """The headers above a column; an empty cell in an upper row belongs to the merged cell on its left."""
    texts: list[Text] = []
    for level, row in enumerate(headers):
        text = row[column].text if column < len(row) else None
        if text is not None and not text.value.strip() and level + 1 < len(headers) and headers[level + 1][column].text.value.strip():
            text = next((row[j].text for j in range(column, -1, -1) if row[j].text.value.strip()), text)
        if text is not None and text.value.strip() and (not texts or texts[-1].value != text.value):
            texts.append(text)
    return tuple(texts)


# ------------------------------------------------------------------------------------------------ columns


def _columns(headers: Cells, body: Cells, unit: Measure, locale: Locale, style: Style) -> tuple[Column, ...]:
    width = len(headers[0]) if headers else len(body[0]) if body else 0
    columns: list[Column] = []
    for index in range(width):
        texts = _header_texts(headers, index)
        cells = [row[index].text for row in body if not row[index].merged]
        measure = _measure(texts, unit, locale)
        kind = _kind(texts, cells, columns, measure, locale, style)
        columns.append(Column(index, texts, kind, measure if kind == "number" else NOTHING))
    return tuple(columns)


def _measure(headers: tuple[Text, ...], unit: Measure, locale: Locale) -> Measure:
    """The unit in the column's own headers, the lowest first; what they count; the unit of the whole table."""
    for text in reversed(headers):
        measure = header_measure(text.folded, locale)
        if measure.known:
            return measure
    for text in reversed(headers):
        counted = _counted(text.folded.strip(), locale)
        if counted.known:
            return counted
    if any(text.folded.strip().startswith(tuple(locale.words("parts", "quantity_headers"))) for text in headers[-1:]):
        return NOTHING
    return unit


def _counted(folded: str, locale: Locale) -> Measure:
    """ "Số hộ", "Tổng số người tham gia": the noun behind a counting word."""
    for word in sorted(locale.words("parts", "count_words"), key=len, reverse=True):
        if folded.startswith(word + " "):
            hit = locale.counted.match(folded, len(word))
            if hit is not None and hit.start - len(word) < _COUNT_WORD:
                return Measure(0, "", hit.value, "", hit.end)
    return NOTHING


def _kind(headers: tuple[Text, ...], cells: list[Text], before: list[Column], measure: Measure, locale: Locale, style: Style) -> str:
    filled = [text for text in cells if not is_empty(text)]
    leaf = headers[-1].folded.strip(" .") if headers else ""
    worded = sum(any(c.isalpha() for c in text.value) for text in filled)
    if leaf in locale.words("parts", "unit_headers") and worded * 2 > len(filled):
        return "unit" if sum(unit_text(t.folded, locale).known for t in filled) * 2 >= len(filled) else "text"
    if leaf in locale.words("ordinals", "numbering_headers") or (not before and _is_numbering(filled, locale)):
        return "numbering"
    numeric = sum(read_cell(text, measure, locale, style) is not None for text in filled)
    if numeric and numeric * 2 >= len(filled) and not (filled and all(_YEAR.match(text.value) for text in filled)):
        return "number"
    return "text" if any(column.kind == "label" for column in before) else "label"


def _is_numbering(filled: list[Text], locale: Locale) -> bool:
    """A first column of 1, 2, 3 … or I, 1, 2, II …"""
    markers = [read_cell_marker(text.value, locale) for text in filled]
    known = [marker for marker in markers if marker is not None]
    if len(known) < 2 or len(known) * 10 < len(filled) * 6 or known[0].number != 1:
        return False
    steps = sum(b.number in (a.number + 1, 1) for a, b in itertools.pairwise(known))
    return steps * 10 >= 7 * (len(known) - 1)


# ------------------------------------------------------------------------------------------------ rows


def _row(index: int, cells: Sequence[Cell], columns: tuple[Column, ...], locale: Locale, style: Style) -> Row:
    marker, numbered = _numbering(cells, columns, locale)
    label = _label(cells, columns)
    inner = read_marker(label.value, locale)
    if marker is None:
        marker = inner
    label = label.cut(inner.end) if inner else label
    unit_column = next((c.index for c in columns if c.kind == "unit"), None)
    unit = unit_text(cells[unit_column].text.folded, locale) if unit_column is not None else NOTHING
    percent = _PERCENT_ROW.search(label.folded) is not None
    figures: dict[int, Figure] = {}
    for column in columns:
        cell = cells[column.index]
        if column.kind == "number" and not cell.merged and not is_empty(cell.text):
            figure = read_cell(cell.text, _PERCENT_MEASURE if percent else column.measure, locale, style)
            if figure is not None:
                counts = not column.measure.known and not figure.unit and not figure.counted
                figures[column.index] = msgspec.structs.replace(figure, counted=unit.counted or unit.unit) if counts else figure
    return Row(index, marker, numbered, label.strip(), unit.counted or unit.unit, tuple(cells), figures)


def _numbering(cells: Sequence[Cell], columns: tuple[Column, ...], locale: Locale) -> tuple[Marker | None, bool]:
    for column in columns:
        if column.kind == "numbering":
            marker = read_cell_marker(cells[column.index].text.value, locale)
            return marker, marker is not None
    return None, False


def _label(cells: Sequence[Cell], columns: tuple[Column, ...]) -> Text:
    """The words of the label column; where it is empty, the first words of the row ("Tổng cộng" under "STT")."""
    for kinds in (("label",), ("numbering", "text", "unit")):
        for column in columns:
            text = cells[column.index].text
            if column.kind in kinds and any(c.isalpha() for c in text.value) and len(text.value.strip()) > 1:
                return text.strip()
    return cells[0].text.cut(0, 0)
