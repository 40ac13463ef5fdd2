"""By how much something increased or decreased: the figure right behind "tăng" or "giảm", or the percentage that says the same behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.clauses import ONLY_WORDS
from checker.recognise.cues import Patterns
from checker.recognise.passages import Passage
from checker.units import PERCENT

NEAR = 26
_CUE_WORDS = 2
_BRACKET_REACH = NEAR + 10
_AGAIN_REACH = 90
_AGAIN = re.compile(r"[^\d;.:()]{0,60}(?:\(|,)\s?\Z")
_CLAUSE = re.compile(r"[% ]{0,3}([^,;.:()]{0,60})")
_ONE_CLAUSE = re.compile(r"[^;:]{0,90}\Z")


class Change(NamedTuple):
    """An increase (`sign` 1) or decrease (−1), from the `cue` on. `stated` is its amount, or the percentage behind the amount."""

    stated: Figure
    amount: Figure
    sign: int
    cue: int

    @property
    def end(self) -> int:
        return max(self.stated.end, self.amount.end)


def changes(passage: Passage, words: Patterns, of_percent: bool) -> Iterator[Change]:
    """The changes of a passage that are stated as a percentage, or those stated as an amount."""
    for sign, key in ((1, "up"), (-1, "down")):
        for match in words[key].finditer(passage.folded, passage.begin):
            amount = _amount(passage, match.end(), words)
            if amount is None:
                continue
            is_percent = amount.unit == PERCENT and not is_points(passage, amount, words)
            if is_percent == of_percent:
                yield Change(amount, amount, sign, match.start())
                joined = _joined(passage, amount, words)
                if joined is not None:
                    yield Change(joined, joined, sign, match.start())
            elif of_percent and (percent := _percent_behind(passage, amount, words)) is not None:
                yield Change(percent, amount, sign, match.start())


def doubled(passage: Passage, words: Patterns) -> Iterator[Change]:
    """Those stated both ways: "tăng 64 ha (2,0%)", "giảm 720 hồ sơ, tương ứng giảm 14,4%", "giảm 16 vụ (tương đương 42%)"."""
    for change in changes(passage, words, of_percent=True):
        if change.stated is not change.amount:
            adjoins = len(passage.folded[change.cue : change.amount.start].split()) <= _CUE_WORDS
            if adjoins and (passage.folded[change.stated.start - 1] == "(" or _is_said_again(passage, change.amount, change.stated, words)):
                yield change
            continue
        amount = next(iter(passage.figures_before(change.cue, 1)), None)
        if (
            amount is None
            or not _is_joined(passage, amount, change.cue, words)
            or passage.clauses.sentence(amount.start) != passage.clauses.sentence(change.cue)
        ):
            continue
        known = (c for c in changes(passage, words, of_percent=False) if c.amount is amount and c.sign == change.sign)
        yield from (Change(change.stated, amount, change.sign, c.cue) for c in known)


def _is_joined(passage: Passage, amount: Figure, cue: int, words: Patterns) -> bool:
    """Does the word of change say it again: behind "tương ứng", right behind a bracket or a comma?"""
    if words["together"].search(passage.folded, amount.end, cue):
        return True
    return _AGAIN.match(passage.folded, amount.end, cue) is not None


def _is_said_again(passage: Passage, amount: Figure, percent: Figure, words: Patterns) -> bool:
    """ ", tương đương 25%": a word that says it again right before the percentage, no full stop between, and nothing behind that it is of."""
    behind = _CLAUSE.match(passage.folded, percent.end)
    if behind and behind[1].strip() and not words["against"].match(behind[1]):
        return False
    start = max(amount.end, percent.start - NEAR)
    again = any(
        not passage.folded[match.end() : percent.start].strip()
        for match in words["together"].finditer(passage.folded, start, percent.start)
    )
    return again and _ONE_CLAUSE.match(passage.folded, amount.end, percent.start) is not None


def _joined(passage: Passage, amount: Figure, words: Patterns) -> Figure | None:
    """ "tăng 15 đoàn và 128 lượt người": another amount of the same change, of another kind."""
    following = next(iter(passage.figures_between(amount.end, amount.end + NEAR + NEAR)), None)
    if following is None or (following.unit, following.counted) == (amount.unit, amount.counted) or following.pair:
        return None
    between = passage.folded[amount.end : following.start]
    ends = [match.end() for match in words["joiner"].finditer(between)]
    return following if ends and not between[ends[-1] :].strip() and ONLY_WORDS.match(between) else None


def is_points(passage: Passage, figure: Figure, words: Patterns) -> bool:
    """A change of percentages: "tăng 3,2 điểm phần trăm"."""
    return words["points"].match(passage.folded, figure.end + 1) is not None


def _amount(passage: Passage, position: int, words: Patterns) -> Figure | None:
    """The figure right behind the word, if it is by how much and not to what."""
    figure = next(iter(passage.figures_between(position, position + NEAR)), None)
    if figure is None or figure.pair or not ONLY_WORDS.match(passage.folded, position, figure.start):
        return None
    if words["ranks"].match(passage.folded, figure.end + 1):
        return None
    between = passage.folded[position : figure.start]
    elsewhere = any(words[key].search(between) for key in ("now", "against", "start"))
    return None if elsewhere else figure


def _percent_behind(passage: Passage, amount: Figure, words: Patterns) -> Figure | None:
    """ "giảm 18 vụ (8,78%)": the percentage alone in the bracket right behind an amount; "tăng 40 người so với năm trước, tương đương 25%"."""
    for bracket in passage.clauses.within(amount.end, amount.end + _BRACKET_REACH):
        inside = passage.figures_between(bracket.start, bracket.end)
        if len(inside) == 1 and inside[0].unit == PERCENT and ONLY_WORDS.match(passage.folded, amount.end, bracket.start):
            return None if is_points(passage, inside[0], words) else inside[0]
    behind = passage.figures_between(amount.end, amount.end + _AGAIN_REACH)
    percents = (f for f in behind if f.unit == PERCENT and not is_points(passage, f, words))
    return next((percent for percent in percents if _is_said_again(passage, amount, percent, words)), None)
