"""A formula of a workbook bound to the figures that it names: what a rule tests, and the arithmetic that the author sees.

A formula of few cells is spelled out; of a longer one the result is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from checker.document import Cell
from checker.figure import Figure, Run
from checker.formula.evaluate import Environment
from checker.formula.expression import Call, Expression, Negative, Number, Operation, Role
from checker.formula.leeway import point
from checker.formula.stated import Stated
from checker.formula.values import Amount, Undecided
from checker.place import cell_address
from checker.quantity import Quantity
from checker.recognise.reading import Reading
from checker.recognise.workbooks.figures import stored_figure
from checker.sheets import formulas
from checker.sheets.compute import Computed
from checker.sheets.copies import Copied
from checker.sheets.named import MOST_NAMED, Stretch
from checker.sheets.workbook import At

_MOST_SPELLED = 40
_LISTS = {"AVERAGE": "mean", "MIN": "min", "MAX": "max"}


def stated(cell: Cell, at: At, formula: Copied, computed: Computed, reading: Reading, factor: int = 1) -> Stated:
    """The formula of a cell as an expression over figures, so many times its result."""
    found = ((where, reading.workbook.cell(where)) for where in computed.cells)
    operands = {_name(where): stored_figure(one, reading) for where, one in found if one is not None}
    operands |= {f"{_name(run.first)}:": _run(run, reading) for run in computed.runs}
    expression: Expression | None = None
    if len(computed.cells) <= _MOST_SPELLED and not computed.runs:
        expression = _Spelling(at, computed.cells).spelled(formula.own)
    if expression is None or not _gives(expression, operands, computed.value, reading):
        expression = Number(computed.value * factor)
    elif factor != 1:
        expression = Operation("*", expression, Number(Fraction(factor)))
    written = cell.stored.formula if cell.stored else ""
    return Stated(text=f"={written}", place=cell.text.place(0, len(cell.text)), expression=expression, operands=operands)


def _run(run: Stretch, reading: Reading) -> Run:
    """The numbers of a long stretch taken together."""
    first, last = (reading.workbook.cell(run.first._replace(row=row)) for row in (run.rows.start, run.rows.stop - 1))
    assert first is not None
    assert last is not None
    begin, end = first.text.place(0), last.text.place(0)
    spans = ((begin.table or "", begin.row or 0, end.row or 0, begin.col or 0),) if begin.table == end.table else ()
    return Run(
        text=f"{first.text.value} + … + {last.text.value}",
        place=begin,
        quantity=Quantity(run.total),
        count=run.numbers,
        least=run.total,
        most=run.total,
        spans=spans,
    )


def _gives(expression: Expression, operands: Mapping[str, Figure], value: Fraction, reading: Reading) -> bool:
    try:
        given = Environment(operands, point, reading.units).value(expression)
    except Undecided:
        return False
    return isinstance(given, Amount) and given.interval.is_point and given.interval.low == value


def _name(at: At) -> str:
    return f"{at.sheet.casefold()}!{cell_address(at.row, at.column)}"


class _Spelling:
    def __init__(self, at: At, cells: Iterable[At]) -> None:
        self.at = at
        self.known = {_name(where) for where in cells}

    def spelled(self, tree: formulas.Formula) -> Expression | None:
        """The same in the terms of a rule's formula; None where it has none."""
        match tree:
            case formulas.Number():
                return Number(tree.value)
            case formulas.Area():
                return self._roles(tree)[0] if tree.single else None
            case formulas.Negative():
                operand = self.spelled(tree.operand)
                return None if operand is None else Negative(operand)
            case formulas.Percent():
                operand = self.spelled(tree.operand)
                return None if operand is None else Operation("/", operand, Number(Fraction(100)))
            case formulas.Operation():
                left, right = self.spelled(tree.left), self.spelled(tree.right)
                return None if left is None or right is None or tree.sign == "^" else Operation(tree.sign, left, right)
            case formulas.Call():
                return self._call(tree)

    def _call(self, call: formulas.Call) -> Expression | None:
        if call.name == "ROUND":
            value, digits = (self.spelled(argument) for argument in call.arguments)
            if value is None or not isinstance(digits, Number):
                return None
            return Call("round", (value, Number(Fraction(10) ** -digits.value.numerator)))
        if call.name == "SUMPRODUCT":
            areas = [self._roles(area) for area in call.arguments if isinstance(area, formulas.Area)]
            return _chain("+", [_chain("*", factors) for factors in zip(*areas, strict=True)]) if areas else None
        listed = self._listed(call.arguments[1:] if call.name == "SUBTOTAL" else call.arguments)
        if listed is None or not listed:
            return None
        if call.name in ("SUM", "PRODUCT"):
            return _chain("+" if call.name == "SUM" else "*", listed)
        return Call(_LISTS[call.name], tuple(listed)) if call.name in _LISTS else None

    def _listed(self, arguments: Sequence[formulas.Formula]) -> list[Expression] | None:
        """The numbers of a list; what an area holds beside numbers is left out."""
        out: list[Expression] = []
        for argument in arguments:
            if isinstance(argument, formulas.Area):
                out += [role for role in self._roles(argument) if isinstance(role, Role)]
            else:
                one = self.spelled(argument)
                if one is None:
                    return None
                out.append(one)
        return out

    def _roles(self, area: formulas.Area) -> list[Expression]:
        """Each cell of an area; nothing for one that holds no number."""
        sheet = area.sheet or self.at.sheet
        if area.size > MOST_NAMED:
            return []
        volume = self.at.volume
        names = [
            _name(At(sheet, row, column, volume)) for row in range(area.top, area.bottom + 1) for column in range(area.left, area.right + 1)
        ]
        return [Role(name) if name in self.known else Number(Fraction(0)) for name in names]


def _chain(sign: str, items: Sequence[Expression]) -> Expression:
    chain = items[0]
    for item in items[1:]:
        chain = Operation(sign, chain, item)
    return chain
