"""Columns by their headers, row by row: quantity, unit price and amount; or whatever a rule names.

    find:
      rows:
        columns:
          quantity: {vi: [số lượng, SL], en: [quantity]}
          price: {vi: [đơn giá], en: [unit price]}
          amount: {vi: [thành tiền, kinh phí], en: [amount]}
        support: 1/2        # so many of the rows must hold, or the columns were misread

Roles: one a named column (number). A row in which one of them is empty makes no claim. Where several columns bear a name,
those that stand closest together are taken; a column whose header is the name alone goes first.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.recognise.cues import Cues, loose_cues
from checker.recognise.grid import Column, Grid
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.recognise.relations import rows_with
from checker.units import PERCENT

_MOST_CANDIDATES = 4


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    columns: dict[str, Cues]
    not_these: Cues = {}
    support: str = "1/2"


def roles(options: Options) -> Mapping[str, str]:
    return dict.fromkeys(options.columns, "number")


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for grid in reading.grids:
        chosen = _columns(grid, reading, options)
        if chosen is not None:
            yield from _claims(grid, chosen, options)


def _columns(grid: Grid, reading: Reading, options: Options) -> dict[str, Column] | None:
    """A column for each role, all different; None where one is missing."""
    excluded = loose_cues(options.not_these, reading.locale)
    usable = [c for c in grid.numbers if c.measure.unit != PERCENT and not excluded.search(c.header)]
    candidates: list[list[Column]] = []
    for words in options.columns.values():
        pattern = loose_cues(words, reading.locale)
        named = [c for c in usable if pattern.search(c.header)]
        exact = [c for c in named if pattern.match(c.leaf)]
        candidates.append((exact or named)[:_MOST_CANDIDATES])
    choices = [combo for combo in itertools.product(*candidates) if len({c.index for c in combo}) == len(combo)]
    if not choices:
        return None
    nearest = min(choices, key=lambda combo: max(c.index for c in combo) - min(c.index for c in combo))
    return dict(zip(options.columns, nearest, strict=True))


def _claims(grid: Grid, chosen: Mapping[str, Column], options: Options) -> Iterator[Claim]:
    names = list(chosen)
    for row, figures in rows_with(grid, [chosen[name].index for name in names]):
        filled = dict(zip(names, figures, strict=True))
        last = chosen[names[-1]].index
        yield Claim(
            roles=filled,
            at=filled[names[-1]],
            section=caption(grid),
            topic=f"rows {grid.table.path} {row.index} {last}",
            series=f"rows {grid.table.path} {last}",
            support=Fraction(options.support),
            words=", ".join(column.header for column in chosen.values()),
            named=cell_names(grid, row, last),
        )
