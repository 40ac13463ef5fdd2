"""A figure of one sentence that stands in another one, too.

What speaks for it: the same words around both figures; other figures that the two paragraphs share. Two small figures are a
pair only where each is the only one of its kind in its sentence, and both sentences say the same of the same year.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

from checker.recognise.kinds import is_plain
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import cover, years_clash, years_of
from checker.recognise.restated.lookalikes import Lookalikes, significant
from checker.recognise.restated.pair import Pair, Terms, needed
from checker.recognise.restated.spoken import Said

_FEWEST_WORDS = 3
_MOST_COMPANY = 3
_ENOUGH = 1.0
_SMALL = 100
_SAME_WORDS = 0.5
_SAME_NEIGHBOURS = 1 / 3
_FEWEST_SHARED = 10
_MOST_COMPARED = 40
_LONGEST_SENTENCE = 1_000
_LEAD = 4
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"(?<=[^\W\d_] )[A-ZĐÀ-Ỹ][^\W\d_]+ [A-ZĐÀ-Ỹ][^\W\d_]+")


def in_text(reading: Reading, terms: Terms, paragraphs: Iterable[list[Said]]) -> Iterator[Pair]:
    """Pairs of figures in running text; the later one is `this`."""
    earlier: Lookalikes[Said] = Lookalikes(reading.units)
    everything: list[Said] = []
    for here in paragraphs:
        yield from _Paragraph(here, earlier, terms).pairs()
        for said in here:
            earlier.add(said.figure, said)
        everything += here
    yield from _small(everything, terms)


class _Paragraph:
    """The figures of one paragraph against all earlier ones."""

    def __init__(self, here: list[Said], earlier: Lookalikes[Said], terms: Terms) -> None:
        self.here = here
        self.earlier = earlier
        self.terms = terms
        self.equal = [self._fitting(said, earlier.equal(said.figure)) for said in here]
        self.company: dict[int, int] = defaultdict(int)
        for said, equal in zip(here, self.equal, strict=True):
            if significant(said.figure) > 1:
                for order in {other.passage.order for other in equal}:
                    self.company[order] += 1

    def pairs(self) -> Iterator[Pair]:
        for said, equal in zip(self.here, self.equal, strict=True):
            if equal:
                score, best = max(((self._score(said, other), other) for other in equal), key=itemgetter(0))
                if score >= min(_ENOUGH, 4 - significant(said.figure)):
                    yield _pair(said, best, sure=False)
                continue
            slipped = [(self._score(said, other), other) for other in self._fitting(said, self.earlier.slipped(said.figure))]
            enough = [(score, other) for score, other in slipped if score >= needed(said.figure, other.figure)]
            best_score = max((score for score, _ in enough), default=0)
            rivals = {other.figure.quantity.value: other for score, other in enough if score == best_score}
            if len(rivals) == 1:
                yield _pair(said, next(iter(rivals.values())), sure=True)

    def _fitting(self, said: Said, others: Iterable[Said]) -> list[Said]:
        return [other for other in others if _one_thing(said, other, self.terms)][:_MOST_COMPARED]

    def _score(self, said: Said, other: Said) -> float:
        """The words that both have around them, those ahead of both, and the figures that the paragraphs share."""
        one, two = said.context, other.context
        smaller = min((one.near, two.near), key=len)
        near = cover(smaller, one.near & two.near) if len(smaller) >= _FEWEST_WORDS else 0.0
        ahead = cover(min((one.ahead, two.ahead), key=len), one.ahead & two.ahead)
        return near + ahead / 2 + min(_MOST_COMPANY, self.company[other.passage.order]) / 2


def _one_thing(one: Said, other: Said, terms: Terms) -> bool:
    """The same unit, kind and years, nothing opposite."""
    kinds = [(said.figure.unit, said.figure.counted, said.context.changed) for said in (one, other)]
    return (
        kinds[0] == kinds[1]
        and not years_clash(one.context.years, other.context.years)
        and not terms.clash(one.context.near, other.context.near)
    )


def _small(everything: list[Said], terms: Terms) -> Iterator[Pair]:
    """Small whole numbers that differ although their sentences say the same."""
    alone = [said for said in everything if _is_alone(said)]
    by_kind: dict[str, list[Said]] = defaultdict(list)
    for said in alone:
        by_kind[said.figure.counted].append(said)
    for kind in by_kind.values():
        for one, other in itertools.combinations(kind[:_MOST_COMPARED], 2):
            differ = one.figure.quantity.value != other.figure.quantity.value
            if differ and _one_thing(one, other, terms) and (_same_sentence(one, other) or _same_lead(one, other, terms)):
                yield _pair(other, one, sure=True)


def _is_alone(said: Said) -> bool:
    figure, passage = said.figure, said.passage
    if not figure.counted or not is_plain(figure) or not figure.quantity.whole or figure.quantity.value >= _SMALL:
        return False
    start, end = passage.clauses.sentence(figure.start)
    if end - start > _LONGEST_SENTENCE:
        return False
    kin = [f for f in passage.figures_between(start, end) if f.counted == figure.counted]
    return len(kin) == 1 and bool(years_of(passage.folded[start:end]))


def _same_sentence(one: Said, other: Said) -> bool:
    """Do the clauses share most of the shorter one's words, and the sentences many pairs of neighbouring words?"""
    first, second = _neighbours(one), _neighbours(other)
    shared = len(first & second)
    near = one.context.near & other.context.near
    words = cover(min((one.context.near, other.context.near), key=len), near)
    enough = shared >= _FEWEST_SHARED and shared >= _SAME_NEIGHBOURS * min(len(first), len(second)) and words >= _SAME_WORDS
    return enough and _noun(one) == _noun(other)


def _same_lead(one: Said, other: Said, terms: Terms) -> bool:
    """The same words right before both ("dự kiến tổ chức 05 đoàn"), the same direction ("ra"), and nothing that tells them apart:
    no month or quarter, no two names."""
    first, second = (_WORD.findall(_sentence(said)[: said.figure.start - _start(said)])[-_LEAD:] for said in (one, other))
    directed = any(one.context.ahead & group and one.context.ahead & group == other.context.ahead & group for group in terms.apart)
    named = [_names(said) for said in (one, other)]
    apart = any(_dated_within_year(said) for said in (one, other)) or (all(named) and not named[0] & named[1])
    return len(first) == _LEAD and first == second and directed and not apart and _noun(one) == _noun(other)


def _start(said: Said) -> int:
    return said.passage.clauses.sentence(said.figure.start)[0]


def _sentence(said: Said) -> str:
    start, end = said.passage.clauses.sentence(said.figure.start)
    return said.passage.folded[start:end]


def _names(said: Said) -> frozenset[str]:
    """Words with a capital letter, but for the first of the sentence and those behind a colon."""
    start, end = said.passage.clauses.sentence(said.figure.start)
    return frozenset(_NAME.findall(said.passage.text.value[start:end]))


def _dated_within_year(said: Said) -> bool:
    start, end = said.passage.clauses.sentence(said.figure.start)
    return any(d.first != d.last and d.year and (d.first, d.last) != _year(d.year) for d in said.passage.dates if start <= d.start < end)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _neighbours(said: Said) -> frozenset[tuple[str, str]]:
    return frozenset(itertools.pairwise(_WORD.findall(_sentence(said))))


def _noun(said: Said) -> str:
    return said.figure.label.split()[0].lower() if said.figure.label else ""


def _pair(said: Said, other: Said, sure: bool) -> Pair:
    return Pair(said.figure, other.figure, sure, said.passage.section.title, f"{said.passage.order} {said.figure.start}")
