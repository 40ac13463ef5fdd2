"""Products that are written out: "1.420 suất x 200.000 đồng = 284.000.000 đồng", "Vé máy bay (08 vé x 14.600.000 đồng/vé)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.kinds import is_plain
from checker.recognise.passages import Passage
from checker.units import PERCENT

_TIMES = re.compile(r"[^,;:.()\d=]{0,40}?(?<![^\W\d_])[x×*]\s{0,2}\Z")
_EQUALS = re.compile(r"[^,;.()\d=:]{0,40}\)?\s{0,2}[=:]\s{0,2}\Z")
_MOST = 5


class Chain(NamedTuple):
    """The factors, and what they make where that is written right behind."""

    factors: tuple[Figure, ...]
    product: Figure | None


def chains(passage: Passage) -> Iterator[Chain]:
    """Every such product of a passage, in order."""
    figures = passage.figures
    start = 0
    while start < len(figures) - 1:
        stop = start + 1
        while stop < len(figures) and _TIMES.match(passage.folded, figures[stop - 1].end, figures[stop].start):
            stop += 1
        factors = figures[start:stop]
        if 1 < len(factors) <= _MOST and all(_is_factor(f) for f in factors):
            yield Chain(factors, _product(passage, factors, figures[stop : stop + 1]))
        start = stop


def _is_factor(figure: Figure) -> bool:
    return figure.quantity.bound is None and figure.pair == "" and figure.unit != PERCENT and bool(figure.quantity.value)


def _product(passage: Passage, factors: tuple[Figure, ...], following: tuple[Figure, ...]) -> Figure | None:
    for figure in following:
        if is_plain(figure) and figure.certain and _EQUALS.match(passage.folded, factors[-1].end, figure.start):
            return figure
    return None
