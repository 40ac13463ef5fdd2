"""A sheet drawn as text, for examples of rules: a line a row, a bar between cells, the first cell A1.

    | Mục  | Kinh phí          |
    | A    | 120               |
    | B    | 80.5              |
    | Cộng | =SUM(B2:B3) → 210 |

A cell is a number (with a point, never grouped), a formula with the result that is stored for it, an error (#REF!), else text. A number
that is stored as text has an apostrophe before it, as in Excel: '1.250.
"""

from __future__ import annotations

import hashlib
import re
from fractions import Fraction

from checker.document import Cell, Document, Stored, Table
from checker.place import Place, cell_address
from checker.text import Text

_SHEET = "Sheet1"
_NUMBER = re.compile(r"-?\d{1,18}(?:\.\d{1,20})?\Z")
_ERROR = re.compile(r"#[A-Z0-9/]{1,12}[!?]?\Z")
_RESULT = "→"


def drawn(text: str, path: str) -> Document:
    """The workbook of that one sheet."""
    lines = [line.strip().strip("|").split("|") for line in text.splitlines() if line.strip()]
    width = max((len(line) for line in lines), default=0)
    rows = tuple(
        tuple(_cell(written, path, row, column) for column, written in enumerate([*line, *[""] * (width - len(line))], 1))
        for row, line in enumerate(lines, 1)
    )
    tables = (Table(rows, "1", sheet=_SHEET),) if rows else ()
    return Document(path, "xlsx", hashlib.sha256(text.encode()).hexdigest(), tables)


def _cell(written: str, path: str, row: int, column: int) -> Cell:
    place = Place(file=path, page=1, sheet=_SHEET, cell=cell_address(row, column), offset=1, table="1", row=row, col=column)
    formula, value = "", written.strip()
    if value.startswith("="):
        formula, _, value = (part.strip() for part in value[1:].partition(_RESULT))
    if not formula and not value:
        return Cell(Text.at("", place))
    if _NUMBER.match(value):
        return Cell(Text.at(value, place), stored=Stored(Fraction(value), formula))
    is_text = bool(value) and not _ERROR.match(value)
    return Cell(Text.at(value.removeprefix("'"), place), stored=Stored(None, formula, is_text))
