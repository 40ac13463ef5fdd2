"""A rate and the two figures it comes from: "38 hội nghị với 2.660 người (bình quân 70 người/hội nghị)".

    find:
      rate:
        each: {vi: [mỗi]}                         # before the noun of a rate without a slash: "mỗi lớp 35 học viên"
        not_these: {vi: [kế hoạch, so với]}       # a figure right behind one of these is neither rate, total nor count

Roles: `rate`, `total`, `count` (numbers). What the rate is reckoned by is the noun behind its slash, or behind a word of `each`.
The count is a figure of that noun in the same sentence, the total one of the rate's own kind. Where there are several of
either, only being right shows which are meant. A rate whose sentence lacks either makes no claim, nor does a limit ("tối đa 40
triệu đồng/hộ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, Patterns, patterns
from checker.recognise.kinds import Families, are_kin, is_plain
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.text import fold
from checker.units import PERCENT

_MOST = 6
_REACH = 40
_NOUN = re.compile(r"\s(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,3}?)(?: [^\W\d_]{1,4})?\s\Z")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    each: Cues = {}
    not_these: Cues = {}


class Rate(NamedTuple):
    """A rate and the noun that it is reckoned by, folded."""

    figure: Figure
    noun: str


def roles(options: Options) -> Mapping[str, str]:
    return {"rate": "number", "total": "number", "count": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    for passage in reading.paragraphs:
        if len(passage.figures) > 2:
            for rate in _rates(passage, words):
                yield from _claims(passage, rate, words)


def _rates(passage: Passage, words: Patterns) -> Iterator[Rate]:
    for figure in passage.figures:
        doubtful = figure.unit == PERCENT or figure.pair or figure.quantity.bound or not figure.certain or not figure.quantity.value
        if doubtful or excluded(passage, figure, words["not_these"]):
            continue
        if figure.per:
            if "/" not in figure.per and not figure.flow:
                yield Rate(figure, fold(figure.per))
            continue
        match = next(iter(words["each"].finditer(passage.folded, max(passage.begin, figure.start - _REACH), figure.start)), None)
        noun = _NOUN.match(passage.folded, match.end(), figure.start) if match else None
        if noun is not None:
            yield Rate(figure, noun["noun"])


def _claims(passage: Passage, rate: Rate, words: Patterns) -> Iterator[Claim]:
    """Every pair of a count and a total."""
    others = _others(passage, rate.figure, words)
    counts = [f for f in others if _is_counted(passage, f, rate.noun)][:_MOST]
    totals = [f for f in others if _is_total(f, rate.figure, passage.locale.section("families")) and f not in counts][:_MOST]
    doubt = Doubt.SLIP if len(counts) == len(totals) == 1 else Doubt.MUTE
    for count in counts:
        for total in totals:
            if count.place == total.place:
                continue
            yield Claim(
                roles={"rate": _as_mean(rate.figure), "total": total, "count": count},
                at=rate.figure,
                section=passage.section.title,
                topic=f"rate {passage.order} {rate.figure.start}",
                doubt=doubt,
                words=passage.text.value[rate.figure.start : rate.figure.end],
            )


def _as_mean(rate: Figure) -> Figure:
    """A whole number of people each is rounded, as every mean is."""
    step = rate.quantity.step or Fraction(10) ** rate.power
    return msgspec.structs.replace(rate, quantity=msgspec.structs.replace(rate.quantity, step=step))


def _others(passage: Passage, rate: Figure, words: Patterns) -> list[Figure]:
    """The plain figures of the sentence."""
    start, end = passage.clauses.sentence(rate.start)
    figures = (f for f in passage.figures_between(start, end) if f is not rate and is_plain(f) and f.certain and f.quantity.bound is None)
    return [f for f in figures if not excluded(passage, f, words["not_these"])]


def _is_counted(passage: Passage, figure: Figure, noun: str) -> bool:
    """Does it count what the rate is reckoned by?"""
    if not figure.quantity.value:
        return False
    unit, by = passage.locale.units.match(noun, 0), passage.locale.counted.match(noun, 0)
    if figure.unit:
        return unit is not None and unit.value == figure.unit
    return figure.quantity.whole and (fold(figure.label).startswith(noun) or (by is not None and by.value == figure.counted))


def _is_total(figure: Figure, rate: Figure, families: Families) -> bool:
    """Of the rate's own kind, or of one that may stand for it ("1.080 lượt cán bộ", "mỗi lớp 90 người")."""
    alike = figure.counted == rate.counted or are_kin(figure, rate, families)
    return figure.unit == rate.unit and alike and bool(rate.unit or rate.counted)
