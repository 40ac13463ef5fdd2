"""Both figures told beside a change: "giảm 10 vụ (15/25)", "(15/25) giảm 40%", "đạt 118/130, thiếu 12", "tăng 14 dịch vụ (từ 47 lên 61)"."""

from __future__ import annotations

import re

from checker.figure import Figure
from checker.recognise.changes.comparable import Comparable
from checker.recognise.clauses import ONLY_WORDS
from checker.recognise.passages import Passage

_PAIR = re.compile(r"\s?[^\W\d_]{0,12}\s?\(\s?\d+(?:\.\d{3})*\s?/\s?\d+(?:\.\d{3})*\s?\)")
_REACH, _WIDE = 40, 60
_BESIDE = re.compile(r"[^\d,;.:()]{0,40}[,(;]?\s?(?:[^\W\d_]{1,6}\s){0,2}\Z")


def told(near: Comparable) -> tuple[Figure, Figure] | None:
    """How many there are and how many there were: in a bracket right behind the change or right before it, or as a pair before its comma."""
    passage, cue, end = near.passage, near.change.cue, near.change.end
    return _in_bracket(passage, end) or _in_bracket(passage, _bracket_before(passage, cue)) or _from_to(near) or _pair_before(near)


def _from_to(near: Comparable) -> tuple[Figure, Figure] | None:
    """ "tăng 14 dịch vụ (từ 47 lên 61 dịch vụ)": the only two figures of the bracket right behind the change."""
    passage, end = near.passage, near.change.end
    for bracket in passage.clauses.within(end, end + _WIDE):
        inside = passage.figures_between(bracket.start, bracket.end)
        starts, nows = (near.said.between(key, bracket.start, bracket.end) for key in ("start", "now"))
        if len(inside) == 2 and inside == (*starts, *nows) and ONLY_WORDS.match(passage.folded, end, bracket.start):
            return (inside[1], inside[0]) if all(map(near.fits, inside)) else None
    return None


def _pair_before(near: Comparable) -> tuple[Figure, Figure] | None:
    """ "đạt 118/130 hộ, thiếu 12": what was done of what was planned; of a growth such a pair tells nothing."""
    passage, cue = near.passage, near.change.cue
    before = passage.figures_before(cue, 2)[::-1]
    if not near.is_of_plan or [figure.pair for figure in before] != ["over", "under"]:
        return None
    beside = _BESIDE.match(passage.folded, before[1].end, cue) is not None
    return (before[0], before[1]) if beside and all(map(near.fits, before)) else None


def _bracket_before(passage: Passage, cue: int) -> int:
    folded = passage.folded[:cue].rstrip(" ,")
    return max(0, folded.rfind("(", max(0, cue - _REACH))) if folded.endswith(")") else len(passage.folded)


def _in_bracket(passage: Passage, position: int) -> tuple[Figure, Figure] | None:
    match = _PAIR.match(passage.folded, position)
    figures = passage.figures_between(position, match.end()) if match else ()
    if [figure.pair for figure in figures] != ["over", "under"]:
        return None
    return figures[0], figures[1]
