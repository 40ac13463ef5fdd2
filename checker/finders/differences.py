"""A column of increases and decreases and the two columns it comes from, row by row.

    find:
      differences:
        labels: {vi: [tăng, giảm, chênh lệch, so sánh], en: [change, difference]}

Roles: `difference`, `now`, `before` (numbers). The rows show which columns are compared. A column that never carries a sign
says only how far, not in which direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.figure import Figure
from checker.recognise.cues import Cues, loose_cues
from checker.recognise.grid import Column, Grid
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.recognise.relations import Relation, difference_relations, rows_with
from checker.units import PERCENT

_SHARE = Fraction(1, 2)

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues


def roles(options: Options) -> Mapping[str, str]:
    return {"difference": "number", "now": "number", "before": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    labels = loose_cues(options.labels, reading.locale)
    for grid in reading.grids:
        for column in grid.numbers:
            if column.measure.unit != PERCENT and labels.search(column.header):
                best = next(iter(difference_relations(grid, column)), None)
                if best is not None and best.hits >= 1 and best.share >= _SHARE:
                    yield from _claims(grid, column, best)


def _claims(grid: Grid, column: Column, relation: Relation) -> Iterator[Claim]:
    signs = _direction(grid, column, relation)
    for row, (stated, one, other) in rows_with(grid, (column.index, *relation.operands)):
        now, before = (one, other) if signs >= 0 else (other, one)
        if signs == 0 and now.quantity.value < before.quantity.value:
            now, before = before, now
        yield Claim(
            roles={"difference": stated, "now": now, "before": before},
            at=stated,
            section=caption(grid),
            topic=f"difference {grid.table.path} {row.index} {column.index}",
            words=column.header,
            named=cell_names(grid, row, column.index),
        )


def _direction(grid: Grid, column: Column, relation: Relation) -> int:
    """1: first minus second; -1: the other way round; 0: the column carries no signs."""
    rows = [figures for _, figures in rows_with(grid.evidence, (column.index, *relation.operands))]
    if all(stated.quantity.value >= 0 for stated, _, _ in rows):
        forward = sum(_equal(stated, one, other) for stated, one, other in rows)
        backward = sum(_equal(stated, other, one) for stated, one, other in rows)
        if forward and backward and min(forward, backward) * 5 >= max(forward, backward):
            return 0
        return 1 if forward >= backward else -1
    forward = sum(_equal(stated, one, other) for stated, one, other in rows)
    backward = sum(_equal(stated, other, one) for stated, one, other in rows)
    return 1 if forward >= backward else -1


def _equal(stated: Figure, now: Figure, before: Figure) -> bool:
    gap = stated.quantity.value - (now.quantity.value - before.quantity.value)
    return abs(gap) <= (0 if stated.quantity.whole else stated.quantity.step) and bool(stated.quantity.value)
