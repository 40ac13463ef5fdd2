"""A formula of a spreadsheet as a tree: numbers, cells and areas, + - * / ^ %, calls of functions.

    sum      = product { ("+" | "-") product }
    product  = power { ("*" | "/") power }
    power    = percent { "^" percent }
    percent  = unary { "%" }
    unary    = { "+" | "-" } ( number | area | function "(" [ sum { "," sum } ] ")" | "(" sum ")" )

Whatever else a formula holds (text, comparisons, names, other workbooks, arrays) makes it one that is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from checker.sheets.references import column_of

LONGEST, _DEEPEST = 2_000, 40
_CELL = r"\$?[A-Za-z]{1,3}\$?\d{1,7}"
_TOKEN = re.compile(
    rf"\s*(?:(?P<area>(?:'(?P<quoted>[^'\[\]]{{1,64}})'!|(?P<sheet>[^\W\d][\w.]{{0,64}})!)?(?P<first>{_CELL})(?::(?P<last>{_CELL}))?(?![\w.(!:]))"
    r"|(?P<number>\d{1,30}(?:\.\d{0,30})?(?:[eE][+-]?\d{1,3})?)|(?P<name>[A-Za-z][A-Za-z0-9.]{0,40})(?=\()|(?P<sign>[-+*/^%(),;])|(?P<end>\Z))"
)
_PARTS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})\Z")


class UnreadFormula(Exception):
    """The formula holds what is not read."""


@dataclass(frozen=True)
class Number:
    value: Fraction


@dataclass(frozen=True)
class Area:
    """Cells from the top left to the bottom right one, 1-based; `sheet` is "" for the formula's own. `single` is no range."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int
    single: bool

    @property
    def size(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True)
class Operation:
    """One of + - * / ^."""

    sign: str
    left: Formula
    right: Formula


@dataclass(frozen=True)
class Negative:
    operand: Formula


@dataclass(frozen=True)
class Percent:
    operand: Formula


@dataclass(frozen=True)
class Call:
    """A function by its name in capitals."""

    name: str
    arguments: tuple[Formula, ...]


Formula = Number | Area | Operation | Negative | Percent | Call


def parse(text: str) -> Formula:
    """The tree of a formula without its sign of equality. Raises UnreadFormula."""
    if len(text) > LONGEST:
        raise UnreadFormula
    return _Parser(text).formula()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.depth = 0
        self.here = self._next(0)

    def _next(self, position: int) -> re.Match[str]:
        match = _TOKEN.match(self.text, position)
        if match is None:
            raise UnreadFormula
        return match

    def _take(self, signs: str) -> str:
        sign = self.here["sign"]
        if not sign or sign not in signs:
            return ""
        self.here = self._next(self.here.end())
        return sign

    def formula(self) -> Formula:
        tree = self.sum()
        if self.here["end"] is None:
            raise UnreadFormula
        return tree

    def sum(self) -> Formula:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise UnreadFormula
        left = self.product()
        while sign := self._take("+-"):
            left = Operation(sign, left, self.product())
        self.depth -= 1
        return left

    def product(self) -> Formula:
        left = self.power()
        while sign := self._take("*/"):
            left = Operation(sign, left, self.power())
        return left

    def power(self) -> Formula:
        left = self.percent()
        while self._take("^"):
            left = Operation("^", left, self.percent())
        return left

    def percent(self) -> Formula:
        operand = self.unary()
        while self._take("%"):
            operand = Percent(operand)
        return operand

    def unary(self) -> Formula:
        negative = False
        while sign := self._take("+-"):
            negative ^= sign == "-"
        operand = self.operand()
        return Negative(operand) if negative else operand

    def operand(self) -> Formula:
        here = self.here
        if self._take("("):
            inner = self.sum()
            if not self._take(")"):
                raise UnreadFormula
            return inner
        self.here = self._next(here.end()) if here["end"] is None else here
        if here["number"]:
            return Number(Fraction(here["number"]))
        if here["area"]:
            return _area(here)
        if here["name"]:
            return self.call(here["name"])
        raise UnreadFormula

    def call(self, name: str) -> Call:
        self._take("(")
        arguments: list[Formula] = []
        if not self._take(")"):
            arguments.append(self.sum())
            while self._take(",;"):
                arguments.append(self.sum())
            if not self._take(")"):
                raise UnreadFormula
        return Call(name.upper(), tuple(arguments))


def _area(match: re.Match[str]) -> Area:
    (left, top), (right, bottom) = _cell(match["first"]), _cell(match["last"] or match["first"])
    sheet = match["quoted"] or match["sheet"] or ""
    return Area(sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right), match["last"] is None)


def _cell(written: str) -> tuple[int, int]:
    match = _PARTS.match(written)
    if match is None:
        raise UnreadFormula
    return column_of(match[1]), int(match[2])
