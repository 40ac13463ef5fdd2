"""A whole and the parts that follow it: "56 lao động, trong đó: cấp mới 50, cấp lại 05, xác nhận 01".

    find:
      breakdown:
        closed: {vi: [gồm, bao gồm, như sau]}     # what follows is all of it
        of_which: {vi: [trong đó]}                # may be all of it: wrong only where one slip of a digit explains it
        respectively: {vi: [lần lượt là]}         # values in the order of names before: "770 mũ cho …, lần lượt là 250, 400 và 120 mũ"
        among: {vi: [trong tổng số]}              # the whole follows: "Trong tổng số 56 lao động: …"
        summed: {vi: [tổng cộng]}                 # the whole comes last: "12 người, 58 người (tổng cộng 70 người)"
        sum_of: {vi: [tổng]}                      # before the names of what is added up: "tổng nợ quá hạn và nợ khoanh 8.277"
        like: {vi: ["như:"]}                      # a full list perhaps: a finding is one degree less grave
        by: {vi: [theo]}                          # begins a criterion: "theo giới tính có 14 em nam, 07 em nữ"
        shows: {vi: [có, gồm]}                    # … and gives its values
        first: {vi: [quý i]}                      # the first of several periods …
        second: {vi: [quý ii]}                    # … and the second
        denied: {vi: [không]}                     # "thành 52 vụ, không thành 12 vụ": two sides of one thing, all of it
        this_side: {vi: [nam]}                    # one side of a thing …
        other_side: {vi: [nữ]}                    # … and the other
        open: {vi: [chủ yếu, "…"]}                # there are others: parts ≤ whole
        left: {vi: [còn, đang]}                   # what is left: "12 điểm, đã xử lý 09 điểm, còn 03 điểm"
        rest: {vi: [khác, còn lại]}               # a segment that says so without a figure leaves the list open
        overlapping: {vi: [nữ, hộ nghèo]}         # kinds that overlap others: no partition
        bodies: {vi: [hội phụ nữ]}                # names in which such a word counts nobody
        complement: {vi: [nam]}                   # with which an overlapping kind makes one after all
        twice: {vi: [cả hai nhóm]}                # said of the list or its whole: some stand in two parts
        not_parts: {vi: [so với, kế hoạch]}       # a figure right behind one of these is no part, and hardly a whole
        aside: {vi: [có, của]}                    # a segment that begins so may say something else
        joiner: {vi: [và]}

Roles: `whole` (number), `parts` (list of number). The list may stand in the sentence, in a bracket or behind a colon right
after the whole ("118 thủ tục (cấp tỉnh 87, cấp huyện 31)"), in the lines below or in a footnote. A part may leave out its
unit. Where items carry several figures each, every one is held against its own whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.recognise.breakdowns.announcement import BARE
from checker.recognise.breakdowns.doubts import doubt_of, doubt_of_rest
from checker.recognise.breakdowns.left_over import left_over
from checker.recognise.breakdowns.named_sums import named_sums
from checker.recognise.breakdowns.readings import Breakdown, breakdowns
from checker.recognise.breakdowns.signs import adds_up
from checker.recognise.cues import Cues, Patterns, patterns
from checker.recognise.firsts import Stated, firsts_before
from checker.recognise.lists import announces
from checker.recognise.parts import others
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    closed: Cues
    of_which: Cues = {}
    respectively: Cues = {}
    among: Cues = {}
    summed: Cues = {}
    sum_of: Cues = {}
    like: Cues = {}
    left: Cues = {}
    by: Cues = {}
    shows: Cues = {}
    first: Cues = {}
    second: Cues = {}
    denied: Cues = {}
    this_side: Cues = {}
    other_side: Cues = {}
    open: Cues = {}
    rest: Cues = {}
    overlapping: Cues = {}
    bodies: Cues = {}
    complement: Cues = {}
    twice: Cues = {}
    not_parts: Cues = {}
    aside: Cues = {}
    joiner: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"whole": "number", "parts": "numbers"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    firsts = firsts_before(reading)
    for passage in reading.passages:
        if passage.figures or announces(passage):
            yield from _left_over(passage, words, firsts.get(passage.order, ()))
            yield from _named_sums(passage, words)
            every = list(breakdowns(reading, passage, words, firsts.get(passage.order, ())))
            settled = {_rivals(breakdown) for breakdown in every if adds_up(breakdown)}
            for breakdown in every:
                is_bare = breakdown.listing.announcement.kind in BARE
                if adds_up(breakdown) if _rivals(breakdown) in settled else not (breakdown.listing.is_open and is_bare):
                    yield _claim(passage, breakdown, words)


def _rivals(breakdown: Breakdown) -> tuple[int, int]:
    """What tells the readings of the same words: of those of which one adds up, the others need not be asked."""
    return breakdown.listing.announcement.start, breakdown.rivals


def _left_over(passage: Passage, words: Patterns, firsts: Sequence[Stated]) -> Iterator[Claim]:
    for whole, parts, word, likely in left_over(passage, words, firsts):
        yield Claim(
            roles={"whole": whole, "parts": parts},
            at=whole,
            section=passage.section.title,
            topic=f"left {passage.order} {passage.cell} {word.start()}",
            doubt=doubt_of_rest(whole, parts) if likely else Doubt.MUTE,
            words=word[0],
        )


def _named_sums(passage: Passage, words: Patterns) -> Iterator[Claim]:
    for whole, parts, word in named_sums(passage, words):
        yield Claim(
            roles={"whole": whole, "parts": parts},
            at=whole,
            section=passage.section.title,
            topic=f"named {passage.order} {passage.cell} {word.start()}",
            doubt=Doubt.SLIP,
            words=word[0],
        )


def _claim(passage: Passage, breakdown: Breakdown, words: Patterns) -> Claim:
    start, end, kind, _ = breakdown.listing.announcement
    full = not breakdown.listing.is_open
    whole, parts = breakdown.whole.figure, breakdown.parts
    return Claim(
        roles={"whole": whole, "parts": parts if full else (*parts, others(whole))},
        at=whole,
        section=passage.section.title,
        topic=f"breakdown {passage.order} {passage.cell} {start} {breakdown.rivals}",
        doubt=doubt_of(breakdown, full, words),
        tentative=kind == "like",
        words=passage.text.value[start:end],
    )
