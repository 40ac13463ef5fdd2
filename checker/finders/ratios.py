"""A column of percentages and the two columns it comes from, row by row.

    find:
      ratios:
        kind: ratio                          # ratio: 100 × part / whole · change: 100 × (part − whole) / whole
        labels: {vi: [tỷ lệ, đạt], en: [percent]}

Roles: `percent`, `part`, `whole` (numbers). Which columns they are is shown by the rows; where a table has a row or two only,
the header must say that the column is one of percentages. With kind change the percentage is signed as the figures are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from checker.claim import Claim
from checker.figure import Figure
from checker.recognise.cues import Cues, loose_cues
from checker.recognise.grid import Column, Grid
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.recognise.relations import Relation, fits_change_percent, fits_ratio, percent_relations, rows_with
from checker.units import PERCENT

_MANY = 3

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues
    kind: Literal["ratio", "change"] = "ratio"


def roles(options: Options) -> Mapping[str, str]:
    return {"percent": "number", "part": "number", "whole": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    labels = loose_cues(options.labels, reading.locale)
    for grid in reading.grids:
        for column in grid.numbers:
            named = labels.search(column.header) is not None
            if named or column.measure.unit == PERCENT:
                relation = _relation(grid, column, options)
                if relation is not None and (named or options.kind == "ratio" or _beyond_doubt(relation)):
                    yield from _claims(grid, column, relation, options)


def _relation(grid: Grid, column: Column, options: Options) -> Relation | None:
    """The pair of columns with the best evidence, if it is enough."""
    fits = fits_ratio if options.kind == "ratio" else fits_change_percent
    ranked = percent_relations(grid, column, fits)
    if not ranked or not ranked[0].hits or 2 * ranked[0].hits < ranked[0].rows:
        return None
    return ranked[0]


def _beyond_doubt(relation: Relation) -> bool:
    """A column that does not say that it is one of changes must be one in nearly every row."""
    return relation.hits >= _MANY and 4 * relation.hits >= 3 * relation.rows


def _claims(grid: Grid, column: Column, relation: Relation, options: Options) -> Iterator[Claim]:
    unsigned = all(row.figures[column.index].quantity.value >= 0 for row in grid.evidence.rows if column.index in row.figures)
    for row, (percent, part, whole) in rows_with(grid, (column.index, *relation.operands)):
        yield Claim(
            roles={"percent": _signed(percent, part, whole, options, unsigned), "part": part, "whole": whole},
            at=percent,
            section=caption(grid),
            topic=f"{options.kind} {grid.table.path} {row.index} {column.index}",
            words=column.header,
            named=cell_names(grid, row, column.index),
        )


def _signed(percent: Figure, part: Figure, whole: Figure, options: Options, unsigned: bool) -> Figure:
    """A column of changes without signs says only how far, not in which direction."""
    if options.kind == "ratio" or not unsigned or part.quantity.value >= whole.quantity.value:
        return percent
    quantity = msgspec.structs.replace(percent.quantity, value=-percent.quantity.value)
    return msgspec.structs.replace(percent, quantity=quantity)
