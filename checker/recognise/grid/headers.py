"""Which rows of a table are headers, and which one numbers the columns: "(1) (2) (3)=(1)+(2)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document import Cell
from checker.text import Text

YEAR = re.compile(r"\s*(?:19|20)\d\d\s*\Z")
_NUMERIC = re.compile(r"\s*\(?[-+−]?\d[\d.,]*\s?%?\)?\s*\Z")
_INDEX = re.compile(r"\s*[(\[]?(?:\d{1,2}[a-z]?|[A-ZĐa-g])[)\]]?(?:\s?=.{1,80})?\s*\Z")
_MOST_HEADERS = 5

Cells = Sequence[Sequence[Cell]]


def header_rows(rows: Cells, stated: int | None) -> tuple[int, int | None]:
    """How many rows are headers (the index row among them), and which is the index row."""
    count = stated or (0 if len(rows) == 1 or is_data_row(rows[0]) else 1)
    while 0 < count < min(len(rows), _MOST_HEADERS) and _continues_header(rows[count], rows[count - 1]):
        count += 1
    if 0 < count < len(rows) and _is_index(rows[count]):
        return count + 1, count
    if count > 1 and _is_index(rows[count - 1]):
        return count, count - 1
    return count, None


def is_data_row(row: Sequence[Cell]) -> bool:
    """Does the row hold figures, and so is no header?"""
    numeric = [cell for cell in row[1:] if _NUMERIC.match(cell.text.value) and not YEAR.match(cell.text.value)]
    return bool(numeric) and not _is_index(row)


def header_texts(headers: Cells, column: int) -> tuple[Text, ...]:
    """The headers above a column; an empty cell in an upper row belongs to the merged cell on its left."""
    texts: list[Text] = []
    for level, row in enumerate(headers):
        text = row[column].text if column < len(row) else None
        if text is not None and not text.value.strip() and level + 1 < len(headers) and headers[level + 1][column].text.value.strip():
            text = next((row[j].text for j in range(column, -1, -1) if row[j].text.value.strip()), text)
        if text is not None and text.value.strip() and (not texts or texts[-1].value != text.value):
            texts.append(text)
    return tuple(texts)


def _is_index(row: Sequence[Cell]) -> bool:
    """A row that numbers the columns: "(1) (2) (3)=(1)+(2)", "A B 1 2"."""
    filled = _filled(row)
    if len(filled) < 2 or len(filled) * 2 < len(row) or not all(_INDEX.match(value) for value in filled):
        return False
    names = [value.split("=")[0].strip("()[] ") for value in filled]
    letters = [name for name in names if name.isalpha()]
    numbers = [name for name in names if not name.isalpha()]
    if letters != list("ABCDEFG"[: len(letters)]) or numbers != [str(n) for n in range(1, len(numbers) + 1)]:
        return False
    return len(filled) > 2 or any(set(value) & set("(=") for value in filled)


def _continues_header(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """A second row of headers: different words, and nothing of its own, or the same again, in the first column."""
    if len(set(_filled(row))) < 2 or is_data_row(row) or _is_index(row):
        return False
    return not row[0].text.value.strip() or row[0].merged or row[0].text.value == above[0].text.value


def _filled(row: Sequence[Cell]) -> list[str]:
    return [value for cell in row if (value := cell.text.value.strip())]
