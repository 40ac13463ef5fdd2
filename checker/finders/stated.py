"""Formulas that the document itself states: "(6) = (4) x (5)", "3=1+2" over a column, "(8)=(7)/(3)%".

    find:
      stated: {}

Roles: `target` (number), `stated` (expression), one claim a row. The columns are those that the index row numbers ("(1) (2)
(3)"), or that carry their number in their own header. An empty cell of a sum counts as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.figure import Figure
from checker.formula.expression import Expression, Negative, Number, Operation, Role, walk
from checker.formula.parse import FormulaError, parse
from checker.formula.stated import Stated
from checker.recognise.grid import Grid, Row
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.text import Text
from checker.units import PERCENT

_FORMULA = re.compile(
    r"(?<![\w.])[(\[]?(?P<target>\d{1,2}[a-z]?)[)\]]?\s?=\s?(?P<formula>[\s\d()\[\]+\-−–*x×X:/÷%.,a-z]{3,80})(?![^\W\d_])"
)
_LABEL = re.compile(r"[(\[]?(?P<label>\d{1,2}[a-z]?)[)\]]?\s*(?:=|\Z)")
_OWN_LABEL = re.compile(r"[(\[](?P<label>\d{1,2}[a-z]?)[)\]]")
_REFERENCES = (re.compile(r"[(\[](?P<label>\d{1,2}[a-z]?)[)\]]"), re.compile(r"(?<![\w.,])(?P<label>\d{1,2}[a-z]?)(?![\w.,])"))
_SIGNS = str.maketrans({"×": "*", "x": "*", "X": "*", "÷": "/", ":": "/", "−": "-", "–": "-", "[": "(", "]": ")"})
_HUNDRED = "100"

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"target": "number", "stated": "expression"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for grid in reading.grids:
        columns = _labels(grid)
        for text in [*grid.index_row.values(), *(text for column in grid.columns for text in column.headers)]:
            match = _FORMULA.search(text.folded)
            if match and match["target"] in columns:
                target = columns[match["target"]]
                formula = _formula(match["formula"], columns, grid.columns[target].measure.unit == PERCENT)
                if formula is not None:
                    yield from _claims(grid, target, formula, columns, text)


def _labels(grid: Grid) -> dict[str, int]:
    """The number of each column, from the index row or from its own header."""
    labels: dict[str, int] = {}
    for index, text in grid.index_row.items():
        match = _LABEL.match(text.folded.strip())
        if match:
            labels.setdefault(match["label"], index)
    if not labels:
        for column in grid.columns:
            own = _OWN_LABEL.search(column.leaf)
            if own:
                labels.setdefault(own["label"], column.index)
    return labels


def _formula(text: str, columns: Mapping[str, int], of_percent: bool) -> Expression | None:
    """The formula over roles "c1", "c2" …; None where it cannot be read or speaks of a column that is not there."""
    quotient = "/" in text or ":" in text
    percent = "%" in text or (of_percent and quotient)
    source = text.replace("%", "").translate(_SIGNS).strip(" .,*/")
    named = source
    for reference in _REFERENCES:  # "(7)" is a column, the brackets of "(7+8)/6" are brackets
        named = reference.sub(lambda m: f" c{m['label']} " if m["label"] in columns and m["label"] != _HUNDRED else m[0], named)
    try:
        formula = parse(named)
    except FormulaError:
        return None
    roles_ = [node.name for node in walk(formula) if isinstance(node, Role)]
    if not roles_ or any(name[1:] not in columns for name in roles_):
        return None
    if any(isinstance(node, Number) and node.value != 100 for node in walk(formula)) or isinstance(formula, Negative | Role):
        return None
    has_hundred = any(isinstance(node, Number) for node in walk(formula))
    return Operation("*", formula, Number(Fraction(100))) if percent and not has_hundred else formula


def _claims(grid: Grid, target: int, formula: Expression, columns: Mapping[str, int], where: Text) -> Iterator[Claim]:
    names = {node.name for node in walk(formula) if isinstance(node, Role)}
    adds_only = not any(isinstance(node, Operation) and node.operator in "*/" for node in walk(formula))
    for row in grid.rows:
        figure = row.figures.get(target)
        found = {name: row.figures[columns[name[1:]]] for name in names if columns[name[1:]] in row.figures}
        if figure is None or not found or (len(found) < len(names) and not adds_only):
            continue
        shown = formula if len(found) == len(names) else _without(formula, names - set(found))
        if shown is not None:
            yield _claim(grid, row, figure, shown, found, where, target)


def _without(formula: Expression, missing: set[str]) -> Expression | None:
    """A sum without the terms whose cells are empty."""
    if isinstance(formula, Role):
        return None if formula.name in missing else formula
    if not isinstance(formula, Operation):
        return formula
    left, right = _without(formula.left, missing), _without(formula.right, missing)
    if left is None:
        return right if right is None or formula.operator == "+" else Negative(right)
    return left if right is None else Operation(formula.operator, left, right)


def _claim(grid: Grid, row: Row, figure: Figure, formula: Expression, found: dict[str, Figure], where: Text, target: int) -> Claim:
    expression = Stated(text=where.value, place=where.place(0, len(where)), expression=formula, operands=found)
    return Claim(
        roles={"target": figure, "stated": expression},
        at=figure,
        section=caption(grid),
        topic=f"stated {grid.table.path} {row.index} {target}",
        words=where.value,
        named=cell_names(grid, row, target),
    )
