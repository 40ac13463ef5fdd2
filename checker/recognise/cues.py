"""Cue words of a rule, in the document's language, as one pattern over folded text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from checker.locales import Locale
from checker.text import bare, fold_words

Cues = dict[str, list[str]]
"""Words by language: {vi: [tổng cộng, cộng], en: [total]}."""

NOTHING = "(?!)"
"""The pattern of no words."""

Patterns = Mapping[str, re.Pattern[str]]
"""The cues of a rule as patterns, by the name of the option."""


class _Lazy(dict[str, re.Pattern[str]]):
    """Patterns that are made when first asked for: many a document asks for few of them."""

    def __init__(self, options: msgspec.Struct, locale: Locale) -> None:
        super().__init__()
        self._options = options
        self._locale = locale

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = pattern = cues(getattr(self._options, name), self._locale)
        return pattern


def patterns(options: msgspec.Struct, locale: Locale) -> Patterns:
    """A pattern for each option that holds cues."""
    return _Lazy(options, locale)


def cues(words: Mapping[str, Iterable[str]], locale: Locale) -> re.Pattern[str]:
    """The words of the document's language, whole words only, the longest first. Matches nothing where there are none."""
    return _pattern(tuple(words.get(locale.language, ())), False)


def loose_cues(words: Mapping[str, Iterable[str]], locale: Locale) -> re.Pattern[str]:
    """The same, where a word may also have lost its diacritics ("Kinh phi"): for headers and labels only."""
    return _pattern(tuple(words.get(locale.language, ())), True)


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...], loose: bool) -> re.Pattern[str]:
    folded = sorted({fold_words(word) for word in words if word.strip()}, key=len, reverse=True)
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in folded:
        for first in {word[0], bare(word[0])} if loose else {word[0]}:
            by_first[first].append(_rest(word, loose))
    return re.compile("|".join(_beginning(first) + f"(?:{'|'.join(rest)})" for first, rest in by_first.items()) or NOTHING)


def _beginning(first: str) -> str:
    """The first letter, no other before it. It stands in front of the look-behind, so that a search may skip to where it is."""
    return f"{re.escape(first)}(?<![^\\W\\d_]{re.escape(first)})" if first.isalpha() else re.escape(first)


def _rest(word: str, loose: bool) -> str:
    spelled = _loosened(word[1:]) if loose else re.escape(word[1:])
    return spelled + (r"(?![^\W\d_])" if word[-1].isalpha() else "")


def _loosened(word: str) -> str:
    return "".join(re.escape(c) if c == b else f"[{c}{b}]" for c, b in zip(word, bare(word), strict=True))
