"""Which figures can be one of the two that a change lies between."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.changes.amounts import NEAR, Change, is_points
from checker.recognise.cues import Patterns
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.units import PERCENT

_CLOSE = 8
_PAIRS = ("", "over", "to", "from")


class Compared(NamedTuple):
    """A figure that may be one of the two, and how surely its words say so."""

    figure: Figure
    doubt: Doubt


class Said:
    """The figures of a passage right behind "từ", "còn" and the like: looked for once, however many changes there are."""

    def __init__(self, passage: Passage, words: Patterns) -> None:
        self.passage = passage
        self.words = words
        self._known: dict[str, list[Figure]] = {}

    def behind(self, figure: Figure, key: str) -> bool:
        """Does a word of that option stand right before the figure?"""
        start, end = max(0, figure.start - NEAR), figure.start
        return any(match.end() >= end - _CLOSE for match in self.words[key].finditer(self.passage.folded, start, end))

    def between(self, key: str, start: int, end: int) -> list[Figure]:
        """The figures of a stretch behind a word of that option."""
        if key not in self._known:
            self._known[key] = [figure for figure in self.passage.figures if self.behind(figure, key)]
        known = self._known[key]
        return known[bisect_left(known, start, key=_start) : bisect_left(known, end, key=_start)]


class Comparable:
    """The figures of a passage beside one change. `kind` is a figure of the kind that changed, None where nothing tells it."""

    def __init__(self, change: Change, said: Said) -> None:
        self.passage = said.passage
        self.words = said.words
        self.said = said
        self.change = change
        self.kind = self._kind()

    def _kind(self) -> Figure | None:
        """The amount; of a percentage in the bracket behind an amount ("tăng 227 em (tăng 0,97%)"), that amount."""
        amount = self.change.amount
        if amount.unit != PERCENT or is_points(self.passage, amount, self.words):
            return amount
        bracket = self.passage.clauses.bracket_at(self.change.stated.start)
        before = self.passage.figures_before(bracket.start, 1) if bracket else ()
        return before[0] if before and self.is_change(before[0]) and before[0].unit != PERCENT else None

    @property
    def is_of_plan(self) -> bool:
        """Is it held against a plan, which one may exceed or miss?"""
        return self.words["plan"].search(self.passage.folded, self.change.cue, self.change.amount.start) is not None

    def is_level(self, figure: Figure) -> bool:
        """Does it say how much there was or is? A rate only beside a rate, a percentage only where percentages change."""
        of_percent = self.kind is not None and self.kind.unit == PERCENT
        return figure.pair in _PAIRS and (figure.unit == PERCENT) == of_percent

    def is_change(self, figure: Figure) -> bool:
        """Does the figure say by how much something changed?"""
        return any(excluded(self.passage, figure, self.words[key]) for key in ("up", "down", "besides")) and not self.said.behind(
            figure, "now"
        )

    def is_part(self, figure: Figure) -> bool:
        """Does its bracket tell a part of what there is ("tăng 2% so cùng kỳ (trong đó có 4,4 triệu con gà)")?"""
        bracket = self.passage.clauses.bracket_at(figure.start)
        of_which = self.passage.locale.pattern("parts", "of_which")
        return bracket is not None and of_which.match(self.passage.folded, bracket.start + 1) is not None

    def fits(self, figure: Figure) -> bool:
        """Is it of the kind that changed, as far as that is known?"""
        return self.kind is None or same_kind(figure, self.kind)


def same_kind(one: Figure, other: Figure) -> bool:
    """The same unit; the same rate and thing counted, as far as both say. So much with decimals is nothing that is counted."""
    bare, counted = (one, other) if not one.counted else (other, one)
    return (
        one.unit == other.unit
        and (not counted.counted or bare.quantity.whole or bool(counted.quantity.step))
        and (one.per == other.per or not one.per or not other.per)
        and (one.counted == other.counted or not one.counted or not other.counted)
    )


def _start(figure: Figure) -> int:
    return figure.start
