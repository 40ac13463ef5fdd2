"""Percentages of one whole, which add up to 100.

    find:
      percentages:
        labels: {vi: [tổng cộng, cộng]}      # the total row

Role: `parts` (list of number). A table's column of percentages is a breakdown where its total row says 100.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim, Doubt
from checker.recognise.cues import Cues, loose_cues
from checker.recognise.grid import Column, Grid, Row
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.recognise.rowtree import TotalRow, row_tree
from checker.units import PERCENT

_ALL = 100


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues


def roles(options: Options) -> Mapping[str, str]:
    return {"parts": "numbers"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    labels = loose_cues(options.labels, reading.locale)

    def is_total(row: Row) -> bool:
        return row.marker is None and labels.match(row.label.folded.strip()) is not None

    for grid in reading.grids:
        for column in grid.numbers:
            if column.measure.unit == PERCENT:
                yield from _claims(grid, column, row_tree(grid, is_total).totals)


def _claims(grid: Grid, column: Column, totals: tuple[TotalRow, ...]) -> Iterator[Claim]:
    for total in totals:
        figure = total.row.figures.get(column.index)
        if figure is None or figure.quantity.value != _ALL:
            continue
        for position, nodes in enumerate([*total.before[::-1], total.after]):
            parts = tuple(part for node in nodes for part in node.figures(column.index))
            if len(parts) > 1:
                yield Claim(
                    roles={"parts": parts},
                    at=figure,
                    section=caption(grid),
                    topic=f"percentages {grid.table.path} {total.row.index} {column.index}",
                    doubt=Doubt.MUTE if position else Doubt.SLIP,
                    words=column.header,
                    named=cell_names(grid, total.row, column.index),
                )
