"""Percentages of one whole, which add up to 100.

    find:
      percentages:
        labels: {vi: [tổng cộng, cộng]}          # the total row
        structure: {vi: [cơ cấu, tỷ trọng]}      # announces the shares of one whole in a sentence
        rest: {vi: [khác, còn lại]}              # the last share of a full list
        besides: {vi: [tăng, giảm, đạt]}         # before a percentage that is no share
        overlapping: {vi: [nữ, hộ nghèo]}        # kinds that overlap others: no partition

Role: `parts` (list of number). A table's column of percentages is a breakdown where its total row says 100. In a sentence
three shares or more are one where a word announces the structure of a whole, or the last one is the rest of it; for certain
where both are so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, cues, loose_cues
from checker.recognise.grid import Column, Grid, Row
from checker.recognise.naming import caption, cell_names
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.rowtree import TotalRow, row_tree
from checker.units import PERCENT

_ALL = 100
_FEWEST = 3
_BEFORE = 40

LONG = "columns"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues
    structure: Cues = {}
    rest: Cues = {}
    besides: Cues = {}
    overlapping: Cues = {}


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
    words = {key: cues(getattr(options, key), reading.locale) for key in ("structure", "rest", "besides", "overlapping")}
    for passage in reading.passages:
        if sum(f.unit == PERCENT for f in passage.figures) >= _FEWEST:
            yield from _in_prose(passage, words)


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


def _in_prose(passage: Passage, words: Mapping[str, re.Pattern[str]]) -> Iterator[Claim]:
    """The shares of each sentence, from where the structure is announced."""
    ends: set[int] = set()
    for figure in passage.figures:
        start, end = passage.clauses.sentence(figure.start)
        if end in ends or figure.unit != PERCENT:
            continue
        ends.add(end)
        announced = words["structure"].search(passage.folded, start, end)
        begin = announced.end() if announced else start
        parts = [f for f in passage.figures_between(begin, end) if f.unit == PERCENT]
        if len(parts) < _FEWEST or any(_no_share(passage, f, words) for f in parts):
            continue
        last = passage.folded[parts[-2].end : parts[-1].end + _BEFORE].split(";")[0]
        reasons = (announced is not None) + (words["rest"].search(last) is not None)
        if reasons and words["overlapping"].search(passage.folded, begin, end) is None:
            yield Claim(
                roles={"parts": tuple(parts)},
                at=parts[0],
                section=passage.section.title,
                topic=f"percentages {passage.order} {passage.cell} {begin}",
                doubt=Doubt.LIKELY if reasons > 1 else Doubt.SLIP,
                words=passage.text.value[begin : parts[0].end],
            )


def _no_share(passage: Passage, figure: Figure, words: Mapping[str, re.Pattern[str]]) -> bool:
    return bool(figure.pair or figure.per or figure.quantity.bound) or excluded(passage, figure, words["besides"])
