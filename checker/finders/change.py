"""An increase or decrease in prose and the two figures it lies between: "giảm 460 người so với năm 2021 (1.257 người)".

    find:
      change:
        what: amount                              # amount: roles difference, now, before · percent: roles percent, now, before
        up: {vi: [tăng]}
        down: {vi: [giảm]}
        against: {vi: [so với]}                   # before the earlier figure
        now: {vi: [còn, xuống còn]}               # before the figure that it changed to
        start: {vi: [từ]}                         # before the figure that it changed from
        points: {vi: [điểm phần trăm]}            # a change of percentages

Roles: `difference` or `percent`, `now`, `before` (numbers). The change is signed: "giảm 15%" is −15. The earlier figure stands
behind "so với", in the bracket behind it, or before the sentence's comma ("So với cùng kỳ (205 vụ), giảm 18 vụ"); the later one is
the nearest before the change. "đạt 115%" is no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, cues
from checker.recognise.parts import excluded, word_before
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.units import PERCENT

_NEAR = 26
_CLOSE = 8
_BEHIND = 130
_MOST = 12
_ATTACHED = re.compile(r"[^,;.:()]{0,60}(?:\([^;:()]{0,80})?\Z")
_ONLY_WORDS = re.compile(r"[^\d,;.:()]*\Z")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    up: Cues
    down: Cues
    against: Cues
    now: Cues = {}
    start: Cues = {}
    points: Cues = {}
    what: Literal["amount", "percent"] = "amount"


def roles(options: Options) -> Mapping[str, str]:
    stated = "difference" if options.what == "amount" else "percent"
    return {stated: "number", "now": "number", "before": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    keys = ("up", "down", "against", "now", "start", "points")
    words = {key: cues(getattr(options, key), reading.locale) for key in keys}
    for passage in reading.passages:
        if len(passage.figures) > 1:
            yield from _Finder(passage, reading.preceding_passage(passage), words, options.what).claims()


class _Finder:
    def __init__(self, passage: Passage, above: Passage | None, words: Mapping[str, re.Pattern[str]], what: str) -> None:
        self.passage = passage
        self.above = above
        self.words = words
        self.what = what

    def claims(self) -> Iterator[Claim]:
        for sign, key in ((1, "up"), (-1, "down")):
            for match in self.words[key].finditer(self.passage.folded, self.passage.begin):
                amount = self._amount(match.end())
                if amount is None:
                    continue
                stated = amount if self._wanted(amount) else self._percent_behind(amount)
                if stated is not None and self._wanted(stated):
                    yield from self._of(stated, amount, sign, match.start())

    # ---------------------------------------------------------------- the change itself

    def _amount(self, position: int) -> Figure | None:
        """The figure right behind the word, if it is by how much and not to what."""
        figures = self.passage.figures_between(position, position + _NEAR)[:1]
        if not figures or figures[0].pair or not _ONLY_WORDS.match(self.passage.folded, position, figures[0].start):
            return None
        between = self.passage.folded[position : figures[0].start]
        elsewhere = any(self.words[key].search(between) for key in ("now", "against", "start"))
        return None if elsewhere else figures[0]

    def _points(self, figure: Figure) -> bool:
        return self.words["points"].match(self.passage.folded, figure.end + 1) is not None

    def _wanted(self, figure: Figure) -> bool:
        if self.what == "percent":
            return figure.unit == PERCENT and not self._points(figure)
        return figure.unit != PERCENT or self._points(figure)

    def _percent_behind(self, amount: Figure) -> Figure | None:
        """ "giảm 18 vụ (8,78%)": the percentage alone in the bracket right behind an amount."""
        if self.what != "percent":
            return None
        for bracket in self.passage.clauses.within(amount.end, amount.end + _NEAR + 10):
            inside = self.passage.figures_between(bracket.start, bracket.end)
            if len(inside) == 1 and inside[0].unit == PERCENT and _ONLY_WORDS.match(self.passage.folded, amount.end, bracket.start):
                return inside[0]
        return None

    # ---------------------------------------------------------------- between which figures

    def _of(self, stated: Figure, amount: Figure, sign: int, cue: int) -> Iterator[Claim]:
        kind = self._kind(stated, amount)
        befores = self._befores(stated, amount, cue, kind)
        nows = self._nows(cue, kind)
        signed = _signed(stated, sign)
        for before, sure_before in befores:
            for position, (now, sure_now) in enumerate(nows):
                if (
                    now == before
                    or (now.unit, now.place) == (before.unit, before.place)
                    or now.unit != before.unit
                    or not _same(now, before)
                ):
                    continue
                doubt = Doubt.MUTE if position > 3 else Doubt.SLIP if sure_before and sure_now else Doubt.FAINT
                doubt = Doubt.SURE if sure_before and sure_now and position == 0 and before is befores[0][0] else doubt
                doubt = doubt if sure_before else Doubt.MUTE
                yield self._claim(signed, now, before, cue, doubt)

    def _kind(self, stated: Figure, amount: Figure) -> Figure | None:
        """What changed: the amount; of a percentage in the bracket behind an amount ("tăng 227 em (tăng 0,97%)"), that amount."""
        if amount.unit != PERCENT or self._points(amount):
            return amount
        bracket = self.passage.clauses.bracket_at(stated.start)
        before = self.passage.figures_before(bracket.start, 1) if bracket else ()
        return before[0] if before and self._is_change(before[0]) and before[0].unit != PERCENT else None

    def _befores(self, stated: Figure, amount: Figure, cue: int, kind: Figure | None) -> list[tuple[Figure, bool]]:
        """What it changed from: behind "so với"; then what was compared with earlier in the sentence."""
        folded, clauses = self.passage.folded, self.passage.clauses
        start, end = clauses.sentence(cue)
        last = max(stated.end, amount.end)
        behind = self.words["against"].search(folded, last, min(end, last + _BEHIND))
        found: list[tuple[Figure, bool]] = []
        if behind and not re.search(r"[;.]", folded[last : behind.start()]):
            figures = self.passage.figures_between(behind.end(), min(end, behind.end() + _BEHIND))
            near = [f for f in figures if _how_much(f, kind) and _ATTACHED.match(folded, behind.end(), f.start) and not self._is_change(f)]
            found += [(f, True) for f in near[:3] if kind is None or _same(f, kind)]
        if not found:
            found += [(f, True) for f in self._in_bracket(last, kind)]
        ahead = list(self.words["against"].finditer(folded, max(start, folded.rfind(";", start, cue)), cue))
        if ahead and not found:
            compared = [f for f in self.passage.figures_between(ahead[-1].end(), cue) if _how_much(f, kind) and not self._is_change(f)]
            found += [(f, True) for f in self._matching(compared, amount) if kind is None or _same(f, kind)]
        start, end = self._clause(cue, start, end)
        froms = [f for f in self.passage.figures_between(start, end) if self._behind(f, "start") and (kind is None or _same(f, kind))]
        changed = [f for f in self.passage.figures_between(start, end) if self._behind(f, "now")]
        if froms and changed:
            found += [(f, True) for f in froms]
        return found or [(f, False) for f in self._earlier(cue, kind)]

    def _in_bracket(self, position: int, kind: Figure | None) -> list[Figure]:
        """ "tăng 3,4% (27.045 con)": the one figure of the bracket right behind the change."""
        for bracket in self.passage.clauses.within(position, position + _NEAR):
            inside = self.passage.figures_between(bracket.start, bracket.end)
            if len(inside) == 1 and _how_much(inside[0], kind) and _ONLY_WORDS.match(self.passage.folded, position, bracket.start):
                return [f for f in inside if kind is None or _same(f, kind)]
        return []

    def _clause(self, cue: int, start: int, end: int) -> tuple[int, int]:
        """The part of the sentence between semicolons in which the change stands."""
        folded = self.passage.folded
        stop = folded.find(";", cue, end)
        return max(start, folded.rfind(";", start, cue)), stop if stop > 0 else end

    def _earlier(self, cue: int, kind: Figure | None) -> list[Figure]:
        """Any earlier figure of the paragraph and kind: only good for showing that the change is right."""
        if kind is None:
            return []
        return [f for f in self.passage.figures_before(cue, _MOST) if _how_much(f, kind) and _same(f, kind) and not self._is_change(f)][:4]

    def _nows(self, cue: int, kind: Figure | None) -> list[tuple[Figure, bool]]:
        """What it changed to: the nearest figures before, then those of the sentence and the paragraph before."""
        start, end = self.passage.clauses.sentence(cue)
        wanted = [f for f in self.passage.figures if (_how_much(f, kind) or f.pair == "to") and not self._is_change(f)]
        before = self._level(cue, [f for f in wanted if f.start < cue][-_MOST:][::-1])
        inside = [f for f in before if f.start >= start]
        after = [f for f in wanted if cue < f.start < end and (f.pair == "to" or self._behind(f, "now"))]
        earlier = [f for f in before if f.start < start]
        above = list(self.above.figures[-_MOST:][::-1]) if self.above is not None and not inside else []
        found = [(f, True) for f in (*inside, *after)] + [(f, not inside) for f in (*earlier, *above)]
        return [(f, sure) for f, sure in found if kind is None or _same(f, kind)]

    def _level(self, cue: int, figures: list[Figure]) -> list[Figure]:
        """Those in the same bracket as the change, or all of them outside brackets; then the rest."""
        clauses = self.passage.clauses
        bracket = clauses.bracket_at(cue)
        level = [f for f in figures if clauses.bracket_at(f.start) in (bracket, None)]
        return [*level, *(f for f in figures if f not in level)]

    def _is_change(self, figure: Figure) -> bool:
        """Does the figure say by how much something changed?"""
        return any(excluded(self.passage, figure, self.words[key]) for key in ("up", "down")) and not self._behind(figure, "now")

    def _behind(self, figure: Figure, key: str) -> bool:
        """Does the word stand right before the figure?"""
        return any(
            m.end() >= figure.start - _CLOSE
            for m in self.words[key].finditer(self.passage.folded, max(0, figure.start - _NEAR), figure.start)
        )

    def _matching(self, figures: list[Figure], amount: Figure) -> list[Figure]:
        """Of several figures compared with, those behind or before the same word first ("chết 103 người … giảm 07 người chết")."""
        noun = amount.label.split()[-1:] if amount.label else []
        alike = [f for f in figures if word_before(self.passage, f) in noun or f.label.split()[-1:] == noun]
        return alike + [f for f in figures if f not in alike]

    def _claim(self, stated: Figure, now: Figure, before: Figure, cue: int, doubt: Doubt) -> Claim:
        role = "difference" if self.what == "amount" else "percent"
        return Claim(
            roles={role: stated, "now": now, "before": before},
            at=stated,
            section=self.passage.section.title,
            topic=f"change {self.what} {self.passage.order} {self.passage.cell} {stated.start}",
            doubt=doubt,
            words=self.passage.text.value[cue : stated.end],
        )


def _how_much(figure: Figure, kind: Figure | None) -> bool:
    """Can the figure be one of the two? A rate only beside a rate, a percentage only where percentages change."""
    of_percent = kind is not None and kind.unit == PERCENT
    return figure.pair in ("", "over", "to", "from") and (figure.unit == PERCENT) == of_percent


def _same(one: Figure, other: Figure) -> bool:
    return (
        one.unit == other.unit
        and (one.per == other.per or not one.per or not other.per)
        and (one.counted == other.counted or not one.counted or not other.counted)
    )


def _signed(figure: Figure, sign: int) -> Figure:
    if sign > 0:
        return figure
    return msgspec.structs.replace(figure, quantity=msgspec.structs.replace(figure.quantity, value=-figure.quantity.value))
