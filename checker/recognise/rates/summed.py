"""Several rates and one total: "xây mới 14 căn (60 triệu đồng/căn) và sửa chữa 08 căn (30 triệu đồng/căn), tổng kinh phí 1.080 triệu đồng"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.passages import Passage
from checker.recognise.rates.rates import Rate
from checker.recognise.rates.terms import counts_of, is_total, others_of, stretches
from checker.units import Units

_FEWEST, _MOST = 2, 6


class Summed(NamedTuple):
    """What falls to one of each, how many there are of each, and the figures that may be all of it, the likeliest first."""

    rates: tuple[Rate, ...]
    counts: tuple[Figure, ...]
    totals: tuple[Figure, ...]


def summed(passage: Passage, known: Sequence[Rate], words: Patterns, units: Units) -> Iterator[Summed]:
    """Rates of one unit in a clause, or else in a sentence, that gives fewer totals than rates."""
    done: set[int] = set()
    for rate in known:
        group = sharing(passage, rate, known, words, units)
        if rate.figure.start in done or not _FEWEST <= len(group) <= _MOST:
            continue
        done.update(r.figure.start for r in group)
        counts = _counts(passage, group, known, words)
        totals = _totals(passage, group, known, words, units)
        if len(counts) == len(group) and totals:
            yield Summed(tuple(group), tuple(counts), tuple(totals))


def sharing(passage: Passage, rate: Rate, known: Sequence[Rate], words: Patterns, units: Units) -> list[Rate]:
    """The rates that share their totals with this one, itself among them; only itself where there are totals enough for each."""
    others = others_of(passage, known, words)
    for stretch in stretches(passage, rate.figure.start):
        alike = [r for r in known if stretch.start <= r.figure.start < stretch.end and _alike(r, rate)]
        totals = [f for f in others if stretch.start <= f.start < stretch.end and is_total(passage, f, rate, units)]
        if totals:
            return alike if len(totals) < len(alike) else [rate]
    return [rate]


def _alike(one: Rate, other: Rate) -> bool:
    return (one.unit, one.time, one.figure.counted) == (other.unit, other.time, other.figure.counted)


def _counts(passage: Passage, group: Sequence[Rate], known: Sequence[Rate], words: Patterns) -> list[Figure]:
    """The count before each rate and behind the one before it; else as many before the first rate as there are rates, in order."""
    others = others_of(passage, known, words)
    start = stretches(passage, group[0].figure.start)[-1].start
    edges = [start, *(r.figure.start for r in group)]
    own = [[f for f in counts_of(passage, others, r) if a <= f.start < b] for r, (a, b) in zip(group, pairwise(edges), strict=True)]
    if all(own):
        return [found[-1] for found in own]
    before = own[0][-len(group) :]
    return before if not any(own[1:]) else []


def _totals(passage: Passage, group: Sequence[Rate], known: Sequence[Rate], words: Patterns, units: Units) -> list[Figure]:
    others = others_of(passage, known, words)
    for stretch in stretches(passage, group[0].figure.start):
        totals = [f for f in others if stretch.start <= f.start < stretch.end and is_total(passage, f, group[0], units)]
        if totals:
            return sorted(totals, key=lambda f: f.start < group[0].figure.start)
    return []
