"""Two figures that state one thing, and how much must speak for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeVar

from checker.figure import Figure
from checker.recognise.cues import Cues, cues
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.restated.chance import tells
from checker.recognise.restated.contexts import Words, words_of
from checker.recognise.restated.lookalikes import significant, telling_digits
from checker.text import fold_words

_ENOUGH = 1.0
_NEEDED = (9.0, 3.4, 2.8, 1.6, 1.15, 0.9)


class Pair(NamedTuple):
    """`sure` is False where only being equal would show that the two are one thing."""

    this: Figure
    other: Figure
    sure: bool
    section: str
    topic: str


class Terms:
    """The words of a rule that keep things apart: opposites, comparisons, changes; and labels that name nothing of their own."""

    def __init__(
        self, reading: Reading, apart: Mapping[str, Sequence[Sequence[str]]], total: Cues, measures: Cues, words: Mapping[str, Cues]
    ) -> None:
        self.compared, self.changes, self.qualifiers, self.periods, self.summing_up = (
            cues(words[name], reading.locale) for name in ("compared", "changes", "qualifiers", "periods", "summing_up")
        )
        language = reading.locale.language
        self.apart = tuple(frozenset(fold_words(word) for word in group) for group in apart.get(language, ()))
        self.opposites = frozenset().union(*self.apart)
        self.total, self.measures = (
            words_of(" ".join(fold_words(label) for label in labels.get(language, ())), reading.locale) for labels in (total, measures)
        )

    def differ(self, one: str, other: str) -> bool:
        """Does one text qualify what it tells of ("trung bình"), and the other not?"""
        return (self.qualifiers.search(one) is None) != (self.qualifiers.search(other) is None)

    def clash(self, one: Words, other: Words) -> bool:
        """Does one name the opposite of what the other names?"""
        if one.isdisjoint(self.opposites) or other.isdisjoint(self.opposites):
            return False
        return any(one & group and other & group and not one & other & group for group in self.apart)


class Stating(Protocol):
    """A figure with what is around it."""

    @property
    def figure(self) -> Figure: ...


Entry = TypeVar("Entry", bound=Stating)


def likeliest(figure: Figure, scored: Sequence[tuple[float, Entry]]) -> Entry | None:
    """Of entries with an equal figure the one that states the same thing. They need little to speak for them."""
    best = max(scored, key=itemgetter(0), default=None)
    return best[1] if best is not None and best[0] >= min(_ENOUGH, 4 - significant(figure)) else None


def standing_out(figure: Figure, scored: Sequence[tuple[float, Entry]]) -> Entry | None:
    """Of entries a slip away the one that states the same thing: most speaks for it, and enough."""
    return _only_best([(score, entry) for score, entry in scored if score >= _needed(figure, entry.figure)])


def likely(figure: Figure, weighed: Sequence[tuple[float, Entry]]) -> Entry | None:
    """The same, weighed in bits (restated.evidence)."""
    return _only_best([(bits, entry) for bits, entry in weighed if tells(bits, figure, entry.figure)])


def _only_best(scored: Sequence[tuple[float, Entry]]) -> Entry | None:
    """The best; none where two figures are as good."""
    best = max(scored, key=itemgetter(0), default=None)
    rivals = {entry.figure.quantity.value for score, entry in scored if best is not None and score == best[0]}
    return best[1] if best is not None and len(rivals) == 1 else None


def _needed(one: Figure, other: Figure) -> float:
    """How much must speak for a pair: the more, the fewer digits tell it from any other."""
    telling = max(telling_digits(figure) for figure in (one, other))
    return _NEEDED[min(telling, len(_NEEDED) - 1)]


def candidates(passage: Passage) -> list[Figure]:
    """The figures of a passage that may be stated elsewhere: certain, alone, without a bound."""
    return [f for f in passage.figures if f.certain and not f.pair and f.quantity.bound is None]
