"""The part and the whole that a percentage may be the share of, the surest first.

They are a pair ("170/100"); a figure before the percentage and one behind it that its words or its bracket make the whole; or a figure
before it and any other of the sentence, the paragraph, the announcing sentence or the section, the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.figure import Figure
from checker.place import Place
from checker.recognise.cues import Patterns
from checker.recognise.firsts import Stated
from checker.recognise.kinds import is_duration, is_plain, may_be_part
from checker.recognise.lists import announcing
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.shares.reasons import Witness, likelihoods, weight
from checker.recognise.shares.said import own_bracket
from checker.text import fold_words
from checker.units import PERCENT

_MOST_EARLIER = 14
_BEHIND = 90
_MOST_LISTED = 16
_FARTHEST = 300
_NAMED = 20
_PAIR = 30
_MOST_WEIGHED = 3
_BREAKS = re.compile(r"[;.]|,\s")


class Share(NamedTuple):
    """A part and its whole, and what says so: "pair", "named" (a word calls it the whole), "bracket", "weighed" (how likely it is the
    whole, of all that may be), "listed" (any that may be), or "shown": the figures give it."""

    part: Figure
    whole: Figure
    basis: str
    likely: float = 1.0


class Shares:
    """The shares of one passage. `firsts` are the first figures of each kind in the section before it."""

    def __init__(self, reading: Reading, passage: Passage, firsts: Sequence[Stated], words: Patterns) -> None:
        self.passage = passage
        self.words = words
        self.families = reading.locale.section("families")
        self.above = list({s.figure.place: s for s in (*_announced(reading, passage), *firsts) if _may_play(s.figure)}.values())
        self.own = [f for f in passage.figures if _may_play(f)]

    def of(self, percent: Figure) -> Iterator[Share]:
        """What one percentage may be the share of; each pair of figures once."""
        parts = self._parts(percent)
        seen: set[tuple[Place, Place, bool]] = set()  # what something says may be one of a series, too
        for share in (*self._pairs(parts, percent), *self._behind(parts, percent), *self._weighed(parts, percent)):
            places = (share.part.place, share.whole.place, share.basis == "listed")
            if places not in seen and share.part.place != share.whole.place:
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
        # of the same kind first: "148 buổi cho 12.470 lượt người, đạt 74% kế hoạch (200 buổi)"
        alike.sort(key=lambda part: part.counted != whole.counted or excluded(self.passage, part, self.words["changes"]))
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

    def _weighed(self, parts: Sequence[Figure], percent: Figure) -> Iterator[Share]:
        """The nearest figure and any that may be its whole, the likeliest first; where it is called the whole itself, the one before it."""
        if not parts or self._is_doubted(parts[0], percent):
            return
        before = [f for f in self.own if f.start < percent.start]
        own = [Stated(self.passage, f) for f in (*_of_many(before), *self._named_behind(percent))]
        candidates = [(parts[0], whole) for whole in (*self.above, *own)]
        candidates += [(part, Stated(self.passage, parts[0])) for part in parts[1:2]]
        witness = Witness(self.passage, percent, self.words)
        found: list[tuple[float, Figure, Figure]] = []
        for part, whole in candidates:
            if part.place != whole.figure.place and self._fit(part, whole.figure):
                reasons = witness.of(part, whole, before)
                if part is parts[0] or "joined" in reasons:
                    found.append((weight(reasons), part, whole.figure))
        found.sort(key=lambda each: -each[0])
        likely = likelihoods([(each, (part.place, whole.quantity.value, whole.unit)) for each, part, whole in found])
        yield from (Share(part, whole, "weighed", each) for each, (_, part, whole) in zip(likely, found[:_MOST_WEIGHED], strict=False))
        yield from (Share(part, whole, "listed") for _, part, whole in found if part is parts[0])

    def _is_doubted(self, part: Figure, percent: Figure) -> bool:
        """Is it a clause of its own behind another percentage ("đạt 98,5%; khóa trước đạt 98,8%")? Is there a number between that
        may be its whole ("giảm 7 người (12/19) chiếm 36,84%"), or, of a part that has two measures, another percentage ("1.153 vụ/2.046
        bị cáo, đạt 88,55% về số vụ và 89,5% về số bị cáo")?"""
        between = self.passage.figures_between(part.end, percent.start)
        words = self.passage.folded[part.end : percent.start]
        if ";" in words and "%" in words:
            return True
        second = any(f.beside for f in between) and any(f.unit == PERCENT for f in between)
        return second or any(f.pair == "under" and not f.certain for f in between)

    def _named_behind(self, percent: Figure) -> list[Figure]:
        """The last figure of the sentence, where a word calls it the whole: "12 hộ nghèo (4%), 15 hộ cận nghèo (5%) trên tổng số 300 hộ"."""
        start, end = percent.end, self.passage.clauses.sentence(percent.start)[1]
        last = [f for f in self.own if start <= f.start < min(end, start + _FARTHEST)][-1:]
        return [f for f in last if self.words["whole"].search(self.passage.folded, max(start, f.start - _NAMED), f.start)]

    def _fit(self, part: Figure, whole: Figure) -> bool:
        return may_be_part(whole, part, self.families) and bool(whole.quantity.value)


def _of_many(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Of very many the first and the last ones."""
    return figures if len(figures) <= 2 * _MOST_LISTED else (*figures[:_MOST_LISTED], *figures[-_MOST_LISTED:])


def _announced(reading: Reading, passage: Passage) -> Sequence[Stated]:
    """Of an item: the last figures of the sentence that announces its list; of any paragraph: those right above it."""
    above = announcing(reading, passage)
    return [Stated(above, figure) for figure in above.figures[-_MOST_EARLIER:]] if above is not None else ()


def _may_play(figure: Figure) -> bool:
    """May it be a part or a whole? The second measure of a thing is none: the percentage is of the first."""
    return is_plain(figure) and figure.certain and not figure.beside and not is_duration(figure)
