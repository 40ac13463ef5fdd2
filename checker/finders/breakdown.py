"""A whole and the parts that follow it: "56 lao động, trong đó: cấp mới 50, cấp lại 05, xác nhận 01".

    find:
      breakdown:
        closed: {vi: [gồm, bao gồm, như sau]}     # what follows is all of it
        of_which: {vi: [trong đó]}                # may be all of it: wrong only where one slip of a digit explains it
        among: {vi: [trong tổng số]}              # the whole follows: "Trong tổng số 56 lao động: …"
        summed: {vi: [tổng cộng]}                 # the whole comes last: "12 người, 58 người (tổng cộng 70 người)"
        like: {vi: ["như:"]}                      # a full list perhaps: a finding is one degree less grave
        open: {vi: [chủ yếu, "…"]}                # there are others: parts ≤ whole
        left: {vi: [còn, đang]}                   # what is left: "12 điểm, đã xử lý 09 điểm, còn 03 điểm"
        rest: {vi: [khác, còn lại]}               # a segment that says so without a figure leaves the list open
        overlapping: {vi: [nữ, hộ nghèo]}         # kinds that overlap others: no partition
        complement: {vi: [nam]}                   # with which an overlapping kind makes one after all
        not_parts: {vi: [so với, kế hoạch]}       # a figure right behind one of these is no part, and hardly a whole
        aside: {vi: [có, của]}                    # a segment that begins so may say something else
        joiner: {vi: [và]}

Roles: `whole` (number), `parts` (list of number). The list may stand in the sentence, in a bracket or behind a colon right
after the whole ("118 thủ tục (cấp tỉnh 87, cấp huyện 31)"), in the lines below or in a footnote. A part may leave out its
unit. Where items carry several figures each, every one is held against its own whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure
from checker.place import Place
from checker.recognise.cues import Cues, cues
from checker.recognise.firsts import firsts_before, new_kinds
from checker.recognise.kinds import is_plain
from checker.recognise.lists import announces, items_above, items_below
from checker.recognise.measures import CALENDAR
from checker.recognise.parts import Segment, excluded, fine_segments, others, pick, segments, word_before
from checker.recognise.passages import Passage, Stretch
from checker.recognise.reading import Reading
from checker.recognise.restated.lookalikes import telling_digits
from checker.units import PERCENT

_MOST_WHOLES = 12
_LONGEST_SCOPE = 6_000
_MOST_READINGS = 24
_SMALL = 100
_FEW_WORDS = 9
_HEAD_WORDS = 3
_TELLING = 3
_ONLY_PUNCTUATION = re.compile(r"[\s:;.,*()\"”-]*\Z")
_NOTHING_BETWEEN = re.compile(r"[^;:.()]{0,120}\Z")
_COLON = re.compile(r":(?=\s)")
_CLAUSE_START = re.compile(r"[,;:.(]\s?\Z|\A\Z")
_NEAR = 16
_SUM_REACH = 120
_LEFT_REACH = 40
_CUES = ("closed", "of_which", "among", "summed", "like")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    closed: Cues
    of_which: Cues = {}
    among: Cues = {}
    summed: Cues = {}
    like: Cues = {}
    left: Cues = {}
    open: Cues = {}
    rest: Cues = {}
    overlapping: Cues = {}
    complement: Cues = {}
    not_parts: Cues = {}
    aside: Cues = {}
    joiner: Cues = {}


class Hit(NamedTuple):
    """A cue: where it stands and its kind: one of the options, or "bracket", "colon", "below", "note" where no word is."""

    start: int
    end: int
    kind: str


class Scope(NamedTuple):
    """The list that a cue announces, and whether a colon or a line of its own sets it off."""

    stretches: list[Stretch]
    set_off: bool


def roles(options: Options) -> Mapping[str, str]:
    return {"whole": "number", "parts": "numbers"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = {key: cues(getattr(options, key), reading.locale) for key in Options.__struct_fields__}
    firsts = firsts_before(reading)
    for passage in reading.passages:
        if passage.figures or announces(passage):
            yield from _Finder(reading, passage, words, firsts.get(passage.order, ())).claims()


class _Finder:
    def __init__(
        self, reading: Reading, passage: Passage, words: Mapping[str, re.Pattern[str]], firsts: Sequence[tuple[Passage, Figure]]
    ) -> None:
        self.firsts = firsts
        self.reading = reading
        self.passage = passage
        self.words = words
        self.families = reading.locale.section("families")
        self.anchor = reading.anchor(passage)
        self.used: set[int] = set()
        self.farther: set[Place] = set()

    def claims(self) -> Iterator[Claim]:
        yield from self._left_over()
        hits = self._hits()
        for number, hit in enumerate(hits):
            scope = self._scope(hit, hits[number + 1 :])
            wholes = self._wholes(hit, scope)
            topics: list[set[int]] = []
            for cut in (segments, fine_segments)[: 2 if len(scope.stretches) > 1 else 1]:
                found = cut(scope.stretches, self.words["joiner"], self.words["not_parts"])
                if sum(bool(segment.figures) for segment in found) > 1 and _begins_with_figures(found):
                    yield from self._of_list(hit, scope, found, wholes, topics)

    # ---------------------------------------------------------------- where it begins

    def _hits(self) -> list[Hit]:
        hits: dict[int, Hit] = {}
        spans = [(w.start, w.end) for w in self.passage.written if not isinstance(w, Figure)]
        for kind in _CUES:
            for match in self.words[kind].finditer(self.passage.folded, self.passage.begin):
                before = hits.get(match.start())
                inside = any(a <= match.start() < b for a, b in spans)
                if (before is None or match.end() > before.end) and not inside and self._in_place(match, kind):
                    hits[match.start()] = Hit(match.start(), match.end(), kind)
        begins = any(hit.start - self.passage.begin < 4 for hit in hits.values())
        if self.anchor is not None and not begins:
            hits[self.passage.begin] = Hit(self.passage.begin, self.passage.begin, "note")
        for position, end, kind in (*self._bare_brackets(hits), *self._bare_colons(hits)):
            hits.setdefault(position, Hit(position, end, kind))
        return [hits[start] for start in sorted(hits)]

    def _in_place(self, match: re.Match[str], kind: str) -> bool:
        """A sum begins a clause; the whole follows right behind "trong"."""
        if kind == "summed":
            return _CLAUSE_START.search(self.passage.folded, max(self.passage.begin, match.start() - 3), match.start()) is not None
        if kind == "among":
            first = self.passage.figures_between(match.end(), match.end() + _NEAR)
            return bool(first) and is_plain(first[0]) and first[0].unit not in CALENDAR
        return True

    def _bare_brackets(self, hits: Mapping[int, Hit]) -> Iterator[tuple[int, int, str]]:
        """Brackets right behind a figure."""
        clauses = self.passage.clauses
        begun = {
            b.start for h in hits.values() if (b := clauses.bracket_at(h.start)) and not self.passage.folded[b.start + 1 : h.start].strip()
        }
        for bracket in clauses.brackets:
            if bracket.start not in begun and self._follows_figure(bracket.start):
                yield bracket.start, bracket.start + 1, "bracket"

    def _bare_colons(self, hits: Mapping[int, Hit]) -> Iterator[tuple[int, int, str]]:
        """Colons right behind a figure; and the one at the end of a line that announces a list without a cue."""
        folded = self.passage.folded
        ending = len(folded.rstrip(" *"))
        for match in _COLON.finditer(folded, self.passage.begin):
            cued = any(_ONLY_PUNCTUATION.match(folded, hit.end, match.start()) for hit in hits.values() if hit.end <= match.start())
            if not cued and self._follows_figure(match.start()):
                yield match.start(), match.end(), "colon"
        if announces(self.passage) and not any(_ONLY_PUNCTUATION.match(folded, hit.end) for hit in hits.values()):
            yield ending - 1, ending, "below"

    def _follows_figure(self, position: int) -> bool:
        """Does a plain figure stand right before, nothing but what it counts between?"""
        before = [f for f in self.passage.figures_before(position, 3) if f.unit != PERCENT][:1]
        return bool(before) and is_plain(before[0]) and _NOTHING_BETWEEN.match(self.passage.folded, before[0].end, position) is not None

    # ---------------------------------------------------------------- what is left of a whole

    def _left_over(self) -> Iterator[Claim]:
        """ "12 điểm, đã xử lý 09 điểm, còn 03 điểm": each earlier figure of the kind may be the whole."""
        for match in self.words["left"].finditer(self.passage.folded, self.passage.begin):
            rest = [f for f in self.passage.figures_between(match.end(), match.end() + _LEFT_REACH) if is_plain(f)][:1]
            if not rest or self.passage.clauses.bracket_at(rest[0].start) or not self._begins_clause(match):
                continue
            start = self.passage.clauses.sentence(match.start())[0]
            before = [f for f in self.passage.figures_before(match.start(), _MOST_WHOLES) if f.start >= start and self._alike(f, rest[0])][
                ::-1
            ]
            for whole, *done in (before[i:] for i in range(len(before))):
                for parts in ((*done, rest[0]), (*done[-1:], rest[0])):
                    if len(parts) > 1:
                        yield Claim(
                            roles={"whole": whole, "parts": parts},
                            at=whole,
                            section=self.passage.section.title,
                            topic=f"left {self.passage.order} {self.passage.cell} {match.start()}",
                            doubt=Doubt.FAINT,
                            words=match[0],
                        )

    def _begins_clause(self, match: re.Match[str]) -> bool:
        """ "còn 03 điểm" says what is left, "các tội danh còn lại 43 vụ" names one more part."""
        words = self.passage.folded[max(self.passage.begin, match.start() - _LEFT_REACH) : match.start()]
        return len(re.split(r"[,;:.()]|\d", words)[-1].split()) <= 1

    def _alike(self, figure: Figure, rest: Figure) -> bool:
        """Of the same kind, outside brackets, and no increase or figure compared with."""
        same = figure.unit == rest.unit and figure.counted == rest.counted and is_plain(figure)
        return same and not self.passage.clauses.bracket_at(figure.start) and not excluded(self.passage, figure, self.words["not_parts"])

    # ---------------------------------------------------------------- how far it goes

    def _scope(self, hit: Hit, following: Sequence[Hit]) -> Scope:
        clauses, folded = self.passage.clauses, self.passage.folded
        bracket = clauses.bracket_at(hit.end if hit.kind == "bracket" else hit.start)
        end = bracket.end - 1 if bracket else clauses.sentence(hit.start)[1]
        if hit.kind == "summed":
            return self._scope_before(hit)
        begin = self._begin(hit, end)
        for later in following:
            inside = begin < later.start < end and later.kind in _CUES
            if inside and clauses.bracket_at(later.start) == bracket:
                end = later.start
                break
        end = min(end, begin + _LONGEST_SCOPE)
        if bracket is None and _ONLY_PUNCTUATION.match(folded, begin):
            items = items_below(self.reading, self.passage)
            return Scope([Stretch(item, item.begin, item.clauses.sentence(item.begin)[1]) for item in items], True)
        return Scope([Stretch(self.passage, begin, end)], folded[begin : begin + 2].lstrip().startswith(":") or folded[begin - 1] == ":")

    def _begin(self, hit: Hit, end: int) -> int:
        """Behind the cue; behind the colon where the whole stands between the two ("Trong tổng số 56 lao động: …")."""
        if hit.kind != "among":
            return hit.end
        colon = self.passage.folded.find(":", hit.end, end)
        first = self.passage.figures_between(hit.end, end)[:1]
        return colon + 1 if colon > 0 else first[0].end if first else hit.end

    def _scope_before(self, hit: Hit) -> Scope:
        """The list before a sum: in the same sentence, or the items above the line that begins with it."""
        if hit.start - self.passage.begin < 4:
            items = items_above(self.reading, self.passage)
            return Scope([Stretch(item, item.begin, item.clauses.sentence(item.begin)[1]) for item in items], True)
        bracket = self.passage.clauses.bracket_at(hit.start)
        stop = bracket.start if bracket else hit.start
        start = self.passage.clauses.sentence(stop)[0]
        colon = self.passage.folded.find(":", start, stop)
        return Scope([Stretch(self.passage, colon + 1 if colon > 0 else start, stop)], colon > 0)

    # ---------------------------------------------------------------- the whole

    def _wholes(self, hit: Hit, scope: Scope) -> list[tuple[Passage, Figure]]:
        """What the whole may be, the likeliest first."""
        if hit.kind in ("among", "summed"):
            own = [stretch.start for stretch in scope.stretches if stretch.passage is self.passage]
            stop = own[0] if hit.kind == "among" and own else hit.end + _SUM_REACH
            figures = [f for f in self.passage.figures_between(hit.end, stop) if is_plain(f)]
            return [(self.passage, f) for f in figures[: 1 if hit.kind == "among" else 3]]
        begins = hit.start - self.passage.begin < 4
        if self.anchor is not None and begins:
            near = self.anchor.passage.figures_before(self.anchor.end, 4)
            return [(self.anchor.passage, f) for f in near if is_plain(f) and f.start >= self.anchor.start]
        found = self._before(self.passage, hit.start, sentences=3)
        above = self.reading.preceding_passage(self.passage) if begins and not found else None
        if above is not None:
            found = [(above, f) for f in above.figures_before(len(above.text), 2 * _MOST_WHOLES) if is_plain(f) and f.certain]
        known = {figure.place for _, figure in found}
        farther = [item for item in (*self._own_firsts(hit), *self.firsts) if item[1].place not in known]
        self.farther.update(figure.place for _, figure in farther)
        return [*sorted(found, key=lambda item: self._unlikely(item, hit)), *farther][:_MOST_WHOLES]

    def _own_firsts(self, hit: Hit) -> list[tuple[Passage, Figure]]:
        """The first figure of each kind in the sentences before."""
        start = self.passage.clauses.sentence(hit.start)[0]
        return [item for item in new_kinds(self.passage) if item[1].start < start]

    def _before(self, passage: Passage, position: int, sentences: int) -> list[tuple[Passage, Figure]]:
        """Plain figures before a position, the nearest first, from the nearest sentence that has some."""
        start = position
        near = [f for f in passage.figures_before(position, 2 * _MOST_WHOLES) if (is_plain(f) or f.pair == "under") and f.certain]
        while start > passage.begin and sentences:
            start, sentences = passage.clauses.sentence(start - 1)[0], sentences - 1
            found = [f for f in near if f.start >= start]
            if found:
                return [(passage, f) for f in found]
        return []

    def _unlikely(self, item: tuple[Passage, Figure], hit: Hit) -> int:
        """Reasons against a whole: in other brackets, a part already, behind "tăng" or "so với", only approximate, the plan of "41/47"."""
        passage, figure = item
        here = passage.clauses.bracket_at(figure.start)
        own = passage is self.passage and here is not None and here == self.passage.clauses.bracket_at(hit.start)
        reasons = [here is not None and not own, figure.start in self.used and passage is self.passage]
        reasons += [excluded(passage, figure, self.words["not_parts"]), figure.quantity.bound is not None]
        return sum(reasons) + 2 * (figure.pair == "under")

    def _near(self, passage: Passage, whole: Figure, hit: Hit) -> bool:
        """Does the whole stand in the cue's own sentence, or right before the sentence that begins with the cue?"""
        if passage is not self.passage:
            return self.anchor is not None
        start = self.passage.clauses.sentence(hit.start)[0]
        if not self.passage.folded[start : hit.start].strip(" -+*") and start > self.passage.begin:
            start = self.passage.clauses.sentence(start - 1)[0]
        return whole.start >= start

    # ---------------------------------------------------------------- the claims

    def _of_list(
        self, hit: Hit, scope: Scope, found: Sequence[Segment], wholes: list[tuple[Passage, Figure]], lists: list[set[int]]
    ) -> Iterator[Claim]:
        """Wholes that would share a part are rivals; those that share none are wholes of lists that run side by side."""
        made = 0
        for passage, whole in wholes:
            far = bool(self._unlikely((passage, whole), hit)) or not self._near(passage, whole, hit)
            for number, parts in enumerate(self._readings(found, whole, word_before(passage, whole))):
                if number and far:
                    break
                made += 1
                if made > _MOST_READINGS:
                    return
                starts = {part.start for part in parts}
                list_ = next((n for n, known in enumerate(lists) if known & starts), len(lists))
                doubt = Doubt.MUTE if whole.pair == "under" else self._doubt(hit, scope, found, whole, parts)
                weak = far or list_ < len(lists)
                if list_ == len(lists):
                    lists.append(starts)
                    self.used.update(starts)
                topic = f"breakdown {self.passage.order} {self.passage.cell} {hit.start} {list_}"
                if whole.place in self.farther and doubt != Doubt.MUTE:
                    doubt = Doubt.FAINT
                yield self._claim(hit, found, whole, parts, topic, Doubt.SLIP if weak and doubt == Doubt.SURE else doubt)

    def _readings(self, found: Sequence[Segment], whole: Figure, word: str) -> Iterator[tuple[Figure, ...]]:
        """The parts of a whole; then the list cut where a segment without one, or a semicolon, may have ended it."""
        chosen = [
            (part, i)
            for i, s in enumerate(found)
            if (part := pick(s, whole, word, self.families)) is not None and part.start != whole.start
        ]
        sure = [(part, i) for part, i in chosen if part.certain]
        bare = all(not part.counted and part.unit == whole.unit for part, _ in chosen)
        if 0 < len(sure) < len(chosen) == len(found) and not whole.unit:
            yield tuple(part for part, _ in chosen)
        chosen = chosen if bare and not whole.unit and not sure else sure
        if len(chosen) < 2:
            return
        parts = tuple(part for part, _ in chosen)
        yield parts
        yield from self._full(found, whole, parts)
        for position in range(2, len(chosen)):
            before, here = chosen[position - 1][1], chosen[position][1]
            comma_list = not any(found[i].strong for _, i in chosen[1:position])
            aside = self.words["aside"].match(found[here].words.lstrip()) and _sum(parts[:position]) == whole.quantity.value
            if here - before > 1 or (found[here].strong and comma_list) or aside:
                yield parts[:position]

    def _full(self, found: Sequence[Segment], whole: Figure, parts: tuple[Figure, ...]) -> Iterator[tuple[Figure, ...]]:
        """Readings that make up the whole exactly: every segment's first figure, whatever it counts; one more of a segment that has two."""
        firsts = tuple(segment.outer[0] for segment in found if segment.outer)
        if len(firsts) > len(parts) and len({f.unit for f in firsts}) == 1 and _sum(firsts) == whole.quantity.value:
            yield firsts
        missing = whole.quantity.value - _sum(parts)
        more = [f for segment in found for f in segment.outer if f.unit == whole.unit and f not in parts and f.quantity.value == missing]
        if more and telling_digits(more[0]) >= _TELLING:
            yield (*parts, more[0])

    def _claim(self, hit: Hit, found: Sequence[Segment], whole: Figure, parts: tuple[Figure, ...], topic: str, doubt: Doubt) -> Claim:
        open_ = self._is_open(hit, found)
        return Claim(
            roles={"whole": whole, "parts": (*parts, others(whole)) if open_ else parts},
            at=whole,
            section=self.passage.section.title,
            topic=topic,
            doubt=doubt,
            tentative=hit.kind == "like",
            words=self.passage.text.value[hit.start : hit.end],
        )

    def _is_open(self, hit: Hit, found: Sequence[Segment]) -> bool:
        last = max((i for i, segment in enumerate(found) if segment.figures), default=0)
        listed = [s for i, s in enumerate(found) if i <= last or not any(t.strong for t in found[last + 1 : i + 1])]
        before = self.passage.folded[max(0, hit.start - 40) : hit.end]
        if self.words["open"].search(before) or any(self.words["open"].search(segment.words) for segment in listed):
            return True
        return any(self.words["rest"].search(segment.words) for segment in listed if not segment.figures)

    def _doubt(self, hit: Hit, scope: Scope, found: Sequence[Segment], whole: Figure, parts: Sequence[Figure]) -> Doubt:
        blank = _blocks_without(found, parts)
        if 3 * blank >= len(_blocks(found)) > 2:
            return Doubt.MUTE
        labels = [_head(segment) for segment in found if segment.figures]
        overlapping = not whole.unit and any(self.words["overlapping"].search(label) for label in labels)
        full_list = hit.kind == "closed" and any(self.words["rest"].search(label) for label in labels)
        if overlapping and not full_list and not any(self.words["complement"].search(label) for label in labels):
            return Doubt.MUTE if all(part.quantity.value < _SMALL for part in parts) else Doubt.FAINT
        full = all(segment.figures or segment.stretch.figures for segment in found)
        alike = all(len(segment.words.split()) <= _FEW_WORDS for segment in found)
        if hit.kind in ("closed", "like") or (hit.kind == "bracket" and full and alike):
            sure = all(part.certain for part in parts) and not blank and not self._is_open(hit, found)
            return Doubt.SURE if sure else Doubt.SLIP
        return Doubt.SLIP if scope.set_off or (alike and len(parts) > 2) else Doubt.FAINT


def _blocks(found: Sequence[Segment]) -> list[list[Segment]]:
    """The segments between semicolons or lines."""
    blocks: list[list[Segment]] = []
    for segment in found:
        if segment.strong or not blocks:
            blocks.append([])
        blocks[-1].append(segment)
    return blocks


def _blocks_without(found: Sequence[Segment], parts: Sequence[Figure]) -> int:
    """In how many blocks of a list of several is no part? Where many are without, the list tells what was done, not how many."""
    starts = {(part.place, part.start) for part in parts}
    blocks = _blocks(found)
    filled = sum(any((f.place, f.start) in starts for s in block for f in s.figures) for block in blocks)
    return len(blocks) - filled if filled > 1 else 0


def _sum(parts: Sequence[Figure]) -> Fraction:
    return sum((part.quantity.value for part in parts), Fraction(0))


def _head(segment: Segment) -> str:
    """The words that say what a part is: all of a short segment, the first of a long one and those right behind its figure."""
    words = segment.words.split()
    if len(words) <= _FEW_WORDS:
        return segment.words
    end = segment.figures[0].end - segment.stretch.start
    return " ".join([*words[:_HEAD_WORDS], *segment.words[end:].split()[:_HEAD_WORDS]])


def _begins_with_figures(found: Sequence[Segment]) -> bool:
    """A list of names has no figures before its first semicolon."""
    for segment in found:
        if segment.strong:
            return False
        if segment.figures:
            return True
    return False
