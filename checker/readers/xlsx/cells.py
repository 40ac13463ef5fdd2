"""A store → the cells of a sheet as they are shown, each made when somebody looks at it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from checker.document import Cell, Stored
from checker.locales import Style
from checker.place import Place, cell_address
from checker.readers.xlsx.store import ERROR, NUMBER, SHARED, TEXT, TRUTH, Formula, Held, Store
from checker.sheets.blocks import SheetCells
from checker.sheets.codes import GENERAL
from checker.sheets.display import exact, shown, shown_text
from checker.sheets.references import shifted
from checker.text import Text

_MOST_MERGED_ROWS = 2_000_000
_BREAKS = str.maketrans("\r\n\v\f", "    ")
_TRUTHS = ("FALSE", "TRUE")


class Book(NamedTuple):
    """What the sheets of a workbook have in common."""

    path: str
    strings: list[str]
    codes: list[str]
    style: Style
    since_1904: bool


class Sheet:
    """One sheet: `name`, and its `number` among the tabs."""

    def __init__(self, book: Book, store: Store, name: str, number: int) -> None:
        self.book = book
        self.store = store
        self.name = name
        self.number = number
        self._hidden_rows = frozenset(store.hidden_rows)
        self._hidden_columns = 0
        for first, last in store.hidden_columns:
            self._hidden_columns |= ((1 << max(0, last - first + 1)) - 1) << first
        self._merged: dict[int, list[tuple[int, int, int]]] = defaultdict(list)

    def cells(self) -> SheetCells:
        """The sheet for those who look for its tables."""
        covered = self._covered()
        filled = self.store.filled
        for row, bits in covered.items():
            filled[row] &= ~bits
        return SheetCells(filled, self.cell, self.name, covered, stored=self.stored)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at that position, merged with others or not."""
        for top, left, right in self._merged.get(row, ()):
            if left <= column <= right and (row, column) != (top, left):
                return Cell(self._own(top, left).text, merged=True)
        return self._own(row, column)

    def stored(self, row: int, column: int) -> Stored | None:
        """What is stored there; None where nothing is, or where the cell is merged with one before."""
        for top, left, right in self._merged.get(row, ()):
            if left <= column <= right and (row, column) != (top, left):
                return None
        held = self.store.at(row, column)
        return None if held is None else self._stored(held, row, column)

    def _stored(self, held: Held, row: int, column: int) -> Stored:
        hidden = row in self._hidden_rows or bool(self._hidden_columns >> column & 1)
        formula = "" if held.formula is None else _written(held.formula, row, column)
        is_text = held.kind in (TEXT, SHARED) and bool(self._text(held))
        return Stored(exact(held.value) if held.kind == NUMBER else None, formula, is_text, hidden)

    def _own(self, row: int, column: int) -> Cell:
        place = Place(file=self.book.path, page=self.number, sheet=self.name, cell=cell_address(row + 1, column + 1), offset=1)
        held = self.store.at(row, column)
        if held is None:
            return Cell(Text.at("", place))
        return Cell(Text.at(self._text(held), place).strip(), stored=self._stored(held, row, column))

    def _text(self, held: Held) -> str:
        book = self.book
        code = book.codes[held.style] if held.style < len(book.codes) else GENERAL
        if held.kind == NUMBER:
            return shown(held.value, code, book.style, book.since_1904) if held.value or self.store.shows_zeros else ""
        if held.kind == TRUTH:
            return _TRUTHS[held.value > 0]
        index = int(held.value)
        texts = book.strings if held.kind == SHARED else self.store.texts
        text = texts[index] if 0 <= index < len(texts) else ""
        return text if held.kind == ERROR else shown_text(text.translate(_BREAKS), code)

    def _covered(self) -> dict[int, int]:
        """The columns of each row that a merged cell covers which began before."""
        covered: dict[int, int] = defaultdict(int)
        room = _MOST_MERGED_ROWS
        for top, left, bottom, right in self.store.merged:
            last = min(bottom, len(self.store.filled) - 1)
            room -= last - top + 1
            if room < 0:
                break
            bits = ((1 << (right - left + 1)) - 1) << left
            for row in range(top, last + 1):
                covered[row] |= bits & ~(1 << left) if row == top else bits
                self._merged[row].append((top, left, right))
        return covered


def _written(formula: Formula, row: int, column: int) -> str:
    """The formula as it stands in that cell."""
    if (formula.row, formula.column) == (row, column) or formula.text.startswith("{"):
        return formula.text
    return shifted(formula.text, row - formula.row, column - formula.column)
