"""The figures that a list of parts may break down, the likeliest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from checker.figure import Figure
from checker.place import Place
from checker.recognise.breakdowns.announcement import Announcement
from checker.recognise.breakdowns.scope import Scope
from checker.recognise.cues import Patterns
from checker.recognise.firsts import Stated, new_kinds
from checker.recognise.kinds import is_plain
from checker.recognise.lists import announcing
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.units import PERCENT

_MOST = 12
_MOST_SUMMED = 3
_MOST_NOTED = 4
_SENTENCES = 3
_SUM_REACH = 120


class Whole(NamedTuple):
    """A figure that may be the whole, and the passage that states it. `farther`: it only begins the section or the paragraph;
    `unlikely`: only being right shows that it is."""

    passage: Passage
    figure: Figure
    farther: bool = False
    unlikely: bool = False


class Wholes:
    """The wholes of the lists of one passage. `taken` is where the figures start that are parts of one already."""

    def __init__(self, reading: Reading, passage: Passage, words: Patterns, firsts: Sequence[Stated]) -> None:
        self._reading = reading
        self.passage = passage
        self.anchor = reading.anchor(passage)
        self.taken: set[int] = set()
        self._not_parts = words["not_parts"]
        self._firsts = firsts

    def of(self, announcement: Announcement, scope: Scope) -> list[Whole]:
        """What a list may break down."""
        if announcement.kind in ("among", "summed"):
            return self._behind(announcement, scope)
        if self.anchor is not None and announcement.begins(self.passage):
            near = self.anchor.passage.figures_before(self.anchor.end, _MOST_NOTED)
            return [Whole(self.anchor.passage, f) for f in near if is_plain(f) and f.start >= self.anchor.start]
        found = self._before(announcement.start)
        if not found and not any(map(is_plain, self.passage.figures_before(announcement.start, 1))):
            found = self._above()
        found.sort(key=lambda whole: self.reasons_against(whole, announcement))
        own = self._behind(announcement, scope) if announcement.kind == "headed" else []
        farther = self._farther(announcement, {whole.figure.place for whole in found})
        known = {whole.figure.place for whole in (*found, *farther)}
        return [*found, *farther, *own, *self._announcing(announcement, known)][:_MOST]

    def _behind(self, announcement: Announcement, scope: Scope) -> list[Whole]:
        """Behind "trong" up to the list, or behind "tổng cộng"; of a headed list its own first figure."""
        own = [stretch.start for stretch in scope.stretches if stretch.passage is self.passage]
        stop = own[0] if announcement.kind == "among" and own else announcement.end + _SUM_REACH
        figures = [f for f in self.passage.figures_between(announcement.end, stop) if is_plain(f)]
        return [Whole(self.passage, f) for f in figures[: _MOST_SUMMED if announcement.kind == "summed" else 1]]

    def _before(self, position: int) -> list[Whole]:
        """Plain figures before a position, the nearest first, from the nearest sentence that has some that are no parts already."""
        near = [f for f in self.passage.figures_before(position, 2 * _MOST) if _may_be_whole(f)]
        start = position
        found: list[Whole] = []
        for _ in range(_SENTENCES):
            if start <= self.passage.begin:
                break
            start = self.passage.clauses.sentence(start - 1)[0]
            found = [Whole(self.passage, f) for f in near if f.start >= start]
            if any(whole.figure.start not in self.taken for whole in found):
                return found
        return found

    def _above(self) -> list[Whole]:
        """In the paragraph right above."""
        above = self._reading.preceding_passage(self.passage)
        if above is None:
            return []
        return [Whole(above, f) for f in above.figures_before(len(above.text), 2 * _MOST) if is_plain(f) and f.certain]

    def _farther(self, announcement: Announcement, known: Collection[Place]) -> list[Whole]:
        """The first figure of each kind in the sentences before, and in the section."""
        start = self.passage.clauses.sentence(announcement.start)[0]
        own = [first for first in new_kinds(self.passage) if first.figure.start < start]
        return [Whole(*first, farther=True) for first in (*own, *self._firsts) if first.figure.place not in known]

    def reasons_against(self, whole: Whole, announcement: Announcement) -> int:
        """In other brackets, a part already, behind "tăng" or "so với", only approximate; most of all the plan of "41/47"."""
        passage, figure = whole.passage, whole.figure
        taken = figure.start in self.taken and passage is self.passage and not self._adjoins(whole, announcement)
        reasons = [self.stands_aside(whole, announcement), taken]
        reasons += [excluded(passage, figure, self._not_parts), figure.quantity.bound is not None]
        reasons += [bool(figure.per) and bool(passage.figures_between(figure.end, announcement.start))]
        return sum(reasons) + 2 * (figure.pair == "under")

    def _adjoins(self, whole: Whole, announcement: Announcement) -> bool:
        """Does a bracket break down the figure right before it ("206 công chức; hiện có mặt 363 người (197 công chức, …)")?"""
        nearest = self.passage.figures_before(announcement.start, 1)
        return announcement.kind == "bracket" and whole.figure in nearest

    def _announcing(self, announcement: Announcement, known: Collection[Place]) -> list[Whole]:
        """Of a list in an item: every figure of the passage that announces the items."""
        above = announcing(self._reading, self.passage) if self.passage.marker is not None and announcement.kind == "headed" else None
        figures = above.figures_before(len(above.text), 2 * _MOST) if above is not None else ()
        return [Whole(above, f, unlikely=True) for f in figures if above and f.place not in known and is_plain(f) and f.certain]

    def is_only_part(self, whole: Whole, announcement: Announcement) -> bool:
        """Does nothing speak against it but that it is a part of a list before?"""
        taken = whole.passage is self.passage and whole.figure.start in self.taken
        return taken and self.reasons_against(whole, announcement) == 1 and self.is_near(whole, announcement)

    def stands_aside(self, whole: Whole, announcement: Announcement) -> bool:
        """Is it in other brackets than the list?"""
        here = whole.passage.clauses.bracket_at(whole.figure.start)
        own = whole.passage is self.passage and here is not None and here == self.passage.clauses.bracket_at(announcement.start)
        return here is not None and not own

    def is_near(self, whole: Whole, announcement: Announcement) -> bool:
        """Does the whole stand in the cue's own sentence, or right before the sentence that begins with the cue?"""
        if whole.passage is not self.passage:
            return self.anchor is not None
        start = self.passage.clauses.sentence(announcement.start)[0]
        begins = announcement.kind == "headed" or not self.passage.folded[start : announcement.start].strip(" -+*")
        if begins and start > self.passage.begin:
            start = self.passage.clauses.sentence(start - 1)[0]
        return whole.figure.start >= start


def _may_be_whole(figure: Figure) -> bool:
    """Also the plan of "41/47", and a rate ("30 triệu đồng/hộ, gồm …")."""
    return figure.certain and figure.unit != PERCENT and figure.pair in ("", "over", "under")
