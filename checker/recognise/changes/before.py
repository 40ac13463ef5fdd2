"""What something changed from: the figure behind "so với" or in the bracket behind the change, compared with ahead of it, behind "từ"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.changes.amounts import NEAR
from checker.recognise.changes.comparable import Comparable, Compared
from checker.recognise.changes.then import said_then
from checker.recognise.clauses import ONLY_WORDS
from checker.recognise.parts import word_before

_MOST = 12
_MOST_BEHIND = 3
_MOST_EARLIER = 4
_REACH = 130
_CLOSE = 3
_NAMED = 12
_ATTACHED = re.compile(r"[^,;.:()]{0,60}(?:\([^;:()]{0,80})?\Z")
_ENDS = re.compile(r"[;.]")


def befores(near: Comparable) -> list[Compared]:
    """The likeliest first; where no word tells, the earlier figures of the paragraph."""
    found = _behind(near) or _in_bracket(near) or _ahead(near) or _of_that_year(near)
    found += _start(near)
    if found:
        return [Compared(figure, Doubt.LIKELY) for figure in found]
    then = said_then(near)
    return [Compared(f, Doubt.SLIP) for f in then] + [Compared(f, Doubt.MUTE) for f in _earlier(near) if f not in then]


def _behind(near: Comparable) -> list[Figure]:
    """Behind "so với", after the change, or between its amount and its percentage."""
    passage, last = near.passage, near.change.end
    amount = near.change.amount
    if near.words["against"].search(passage.folded, amount.end, max(amount.end, near.change.stated.start)):
        last = amount.end
    end = passage.clauses.sentence(near.change.cue)[1]
    match = near.words["against"].search(passage.folded, last, min(end, last + _REACH))
    if match is None or _ENDS.search(passage.folded[last : match.start()]) or _is_one_of_several(near, match.start()):
        return []
    figures = passage.figures_between(match.end(), min(end, match.end() + _REACH))
    attached = [f for f in figures if near.is_level(f) and _ATTACHED.match(passage.folded, match.end(), f.start) and not near.is_change(f)]
    attached = [f for f in attached if not near.is_part(f)]
    return [f for f in attached[:_MOST_BEHIND] if near.fits(f)]


def _is_one_of_several(near: Comparable, position: int) -> bool:
    """ "tăng 9 người (xã An tăng 16, xã Bình giảm 7) so với hôm trước (336 người)": the whole is compared, not one part in the bracket."""
    bracket = near.passage.clauses.bracket_at(near.change.cue)
    return bracket is not None and bracket.end <= position and len(near.passage.figures_between(bracket.start, bracket.end)) > 1


def _in_bracket(near: Comparable) -> list[Figure]:
    """ "tăng 3,4% (27.045 con)": the one figure of the bracket right behind the change."""
    passage, last = near.passage, near.change.end
    for bracket in passage.clauses.within(last, last + NEAR):
        inside = passage.figures_between(bracket.start, bracket.end)
        if (
            len(inside) == 1
            and near.is_level(inside[0])
            and not near.is_change(inside[0])
            and ONLY_WORDS.match(passage.folded, last, bracket.start)
        ):
            return [f for f in inside if near.fits(f)]
    return []


def _ahead(near: Comparable) -> list[Figure]:
    """What was compared with earlier in the sentence: "So với cùng kỳ (205 vụ), giảm 18 vụ"."""
    passage, cue = near.passage, near.change.cue
    start = _clause(near)[0]
    level = passage.clauses.bracket_at(cue)
    ahead = [m for m in near.words["against"].finditer(passage.folded, start, cue) if passage.clauses.bracket_at(m.start()) == level][-1:]
    figures = passage.figures_between(ahead[0].end(), cue) if ahead else ()
    beside = next((passage.clauses.bracket_at(f.start) for f in figures), None)
    compared = [f for f in figures if near.is_level(f) and not near.is_change(f) and passage.clauses.bracket_at(f.start) in (level, beside)]
    if ahead and _ends_a_change(near, ahead[0].start()):
        between = {f: passage.clauses.clear(ahead[0].end(), f.start) for f in compared}
        compared = [f for f in compared if "," not in between[f] and not near.words["joiner"].search(between[f])]
    return [f for f in _alike_first(near, compared) if near.fits(f)]


def _ends_a_change(near: Comparable, position: int) -> bool:
    """ "tăng 22% so với cùng kỳ, trong đó 8.700 …": what follows the comma is not what it is compared with."""
    before = near.passage.figures_before(position, 1)
    return bool(before) and position - before[0].end <= NEAR and near.is_change(before[0])


def _of_that_year(near: Comparable) -> list[Figure]:
    """ "năm 2022 là 2.187 người, năm 2023 là 2.780 người (tăng 27,1% so với năm 2022)": the figure right behind the year compared with."""
    passage, last = near.passage, near.change.end
    match = near.words["against"].search(passage.folded, last, last + NEAR)
    dates = [d for d in passage.lone_dates if d.day is None and d.month is None]
    compared = next((d for d in dates if match and 0 <= d.start - match.end() <= _CLOSE), None)
    if compared is None:
        return []
    earlier = [f for f in passage.figures_before(near.change.cue, _MOST) if near.is_level(f) and near.fits(f) and not near.is_change(f)]
    named = [d for d in dates if d.year == compared.year and d.end < near.change.cue]
    return [f for f in earlier if any(0 < f.start - d.end <= _NAMED and ONLY_WORDS.match(passage.folded, d.end, f.start) for d in named)]


def _alike_first(near: Comparable, figures: Sequence[Figure]) -> list[Figure]:
    """Those behind or before the same word as the amount first ("chết 103 người … giảm 07 người chết")."""
    label = near.change.amount.label
    noun = label.split()[-1:] if label else []
    alike = [f for f in figures if word_before(near.passage, f) in noun or f.label.split()[-1:] == noun]
    return alike + [f for f in figures if f not in alike]


def _start(near: Comparable) -> list[Figure]:
    """Behind "từ", where the clause says too what it changed to ("từ 12 lên 15")."""
    clause = _clause(near)
    starts = [f for f in near.said.between("start", *clause) if near.fits(f)]
    return starts if near.said.between("now", *clause) else []


def _clause(near: Comparable) -> tuple[int, int]:
    """The part of the sentence between semicolons in which the change stands."""
    folded, cue = near.passage.folded, near.change.cue
    start, end = near.passage.clauses.sentence(cue)
    stop = folded.find(";", cue, end)
    return max(start, folded.rfind(";", start, cue)), stop if stop > 0 else end


def _earlier(near: Comparable) -> list[Figure]:
    """Any earlier figure of the paragraph and kind: only good for showing that the change is right."""
    if near.kind is None:
        return []
    before = near.passage.figures_before(near.change.cue, _MOST)
    return [f for f in before if near.is_level(f) and near.fits(f) and not near.is_change(f)][:_MOST_EARLIER]
