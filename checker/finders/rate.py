"""A rate and the two figures it comes from: "38 hội nghị với 2.660 người (bình quân 70 người/hội nghị)".

    find:
      rate:
        each: {vi: [mỗi]}                         # before the noun of a rate without a slash: "mỗi lớp 35 học viên"
        norm: {vi: [mức, đơn giá]}                # a rate that is laid down, and so exact …
        mean: {vi: [bình quân]}                   # … unless it is a mean, which is rounded
        total: {vi: [thành tiền, tổng]}           # right before a figure that is the total rather than another
        not_these: {vi: [kế hoạch, so với]}       # a figure right behind one of these is neither rate, total nor count

Roles: `rate`, `total`, `count` (numbers). What the rate is reckoned by is the noun behind its slash, or behind a word of `each`.
The count is a figure of that noun, the total one of the rate's own kind, in the same clause or else the same sentence; where several
may be meant, only exact ones show which, and so does a count farther off ("gồm 2.934 ha …. Năng suất 7,2 tấn/ha, sản lượng …"). A rate
that lacks either makes no claim, nor does a limit ("tối đa 40 triệu đồng/hộ").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, patterns
from checker.recognise.kinds import is_plain
from checker.recognise.passages import Passage
from checker.recognise.rates.rates import Rate, rates
from checker.recognise.rates.summed import sharing
from checker.recognise.rates.terms import Terms, is_count, terms
from checker.recognise.reading import Reading
from checker.recognise.restated.lookalikes import telling_digits

_FEWEST = 2
_TELLING, _TELLING_FAR = 3, 4
_MOST_FAR = 8
_YEAR = "year"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    each: Cues = {}
    norm: Cues = {}
    mean: Cues = {}
    total: Cues = {}
    not_these: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"rate": "number", "total": "number", "count": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    for passage in reading.paragraphs:
        if len(passage.figures) > _FEWEST:
            known = rates(passage, words)
            for rate in known:
                if rate.time in ("", _YEAR):
                    alone = len(sharing(passage, rate, known, words, reading.units)) == 1
                    yield from _claims(passage, rate, terms(passage, rate, known, words, reading.units), alone)


def _claims(passage: Passage, rate: Rate, found: Terms, alone: bool) -> Iterator[Claim]:
    """Every pair of a count and a total, the likeliest first: as rounded, and as exact where that tells which are meant. Of several rates
    that share a total (not `alone`) only being right shows that it is of one of them."""
    if not found.totals:
        return
    pairs = [(count, total) for count in found.counts for total in found.totals if count.place != total.place]
    sure = found.sure if alone else ()
    for number, (count, total) in enumerate([*sure, *(pair for pair in pairs if pair not in sure)]):
        is_sure = number < len(sure)
        if not rate.norm:
            yield _claim(passage, rate, count, total, Doubt.SLIP if is_sure else Doubt.MUTE)
        if rate.norm or not is_sure:
            telling = is_sure or (number == 0 and alone and telling_digits(total) >= _TELLING)
            yield _claim(passage, rate, count, total, Doubt.SLIP if telling else Doubt.MUTE, exact=True)
    if not pairs and alone:
        for total in found.totals[:_FEWEST]:
            if telling_digits(total) >= _TELLING_FAR:
                yield from (_claim(passage, rate, count, total, Doubt.SLIP, exact=True) for count in _farther(passage, rate))


def _farther(passage: Passage, rate: Rate) -> Sequence[Figure]:
    """The counts in the sentences before, the nearest first."""
    start = passage.clauses.sentence(rate.figure.start)[0]
    before = [f for f in passage.figures if f.start < start and is_plain(f) and f.certain and is_count(passage, f, rate.by)]
    return before[: -_MOST_FAR - 1 : -1]


def _claim(passage: Passage, rate: Rate, count: Figure, total: Figure, doubt: Doubt, exact: bool = False) -> Claim:
    figure = _to_step(rate.figure, Fraction(0)) if exact else _as_mean(rate.figure)
    count = _to_step(count, Fraction(0)) if exact else count
    return Claim(
        roles={"rate": figure, "total": total, "count": count if "/" in figure.unit else _bare(count)},
        at=rate.figure,
        section=passage.section.title,
        topic=f"rate {passage.order} {rate.figure.start}",
        doubt=doubt,
        words=passage.text.value[rate.figure.start : rate.figure.end],
    )


def _bare(count: Figure) -> Figure:
    """How many days or hectares there are, whatever the slash says of them."""
    return msgspec.structs.replace(count, unit="") if count.unit else count


def _as_mean(rate: Figure) -> Figure:
    """A whole number of people each is rounded, as every mean is."""
    return _to_step(rate, rate.quantity.step or Fraction(10) ** rate.power)


def _to_step(figure: Figure, step: Fraction) -> Figure:
    return msgspec.structs.replace(figure, quantity=msgspec.structs.replace(figure.quantity, step=step))
