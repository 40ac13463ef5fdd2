"""A percentage of a whole in prose: "355 lao động, đạt 118% (kế hoạch 300)", "170/100 … đạt 170%", "45 người, chiếm 23,5%".

    find:
      share:
        of: {vi: [đạt, chiếm, bằng]}              # words before a percentage that make it a share
        changes: {vi: [tăng, giảm]}               # … that make it a change: no share
        whole: {vi: [kế hoạch, tổng số, trên]}    # words before the figure that is the whole
        of_which: {vi: [trong đó]}

Roles: `part`, `whole`, `percent` (numbers). Which figure is the whole is read, the surest first, from a pair ("170/100"); from a
figure behind the percentage or in its bracket that a word calls the whole; from two figures that such a word joins; else
from any earlier figure of the kind, in the paragraph or the first of its kind in the section, with which the percentages
of the same list hold. A percentage whose whole is none of these makes no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure
from checker.place import Place
from checker.recognise.cues import Cues, cues
from checker.recognise.firsts import firsts_before
from checker.recognise.kinds import is_duration, is_plain, may_be_part
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.units import PERCENT

_MOST_EARLIER = 14
_BEHIND = 90
_CUE_REACH = 40
_NEAR, _FAR = Fraction(1, 2), Fraction(3, 4)
_SAME_CLAUSE = re.compile(r"[^;.]*\Z")
_OWN_BRACKET = re.compile(r"\s*\(?\s*\Z")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    of: Cues
    changes: Cues
    whole: Cues
    of_which: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"part": "number", "whole": "number", "percent": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = {key: cues(getattr(options, key), reading.locale) for key in Options.__struct_fields__}
    firsts = firsts_before(reading)
    for passage in reading.passages:
        finder = _Finder(reading, passage, words, [stated.figure for stated in firsts.get(passage.order, ())])
        for percent in passage.figures:
            if percent.unit == PERCENT and percent.pair == "" and not percent.per:
                yield from finder.of(percent)


class _Finder:
    def __init__(self, reading: Reading, passage: Passage, words: Mapping[str, re.Pattern[str]], firsts: Sequence[Figure]) -> None:
        self.passage = passage
        self.words = words
        self.families = reading.locale.section("families")
        self.above = [f for f in dict.fromkeys((*self._announced(reading), *firsts)) if _may_play(f)]
        self.far = {figure.place for figure in firsts}
        self.own = [f for f in passage.figures if _may_play(f)]

    def _announced(self, reading: Reading) -> list[Figure]:
        """Of an item: the figures of the sentence that announces its list; of any paragraph: those right above it."""
        above = reading.preceding_passage(self.passage)
        while above is not None and self.passage.marker and above.marker and above.marker.depth_key == self.passage.marker.depth_key:
            above = reading.preceding_passage(above)
        return list(above.figures[-_MOST_EARLIER:]) if above is not None else []

    def of(self, percent: Figure) -> Iterator[Claim]:
        """The readings of one percentage, the surest first."""
        if self._is_change(percent):
            return
        said = self._said(percent)
        if said is None:
            return
        parts = self._parts(percent)
        seen: set[tuple[Place, Place]] = set()
        for part, whole, doubt in (
            *self._pairs(parts, percent),
            *self._behind(parts, percent),
            *self._joined(parts),
            *self._earlier(parts, percent),
        ):
            key = (part.place, whole.place)
            if key not in seen and part.place != whole.place:
                seen.add(key)
                yield self._claim(part, whole, percent, doubt, said)

    # ---------------------------------------------------------------- the part

    def _is_change(self, percent: Figure) -> bool:
        """Behind "tăng" or "giảm", or in a bracket behind an increase or decrease."""
        start = max(self.passage.begin, percent.start - _CUE_REACH)
        bracket = self.passage.clauses.bracket_at(percent.start)
        if bracket and bracket.start > start and _OWN_BRACKET.match(self.passage.folded, bracket.start, percent.start):
            before = self.passage.figures_before(bracket.start, 1)
            start, end = (max(self.passage.begin, before[0].start - _CUE_REACH), before[0].start) if before else (start, bracket.start)
        else:
            end = percent.start
        start = max([start, *(self.passage.folded.rfind(c, start, end) for c in ",;:(")])
        last_change = _last(self.words["changes"], self.passage.folded, start, end)
        return last_change > _last(self.words["of"], self.passage.folded, start, end)

    def _said(self, percent: Figure) -> str | None:
        """The word that makes a share of it, "" for a percentage alone in its bracket, None where nothing does."""
        bracket = self.passage.clauses.bracket_at(percent.start)
        if bracket and _OWN_BRACKET.match(self.passage.folded, bracket.start, percent.start):
            return ""
        start = max(self.passage.begin, percent.start - _CUE_REACH)
        start = max([start, *(self.passage.folded.rfind(c, start, percent.start) for c in ",;:(")])
        found = list(self.words["of"].finditer(self.passage.folded, start, percent.start))
        return found[-1][0] if found else None

    def _parts(self, percent: Figure) -> list[Figure]:
        """What the percentage may be said of: figures before it in the sentence, the nearest first."""
        clauses = self.passage.clauses
        bracket = clauses.bracket_at(percent.start)
        limit = bracket.start if bracket and _OWN_BRACKET.match(self.passage.folded, bracket.start, percent.start) else percent.start
        start = clauses.sentence(percent.start)[0]
        level = clauses.bracket_at(limit)
        before = [f for f in self.passage.figures_before(limit, _MOST_EARLIER) if f.start >= start and _may_play(f)]
        return [f for f in before if clauses.bracket_at(f.start) == level] or before

    # ---------------------------------------------------------------- the whole

    def _pairs(self, parts: list[Figure], percent: Figure) -> Iterator[tuple[Figure, Figure, Doubt]]:
        """ "170/100 lao động, đạt 170%", or "đạt 80% (120/150 hộ)"."""
        behind = [f for f in self.passage.figures_between(percent.end, percent.end + _BEHIND) if f.pair == "over"][:1]
        near = parts[0] if parts and parts[0].pair == "over" else None
        follows = behind and not self.passage.folded[percent.end : behind[0].start].strip(" %(")
        for over in [*([near] if near else []), *(behind if follows else [])]:
            under = [f for f in self.passage.figures_between(over.end, over.end + 30) if f.pair == "under"][:1]
            if under:
                yield over, under[0], Doubt.SURE

    def _behind(self, parts: list[Figure], percent: Figure) -> Iterator[tuple[Figure, Figure, Doubt]]:
        """ "đạt 118% (kế hoạch 300)", "chiếm 33,8% trên tổng số 8.467 hộ"."""
        folded = self.passage.folded
        bracket = self.passage.clauses.bracket_at(percent.start)
        stop = bracket.end - 1 if bracket else self.passage.clauses.sentence(percent.start)[1]
        for whole in self.passage.figures_between(percent.end, min(stop, percent.end + _BEHIND)):
            between = folded[percent.end : whole.start]
            if is_duration(whole):
                continue
            if not is_plain(whole) or re.search(r"[;.]|,\s", between.split("(")[0]) or self.words["changes"].search(between):
                return
            named = self.words["whole"].search(between) is not None
            alike = [part for part in parts if self._fit(part, whole) or (named and part.unit == whole.unit)]
            if alike and (named or between.strip(" %") == "("):
                yield alike[0], whole, Doubt.SURE if named else Doubt.SLIP
                yield from ((part, whole, Doubt.MUTE) for part in alike[1:])
            return

    def _joined(self, parts: list[Figure]) -> Iterator[tuple[Figure, Figure, Doubt]]:
        """ "2.865 hộ nghèo trên tổng số 8.467 hộ, chiếm 33,84%"; "191 lao động, trong đó 45 nữ, chiếm 23,5%"."""
        if len(parts) < 2:
            return
        last, before = parts[0], parts[1]
        between = self.passage.folded[before.end : last.start]
        if self.words["whole"].search(between) and self._fit(before, last) and ";" not in between:
            yield before, last, Doubt.SLIP
        if self.words["of_which"].search(between) and self._fit(last, before):
            yield last, before, Doubt.SLIP

    def _earlier(self, parts: list[Figure], percent: Figure) -> Iterator[tuple[Figure, Figure, Doubt]]:
        """Any earlier figure of the paragraph: it counts where the percentages beside this one hold with it."""
        if not parts:
            return
        part = parts[0]
        start = self.passage.clauses.sentence(percent.start)[0]
        near = [f for f in parts[1:] if f.start >= start and f.counted == part.counted and f.unit == part.unit and self._fit(part, f)]
        if len(near) == 1 and ";" not in self.passage.folded[near[0].end : part.start]:
            yield part, near[0], Doubt.SLIP
        for whole in (*self.above, *(f for f in self.own if f.start < percent.start)):
            if self._fit(part, whole):
                yield part, whole, Doubt.MUTE

    def _fit(self, part: Figure, whole: Figure) -> bool:
        return may_be_part(whole, part, self.families) and bool(whole.quantity.value)

    def _claim(self, part: Figure, whole: Figure, percent: Figure, doubt: Doubt, said: str) -> Claim:
        listed = doubt == Doubt.MUTE
        return Claim(
            roles={"part": part, "whole": whole, "percent": percent},
            at=percent,
            section=self.passage.section.title,
            topic=f"share {self.passage.order} {self.passage.cell} {percent.start}",
            doubt=Doubt.SURE if listed else doubt,
            series=f"shares {said} of {whole.place.line} {whole.place.paragraph} {whole.start} {whole.place.cell}" if listed else "",
            support=(_FAR if whole.place in self.far else _NEAR) if listed else Fraction(0),
            words=self.passage.text.value[max(0, percent.start - 20) : percent.end],
        )


def _may_play(figure: Figure) -> bool:
    """May it be a part or a whole?"""
    return is_plain(figure) and figure.certain and not is_duration(figure)


def _last(pattern: re.Pattern[str], folded: str, start: int, end: int) -> int:
    return max((match.start() for match in pattern.finditer(folded, start, end)), default=-1)
