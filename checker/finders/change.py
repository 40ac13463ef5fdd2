"""An increase or decrease in prose and the two figures it lies between: "giảm 460 người so với năm 2021 (1.257 người)".

    find:
      change:
        what: amount                              # amount: roles difference, now, before · percent: roles percent, now, before
                                                  # both: an amount and its percentage; roles percent, difference, now
        up: {vi: [tăng]}
        down: {vi: [giảm]}
        against: {vi: [so với]}                   # before the earlier figure
        now: {vi: [còn, xuống còn]}               # before the figure that it changed to
        start: {vi: [từ]}                         # before the figure that it changed from
        then: {vi: [đầu năm, cùng kỳ]}            # before the earlier figure, in a clause or a bracket of its own …
        since: {vi: [từ đầu năm]}                 # … where it is not part of one of these
        plan: {vi: [vượt, thiếu]}                 # those of up and down that speak of a plan: "đạt 118/130, thiếu 12"
        besides: {vi: [tăng, giảm]}               # before a change of another kind: no figure that was compared with
        points: {vi: [điểm phần trăm]}            # a change of percentages
        joiner: {vi: [và]}                        # before another amount: "tăng 15 đoàn và 128 người"
        together: {vi: [tương ứng]}               # between an amount and its percentage: "giảm 720 hồ sơ, tương ứng giảm 14,4%"
        ranks: {vi: [bậc]}                        # behind an amount: a place in a ranking goes down as it gets better

Roles: `difference` or `percent`, `now`, `before` (numbers). The change is signed: "giảm 15%" is −15. The earlier figure stands
behind "so với", in the bracket behind it, or before the sentence's comma ("So với cùng kỳ (205 vụ), giảm 18 vụ"); the later one is
the nearest before the change. "đạt 115%" is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt, weakest
from checker.figure import Figure
from checker.recognise.changes.amounts import Change, changes, doubled
from checker.recognise.changes.before import befores
from checker.recognise.changes.comparable import Comparable, Compared, Said, same_kind
from checker.recognise.changes.now import nows
from checker.recognise.changes.told import told
from checker.recognise.clauses import ONLY_WORDS
from checker.recognise.cues import Cues, Patterns, patterns
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_NEAREST = 4
_SMALL = 1_000


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    up: Cues
    down: Cues
    against: Cues
    now: Cues = {}
    start: Cues = {}
    then: Cues = {}
    since: Cues = {}
    plan: Cues = {}
    besides: Cues = {}
    points: Cues = {}
    joiner: Cues = {}
    ranks: Cues = {}
    together: Cues = {}
    what: Literal["amount", "percent", "both"] = "amount"


def roles(options: Options) -> Mapping[str, str]:
    if options.what == "both":
        return {"percent": "number", "difference": "number", "now": "number"}
    stated = "difference" if options.what == "amount" else "percent"
    return {stated: "number", "now": "number", "before": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    for passage in reading.passages:
        if len(passage.figures) > 1:
            above, said = reading.preceding_passage(passage), Said(passage, words)
            if options.what == "both":
                yield from _of_both(passage, said, words)
                continue
            every = sorted(changes(passage, words, options.what == "percent"), key=lambda change: change.cue)
            for number, change in enumerate(every):
                if number == 0 or not _is_of_another(passage, every[number - 1], change):
                    yield from _claims(Comparable(change, said), above, options)


def _of_both(passage: Passage, said: Said, words: Patterns) -> Iterator[Claim]:
    """An amount with its percentage and no figure that it changed from: only that before which it stands."""
    for change in doubled(passage, words):
        near = Comparable(change, said)
        if any(doubt == Doubt.LIKELY for _, doubt in befores(near)):
            continue
        for rank, (now, how) in enumerate(nows(near, None)):
            roles = {"percent": _signed(change.stated, change.sign), "difference": _signed(change.amount, change.sign), "now": now}
            yield Claim(
                roles=roles,
                at=roles["percent"],
                section=passage.section.title,
                topic=f"change both {passage.order} {passage.cell} {change.stated.start}",
                doubt=Doubt.SLIP if how != Doubt.FAINT and rank == 0 else Doubt.MUTE,
                words=passage.text.value[change.cue : change.end],
            )


def _is_of_another(passage: Passage, previous: Change, change: Change) -> bool:
    """ "tăng 8 huy chương, số huy chương vàng giảm 1": a bare amount whose clause names what changed, without a figure of it."""
    bare = not change.amount.unit and not change.amount.counted
    if not bare or previous.end > change.cue or passage.clauses.sentence(previous.cue) != passage.clauses.sentence(change.cue):
        return False
    _, comma, subject = passage.folded[previous.end : change.cue].rpartition(",")
    return bool(comma) and ONLY_WORDS.match(subject) is not None and len(subject.split()) > 1


def _claims(near: Comparable, above: Passage | None, options: Options) -> Iterator[Claim]:
    """Every pair of figures that the change may lie between, the likeliest first."""
    pair = told(near)
    if pair is not None:
        yield _claim(near.passage, near.change, *pair, options, Doubt.SLIP)
        yield _claim(near.passage, near.change, *pair[::-1], options, Doubt.MUTE)
        return
    earlier = befores(near)
    later = nows(near, above, [then.figure for then in earlier if then.doubt != Doubt.MUTE])
    for then in earlier:
        for rank, now in enumerate(later):
            if _is_pair(now.figure, then.figure):
                doubt = Doubt.SURE if len(later) + len(earlier) == 2 and _says_all(near, now, then) else Doubt.MUTE
                doubt = doubt if doubt == Doubt.SURE else _doubt(then.doubt, now.doubt, rank, then is earlier[0])
                yield _claim(near.passage, near.change, now.figure, then.figure, options, doubt)


def _says_all(near: Comparable, now: Compared, then: Compared) -> bool:
    """Is what changed named behind all three figures, does what it is now stand before it, and are there no others of its kind?"""
    kinds = {(f.unit, f.counted) for f in (near.change.amount, now.figure, then.figure)}
    named = len(kinds) == 1 and all(kind[1] for kind in kinds)
    small = all(f.quantity.value < _SMALL for f in (near.change.amount, now.figure, then.figure))  # there a slip proves nothing
    return named and small and now.figure.start < near.change.cue and now.doubt == then.doubt == Doubt.LIKELY


def _is_pair(now: Figure, before: Figure) -> bool:
    """Two figures of one kind."""
    return now != before and now.place != before.place and same_kind(now, before)


def _doubt(then: Doubt, now: Doubt, rank: int, is_likeliest: bool) -> Doubt:
    """The weaker of the two. `rank`: how many figures stand nearer that it may have changed to."""
    if then == Doubt.MUTE or rank >= _NEAREST:
        return Doubt.MUTE
    choice = Doubt.LIKELY if rank == 0 and is_likeliest else Doubt.SLIP
    return weakest(then, now, choice)


def _claim(passage: Passage, change: Change, now: Figure, before: Figure, options: Options, doubt: Doubt) -> Claim:
    stated = _signed(change.stated, change.sign)
    return Claim(
        roles={"difference" if options.what == "amount" else "percent": stated, "now": now, "before": before},
        at=stated,
        section=passage.section.title,
        topic=f"change {options.what} {passage.order} {passage.cell} {stated.start}",
        doubt=doubt,
        words=passage.text.value[change.cue : stated.end],
    )


def _signed(figure: Figure, sign: int) -> Figure:
    if sign > 0:
        return figure
    return msgspec.structs.replace(figure, quantity=msgspec.structs.replace(figure.quantity, value=-figure.quantity.value))
