"""Finding the longest of many phrases at a given place of a text, in one dictionary look-up.

Phrases and text are folded (`checker.text.fold`). A phrase matches whole words only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from checker.text import fold_words

Value = TypeVar("Value")

_FIRST = re.compile(r" {0,3}(?P<word>[^\W\d_]+|[%$‰#])")
_LAST = re.compile(r"(?:[^\W\d_]+|[%$:.])\Z")
_BLANKS = 3
_REACH = 48


class Hit(NamedTuple, Generic[Value]):
    """A phrase found from `start` to `end`."""

    value: Value
    start: int
    end: int


class Lexicon(Generic[Value]):
    """Phrases and what they mean."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[str, Value]]] = defaultdict(list)
        self._by_last: dict[str, list[tuple[str, Value]]] = defaultdict(list)
        self._ends = frozenset(fold_words(phrase)[-1:] for phrase in phrases)
        for phrase, value in sorted(((fold_words(p), v) for p, v in phrases.items()), key=lambda item: -len(item[0])):
            first, last = _FIRST.match(phrase), _last(phrase)
            if first:
                self._by_first[first["word"]].append((phrase, value))
            if last:
                self._by_last[last].append((phrase, value))

    def match(self, folded: str, position: int) -> Hit[Value] | None:
        """The longest phrase that begins at `position` (blanks before it allowed)."""
        first = _FIRST.match(folded, position)
        if first is None:
            return None
        start = first.start("word")
        for phrase, value in self._by_first.get(first["word"], ()):
            end = start + len(phrase)
            if folded.startswith(phrase, start) and not (_joins(phrase[-1]) and _joins(folded[end : end + 1])):
                return Hit(value, start, end)
        return None

    def before(self, folded: str, position: int) -> Hit[Value] | None:
        """The longest phrase that ends at `position` (blanks after it allowed)."""
        end = position
        while end and folded[end - 1].isspace():
            end -= 1
            if end < position - _BLANKS:
                return None
        if not end or folded[end - 1] not in self._ends:
            return None
        for phrase, value in self._by_last.get(_last(folded[max(0, end - _REACH) : end]), ()):
            start = end - len(phrase)
            if start >= 0 and folded.startswith(phrase, start) and not (start and _joins(folded[start - 1])):
                return Hit(value, start, end)
        return None


def _last(text: str) -> str:
    """The last word or mark of a text; empty where it ends in something else."""
    words = text.rsplit(None, 1)
    last = _LAST.search(words[-1]) if words else None
    return last[0] if last else ""


def _joins(letter: str) -> bool:
    """Would a letter here make another word of the phrase? A footnote's raised figure would not."""
    return letter.isalpha() or letter.isdecimal()
