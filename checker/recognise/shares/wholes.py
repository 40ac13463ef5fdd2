"""The part and the whole that a percentage may be the share of, the surest first.

They are a pair ("170/100"); a figure before the percentage and one behind it; two figures before it that a word joins; or the
nearest figure before it and any earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from checker.figure import Figure
from checker.place import Place
from checker.recognise.cues import Patterns
from checker.recognise.kinds import is_duration, is_plain, may_be_part
from checker.recognise.lists import announcing
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import words_of
from checker.recognise.restated.lookalikes import significant, telling_digits
from checker.recognise.shares.said import own_bracket
from checker.text import fold_words
from checker.units import PERCENT

_MOST_EARLIER = 14
_BEHIND = 90
_MOST_LISTED = 16
_FARTHEST = 300
_NAMED = 20
_TELLING = 4
_PAIR = 30
_ROOM = 3
_ALL = 100
_NAMING = 3
_CLAUSE = re.compile(r"[^\d,;:.()]*\Z")
_BREAKS = re.compile(r"[;.]|,\s")
_CALLED = re.compile(r"[% ]{1,3}[^\d,;:.()%]{3,60}(?=[,;:.)]|\Z)")
_ENDS = re.compile(r"[% ]{0,3}(?:[,;.)]|\Z)")
_MOST_NAMING = 6


class Share(NamedTuple):
    """A part and its whole, and what says so: "pair", "named" (a word calls it the whole), "bracket", "joined", "alone" (one figure of
    the kind stands before it; for a percentage of many digits the first of the paragraph), "labelled" (the same words stand before
    both), "called" (the words behind the percentage name the whole), "listed": nothing but that the percentages beside this one hold
    with the same whole, or "shown": the figures give it."""

    part: Figure
    whole: Figure
    basis: str


class Shares:
    """The shares of one passage. `firsts` are the first figures of each kind in the section before it."""

    def __init__(self, reading: Reading, passage: Passage, firsts: Sequence[Figure], words: Patterns) -> None:
        self.passage = passage
        self.words = words
        self.families = reading.locale.section("families")
        self.above = [f for f in dict.fromkeys((*_announced(reading, passage), *firsts)) if _may_play(f)]
        self.own = [f for f in passage.figures if _may_play(f)]

    def of(self, percent: Figure) -> Iterator[Share]:
        """What one percentage may be the share of; each pair of figures once."""
        parts = self._parts(percent)
        seen: set[tuple[Place, Place, bool]] = set()  # what something says may be one of a series, too
        for share in (*self._pairs(parts, percent), *self._behind(parts, percent), *self._joined(parts), *self._earlier(parts, percent)):
            places = (share.part.place, share.whole.place, share.basis == "listed")
            again = share.basis == "listed" and (*places[:2], False) in seen
            if again and self.passage.figures_between(share.part.end, percent.start):
                continue
            if places not in seen and share.part.place != share.whole.place and not _is_too_large(share, percent):
                seen.add(places)
                yield share

    def _parts(self, percent: Figure) -> list[Figure]:
        """What the percentage may be said of: figures before it in the sentence, the nearest first."""
        clauses = self.passage.clauses
        bracket = own_bracket(self.passage, percent)
        limit = bracket.start if bracket else percent.start
        start, level = clauses.sentence(percent.start)[0], clauses.bracket_at(limit)
        before = [f for f in self.passage.figures_before(limit, _MOST_EARLIER) if f.start >= start and _may_play(f)]
        return [f for f in before if clauses.bracket_at(f.start) == level] or before

    def _pairs(self, parts: Sequence[Figure], percent: Figure) -> Iterator[Share]:
        """ "170/100 lao động, đạt 170%", or "đạt 80% (120/150 hộ)"."""
        overs = [f for f in parts[:1] if f.pair == "over"]
        behind = [f for f in self.passage.figures_between(percent.end, percent.end + _BEHIND) if f.pair == "over"][:1]
        overs += [f for f in behind if not self.passage.folded[percent.end : f.start].strip(" %(")]
        for over in overs:
            under = [f for f in self.passage.figures_between(over.end, over.end + _PAIR) if f.pair == "under"][:1]
            yield from (Share(over, f, "pair") for f in under)

    def _behind(self, parts: Sequence[Figure], percent: Figure) -> Iterator[Share]:
        """ "đạt 118% (kế hoạch 300)", "chiếm 33,8% trên tổng số 8.467 hộ"."""
        bracket = self.passage.clauses.bracket_at(percent.start)
        stop = bracket.end - 1 if bracket else self.passage.clauses.sentence(percent.start)[1]
        figures = self.passage.figures_between(percent.end, min(stop, percent.end + _BEHIND))
        whole = next((f for f in figures if not is_duration(f)), None)
        if whole is None or not is_plain(whole):
            return
        between = self.passage.folded[percent.end : whole.start]
        if _BREAKS.search(between.split("(")[0]) or self._changes(between):
            return
        named = self.words["whole"].search(between) is not None
        alike = [part for part in parts if self._fit(part, whole) or (named and part.unit == whole.unit)]
        if alike and (named or between.strip(" %") == "(" or self._glossed(between, whole)):
            yield Share(alike[0], whole, "named" if named else "bracket")
            other = named and excluded(self.passage, alike[0], self.words["whole"])  # "so với mức 8.400 tỷ đồng của cùng kỳ"
            yield from (Share(part, whole, "bracket" if other and part is alike[1] else "listed") for part in alike[1:])

    def _changes(self, between: str) -> bool:
        """ "tăng …", but for a plan to do so ("đạt 104,0% kế hoạch giảm hộ nghèo (giảm 500 hộ)")."""
        planned = self.words["plan"].search(between)
        changed = self.words["changes"].search(between)
        return changed is not None and not (planned and planned.end() < changed.start())

    def _glossed(self, between: str, whole: Figure) -> bool:
        """ "chiếm 6,58% số hộ toàn huyện (20.000 hộ)": the bracket says how many those are."""
        noun = fold_words(whole.label).split()[:1]
        return bool(noun) and between.endswith("(") and noun[0] in between.split() and not self.words["compared"].search(between)

    def _joined(self, parts: Sequence[Figure]) -> Iterator[Share]:
        """ "2.865 hộ nghèo trên tổng số 8.467 hộ, chiếm 33,84%"; "191 lao động, trong đó 45 nữ, chiếm 23,5%"."""
        if len(parts) < 2:
            return
        last, before = parts[0], parts[1]
        between = self.passage.folded[before.end : last.start]
        if self.words["whole"].search(between) and self._fit(before, last) and ";" not in between:
            yield Share(before, last, "joined")
        if self.words["of_which"].search(between) and self._fit(last, before):
            yield Share(last, before, "joined")

    def _earlier(self, parts: Sequence[Figure], percent: Figure) -> Iterator[Share]:
        """The nearest figure, and any earlier one of the paragraph, the announcing sentence or the section."""
        if not parts:
            return
        part = parts[0]
        if self._is_doubted(part, percent):
            return
        between = self.passage.folded[part.end : percent.start]
        if ";" in between and "%" in between:  # "đạt 98,5%; khóa trước đạt 98,8%"
            return
        start = self.passage.clauses.sentence(percent.start)[0]
        near = [f for f in parts[1:] if f.start >= start and f.counted == part.counted and f.unit == part.unit and self._fit(part, f)]
        near = [f for f in near if not excluded(self.passage, f, self.words["changes"])]
        is_change = excluded(self.passage, part, self.words["changes"])
        adjoins = not is_change and not self.passage.figures_between(part.end, percent.start)
        digits, start_of = significant(percent), near[-1:] if len(near) > 1 and adjoins else []
        if len(near) == 1 and ";" not in self.passage.folded[near[0].end : part.start] and not self._beside(near[0], percent):
            yield Share(part, near[0], "alone")
        elif start_of and digits >= _TELLING and not self._beside(start_of[0], percent):
            yield Share(part, start_of[0], "alone")
        elif not near and digits >= (_TELLING - 1 if adjoins and self._ends_clause(percent) else _TELLING):
            before = [f for f in self.own if f.start < start and f.counted == part.counted and f.unit == part.unit]
            yield from (Share(part, f, "alone") for f in before[:1] if self._fit(part, f))
        yield from (Share(part, f, "called") for f in self._called(part, percent) if not is_change)
        own = _of_many([f for f in self.own if f.start < percent.start])
        words = self._words_before(part)
        for whole in own:
            if words and whole is not part and self._words_before(whole) == words and self._fit(part, whole):
                yield Share(part, whole, "labelled")
        for whole in (*self.above, *own, *self._named_behind(percent)):
            if self._fit(part, whole):
                yield Share(part, whole, "listed")

    def _is_doubted(self, part: Figure, percent: Figure) -> bool:
        """Is there a number between that may be its whole ("giảm 7 người (12/19) chiếm 36,84%"), or, of a part that has two measures,
        another percentage ("1.153 vụ/2.046 bị cáo, đạt 88,55% về số vụ và 89,5% về số bị cáo")?"""
        between = self.passage.figures_between(part.end, percent.start)
        second = any(f.beside for f in between) and any(f.unit == PERCENT for f in between)
        return second or any(f.pair == "under" and not f.certain for f in between)

    def _ends_clause(self, percent: Figure) -> bool:
        """ "33.945 triệu đồng, đạt 93,0%.": of what, the sentences before say."""
        return _ENDS.match(self.passage.folded, percent.end) is not None

    def _called(self, part: Figure, percent: Figure) -> list[Figure]:
        """The nearest figure before that the words behind the percentage name: "tổng diện tích tự nhiên là 48.620 ha; … chiếm 37,0% diện tích
        tự nhiên"."""
        behind = _CALLED.match(self.passage.folded, percent.end)
        named = self._content(behind[0]) if behind else frozenset()
        if not 0 < len(named) <= _MOST_NAMING:
            return []
        earlier = (f for f in reversed(self.own) if f.start < part.start and f.unit == part.unit and self._fit(part, f))
        return [f for f in islice(earlier, _MOST_EARLIER) if named <= self._around(f)][:1]

    def _around(self, figure: Figure) -> frozenset[str]:
        """The words of its clause before a figure, and its label."""
        clause = _CLAUSE.search(self.passage.folded, max(self.passage.begin, figure.start - _BEHIND), figure.start)
        return self._content((clause[0] if clause else "") + " " + fold_words(figure.label))

    def _content(self, text: str) -> frozenset[str]:
        return words_of(self.words["whole"].sub(" ", text) if not self.words["plan"].search(text) else text, self.passage.locale)

    def _named_behind(self, percent: Figure) -> list[Figure]:
        """The last figure of the sentence, where a word calls it the whole: "12 hộ nghèo (4%), 15 hộ cận nghèo (5%) trên tổng số 300 hộ"."""
        start, end = percent.end, self.passage.clauses.sentence(percent.start)[1]
        last = [f for f in self.own if start <= f.start < min(end, start + _FARTHEST)][-1:]
        return [f for f in last if self.words["whole"].search(self.passage.folded, max(start, f.start - _NAMED), f.start)]

    def _beside(self, other: Figure, percent: Figure) -> bool:
        """Has another figure a percentage in a bracket of its own, as this one? Then they are two parts of one whole."""
        following = self.passage.figures_between(other.end, other.end + _BEHIND)[:1]
        theirs = following and following[0].unit == PERCENT and own_bracket(self.passage, following[0])
        return bool(theirs) and own_bracket(self.passage, percent) is not None

    def _words_before(self, figure: Figure) -> tuple[str, ...]:
        """The words that name a figure: the last ones of its clause before it."""
        clause = _CLAUSE.search(self.passage.folded, max(self.passage.begin, figure.start - _BEHIND), figure.start)
        words = tuple(clause[0].split()) if clause else ()
        return words[-_NAMING:] if len(words) >= _NAMING else ()

    def _fit(self, part: Figure, whole: Figure) -> bool:
        return may_be_part(whole, part, self.families) and bool(whole.quantity.value)


def _of_many(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Of very many the first and the last ones."""
    return figures if len(figures) <= 2 * _MOST_LISTED else (*figures[:_MOST_LISTED], *figures[-_MOST_LISTED:])


def _is_too_large(share: Share, percent: Figure) -> bool:
    """A part larger than what nothing calls its whole, where the percentage says that it is smaller."""
    part, whole = share.part, share.whole
    guessed = share.basis not in ("pair", "named", "bracket") and part.unit == whole.unit
    room = _ROOM if share.basis == "alone" and telling_digits(percent) >= _TELLING - 1 else 1
    return guessed and part.quantity.value > room * whole.quantity.value and percent.quantity.value <= _ALL


def _announced(reading: Reading, passage: Passage) -> Sequence[Figure]:
    """Of an item: the last figures of the sentence that announces its list; of any paragraph: those right above it."""
    above = announcing(reading, passage)
    return above.figures[-_MOST_EARLIER:] if above is not None else ()


def _may_play(figure: Figure) -> bool:
    """May it be a part or a whole? The second measure of a thing is none: the percentage is of the first."""
    return is_plain(figure) and figure.certain and not figure.beside and not is_duration(figure)
