"""What a simple formula gives, as a numerator and a denominator: + - * / of single cells and numbers, nearly all that a long table has.

Fractions are reduced at every step, and that takes longer than all the rest. What is not that simple: None, and `compute` tells.
"""

from __future__ import annotations

from checker.sheets.copies import Copied
from checker.sheets.formulas import Area, Formula, Negative, Number, Operation, Percent
from checker.sheets.workbook import At, Workbook

_MOST_CELLS = 12

Ratio = tuple[int, int]
"""A numerator and a denominator that is more than 0."""


class Quick:
    """`cells` are those with numbers that it is from."""

    def __init__(self, formula: Copied, at: At, workbook: Workbook) -> None:
        self.cells: list[At] = []
        self._formula = formula
        self._at = at
        self._workbook = workbook

    def ratio(self, tree: Formula) -> Ratio | None:
        match tree:
            case Area():
                return self._cell(tree)
            case Operation():
                left, right = self.ratio(tree.left), self.ratio(tree.right)
                return None if left is None or right is None else _operation(tree.sign, *left, *right)
            case Number():
                return tree.value.numerator, tree.value.denominator
            case Negative():
                operand = self.ratio(tree.operand)
                return None if operand is None else (-operand[0], operand[1])
            case Percent():
                operand = self.ratio(tree.operand)
                return None if operand is None else (operand[0], operand[1] * 100)
        return None

    def _cell(self, area: Area) -> Ratio | None:
        if not area.single or area.sheet or len(self.cells) >= _MOST_CELLS:
            return None
        at = self._at._replace(row=self._formula.rows(area)[0], column=area.left)
        stored = self._workbook.stored(at)
        if stored is None or stored.value is None:
            return None
        self.cells.append(at)
        return stored.value.numerator, stored.value.denominator


def _operation(sign: str, top: int, bottom: int, other: int, under: int) -> Ratio | None:
    match sign:
        case "+":
            return top * under + other * bottom, bottom * under
        case "-":
            return top * under - other * bottom, bottom * under
        case "*":
            return top * other, bottom * under
    if sign != "/" or not other:
        return None
    return (top * under, bottom * other) if other > 0 else (-top * under, -bottom * other)
