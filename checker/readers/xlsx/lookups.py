"""What the attributes of cells say, each spelling worked out once: they come by the million, and there are few."""

from __future__ import annotations

import itertools
import re

from checker.readers import MOST_COLUMNS

_LETTERS = re.compile(r"[A-Z]{1,3}\Z")


class Columns(dict[str, int]):
    """The number of a column by its letters: "A" → 0. What names no column that is read is far out."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters if _LETTERS.match(letters) else ():
            number = number * 26 + ord(letter) - 64
        number = number - 1 if 1 <= number <= MOST_COLUMNS else MOST_COLUMNS
        if len(self) <= MOST_COLUMNS:
            self[letters] = number
        return number


class Patterns(dict[tuple[int, ...], int]):
    """The bits of columns; 0 where they are out of order."""

    def __missing__(self, columns: tuple[int, ...]) -> int:
        in_order = columns[-1] < MOST_COLUMNS and all(a < b for a, b in itertools.pairwise(columns))
        bits = sum(1 << column for column in columns) if in_order else 0
        if len(self) < 1_000:
            self[columns] = bits
        return bits


class Styles(dict[str | None, int]):
    """The number of a format as written: "3" → 3."""

    def __missing__(self, given: str | None) -> int:
        number = int(given) if given and given.isdecimal() and len(given) < 5 else 0
        if len(self) < 10_000:
            self[given] = number
        return number
