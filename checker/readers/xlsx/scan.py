"""A sheet's part → its store: values, formulas, merged cells, what is hidden.

Only what is there counts: a dimension that claims a million columns is not looked at, and a cell far to the right is left out.
Cells come by the million: they are collected row by row, and a row of plain numbers and shared texts goes into the store at once.
"""

from __future__ import annotations

import itertools
import math
import re

from checker.containers import Container
from checker.readers import MOST_COLUMNS, ReadError
from checker.readers.xlsx.store import ERROR, NUMBER, SHARED, TEXT, TRUTH, Formula, Store
from checker.readers.xlsx.strings import unescaped
from checker.readers.xlsx.xml import Start, walk

MOST_CELLS = 3_000_000
LAST_ROW = 1 << 20
_MOST_MERGED = 200_000
_KINDS = {None: NUMBER, "n": NUMBER, "s": SHARED, "str": TEXT, "inlineStr": TEXT, "b": TRUTH, "e": ERROR, "d": TEXT}
_PLAIN = {None: NUMBER, "n": NUMBER, "s": SHARED}
_LETTERS = re.compile(r"[A-Z]{1,3}\Z")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})\Z")
_DIGITS = "0123456789"
_ON = ("1", "true", "on")
_OUT = MOST_COLUMNS


def scan(container: Container, part: str, room: int = MOST_CELLS) -> Store:
    """The store of a sheet that has at most `room` cells. Raises ContainerError, ReadError."""
    scanner = _Scanner(room)
    walk(container, part, scanner)
    scanner.end_row()
    return scanner.store


class _Columns(dict[str, int]):
    """The number of a column by its letters: "A" → 0. What names no column that is read is far out."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters if _LETTERS.match(letters) else ():
            number = number * 26 + ord(letter) - 64
        number = number - 1 if 1 <= number <= MOST_COLUMNS else _OUT
        if len(self) <= MOST_COLUMNS:
            self[letters] = number
        return number


class _Patterns(dict[tuple[int, ...], int]):
    """The bits of columns; 0 where they are out of order."""

    def __missing__(self, columns: tuple[int, ...]) -> int:
        in_order = columns[-1] < MOST_COLUMNS and all(a < b for a, b in itertools.pairwise(columns))
        bits = sum(1 << column for column in columns) if in_order else 0
        if len(self) < 1_000:
            self[columns] = bits
        return bits


class _Styles(dict[str | None, int]):
    """The number of a format as written: "3" → 3."""

    def __missing__(self, given: str | None) -> int:
        number = int(given) if given and given.isdecimal() and len(given) < 5 else 0
        if len(self) < 10_000:
            self[given] = number
        return number


class _Scanner:
    def __init__(self, room: int) -> None:
        self.store = Store()
        self.characters: list[str] = []
        self.room = room
        self.row = -1
        self.skipped = False
        self.cells: list[dict[str, str]] = []
        self.contents: list[str] = []
        self.written: dict[int, tuple[dict[str, str], str]] = {}
        self.masters: dict[str, Formula] = {}
        self.columns = _Columns()
        self.styles = _Styles()
        self.patterns = _Patterns()

    def root(self, prefix: str) -> tuple[Start, None]:
        cell, value, formula, item, text, phonetic = (prefix + name for name in ("c", "v", "f", "is", "t", "rPh"))
        inside = {item, text, phonetic, prefix + "r", prefix + "rPr"}
        characters, cells, contents, written = self.characters, self.cells, self.contents, self.written
        within, held, attributes_of, is_open = "", "", dict[str, str](), False

        def end() -> None:
            """The cell that is open has all its content."""
            nonlocal within, held, is_open
            if within == "f":
                written[len(contents)] = attributes_of, "".join(characters)
            contents.append(held + "".join(characters) if within in ("v", "t") else held)
            within, held, is_open = "", "", False

        def start(name: str, attributes: dict[str, str], /) -> None:
            nonlocal within, held, attributes_of, is_open
            if name == value:
                if within == "f":
                    written[len(contents)] = attributes_of, "".join(characters)
                within = "v"
            elif name == cell:
                if within == "v":
                    contents.append("".join(characters))
                    within = ""
                elif is_open:
                    end()
                cells.append(attributes)
                is_open = True
            elif name == formula:
                attributes_of, within = attributes, "f"
            elif name in inside and is_open:
                held = "" if name == item else held + ("".join(characters) if within == "t" else "")
                phonetic_run = within == "phonetic" or name == phonetic
                within = "phonetic" if phonetic_run else "t" if name == text else ""
            else:
                if is_open:
                    end()
                self._other(name[len(prefix) :], attributes)
            characters.clear()

        self._end = end
        return start, None

    def _other(self, name: str, attributes: dict[str, str]) -> None:
        """An element that is no cell and no part of one."""
        match name:
            case "row":
                self.end_row()
                self._begin_row(attributes)
            case "mergeCell":
                self._merge(attributes)
            case "col":
                self._hide(attributes)
            case "sheetView":
                self._view(attributes)

    def end_row(self) -> None:
        """Puts the cells of the row that is open into the store."""
        if len(self.cells) > len(self.contents):
            self._end()
        if self.cells and not self._plain_row():
            self._mixed_row()
        self.cells.clear()
        self.contents.clear()
        self.written.clear()

    def _plain_row(self) -> bool:
        """A row of nothing but numbers and shared texts, in order."""
        store, cells, known = self.store, self.cells, self.columns
        try:
            values = list(map(float, self.contents))
            columns = [known[cell["r"].rstrip(_DIGITS)] for cell in cells]
            kinds = [_PLAIN[cell.get("t")] for cell in cells]
        except (ValueError, KeyError):
            return False
        first = len(store.columns)
        bits = self.patterns[tuple(columns)]
        if not bits or self.skipped or first + len(cells) > self.room or not math.isfinite(sum(values)):
            return False
        store.values.extend(values)
        store.columns.extend(columns)
        store.kinds.extend(kinds)
        store.styles.extend([self.styles[cell.get("s")] for cell in cells])
        store.filled[-1] = bits
        for index, (attributes, text) in self.written.items():
            self._formula(first + index, columns[index], attributes, text)
        return True

    def _mixed_row(self) -> None:
        at = -1
        for index, (cell, content) in enumerate(zip(self.cells, self.contents, strict=True)):
            column = self.columns[cell["r"].rstrip(_DIGITS)] if "r" in cell else at + 1
            formula = self.written.get(index)
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
        number = _number(content) if kind in (NUMBER, SHARED) else float(content.strip() in _ON)
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

    def _begin_row(self, attributes: dict[str, str]) -> None:
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
        if attributes.get("hidden") in _ON:
            store.hidden_rows.append(row)

    def _hide(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in _ON and first.isdecimal() and last.isdecimal() and len(last) < 9:
            self.store.hidden_columns.append((int(first) - 1, min(int(last), MOST_COLUMNS) - 1))

    def _view(self, attributes: dict[str, str]) -> None:
        self.store.shows_zeros = attributes.get("showZeros", "1") in _ON

    def _merge(self, attributes: dict[str, str]) -> None:
        match = _AREA.match(attributes.get("ref", ""))
        if match is None or len(self.store.merged) >= _MOST_MERGED:
            return
        left, right = self.columns[match[1]], min(self.columns[match[3]], MOST_COLUMNS - 1)
        top, bottom = int(match[2]) - 1, int(match[4]) - 1
        if left <= right and 0 <= top <= bottom:
            self.store.merged.append((top, left, bottom, right))


def _number(text: str) -> float:
    """The number; not a number where it is none, or no finite one."""
    try:
        number = float(text)
    except ValueError:
        return math.nan
    return number if math.isfinite(number) else math.nan
