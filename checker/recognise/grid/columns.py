"""What a column holds (numbering, labels, units, numbers, words) and in which unit."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from checker.locales import Locale, Style
from checker.recognise.cells import NOTHING, header_measure, is_bracketed, is_empty, read_cell, unit_text
from checker.recognise.grid.headers import YEAR, Cells, header_texts
from checker.recognise.grid.shape import Column
from checker.recognise.markers import read_cell_marker
from checker.recognise.measures import Measure
from checker.text import Text
from checker.units import PERCENT

_COUNT_WORD = 24


def read_columns(headers: Cells, body: Cells, unit: Measure, locale: Locale, style: Style) -> tuple[Column, ...]:
    """The columns of a table; `unit` is that of the whole table."""
    width = len(headers[0]) if headers else len(body[0]) if body else 0
    columns: list[Column] = []
    for index in range(width):
        texts = header_texts(headers, index)
        filled = [row[index].text for row in body if not row[index].merged and not is_empty(row[index].text)]
        own = _own_measure(texts, locale)
        measure = unit if own is None else own
        kind = _kind(texts, filled, columns, measure, locale, style)
        is_number = kind == "number"
        accounting = is_number and _is_accounting(filled, measure)
        columns.append(Column(index, texts, kind, measure if is_number else NOTHING, own is None, accounting))
    return _by_row(columns, locale)


def _by_row(columns: Sequence[Column], locale: Locale) -> tuple[Column, ...]:
    """The unit that a row gives is that of its quantity; where no column is called so, of every column without a unit of its own."""
    if not any(column.kind == "unit" for column in columns):
        return tuple(columns)
    quantities = tuple(locale.words("parts", "quantity_headers"))
    bare = [column for column in columns if column.kind == "number" and not column.measure.known]
    named = {column.index for column in bare if column.leaf.startswith(quantities)} or {column.index for column in bare}
    return tuple(replace(column, by_row=column.index in named) for column in columns)


def _is_accounting(filled: Sequence[Text], measure: Measure) -> bool:
    """Do some numbers stand alone in brackets, and others not?"""
    bracketed = sum(map(is_bracketed, filled))
    return 0 < bracketed < len(filled) and measure.unit != PERCENT


def _own_measure(headers: Sequence[Text], locale: Locale) -> Measure | None:
    """The unit in the column's own headers, the lowest first; what they count; None where they say neither."""
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
    return None


def _counted(folded: str, locale: Locale) -> Measure:
    """ "Số hộ", "Tổng số người tham gia": the noun behind a counting word."""
    for word in sorted(locale.words("parts", "count_words"), key=len, reverse=True):
        if folded.startswith(word + " "):
            hit = locale.counted.match(folded, len(word))
            if hit is not None and hit.start - len(word) < _COUNT_WORD:
                return Measure(0, "", hit.value, "", hit.end)
    return NOTHING


def _kind(headers: Sequence[Text], filled: Sequence[Text], before: Sequence[Column], measure: Measure, locale: Locale, style: Style) -> str:
    """The kind of a column, by its lowest header and its filled cells."""
    leaf = headers[-1].folded.strip(" .") if headers else ""
    worded = sum(any(c.isalpha() for c in text.value) for text in filled)
    if leaf in locale.words("parts", "unit_headers") and worded * 2 > len(filled):
        return "unit" if sum(unit_text(t.folded, locale).known for t in filled) * 2 >= len(filled) else "text"
    if leaf in locale.words("ordinals", "numbering_headers") or (not before and _is_numbering(filled, locale)):
        return "numbering"
    numeric = sum(read_cell(text, measure, locale, style) is not None for text in filled)
    if numeric and numeric * 2 >= len(filled) and not all(YEAR.match(text.value) for text in filled):
        return "number"
    return "text" if any(column.kind == "label" for column in before) else "label"


def _is_numbering(filled: Sequence[Text], locale: Locale) -> bool:
    """A first column of 1, 2, 3 … or I, 1, 2, II …"""
    markers = [read_cell_marker(text.value, locale) for text in filled]
    known = [marker for marker in markers if marker is not None]
    if len(known) < 2 or len(known) * 10 < len(filled) * 6 or known[0].number != 1:
        return False
    steps = sum(b.number in (a.number + 1, 1) for a, b in itertools.pairwise(known))
    return steps * 10 >= 7 * (len(known) - 1)
