"""The cells that a formula of a spreadsheet names: moved to another cell, or said by how far they lie from it.

"SUM(C3:C12)" one column to the right is "SUM(D3:D12)". Two formulas are the same one copied where their relative forms are equal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checker.place import cell_address

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_NAMED = re.compile(
    r"\"[^\"]*\"|'[^']*'"
    r"|(?<![\w.$\]])(?P<fixed_column>\$?)(?P<column>[A-Za-z]{1,3})(?P<fixed_row>\$?)(?P<row>\d{1,7})(?![\w.(!])"
    r"|(?<![\w.$\]])(?P<first>\$?[A-Za-z]{1,3}):(?P<last>\$?[A-Za-z]{1,3})(?![\w.(!$])"
)
_AREA = re.compile(
    r"(?:'(?P<quoted>[^']{1,64})'!|(?P<sheet>[^\W\d][\w.]{0,64})!)?(?<![\w.])\$?(?P<left>[A-Za-z]{1,3})\$?(?P<top>\d{1,7})"
    r"(?::\$?(?P<right>[A-Za-z]{1,3})\$?(?P<bottom>\d{1,7}))?(?![\w.(!])"
)
_QUOTED = re.compile(r'"[^"]*"')
BROKEN = "#REF!"


def shifted(formula: str, rows: int, columns: int) -> str:
    """The formula copied so many rows down and columns to the right."""

    def moved(column: int, row: int, fixed_column: str, fixed_row: str) -> str:
        column, row = column if fixed_column else column + columns, row if fixed_row else row + rows
        if not (1 <= column <= _LAST_COLUMN and 1 <= row <= _LAST_ROW):
            return BROKEN
        letters = cell_address(1, column)[:-1]
        return f"{fixed_column}{letters}{fixed_row}{row}"

    return _replaced(formula, moved, columns)


def relative(formula: str, row: int, column: int) -> str:
    """The formula of the cell at row and column, 1-based, with every cell said by how far it is away: "R[0]C[-2]*R[0]C[-1]"."""

    def away(named_column: int, named_row: int, fixed_column: str, fixed_row: str) -> str:
        down = f"R{named_row}" if fixed_row else f"R[{named_row - row}]"
        right = f"C{named_column}" if fixed_column else f"C[{named_column - column}]"
        return down + right

    return _replaced(formula.upper(), away, -column).replace(" ", "")


def areas_named(formula: str) -> Iterator[tuple[str, range, range]]:
    """The cells and areas that any formula names, as sheet ("" for its own), rows and columns; also one that is not otherwise read."""
    for match in _AREA.finditer(_QUOTED.sub('""', formula)):
        sheet = (match["quoted"] or match["sheet"] or "").replace("''", "'")
        left, top = column_of(match["left"]), int(match["top"])
        right, bottom = column_of(match["right"] or match["left"]), int(match["bottom"] or match["top"])
        yield sheet, range(min(top, bottom), max(top, bottom) + 1), range(min(left, right), max(left, right) + 1)


def column_of(letters: str) -> int:
    """ "A" → 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _replaced(formula: str, told: Callable[[int, int, str, str], str], columns: int) -> str:
    """Every named cell as `told` says it; whole columns moved by so many."""

    def one(match: re.Match[str]) -> str:
        if match["column"]:
            return told(column_of(match["column"]), int(match["row"]), match["fixed_column"], match["fixed_row"])
        return ":".join(_column(match[name], columns) for name in ("first", "last")) if match["first"] else match[0]

    return _NAMED.sub(one, formula)


def _column(written: str, columns: int) -> str:
    moved = column_of(written.lstrip("$")) + columns
    return written if written.startswith("$") else cell_address(1, moved)[:-1] if 1 <= moved <= _LAST_COLUMN else str(moved)
