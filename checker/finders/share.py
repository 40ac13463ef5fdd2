"""A percentage of a whole in prose: "355 lao động, đạt 118% (kế hoạch 300)", "170/100 … đạt 170%", "45 người, chiếm 23,5%".

    find:
      share:
        of: {vi: [đạt, chiếm, bằng]}              # words before a percentage that make it a share
        changes: {vi: [tăng, giảm]}               # … that make it a change: no share
        whole: {vi: [kế hoạch, tổng số, trên]}    # words before the figure that is the whole
        plan: {vi: [kế hoạch, chỉ tiêu]}           # … those of them that are not what was counted
        total: {vi: [tổng số, toàn]}              # … before a figure that speak for it as the whole
        allotted: {vi: [được giao, bố trí]}       # … as the plan
        of_which: {vi: [trong đó]}
        compared: {vi: [cùng kỳ]}                 # before a percentage of another time
        equal: {vi: [tương đương]}                # before a percentage that says again what stands before it
        against: {vi: [so với]}                   # behind a percentage of a change that stands before it

Roles: `part`, `whole`, `percent` (numbers). Which figure is the whole is read, the surest first, from a pair ("170/100"); from a
figure behind the percentage or in its bracket that a word calls the whole; else from all earlier figures of the sentence, the
paragraph and the section: reasons for and against each are weighed (recognise.shares.reasons), and the likeliest counts even where it is broken,
if chance would hardly explain it (recognise.shares.chance); any of them counts with which the percentages
of the same list hold. A percentage whose whole is none of these makes no claim; one that none of these gives, but two other figures of its
sentence do, is the share of those.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, Patterns, patterns
from checker.recognise.firsts import Stated, firsts_before
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.shares.chance import is_clear
from checker.recognise.shares.implied import is_of_another
from checker.recognise.shares.said import is_limit, said_by
from checker.recognise.shares.shown import gives, shown
from checker.recognise.shares.wholes import Share, Shares
from checker.units import PERCENT

_DOUBTS = {
    "pair": Doubt.LIKELY,
    "named": Doubt.LIKELY,
    "bracket": Doubt.SLIP,
    "weighed": Doubt.SLIP,
    "listed": Doubt.LIKELY,
    "shown": Doubt.LIKELY,
}
_NAMED = ("pair", "named")
_SAID = ("pair", "named", "bracket")
_GUESSED = ("weighed", "listed")
_BEFORE = 20
_SIGN = "% "
_ALL, _NEARLY = 100, Fraction(9, 10)
_WORD = re.compile(r"[^\W\d_]+")
_NEAR, _FAR = Fraction(1, 2), Fraction(3, 4)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    of: Cues
    changes: Cues
    whole: Cues
    plan: Cues = {}
    total: Cues = {}
    allotted: Cues = {}
    of_which: Cues = {}
    compared: Cues = {}
    equal: Cues = {}
    against: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"part": "number", "whole": "number", "percent": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    firsts = firsts_before(reading)
    for passage in reading.passages:
        percents = [f for f in passage.figures if f.unit == PERCENT and f.pair == "" and not f.per and not is_limit(passage, f)]
        if percents:
            yield from _claims(reading, passage, percents, firsts.get(passage.order, ()), words)


def _claims(reading: Reading, passage: Passage, percents: Sequence[Figure], firsts: Sequence[Stated], words: Patterns) -> Iterator[Claim]:
    shares = Shares(reading, passage, firsts, words)
    places = {stated.figure.place for stated in firsts}
    sentences = Counter(_sentence(passage, percent) for percent in percents)
    said = {percent.place: said_by(passage, percent, words) for percent in percents}
    found = {percent.place: _found(passage, percent, list(shares.of(percent))) for percent in percents if said[percent.place] is not None}
    for percent in percents:
        of, each = said[percent.place], found.get(percent.place, ())
        sure = each[:1] if each and _doubt(passage, each[0], percent, words) == Doubt.SURE else each
        others = [(one, its[0].part) for one in percents if one is not percent and (its := found.get(one.place))]
        for share in sure:
            if share.basis not in _SAID and is_of_another(percent, share.part, share.whole, others):
                continue
            support = _FAR if share.whole.place in places else _NEAR
            yield _claim(passage, percent, share, of if share.basis == "listed" else None, support, words)
            if share.basis == "listed" and len(sentences) > 1 and sentences[_sentence(passage, percent)] > 1:
                yield _claim(passage, percent, share, f"{of} {_sentence(passage, percent)}", support, words)


def _found(passage: Passage, percent: Figure, found: Sequence[Share]) -> Sequence[Share]:
    """What it may be a share of; what two other figures show, where none of these gives it."""
    if not found or found[0].basis in _NAMED or any(gives(percent, share.part, share.whole) for share in found):
        return found
    pair = shown(passage, percent)
    return [Share(*pair, "shown")] if pair else found


def _sentence(passage: Passage, percent: Figure) -> int:
    return passage.clauses.sentence(percent.start)[0]


def _adjoin(passage: Passage, whole: Figure, percent: Figure) -> bool:
    """Do the pair and its percentage stand side by side, no other figure between?"""
    first, last = sorted((whole, percent), key=lambda figure: figure.start)
    return not passage.figures_between(first.end, last.start)


def _doubt(passage: Passage, share: Share, percent: Figure, words: Patterns) -> Doubt:
    if share.basis == "weighed" and not is_clear(share, percent):
        return Doubt.MUTE
    if share.basis in _GUESSED and percent.quantity.value == _ALL and _is_part(share):
        return Doubt.MUTE
    if share.basis != "pair":
        return _DOUBTS[share.basis]
    if percent.start > share.whole.end:
        if any(f.unit == PERCENT for f in passage.figures_between(share.whole.end, percent.start)):
            return Doubt.MUTE
        if _says_else(passage.folded[share.whole.end : percent.start], words):
            return Doubt.SLIP
    if percent.quantity.value == _ALL and _is_reached(passage, share, percent):
        return Doubt.SLIP
    return Doubt.SURE if _adjoin(passage, share.whole, percent) else _DOUBTS["pair"]


def _is_reached(passage: Passage, share: Share, percent: Figure) -> bool:
    """ "38/92 khu vực đạt 100% trước 15 giờ": so many reached it. "89/100 lao động, đạt 100%" is another clause."""
    return not any(mark in ",;(" for mark in passage.folded[share.whole.end : percent.start]) and _is_part(share)


def _is_part(share: Share) -> bool:
    """Clearly less than all of it?"""
    return share.part.quantity.value < _NEARLY * share.whole.quantity.value


def _says_else(between: str, words: Patterns) -> bool:
    """Has the percentage a subject of its own ("14/14 trường có bếp ăn, tỷ lệ trẻ ăn bán trú đạt 96,8%")?"""
    _, mark, clause = between.rpartition(next((m for m in ";:," if m in between), "\0"))
    clause = words["whole"].sub(" ", words["of"].sub(" ", clause))
    return bool(mark) and len(_WORD.findall(clause)) > 1


def _claim(passage: Passage, percent: Figure, share: Share, series: str | None, support: Fraction, words: Patterns) -> Claim:
    """A share that nothing else says is one of a series: it counts if so many of the percentages hold with that whole."""
    whole = share.whole
    return Claim(
        roles={"part": share.part, "whole": whole, "percent": percent},
        at=percent,
        section=passage.section.title,
        topic=f"share {passage.order} {passage.cell} {percent.start}",
        doubt=_doubt(passage, share, percent, words),
        series="" if series is None else f"shares {series} of {whole.place.line} {whole.place.paragraph} {whole.start} {whole.place.cell}",
        support=Fraction(0) if series is None else support,
        words=passage.text.value[max(0, percent.start - _BEFORE) : percent.end],
    )
