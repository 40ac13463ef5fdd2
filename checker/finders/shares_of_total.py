"""A column of percentages that says what part of the total row each row is.

    find:
      shares_of_total:
        labels: {vi: [tổng cộng, cộng]}      # the total row

Roles: `percent`, `part`, `whole` (numbers); `whole` is the figure of the total row. Which column the percentages belong to is
shown by the rows: at least two, and most of them, must fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.figure import Figure
from checker.recognise.cues import Cues, loose_cues
from checker.recognise.grid import Column, Grid, Row
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.recognise.relations import fits_ratio
from checker.units import PERCENT

_SHARE = Fraction(1, 2)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues


def roles(options: Options) -> Mapping[str, str]:
    return {"percent": "number", "part": "number", "whole": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    labels = loose_cues(options.labels, reading.locale)
    for grid in reading.grids:
        totals = [row for row in grid.rows if row.marker is None and labels.match(row.label.folded.strip())]
        for percent in grid.numbers:
            if percent.measure.unit == PERCENT and totals:
                counted = _counted(grid, percent, totals[-1])
                if counted is not None:
                    yield from _claims(grid, percent, counted, totals[-1])


def _pairs(grid: Grid, percent: Column, counted: Column, total: Row) -> list[tuple[Row, Figure, Figure]]:
    return [
        (row, row.figures[percent.index], row.figures[counted.index])
        for row in grid.rows
        if row is not total and percent.index in row.figures and counted.index in row.figures
    ]


def _counted(grid: Grid, percent: Column, total: Row) -> Column | None:
    """The column whose shares the percentages are."""
    best: tuple[int, int, Column] | None = None
    for column in grid.numbers:
        whole = total.figures.get(column.index)
        if column.measure.unit == PERCENT or whole is None:
            continue
        pairs = _pairs(grid, percent, column, total)
        hits = sum(bool(fits_ratio(share, (part, whole))) for _, share, part in pairs)
        if hits >= 2 and Fraction(hits, len(pairs)) >= _SHARE:
            ranked = (hits, -abs(column.index - percent.index), column)
            best = ranked if best is None or ranked[:2] > best[:2] else best
    return best[2] if best else None


def _claims(grid: Grid, percent: Column, counted: Column, total: Row) -> Iterator[Claim]:
    whole = total.figures[counted.index]
    for row in grid.rows:
        share, part = row.figures.get(percent.index), row.figures.get(counted.index)
        if share is not None and part is not None:
            yield Claim(
                roles={"percent": share, "part": part, "whole": whole},
                at=share,
                section=caption(grid),
                topic=f"share of total {grid.table.path} {row.index} {percent.index}",
                words=percent.header,
                named=cell_names(grid, row, percent.index),
            )
