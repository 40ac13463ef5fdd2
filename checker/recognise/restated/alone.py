"""Two small numbers, each the only one of its kind in its sentence, where both sentences say the same of the same year."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.recognise.kinds import is_plain
from checker.recognise.parts import noun
from checker.recognise.restated.contexts import shared
from checker.recognise.restated.pair import Pair, Terms
from checker.recognise.restated.spoken import Said, one_thing
from checker.recognise.restated.times import years_of
from checker.recognise.years import part_of_year

_SMALL = 100
_SAME_WORDS = 0.5
_SAME_NEIGHBOURS = 1 / 3
_FEWEST_SHARED = 10
_MOST_COMPARED = 40
_LONGEST_SENTENCE = 1_000
_LEAD = 4
_WORD = re.compile(r"[^\W_]+")
_TWO_WORDS = re.compile(r"(?<=[^\W\d_] )([^\W\d_]{2,}) (?=([^\W\d_]{2,}))")


def alone_in_sentences(paragraphs: Iterable[list[Said]], terms: Terms) -> Iterator[Pair]:
    """Pairs of small whole numbers that differ although their sentences say the same; the later one is `this`."""
    alone = [said for here in paragraphs for said in here if _is_alone(said)]
    by_kind: dict[str, list[Said]] = defaultdict(list)
    for said in alone:
        by_kind[said.figure.counted].append(said)
    for kind in by_kind.values():
        for one, other in itertools.combinations(kind[:_MOST_COMPARED], 2):
            differ = one.figure.quantity.value != other.figure.quantity.value
            if differ and one_thing(one, other, terms) and (_same_sentence(one, other) or _same_lead(one, other, terms)):
                yield other.paired(one.figure, sure=True)


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
    both = len(first & second)
    words = shared(one.context.near, other.context.near)
    enough = both >= _FEWEST_SHARED and both >= _SAME_NEIGHBOURS * min(len(first), len(second)) and words >= _SAME_WORDS
    return enough and noun(one.figure) == noun(other.figure)


def _same_lead(one: Said, other: Said, terms: Terms) -> bool:
    """The same words right before both ("dự kiến tổ chức 05 đoàn"), the same direction ("ra"), and nothing that tells them apart:
    no month or quarter, no two names."""
    first, second = (_WORD.findall(_sentence(said)[: said.figure.start - _start(said)])[-_LEAD:] for said in (one, other))
    directed = any(one.context.ahead & group and one.context.ahead & group == other.context.ahead & group for group in terms.apart)
    named = [_names(said) for said in (one, other)]
    apart = any(_dated_within_year(said) for said in (one, other)) or (all(named) and not named[0] & named[1])
    return len(first) == _LEAD and first == second and directed and not apart and noun(one.figure) == noun(other.figure)


def _start(said: Said) -> int:
    return said.passage.clauses.sentence(said.figure.start)[0]


def _sentence(said: Said) -> str:
    start, end = said.passage.clauses.sentence(said.figure.start)
    return said.passage.folded[start:end]


def _names(said: Said) -> frozenset[str]:
    """Two words with a capital letter, but for the first of the sentence and those behind a colon."""
    start, end = said.passage.clauses.sentence(said.figure.start)
    words = _TWO_WORDS.findall(said.passage.text.value[start:end])
    return frozenset(f"{one} {other}" for one, other in words if one[0].isupper() and other[0].isupper())


def _dated_within_year(said: Said) -> bool:
    """Does the sentence name a month, a quarter or another part of a year, and not only days?"""
    start, end = said.passage.clauses.sentence(said.figure.start)
    dates = (d for d in said.passage.dates if start <= d.start < end)
    return any(d.first != d.last and d.year and part_of_year(d) is not None for d in dates)


def _neighbours(said: Said) -> frozenset[tuple[str, str]]:
    return frozenset(itertools.pairwise(_WORD.findall(_sentence(said))))
