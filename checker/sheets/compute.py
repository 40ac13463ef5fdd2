"""What a formula gives from the stored values of the cells that it names, exactly.

+ - * / ^ %, SUM, AVERAGE, ROUND, COUNT, MIN, MAX, PRODUCT, SUMPRODUCT, SUBTOTAL (of 1 to 6 and 9, and those plus 100). Anything else, a text or
an error where a number should be, a hidden cell under SUBTOTAL: not decided. An empty cell is 0, texts in an area do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from checker.quantity import round_half_up
from checker.sheets.copies import Copied
from checker.sheets.formulas import Area, Call, Formula, Negative, Number, Operation, Percent
from checker.sheets.named import Named, Stretch
from checker.sheets.room import NotDecided, Room
from checker.sheets.workbook import At, Workbook

_LARGEST = 10**60
_MOST_POWER = 12
_SUBTOTALS = {1: "AVERAGE", 2: "COUNT", 4: "MAX", 5: "MIN", 6: "PRODUCT", 9: "SUM"}


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
        self.tree = formula.tree
        self.named = Named(formula, at, workbook, room)

    def result(self) -> Computed:
        value = self.value(self.tree)
        return Computed(value, self.named.largest, self.named.cells, self.named.runs)

    def value(self, formula: Formula) -> Fraction:
        match formula:
            case Number():
                value = formula.value
            case Area():
                value = self.named.single(formula)
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
        self.named.saw(value)
        return value

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
        area = call.arguments[0] if call.name == "SUM" and len(call.arguments) == 1 else None
        whole = self.named.column(area) if isinstance(area, Area) else None
        if whole is not None:
            return whole
        return _LISTED[call.name](self.numbers(call.arguments))

    def numbers(self, arguments: Sequence[Formula]) -> list[Fraction]:
        """The numbers of cells, areas and of whatever else stands between the commas."""
        found: list[Fraction] = []
        for argument in arguments:
            if isinstance(argument, Area):
                found += self.named.area(argument)
            else:
                found.append(self.value(argument))
        return found

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
        shapes = {(bottom - top, area.right - area.left) for area in areas for top, bottom in (self.named.formula.rows(area),)}
        if len(areas) != len(arguments) or len(shapes) != 1:
            raise NotDecided
        ((height, width),) = shapes
        self.named.room.take((height + 1) * (width + 1) * len(areas))
        total, corners = Fraction(0), [self.named.first(area) for area in areas]
        for row in range(height + 1):
            for column in range(width + 1):
                factors = [self.named.number_at(first._replace(row=first.row + row, column=first.column + column)) for first in corners]
                product = Fraction(1)
                for factor in factors:
                    product *= factor
                total += product
        return total

    def subtotal(self, arguments: Sequence[Formula]) -> Fraction:
        kind = arguments[0] if arguments else None
        if not isinstance(kind, Number) or kind.value.denominator != 1:
            raise NotDecided
        name = _SUBTOTALS.get(kind.value.numerator % 100)
        areas = [argument for argument in arguments[1:] if isinstance(argument, Area)]
        if name is None or not areas or len(areas) != len(arguments) - 1:
            raise NotDecided
        return _LISTED[name]([number for area in areas for number in self.named.area(area, subtotal=True)])


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
