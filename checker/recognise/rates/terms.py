"""Which figures may be the total and the count of a rate: those of its clause, else of its sentence; the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.kinds import Families, are_kin, is_plain
from checker.recognise.measures import MONEY
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage, Stretch
from checker.recognise.rates.rates import Rate
from checker.text import fold
from checker.units import PERCENT, Units

_TWO = 2
_MOST = 6
_CUE_REACH = 32
_SEMICOLON = re.compile(r";")
_TURNS = ("person", "turn")


class Terms(NamedTuple):
    """The counts and totals that a rate may come from, the likeliest first; and the pairs of them of which nothing else need be meant."""

    counts: Sequence[Figure]
    totals: Sequence[Figure]
    sure: Sequence[tuple[Figure, Figure]]


def terms(passage: Passage, rate: Rate, known: Sequence[Rate], words: Patterns, units: Units) -> Terms:
    """What the clause of a rate gives; where it lacks one of the two, its sentence. Other rates are neither."""
    others = others_of(passage, known, words)
    counts = _narrowest(passage, rate, counts_of(passage, others, rate))
    totals = _narrowest(passage, rate, [f for f in others if is_total(passage, f, rate, units)])
    counts = [f for f in counts if f not in totals[:1]] or counts
    totals = [f for f in totals if f not in counts[:1]]
    sure = list(_adjoining(passage, rate, others, counts, totals))
    if not sure:
        totals.sort(key=lambda f: not is_called(passage, f, words["total"]))
        sure = [(counts[0], totals[0])] if len(counts) == len(totals) == 1 else []
    return Terms(counts[:_MOST], totals[:_MOST], sure)


def others_of(passage: Passage, known: Sequence[Rate], words: Patterns) -> list[Figure]:
    """The plain figures that are no rates, in order."""
    rates = {rate.figure.start for rate in known}
    plain = [f for f in passage.figures if (is_plain(f) or f.pair == "under") and f.certain and f.quantity.bound is None]
    plain = [f for f in plain if not (f.unit in MONEY and f.quantity.value == 1)]  # "(01 USD = 24.850 đồng)"
    return [f for f in plain if f.start not in rates and f.unit != PERCENT and not f.per and not excluded(passage, f, words["not_these"])]


def _narrowest(passage: Passage, rate: Rate, figures: Sequence[Figure]) -> list[Figure]:
    """Those of the narrowest stretch around the rate that has any, the nearest first."""
    at = rate.figure.start
    for stretch in stretches(passage, at):
        found = [f for f in figures if stretch.start <= f.start < stretch.end]
        if found:
            return sorted(found, key=lambda f: abs(f.start - at))
    return []


def stretches(passage: Passage, position: int) -> list[Stretch]:
    """The bracket, what stands between semicolons, the sentence."""
    bracket = passage.clauses.bracket_at(position)
    sentence = passage.sentence(position)
    clause = next((piece for piece in sentence.split(_SEMICOLON) if piece.start <= position < piece.end), sentence)
    return [*([Stretch(passage, bracket.start, bracket.end)] if bracket else []), clause, sentence]


def _adjoining(
    passage: Passage, rate: Rate, others: Sequence[Figure], counts: Sequence[Figure], totals: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """A count and a total that are the two figures next to the rate; brackets between may be left out. The nearest first."""
    level = passage.clauses.bracket_at(rate.figure.start)
    outside = [f for f in others if passage.clauses.bracket_at(f.start) in (level, None)]
    twos: list[list[Figure]] = []
    for figures in (others, outside):
        before = [f for f in figures if f.start < rate.figure.start][-2:]
        after = [f for f in figures if f.start > rate.figure.start][:2]
        twos += [two for two in (before, [*before[-1:], *after[:1]], after) if len(two) == _TWO and two not in twos]
    twos.sort(key=lambda two: max(abs(f.start - rate.figure.start) for f in two))
    for count, total in (pair for two in twos for pair in (two, two[::-1])):
        if count in counts and total in totals:
            yield count, total


def counts_of(passage: Passage, figures: Sequence[Figure], rate: Rate) -> list[Figure]:
    """Those that count what the rate is reckoned by; else those of which it may be said ("4.620 lượt giáo viên" for "đồng/người")."""
    return [f for f in figures if is_count(passage, f, rate.by)] or [f for f in figures if _may_be_count(passage, f, rate.by)]


def is_count(passage: Passage, figure: Figure, noun: str) -> bool:
    """Does it count what the rate is reckoned by?"""
    if not figure.quantity.value:
        return False
    unit, by = passage.locale.units.match(noun, 0), passage.locale.counted.match(noun, 0)
    if figure.unit:
        return figure.unit == noun or (unit is not None and unit.value == figure.unit)
    named = _same_noun(fold(figure.label), noun) or (by is not None and by.value == figure.counted)
    return figure.quantity.whole and named


def _same_noun(label: str, noun: str) -> bool:
    """Do both begin with the same word?"""
    first = noun.split(maxsplit=1)[:1]
    return bool(first) and label.split(maxsplit=1)[:1] == first


def _may_be_count(passage: Passage, figure: Figure, noun: str) -> bool:
    by = passage.locale.counted.match(noun, 0)
    alike = by is not None and by.value in _TURNS and figure.counted in _TURNS
    return alike and not figure.unit and figure.quantity.whole and bool(figure.quantity.value)


def is_total(passage: Passage, figure: Figure, rate: Rate, units: Units) -> bool:
    """No less than the rate, and of its own kind, or of one that may stand for it ("1.080 lượt cán bộ", "mỗi lớp 90 người")."""
    if figure.pair == "under":
        return False
    if "/" in rate.figure.unit:
        return bool(figure.unit) and "/" not in figure.unit and units.base(figure.unit).dimension == units.base(rate.unit).dimension
    families: Families = passage.locale.section("families")
    alike = figure.counted == rate.figure.counted or are_kin(figure, rate.figure, families)
    known = figure.unit == rate.unit and alike and bool(rate.unit or rate.figure.counted)
    return known and figure.quantity.value >= rate.figure.quantity.value


def is_called(passage: Passage, figure: Figure, words: re.Pattern[str]) -> bool:
    """Do words right before it say what it is ("thành tiền", "tổng số")?"""
    before = passage.figures_before(figure.start, 1)
    start = max([passage.begin, figure.start - _CUE_REACH, *(f.end for f in before)])
    return words.search(passage.folded, start, figure.start) is not None


def counts_of_time(passage: Passage, rate: Rate) -> list[Figure]:
    """ "04 tháng" for "đồng/trẻ/tháng": the figures of that unit around the rate, the nearest first."""
    times = [f for f in passage.figures if f.unit == rate.time and f.quantity.bound is None and f.pair == "" and f.quantity.value]
    return _narrowest(passage, rate, times)[:1]
