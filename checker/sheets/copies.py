"""Formulas that were copied down a column: each is read once, and means the cells of its own row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from checker.sheets.formulas import Area, Call, Formula, Negative, Number, Operation, Percent, parse
from checker.sheets.references import relative

_ROW, _MOST_PATTERNS = "\0", 1_000
_NO_PATTERN = re.compile(r"['\"!]|(?<![A-Za-z])\0|\0[\d.(]")
"""Where the number of the row may be anything else: a number, part of one, of a function's or a sheet's name, a row that stays."""


class Copied(NamedTuple):
    """A formula as it was first read, in `first`, for one that was copied to `row`: what names the first row there means its own."""

    tree: Formula
    first: int
    row: int

    def rows(self, area: Area) -> tuple[int, int]:
        """The first and the last row of an area."""
        if self.first == self.row:
            return area.top, area.bottom
        top, bottom = (self.row if end == self.first else end for end in (area.top, area.bottom))
        return (top, bottom) if top <= bottom else (bottom, top)

    @property
    def own(self) -> Formula:
        """The tree with its own rows."""
        return self._own(self.tree)

    def _own(self, tree: Formula) -> Formula:
        match tree:
            case Number():
                return tree
            case Area():
                top, bottom = self.rows(tree)
                return replace(tree, top=top, bottom=bottom)
            case Negative():
                return Negative(self._own(tree.operand))
            case Percent():
                return Percent(self._own(tree.operand))
            case Operation():
                return Operation(tree.sign, self._own(tree.left), self._own(tree.right))
            case Call():
                return Call(tree.name, tuple(map(self._own, tree.arguments)))


class Formulas:
    """The trees of many formulas. One that was copied down a column differs from the one above in its row alone, and is not read again."""

    def __init__(self) -> None:
        self._trees: dict[str, tuple[Formula, int]] = {}
        self._relative: dict[tuple[str, int], str] = {}

    def parse(self, text: str, row: int) -> Copied:
        """The formula of a cell in that row. Raises UnreadFormula."""
        pattern = _pattern(text, row)
        if pattern is not None and pattern in self._trees:
            return Copied(*self._trees[pattern], row)
        tree = parse(text)
        if pattern is not None and len(self._trees) < _MOST_PATTERNS:
            self._trees[pattern] = tree, row
        return Copied(tree, row, row)

    def relative(self, text: str, row: int, column: int) -> str:
        """What `references.relative` says of it."""
        pattern = _pattern(text, row)
        if pattern is None:
            return relative(text, row, column)
        known = self._relative.get((pattern, column))
        if known is None:
            known = relative(text, row, column)
            if len(self._relative) < _MOST_PATTERNS:
                self._relative[pattern, column] = known
        return known


def _pattern(text: str, row: int) -> str | None:
    """The formula without the number of its row; None where that is not there, or may be anything else."""
    pattern = text.replace(str(row), _ROW)
    return None if _ROW in text or _ROW not in pattern or _NO_PATTERN.search(pattern) else pattern
