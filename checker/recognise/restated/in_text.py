"""A figure of one sentence that stands in another one, too.

What speaks for it: the same words around both figures; other figures that the two paragraphs share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import chain, islice

from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import Words, shared
from checker.recognise.restated.evidence import Rarity, in_sentences
from checker.recognise.restated.lookalikes import Lookalikes, significant
from checker.recognise.restated.pair import Pair, Terms, likeliest, likely
from checker.recognise.restated.spoken import Said, one_thing
from checker.recognise.restated.times import told_apart
from checker.text import fold

_FEWEST_WORDS = 3
_MOST_COMPANY = 3
_MOST_COMPARED = 6
_MANY = 4
_MARGIN = 1.0
_WORD = re.compile(r"[^\W\d_]+")

Form = tuple[str, str, Words]


def in_text(reading: Reading, terms: Terms, paragraphs: Iterable[list[Said]], rarity: Rarity) -> Iterator[Pair]:
    """Pairs of figures in running text; the later one is `this`."""
    earlier: Lookalikes[Said] = Lookalikes(reading.units)
    paragraphs = list(paragraphs)
    by_order = {here[0].passage.order: here for here in paragraphs}
    apart: list[tuple[Pair, Said]] = []
    for here in paragraphs:
        for pair, said in _Paragraph(here, earlier, by_order, terms, rarity).pairs():
            if pair.sure:
                apart.append((pair, said))
            else:
                yield pair
        for said in here:
            earlier.add(said.figure, said)
    filled_in = _filled_in(paragraphs) if apart else ()
    yield from (pair for pair, said in apart if _form(said) not in filled_in)


def _filled_in(paragraphs: Iterable[list[Said]]) -> frozenset[Form]:
    """The words that stand around many different figures: what is told of one place after the other restates nothing."""
    values: dict[Form, set[Fraction]] = defaultdict(set)
    for said in chain.from_iterable(paragraphs):
        values[_form(said)].add(said.figure.quantity.value)
    return frozenset(form for form, several in values.items() if len(several) >= _MANY)


def _form(said: Said) -> Form:
    """The words around a figure but for names."""
    return said.figure.unit, said.figure.counted, said.context.near - _names(said.passage)


@lru_cache(maxsize=4)
def _names(passage: Passage) -> Words:
    """The words with a capital letter."""
    return frozenset(fold(" ".join(word for word in _WORD.findall(passage.text.value) if word[0].isupper())).split())


class _Paragraph:
    """The figures of one paragraph against all earlier ones."""

    def __init__(
        self, here: list[Said], earlier: Lookalikes[Said], by_order: Mapping[int, list[Said]], terms: Terms, rarity: Rarity
    ) -> None:
        self.by_order = by_order
        self.rarity = rarity
        self.here = here
        self.earlier = earlier
        self.terms = terms
        self.equal = [self._fitting(said, earlier.equal(said.figure)) for said in here]
        self.company: dict[int, int] = defaultdict(int)
        for said, equal in zip(here, self.equal, strict=True):
            if significant(said.figure) > 1:
                for order in {other.passage.order for other in equal}:
                    self.company[order] += 1

    def pairs(self) -> Iterator[tuple[Pair, Said]]:
        for said, equal in zip(self.here, self.equal, strict=True):
            found = likeliest(said.figure, [(self._score(said, other), other) for other in equal])
            if found is not None:
                yield said.paired(found.figure, sure=False), said
            slipped = None if equal else likely(said.figure, [(self._bits(said, other), other) for other in self._slipped(said)])
            if slipped is not None and not self._is_contested(said, slipped):
                yield said.paired(slipped.figure, sure=True), said

    def _is_contested(self, said: Said, other: Said) -> bool:
        """Does much more speak for another figure of either paragraph?"""
        bits = self._bits(said, other) + _MARGIN
        mine = (rival for rival in self.here if rival is not said and rival.figure.unit == said.figure.unit)
        theirs = (rival for rival in self.by_order[other.passage.order] if rival is not other and rival.figure.unit == other.figure.unit)
        return any(self._bits(rival, other) > bits for rival in mine) or any(self._bits(said, rival) > bits for rival in theirs)

    def _bits(self, said: Said, other: Said) -> float:
        return in_sentences(said, other, min(_MOST_COMPANY, self.company[other.passage.order]), self.terms.measures, self.rarity)

    def _slipped(self, said: Said) -> list[Said]:
        """Those that a slip separates from it. Items of one list tell of different things."""
        fitting = self._fitting(said, self.earlier.slipped(said.figure))
        fitting = [other for other in fitting if not self.terms.differ(said.context.said, other.context.said)]
        fitting = [other for other in fitting if not told_apart(said.context.times, other.context.times)]
        return [other for other in fitting if not _are_siblings(said, other)]

    def _fitting(self, said: Said, others: Iterable[Said]) -> list[Said]:
        return list(islice((other for other in others if one_thing(said, other, self.terms)), _MOST_COMPARED))

    def _score(self, said: Said, other: Said) -> float:
        """The words that both have around them, those ahead of both, and the figures that the paragraphs share."""
        one, two = said.context, other.context
        near = shared(one.near, two.near) if min(len(one.near), len(two.near)) >= _FEWEST_WORDS else 0.0
        ahead = shared(one.ahead, two.ahead)
        return near + ahead / 2 + min(_MOST_COMPANY, self.company[other.passage.order]) / 2


def _are_siblings(one: Said, other: Said) -> bool:
    """Are both items of one list, or of lists side by side? Or do they stand under headings side by side, none of which sums up the others?"""
    here, there = one.passage.section, other.passage.section
    if here is there:
        return _side_by_side(one.passage, other.passage)
    if one.sums_up or here.heading is None or there.heading is None:
        return False
    return here.parent is there.parent and _side_by_side(here.heading, there.heading)


def _side_by_side(one: Passage, other: Passage) -> bool:
    first, second = one.marker, other.marker
    return first is not None and second is not None and first.depth_key == second.depth_key
