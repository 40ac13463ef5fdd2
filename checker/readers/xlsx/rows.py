"""The cells of a row as the file writes them → the store.

A row of nothing but numbers and shared texts, in order, goes into it at once; the cells of another one by one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from checker.readers import MOST_COLUMNS, ReadError
from checker.readers.xlsx.lookups import Columns, Patterns, Styles
from checker.readers.xlsx.store import ERROR, NUMBER, SHARED, TEXT, TRUTH, Formula, Store
from checker.readers.xlsx.strings import unescaped

MOST_CELLS = 3_000_000
LAST_ROW = 1 << 20
ON = ("1", "true", "on")
_KINDS = {None: NUMBER, "n": NUMBER, "s": SHARED, "str": TEXT, "inlineStr": TEXT, "b": TRUTH, "e": ERROR, "d": TEXT}
_PLAIN = {None: NUMBER, "n": NUMBER, "s": SHARED}
_DIGITS = "0123456789"

Cells = Sequence[dict[str, str]]
"""The attributes of each cell."""

Contents = Sequence[str]
Formulas = Mapping[int, tuple[dict[str, str], str]]
"""Attributes and text of the formulas, by the index of their cell."""


class Rows:
    """Puts rows into a store that has at most `room` cells."""

    def __init__(self, store: Store, room: int) -> None:
        self.store = store
        self.room = room
        self.row = -1
        self.skipped = False
        self.masters: dict[str, Formula] = {}
        self.columns = Columns()
        self.styles = Styles()
        self.patterns = Patterns()

    def begin(self, attributes: dict[str, str]) -> None:
        """A row begins. One that stands above the last is skipped."""
        given = attributes.get("r", "")
        row = int(given) - 1 if given.isdecimal() and len(given) < 9 else self.row + 1
        self.skipped = row <= self.row or row >= LAST_ROW
        if self.skipped:
            return
        store = self.store
        new = row - self.row
        store.filled.extend([0] * new)
        store.begins.extend([len(store.columns)] * new)
        self.row = row
        if attributes.get("hidden") in ON:
            store.hidden_rows.append(row)

    def put(self, cells: Cells, contents: Contents, formulas: Formulas) -> None:
        """The cells of the row that began last. Raises ReadError where there are too many."""
        store, known = self.store, self.columns
        try:
            values = list(map(float, contents))
            columns = [known[cell["r"].rstrip(_DIGITS)] for cell in cells]
            kinds = [_PLAIN[cell.get("t")] for cell in cells]
        except (ValueError, KeyError):
            return self._one_by_one(cells, contents, formulas)
        first = len(store.columns)
        bits = self.patterns[tuple(columns)]
        if not bits or self.skipped or first + len(cells) > self.room or not math.isfinite(sum(values)):
            return self._one_by_one(cells, contents, formulas)
        store.values.extend(values)
        store.columns.extend(columns)
        store.kinds.extend(kinds)
        store.styles.extend([self.styles[cell.get("s")] for cell in cells])
        store.filled[-1] = bits
        for index, (attributes, text) in formulas.items():
            self._formula(first + index, columns[index], attributes, text)
        return None

    def _one_by_one(self, cells: Cells, contents: Contents, formulas: Formulas) -> None:
        at = -1
        for index, (cell, content) in enumerate(zip(cells, contents, strict=True)):
            column = self.columns[cell["r"].rstrip(_DIGITS)] if "r" in cell else at + 1
            formula = formulas.get(index)
            if self.skipped or not at < column < MOST_COLUMNS:
                self.store.left_out += bool(content)
                continue
            at = column
            if content or formula is not None:
                self._put(column, cell, content, formula)

    def _put(self, column: int, cell: dict[str, str], content: str, formula: tuple[dict[str, str], str] | None) -> None:
        store = self.store
        if len(store.columns) >= self.room:
            raise ReadError("many_cells", most=MOST_CELLS)
        kind = _KINDS.get(cell.get("t"), TEXT)
        number = _number(content) if kind in (NUMBER, SHARED) else float(content.strip() in ON)
        kind = TEXT if math.isnan(number) else kind
        if formula is not None and not content and "t" not in cell:
            store.unvalued += 1
        if kind in (TEXT, ERROR):
            number = float(len(store.texts))
            store.texts.append(unescaped(content))
        if formula is not None:
            self._formula(len(store.columns), column, *formula)
        store.columns.append(column)
        store.styles.append(self.styles[cell.get("s")])
        store.values.append(number)
        store.kinds.append(kind)
        store.filled[-1] |= 1 << column

    def _formula(self, index: int, column: int, attributes: dict[str, str], text: str) -> None:
        """An array formula is kept in braces; a shared one by the cell that writes it out."""
        text, kind, shared = text.strip(), attributes.get("t"), attributes.get("si", "")
        if kind == "shared" and text:
            self.masters[shared] = Formula(text, self.row, column)
        if kind == "shared" and not text and shared in self.masters:
            self.store.formulas[index] = self.masters[shared]
        elif kind in ("array", "dataTable") or text:
            self.store.formulas[index] = f"{{{text}}}" if kind in ("array", "dataTable") else text


def _number(text: str) -> float:
    """The number; not a number where it is none, or no finite one."""
    try:
        number = float(text)
    except ValueError:
        return math.nan
    return number if math.isfinite(number) else math.nan
