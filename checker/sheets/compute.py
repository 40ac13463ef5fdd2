"""What a formula gives from the stored values of the cells that it names, exactly.

+ - * / ^ %, SUM, AVERAGE, ROUND, COUNT, MIN, MAX, PRODUCT, SUMPRODUCT, SUBTOTAL (of 1 to 6 and 9, and those plus 100). Anything else, a text or
an error where a number should be, a hidden cell under SUBTOTAL: not decided. An empty cell is 0, texts in an area do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from checker.quantity import is_less, round_half_up
from checker.sheets.copies import Copied
from checker.sheets.formulas import Area, Call, Formula, Negative, Number, Operation, Percent
from checker.sheets.room import NotDecided, Room
from checker.sheets.workbook import At, Workbook

MOST_NAMED = 2_000
_LARGEST = 10**60
_MOST_POWER = 12
_SUBTOTALS = {1: "AVERAGE", 2: "COUNT", 4: "MAX", 5: "MIN", 6: "PRODUCT", 9: "SUM"}
_SUBTOTAL = "SUBTOTAL("


class Stretch(NamedTuple):
    """Rows of a column, from `first` on: their sum, and how many of them hold numbers."""

    first: At
    rows: range
    total: Fraction
    numbers: int


@dataclass
class Computed:
    """`value`; the largest number on the way to it, for computers keep fifteen digits of that; the first of the cells with numbers that it
    is from, in order; the long stretches of columns that it adds up."""

    value: Fraction
    largest: Fraction
    cells: dict[At, None] = field(default_factory=dict)
    runs: list[Stretch] = field(default_factory=list)


def compute(formula: Copied, at: At, workbook: Workbook, room: Room) -> Computed:
    """What the formula of the cell at that address gives. Raises NotDecided."""
    return _Computing(formula, at, workbook, room).result()


class _Computing:
    def __init__(self, formula: Copied, at: At, workbook: Workbook, room: Room) -> None:
        self.formula = formula
        self.at = at
        self.workbook = workbook
        self.room = room
        self.largest = Fraction(0)
        self.cells: dict[At, None] = {}
        self.runs: list[Stretch] = []

    def result(self) -> Computed:
        return Computed(self.value(self.formula.tree), self.largest, self.cells, self.runs)

    def value(self, formula: Formula) -> Fraction:
        match formula:
            case Number():
                value = formula.value
            case Area():
                value = self.single(formula)
            case Negative():
                value = -self.value(formula.operand)
            case Percent():
                value = self.value(formula.operand) / 100
            case Operation():
                value = self.operation(formula.sign, self.value(formula.left), self.value(formula.right))
            case Call():
                value = self.call(formula)
        if abs(value.numerator) > _LARGEST * value.denominator or value.denominator > _LARGEST:
            raise NotDecided
        size = abs(value)
        if is_less(self.largest, size):
            self.largest = size
        return value

    def single(self, area: Area) -> Fraction:
        """The number of one cell."""
        if not area.single:
            raise NotDecided
        at = self.first(area)
        self.room.take(1)
        stored = self.workbook.stored(at)
        if stored is None:
            return Fraction(0)
        if stored.value is None:
            raise NotDecided
        self._take(at)
        return stored.value

    def _take(self, at: At) -> None:
        if len(self.cells) < MOST_NAMED:
            self.cells[at] = None

    def first(self, area: Area) -> At:
        """Where an area begins."""
        at = At(area.sheet or self.at.sheet, self.formula.rows(area)[0], area.left, self.at.volume)
        if area.sheet and not self.workbook.has(at):
            raise NotDecided
        return at

    def operation(self, sign: str, left: Fraction, right: Fraction) -> Fraction:
        match sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
        if sign == "/" and right:
            return left / right
        if sign == "^" and right.denominator == 1 and abs(right) <= _MOST_POWER and (left or right > 0):
            return Fraction(left**right.numerator)
        raise NotDecided

    def call(self, call: Call) -> Fraction:
        if call.name == "ROUND":
            return self.round(call.arguments)
        if call.name == "SUMPRODUCT":
            return self.sum_of_products(call.arguments)
        if call.name == "SUBTOTAL":
            return self.subtotal(call.arguments)
        if call.name not in _LISTED:
            raise NotDecided
        whole = self.column(call) if call.name == "SUM" else None
        if whole is not None:
            return whole
        return _LISTED[call.name](self.numbers(call.arguments))

    def column(self, call: Call) -> Fraction | None:
        """The sum of a long stretch of a column; None for another sum."""
        area = call.arguments[0] if len(call.arguments) == 1 else None
        if not isinstance(area, Area) or area.left != area.right:
            return None
        first = self.first(area)
        rows, _ = self.workbook.clipped(first, self.formula.rows(area)[1], area.right)
        column = self.workbook.column(first, rows)
        if column is None or not column.is_plain(rows):
            return None
        self.largest = max(self.largest, column.largest(rows))
        self.runs.append(Stretch(first._replace(row=rows.start), rows, column.sum(rows), column.count(rows)))
        return column.sum(rows)

    def numbers(self, arguments: Sequence[Formula]) -> list[Fraction]:
        """The numbers of cells, areas and of whatever else stands between the commas."""
        found: list[Fraction] = []
        for argument in arguments:
            if isinstance(argument, Area):
                found += self.area(argument)
            else:
                found.append(self.value(argument))
        return found

    def area(self, area: Area, subtotal: bool = False) -> list[Fraction]:
        """The numbers of an area; a subtotal leaves out other subtotals."""
        first = self.first(area)
        rows, columns = self.workbook.clipped(first, self.formula.rows(area)[1], area.right)
        self.room.take(len(rows) * len(columns))
        found: list[Fraction] = []
        for at, stored in self.workbook.area(first, rows, columns):
            if stored.value is None and (stored.is_text or self._is_empty(at)):
                continue
            if subtotal and stored.hidden:
                raise NotDecided
            if subtotal and _SUBTOTAL in stored.formula.upper():
                continue
            if stored.value is None:
                raise NotDecided
            self._take(at)
            found.append(stored.value)
        self.largest = max(self.largest, max(map(abs, found), default=Fraction(0)))
        return found

    def _is_empty(self, at: At) -> bool:
        cell = self.workbook.cell(at)
        return cell is None or not cell.text.value

    def round(self, arguments: Sequence[Formula]) -> Fraction:
        if len(arguments) != 2:
            raise NotDecided
        value, digits = self.value(arguments[0]), self.value(arguments[1])
        if digits.denominator != 1 or abs(digits) > _MOST_POWER:
            raise NotDecided
        return round_half_up(value, Fraction(10) ** -digits.numerator)

    def sum_of_products(self, arguments: Sequence[Formula]) -> Fraction:
        """Of areas of one shape, cell by cell; what is no number counts as nothing."""
        areas = [argument for argument in arguments if isinstance(argument, Area)]
        shapes = {(bottom - top, area.right - area.left) for area in areas for top, bottom in (self.formula.rows(area),)}
        if len(areas) != len(arguments) or len(shapes) != 1:
            raise NotDecided
        ((height, width),) = shapes
        self.room.take((height + 1) * (width + 1) * len(areas))
        total, corners = Fraction(0), [self.first(area) for area in areas]
        for row in range(height + 1):
            for column in range(width + 1):
                factors = [self.number_at(first._replace(row=first.row + row, column=first.column + column)) for first in corners]
                product = Fraction(1)
                for factor in factors:
                    product *= factor
                total += product
        return total

    def number_at(self, at: At) -> Fraction:
        stored = self.workbook.stored(at)
        if stored is None or (stored.value is None and stored.is_text):
            return Fraction(0)
        if stored.value is None:
            raise NotDecided
        self._take(at)
        return stored.value

    def subtotal(self, arguments: Sequence[Formula]) -> Fraction:
        kind = arguments[0] if arguments else None
        if not isinstance(kind, Number) or kind.value.denominator != 1:
            raise NotDecided
        name = _SUBTOTALS.get(kind.value.numerator % 100)
        areas = [argument for argument in arguments[1:] if isinstance(argument, Area)]
        if name is None or not areas or len(areas) != len(arguments) - 1:
            raise NotDecided
        return _LISTED[name]([number for area in areas for number in self.area(area, subtotal=True)])


def _product(numbers: Sequence[Fraction]) -> Fraction:
    if not numbers:
        return Fraction(0)
    product = Fraction(1)
    for number in numbers:
        product *= number
        if abs(product.numerator) > _LARGEST * product.denominator or product.denominator > _LARGEST:
            raise NotDecided
    return product


def _mean(numbers: Sequence[Fraction]) -> Fraction:
    if not numbers:
        raise NotDecided
    return sum(numbers, Fraction(0)) / len(numbers)


_LISTED: Mapping[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "SUM": lambda numbers: sum(numbers, Fraction(0)),
    "AVERAGE": _mean,
    "COUNT": lambda numbers: Fraction(len(numbers)),
    "MIN": lambda numbers: min(numbers, default=Fraction(0)),
    "MAX": lambda numbers: max(numbers, default=Fraction(0)),
    "PRODUCT": _product,
}
