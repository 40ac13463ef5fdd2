"""Columns by their headers, row by row: quantity, unit price and amount; or whatever a rule names.

    find:
      rows:
        columns:
          quantity: {vi: [số lượng, SL], en: [quantity]}
          price: {vi: [đơn giá], en: [unit price]}
          amount: {vi: [thành tiền, kinh phí], en: [amount]}
        together: [quantity]    # several columns of that name may play it as their product: people × days × rate
        nonzero: [quantity]     # rows in which it is 0 make no claim; a formula divides only by such a role
        support: 1/2            # so many of the rows must hold, or the columns were misread

Roles: one a named column (number). A row in which one of them is empty makes no claim. Where several columns bear a name,
those that stand closest together are taken; a column whose header is the name alone goes first.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.figure import Figure
from checker.formula.expression import Expression, Operation, Role
from checker.formula.stated import Filling, Stated
from checker.recognise.cells import as_counted
from checker.recognise.cues import Cues, loose_cues
from checker.recognise.grid import Column, Grid, Row
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.units import PERCENT

_MOST_CANDIDATES = 4
_SHARE = re.compile(r"\d{1,3}/[1-9]\d{0,2}|[01]?\.?\d{1,3}")

Chosen = Mapping[str, tuple[Column, ...]]
"""The columns that play each role, in the order of the rule."""

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    columns: dict[str, Cues]
    not_these: Cues = {}
    together: list[str] = []
    support: str = "1/2"
    nonzero: list[str] = []

    def __post_init__(self) -> None:
        if not _SHARE.fullmatch(self.support) or not 0 <= Fraction(self.support) <= 1:
            raise ValueError("'support' is a share of the rows, from 0 to 1, as 1/2 or 0.6")


def roles(options: Options) -> Mapping[str, str]:
    return dict.fromkeys(options.columns, "number")


def zero(options: Options) -> Collection[str]:
    return options.columns.keys() - set(options.nonzero)


def problem(options: Options) -> str:
    """What is said not to be 0 is a column."""
    others = [name for name in options.nonzero if name not in options.columns]
    return f"'nonzero' speaks of '{others[0]}', which is none of the columns" if others else ""


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for grid in reading.grids:
        candidates = _candidates(grid, reading, options)
        chosen = _nearest(candidates)
        if chosen is not None:
            for several in _together(candidates, chosen, options):
                yield from _claims(grid, several, options)
            yield from _claims(grid, {name: (column,) for name, column in chosen.items()}, options)


def trace(reading: Reading, options: Options) -> Iterator[str]:
    """For each table the columns that play the roles, or those that are missing."""
    for grid in reading.grids:
        candidates = _candidates(grid, reading, options)
        headers = " | ".join(column.header for column in grid.columns if column.header)
        for name, words in options.columns.items():
            found = " or ".join(f"“{column.header}”" for column in candidates[name])
            wanted = " or ".join(f"'{word}'" for word in words.get(reading.locale.language, ()))
            yield f"table {grid.table.path}: {name}: {found or f'no column of figures like {wanted}; the headers are {headers}'}"
    if not reading.grids:
        yield "the document has no table"


def _candidates(grid: Grid, reading: Reading, options: Options) -> dict[str, list[Column]]:
    """The columns that bear each role's name."""
    excluded = loose_cues(options.not_these, reading.locale)
    usable = [c for c in grid.numbers if c.measure.unit != PERCENT and not excluded.search(c.header)]
    candidates: dict[str, list[Column]] = {}
    for name, words in options.columns.items():
        pattern = loose_cues(words, reading.locale)
        candidates[name] = [c for c in usable if pattern.search(c.header)]
        exact = [c for c in candidates[name] if pattern.match(c.leaf)]
        candidates[name] = (exact or candidates[name])[:_MOST_CANDIDATES]
    return candidates


def _nearest(candidates: Mapping[str, list[Column]]) -> dict[str, Column] | None:
    """A column for each role, all different, those that stand closest together; None where one is missing."""
    choices = [combo for combo in itertools.product(*candidates.values()) if len({c.index for c in combo}) == len(combo)]
    if not choices:
        return None
    nearest = min(choices, key=lambda combo: max(c.index for c in combo) - min(c.index for c in combo))
    return dict(zip(candidates, nearest, strict=True))


def _together(candidates: Mapping[str, list[Column]], chosen: Mapping[str, Column], options: Options) -> Iterator[Chosen]:
    """The same choice, all columns of a role's name playing it together."""
    for name in options.together:
        others = {column.index for role, column in chosen.items() if role != name}
        columns = tuple(column for column in candidates[name] if column.index not in others)
        if len(columns) > 1:
            yield {role: columns if role == name else (column,) for role, column in chosen.items()}


def _claims(grid: Grid, chosen: Chosen, options: Options) -> Iterator[Claim]:
    """A claim for each row in which every role is filled; of several columns that play one, those that are."""
    columns = [column for several in chosen.values() for column in several]
    last = columns[-1].index
    for row in grid.rows:
        filled = {name: _figures(row, several, name in options.together) for name, several in chosen.items()}
        if last not in row.figures or not all(filled.values()):
            continue
        if any(not figure.quantity.value for name in options.nonzero for figure in filled[name]):
            continue
        yield Claim(
            roles={name: _filling(figures) for name, figures in filled.items()},
            at=row.figures[last],
            section=caption(grid),
            topic=f"rows {grid.table.path} {row.index} {last}",
            series=f"rows {grid.table.path} {' '.join(str(column.index) for column in columns)}",
            support=Fraction(options.support),
            words=", ".join(column.header for column in columns),
            named=cell_names(grid, row, last),
        )


def _figures(row: Row, columns: Sequence[Column], counts: bool) -> tuple[Figure, ...]:
    """The figures of a row in those columns; `counts`: as so many of their units."""
    found = (row.figures[column.index] for column in columns if column.index in row.figures)
    return tuple(as_counted(figure) if counts else figure for figure in found)


def _filling(figures: tuple[Figure, ...]) -> Filling:
    """A figure; or the product of several."""
    if len(figures) == 1:
        return figures[0]
    operands = {f"f{number}": figure for number, figure in enumerate(figures, 1)}
    first, *others = map(Role, operands)
    product: Expression = first
    for other in others:
        product = Operation("*", product, other)
    return Stated(text=" × ".join(f.text for f in figures), place=figures[0].place, expression=product, operands=operands)
