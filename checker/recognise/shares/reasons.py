"""What speaks for and against a figure as the whole that a percentage is of, and how likely all of it makes it.

Each reason has a weight: how much likelier (in natural logarithms) it made a figure to be the whole in the reports that the checker was
tried on. The weights of a candidate add up; it is as likely as its share among all candidates, and that none of them is the whole.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.firsts import Stated
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.restated.contexts import words_of
from checker.recognise.shares.said import own_bracket
from checker.text import fold_words
from checker.units import PERCENT

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "same words before": 2.9,
        "named": 1.6,  # the words behind the percentage are those before the figure
        "plan": 1.0,  # "đạt 51,5% kế hoạch": it is called a plan, too
        "in the sentence": 0.9,
        "same kind": 0.8,
        "same noun": 0.6,
        "total": 0.5,
        "first of its kind": 0.4,
        "only one of its kind": 0.4,
        "allotted": 0.4,  # "đạt 75% kế hoạch vốn" of "được giao 12.600 triệu đồng"
        "joined": 0.4,  # "2.865 hộ nghèo trên tổng số 8.467 hộ"
        "of which": 0.4,  # "191 lao động, trong đó 45 nữ"
        "a part of a pair": 0.3,
        "a part itself": -0.3,
        "has a percentage of its own": -0.8,
        "part is a change": -0.5,
        "beyond a semicolon": -0.6,
        "half named": -0.9,
        "behind": -0.9,
        "another kind": -1.0,
        "called something else": -1.4,
        "in brackets": -1.7,
        "a change": -1.8,
        "another percentage": -1.9,
        "a total for a plan": -1.9,
        "no plan": -3.0,
        "another subject": -2.8,
        "too small": -1.5,
        "a part beside": -4.0,  # "968 cơ sở, chiếm 85,9%; 159 cơ sở, chiếm 14,1%"
    }
)
NONE = 0.4
"""The weight of none of them."""

_REACH = 120
_NEXT = 40
_ITS_OWN = 90
_MOST_NAMING = 6
_SIGN = "% "
_ALL = 100
_TAIL = 3
_BREAKS = re.compile(r"[;:(]")
_ENDS = re.compile(r"[;:(,.%]")
_CALLED = re.compile(r"[% ]{1,3}[^\d,;:.()%]{3,60}(?=[,;:.)]|\Z)")
_WORD = re.compile(r"[^\W\d_]+")


def weight(reasons: Iterable[str]) -> float:
    return sum(WEIGHTS.get(reason, 0.0) for reason in reasons)


def likelihoods(weights: Sequence[tuple[float, object]]) -> list[float]:
    """How likely each candidate is the whole, one of all of these or none; those of an equal key are the same one."""
    odds: dict[object, float] = defaultdict(float)
    for each, key in weights:
        odds[key] += math.exp(each)
    total = math.exp(NONE) + sum(odds.values())
    return [odds[key] / total for _, key in weights]


class Witness:
    """What the words of a passage say of one percentage and the figures that it may be of."""

    def __init__(self, passage: Passage, percent: Figure, words: Patterns) -> None:
        self.passage = passage
        self.percent = percent
        self.words = words
        self.sentence = passage.clauses.sentence(percent.start)[0]
        self.said = self._says(passage, percent)
        called = _CALLED.match(passage.folded, percent.end)
        self.of_a_plan = words["plan"].match(passage.folded, percent.end + len(_SIGN)) is not None
        self.named = self._content(called[0]) if called and not self.of_a_plan else frozenset()

    def of(self, part: Figure, whole: Stated, own: Sequence[Figure]) -> frozenset[str]:
        """The reasons for and against. `own` are the figures of the passage before the percentage that may play."""
        about = self._kind(part, whole.figure), self._value(part, whole.figure), self._of_part(part), self._words(*whole)
        if whole.passage is not self.passage:
            return frozenset(chain(("above",), *about))
        return frozenset(chain(self._place(part, whole.figure, own), self._joint(part, whole.figure), *about))

    def _says(self, passage: Passage, percent: Figure) -> str:
        """The word that makes a share of a percentage; none where it begins its bracket."""
        before = passage.figures_before(percent.start, 1)
        said = list(self.words["of"].finditer(passage.folded, before[0].end if before else passage.begin, percent.start))
        return "(" if own_bracket(passage, percent) else said[-1][0] if said else ""

    def _kind(self, part: Figure, whole: Figure) -> Iterable[str]:
        if whole.unit == part.unit and whole.counted == part.counted:
            yield "same kind"
            nouns = [fold_words(figure.label).split()[:1] for figure in (whole, part)]
            if nouns[0] and nouns[0] == nouns[1]:
                yield "same noun"
        elif whole.unit != part.unit or (whole.counted and part.counted):
            yield "another kind"

    def _value(self, part: Figure, whole: Figure) -> Iterable[str]:
        smaller = whole.quantity.value < part.quantity.value
        if whole.unit == part.unit and smaller == (self.percent.quantity.value <= _ALL) and whole.quantity.value != part.quantity.value:
            yield "too small"

    def _of_part(self, part: Figure) -> Iterable[str]:
        """Is the percentage said of the part at all?"""
        if excluded(self.passage, part, self.words["changes"]):
            yield "part is a change"
        between = self.passage.figures_between(part.end, self.percent.start)
        if any(f.unit == PERCENT for f in between):
            yield "another percentage"
        if self._has_subject(part):
            yield "another subject"

    def _has_subject(self, part: Figure) -> bool:
        """Has the percentage a subject of its own ("đạt 73,3%; tỷ lệ thất thoát 19,3%")?"""
        between = self.passage.folded[part.end : self.percent.start]
        mark = max(between.rfind(m) for m in ";:,.")
        clause = self.words["whole"].sub(" ", self.words["of"].sub(" ", between[mark + 1 :]))
        return mark >= 0 and len(_WORD.findall(clause)) > 1

    def _place(self, part: Figure, whole: Figure, own: Sequence[Figure]) -> Iterable[str]:
        folded, clauses = self.passage.folded, self.passage.clauses
        if whole.start > self.percent.start:
            yield "behind"
        elif whole.start >= self.sentence:
            yield "in the sentence"
            if ";" in folded[min(whole.end, part.end) : max(whole.start, part.start)]:
                yield "beyond a semicolon"
        alike = [f for f in own if f.unit == whole.unit and f.counted == whole.counted and f is not part]
        if alike and alike[0] is whole:
            yield "first of its kind"
        if len(alike) == 1:
            yield "only one of its kind"
        bracket = clauses.bracket_at(whole.start)
        if bracket is not None and not any(bracket.start < f.start < bracket.end for f in (part, self.percent)):
            yield "in brackets"

    def _words(self, passage: Passage, whole: Figure) -> Iterable[str]:
        words = self.words
        before, behind = _name(passage, whole)
        is_total = words["total"].search(before) is not None
        if is_total:
            yield "total"
        yield from self._plan(f"{before} {behind}", is_total)
        if self.named and len(self.named) <= _MOST_NAMING:
            around = self._content(f"{before} {fold_words(whole.label)}")
            yield (
                "named"
                if self.named <= around
                else "half named"
                if 2 * len(self.named & around) >= len(self.named)
                else "called something else"
            )
        if excluded(passage, whole, words["changes"]):
            yield "a change"
        following = passage.figures_between(whole.end, whole.end + _ITS_OWN)[:1]
        if any(f.unit == PERCENT and f is not self.percent for f in following):
            beside = self._says(passage, following[0]) == self.said and not words["whole"].search(before)
            yield "a part beside" if beside else "has a percentage of its own"
        if whole.pair:
            yield "a part of a pair"
        if words["of_which"].search(before):
            yield "a part itself"

    def _joint(self, part: Figure, whole: Figure) -> Iterable[str]:
        """What stands between the two."""
        passage, words = self.passage, self.words
        which = words["of_which"].search(passage.folded, whole.end, max(whole.end, part.start))
        if which and not passage.figures_between(whole.end, which.start()):
            yield "of which"
        clause = passage.folded[part.end : whole.start].rpartition(",")[2]
        if whole.start < self.percent.start and words["whole"].search(clause):
            yield "joined"
        if (tail := _tail(_name(passage, whole)[0])) and tail == _tail(_name(passage, part)[0]):
            yield "same words before"

    def _plan(self, name: str, is_total: bool) -> Iterable[str]:
        is_plan, is_allotted = (self.words[key].search(name) is not None for key in ("plan", "allotted"))
        if self.of_a_plan:
            yield "plan" if is_plan else "allotted" if is_allotted else "a total for a plan" if is_total else "no plan"

    def _content(self, text: str) -> frozenset[str]:
        return words_of(self.words["whole"].sub(" ", text), self.passage.locale)


@lru_cache(maxsize=256)
def _name(passage: Passage, figure: Figure) -> tuple[str, str]:
    """The words of its clause before a figure and behind it, up to the next figures."""
    sentence = passage.clauses.sentence(figure.start)[0]
    begin = max([sentence, figure.start - _REACH, *(f.end for f in passage.figures_before(figure.start, 1))])
    end = min([figure.end + _NEXT, *(f.start for f in passage.figures_between(figure.end, figure.end + _NEXT)[:1])])
    return _BREAKS.split(passage.clauses.clear(begin, figure.start))[-1], _ENDS.split(passage.folded[figure.end : end])[0]


def _tail(name: str) -> tuple[str, ...]:
    """The last words before a figure."""
    words = tuple(name.rpartition(",")[2].split())
    return words[-_TAIL:] if len(words) >= _TAIL else ()
