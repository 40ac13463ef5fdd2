"""A sheet's part → its store: values, formulas, merged cells, what is hidden.

Only what is there counts: a dimension that claims a million columns is not looked at, and a cell far to the right is left out.
Cells come by the million: what they hold is collected a row at a time.
"""

from __future__ import annotations

import re

from checker.containers import Container
from checker.readers import MOST_COLUMNS
from checker.readers.xlsx.rows import MOST_CELLS, ON, Rows
from checker.readers.xlsx.store import Store
from checker.readers.xlsx.xml import Start, walk

_MOST_MERGED = 200_000
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})\Z")


def scan(container: Container, part: str, room: int = MOST_CELLS) -> Store:
    """The store of a sheet that has at most `room` cells. Raises ContainerError, ReadError."""
    scanner = _Scanner(room)
    walk(container, part, scanner)
    scanner.end_row()
    return scanner.store


class _Scanner:
    def __init__(self, room: int) -> None:
        self.store = Store()
        self.rows = Rows(self.store, room)
        self.characters: list[str] = []
        self.cells: list[dict[str, str]] = []
        self.contents: list[str] = []
        self.written: dict[int, tuple[dict[str, str], str]] = {}

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
                self.rows.begin(attributes)
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
        if self.cells:
            self.rows.put(self.cells, self.contents, self.written)
        self.cells.clear()
        self.contents.clear()
        self.written.clear()

    def _hide(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in ON and first.isdecimal() and last.isdecimal() and len(last) < 9:
            self.store.hidden_columns.append((int(first) - 1, min(int(last), MOST_COLUMNS) - 1))

    def _view(self, attributes: dict[str, str]) -> None:
        self.store.shows_zeros = attributes.get("showZeros", "1") in ON

    def _merge(self, attributes: dict[str, str]) -> None:
        match = _AREA.match(attributes.get("ref", ""))
        if match is None or len(self.store.merged) >= _MOST_MERGED:
            return
        left, right = self.rows.columns[match[1]], min(self.rows.columns[match[3]], MOST_COLUMNS - 1)
        top, bottom = int(match[2]) - 1, int(match[4]) - 1
        if left <= right and 0 <= top <= bottom:
            self.store.merged.append((top, left, bottom, right))
