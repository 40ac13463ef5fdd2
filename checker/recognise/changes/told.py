"""What the bracket beside a change tells: the figures now and then, "giảm 10 vụ (15/25)", "(15/25) giảm 40%"."""

from __future__ import annotations

import re

from checker.figure import Figure
from checker.recognise.changes.amounts import Change
from checker.recognise.passages import Passage

_PAIR = re.compile(r"\s?[^\W\d_]{0,12}\s?\(\s?\d+(?:\.\d{3})*\s?/\s?\d+(?:\.\d{3})*\s?\)")
_REACH = 40


def told(passage: Passage, change: Change) -> tuple[Figure, Figure] | None:
    """How many there are and how many there were, in a bracket of bare numbers right behind the change or right before it."""
    return _in_bracket(passage, change, change.end) or _in_bracket(passage, change, _bracket_before(passage, change.cue))


def _bracket_before(passage: Passage, cue: int) -> int:
    folded = passage.folded[:cue].rstrip(" ,")
    return max(0, folded.rfind("(", max(0, cue - _REACH))) if folded.endswith(")") else len(passage.folded)


def _in_bracket(passage: Passage, change: Change, position: int) -> tuple[Figure, Figure] | None:
    match = _PAIR.match(passage.folded, position)
    figures = passage.figures_between(position, match.end()) if match else ()
    if [figure.pair for figure in figures] != ["over", "under"]:
        return None
    now, then = figures
    fell = now.quantity.value < then.quantity.value
    return (now, then) if fell == (change.sign < 0) else None
