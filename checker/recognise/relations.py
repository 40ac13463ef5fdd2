"""Which columns of a table belong together: shown by the rows themselves.

A header seldom says what a column was computed from. The rows do: where a column equals the sum of its neighbours in most
rows, it is their sum, and the rows in which it is not are the ones to look at. Every function gives relations with
their evidence: in how many rows they fit (`hits`) of those that have all the figures (`rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from checker.figure import Figure
from checker.quantity import cut, round_half_up
from checker.recognise.cells import in_unit_of
from checker.recognise.grid import Column, Grid, Row
from checker.units import PERCENT

_SAMPLE = 60
_MOST_PARTS = 14
_REACH = 9
_ENOUGH = 4
_LOOSEST = Fraction(1, 50)  # rounding of small numbers would let any percentage fit

Fits = Callable[[Figure, Sequence[Figure]], bool | None]
"""Does the row fit? None where it proves nothing (all zero)."""


@dataclass(frozen=True)
class Relation:
    """`target` is computed from `operands` (columns by index)."""

    target: int
    operands: tuple[int, ...]
    hits: int
    rows: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.hits, self.rows) if self.rows else Fraction(0)


def weigh(
    grid: Grid, target: int, operands: tuple[int, ...], fits: Fits, blanks: bool = False, among: Sequence[Row] | None = None
) -> Relation:
    """The evidence for one relation, `among` some rows or all. `blanks`: an empty operand counts as nothing instead of excusing the row.

    A relation that none of the first rows fits is given up.
    """
    hits = rows = 0
    for row in (grid.evidence.rows if among is None else among)[:_SAMPLE]:
        stated = row.figures.get(target)
        figures = [_like(grid, column, row.figures.get(column), stated) for column in operands]
        known = [figure for figure in figures if figure is not None]
        if stated is None or not known or (len(known) < len(figures) and not (blanks and len(known) > 1)):
            continue
        fit = fits(stated, known)
        if fit is not None:
            rows += 1
            hits += fit
        if not hits and rows >= _ENOUGH:
            break
    return Relation(target, operands, hits, rows)


# ------------------------------------------------------------------------------------------------ sums


def fits_sum(total: Figure, parts: Sequence[Figure]) -> bool | None:
    if sum(part.quantity.value != 0 for part in parts) < 2:
        return None
    gap = abs(total.quantity.value - sum(part.quantity.value for part in parts))
    return gap <= (0 if total.quantity.whole else total.quantity.step * (len(parts) + 1) / 2)


def sum_relations(grid: Grid) -> list[Relation]:
    """Columns that may be the sum of others: by the shape of the headers, and by runs of neighbours."""
    return _once(grid, sum_relations, lambda: _sum_relations(grid))


def _once(grid: Grid, key: object, weigh_all: Callable[[], list[Relation]]) -> list[Relation]:
    """The stretches of a long table share their evidence: it is weighed once."""
    known = grid.evidence.known
    if key not in known:
        known[key] = weigh_all()
    return cast(list[Relation], known[key])


def _sum_relations(grid: Grid) -> list[Relation]:
    found: dict[tuple[int, tuple[int, ...]], Relation] = {}
    for target, operands in _sum_candidates(grid):
        key = (target, operands)
        if key not in found:
            found[key] = weigh(grid, target, operands, fits_sum, blanks=True)
    return sorted(found.values(), key=lambda r: (-r.share, -r.rows, -len(r.operands)))


def _sum_candidates(grid: Grid) -> Iterator[tuple[int, tuple[int, ...]]]:
    numbers = [column for column in grid.numbers if column.measure.unit != PERCENT]
    for position, target in enumerate(numbers):
        alike = [c for c in numbers if c is not target and _may_be_added(c, target)]
        same_leaf = [c.index for c in alike if c.leaf == target.leaf and c.group != target.group]
        if len(same_leaf) > 1:
            yield target.index, tuple(same_leaf)
        for direction in (numbers[position + 1 :], numbers[:position][::-1]):
            run: list[int] = []
            for column in direction[:_MOST_PARTS]:
                if not _may_be_added(column, target):
                    break
                run.append(column.index)
                if len(run) > 1:
                    yield target.index, tuple(sorted(run))


def addable(one: Column, other: Column) -> bool:
    """Are both columns in one unit?"""
    return one.measure.unit == other.measure.unit and one.measure.power == other.measure.power and one.measure.per == other.measure.per


def _may_be_added(part: Column, total: Column) -> bool:
    """In one unit; or the part's own header names none, and the rows must show it."""
    return addable(part, total) or part.assumed


def _like(grid: Grid, column: int, part: Figure | None, total: Figure | None) -> Figure | None:
    """The part, in the unit of the total where its own column names none."""
    if part is None or total is None or not grid.columns[column].assumed:
        return part
    return part if (part.unit, part.power) == (total.unit, total.power) else in_unit_of(part, total)


def parts_of(grid: Grid, row: Row, total: int, operands: Sequence[int]) -> tuple[Figure, ...]:
    """The figures of a row that its total adds up, in the total's unit."""
    found = (_like(grid, column, row.figures.get(column), row.figures.get(total)) for column in operands)
    return tuple(figure for figure in found if figure is not None)


def is_mixed(grid: Grid, relation: Relation) -> bool:
    """Are there parts whose unit only the rows show?"""
    return any(not addable(grid.columns[operand], grid.columns[relation.target]) for operand in relation.operands)


# ------------------------------------------------------------------------------------------------ percentages


def fits_ratio(percent: Figure, operands: Sequence[Figure]) -> bool | None:
    part, whole = (operand.quantity for operand in operands)
    if not whole.value or not part.value:
        return None
    relative = part.step / part.value / 2 + whole.step / whole.value / 2
    return _reached(percent, 100 * part.value / whole.value, min(relative, _LOOSEST))


def fits_change_percent(percent: Figure, operands: Sequence[Figure]) -> bool | None:
    now, before = (operand.quantity for operand in operands)
    if not before.value or now.value == before.value:
        return None
    change = 100 * (now.value - before.value) / before.value
    error = min((now.step + before.step) / 2 / abs(before.value), _LOOSEST) * 100
    return _reached(percent, abs(change) if percent.quantity.value >= 0 else change, Fraction(0), error)


def _reached(percent: Figure, value: Fraction, relative: Fraction, error: Fraction = Fraction(0)) -> bool:
    stated, step = percent.quantity.value, percent.quantity.step
    if round_half_up(value, step) == stated or cut(value, step) == stated:
        return True
    return abs(value - stated) <= step / 2 + abs(value * relative) + error


def percent_relations(grid: Grid, percent: Column, fits: Fits) -> list[Relation]:
    """The pairs of columns from which a column of percentages may come, those with the best evidence first."""
    numbers = [c for c in grid.numbers if c.measure.unit != PERCENT and abs(c.index - percent.index) <= _REACH]
    pairs = ((a.index, b.index) for a in numbers for b in numbers if a is not b and _same_dimension(a, b))
    return _once(grid, (fits, percent.index), lambda: _ranked(grid, percent.index, pairs, fits))


def _same_dimension(one: Column, other: Column) -> bool:
    return one.measure.unit == other.measure.unit or not one.measure.known or not other.measure.known


def _ranked(grid: Grid, target: int, candidates: Iterable[tuple[int, ...]], fits: Fits) -> list[Relation]:
    weighed = [weigh(grid, target, operands, fits) for operands in candidates]
    return sorted(weighed, key=lambda r: (-r.hits, -r.share, sum(abs(target - o) for o in r.operands)))


# ------------------------------------------------------------------------------------------------ differences


def fits_difference(stated: Figure, operands: Sequence[Figure]) -> bool | None:
    now, before = (operand.quantity for operand in operands)
    gap = now.value - before.value
    if not gap and not stated.quantity.value:
        return None
    tolerance = Fraction(0) if stated.quantity.whole else stated.quantity.step * Fraction(3, 2)
    return min(abs(stated.quantity.value - gap), abs(abs(stated.quantity.value) - abs(gap))) <= tolerance


def difference_relations(grid: Grid, target: Column) -> list[Relation]:
    """The pairs of columns whose difference a column may be."""
    numbers = [c for c in grid.numbers if c is not target and addable(c, target) and abs(c.index - target.index) <= _REACH]
    pairs = ((a.index, b.index) for a in numbers for b in numbers if a is not b)
    return _once(grid, (fits_difference, target.index), lambda: _ranked(grid, target.index, pairs, fits_difference))


def rows_with(grid: Grid, columns: Sequence[int]) -> Iterator[tuple[Row, tuple[Figure, ...]]]:
    """The rows that have a figure in each of the columns."""
    for row in grid.rows:
        figures = tuple(row.figures[column] for column in columns if column in row.figures)
        if len(figures) == len(columns):
            yield row, figures
