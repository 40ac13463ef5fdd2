"""Cue words of a rule, in the document's language, as one pattern over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from checker.locales import Locale
from checker.text import bare, fold_words

Cues = dict[str, list[str]]
"""Words by language: {vi: [tổng cộng, cộng], en: [total]}."""

Patterns = Mapping[str, re.Pattern[str]]
"""The cues of a rule as patterns, by the name of the option."""


def patterns(options: msgspec.Struct, locale: Locale) -> Patterns:
    """A pattern for each option that holds cues."""
    values = msgspec.structs.asdict(options)
    return {name: cues(words, locale) for name, words in values.items() if isinstance(words, dict)}


def cues(words: Mapping[str, Iterable[str]], locale: Locale) -> re.Pattern[str]:
    """The words of the document's language, whole words only, the longest first. Matches nothing where there are none."""
    return _pattern(tuple(words.get(locale.language, ())), False)


def loose_cues(words: Mapping[str, Iterable[str]], locale: Locale) -> re.Pattern[str]:
    """The same, where a word may also have lost its diacritics ("Kinh phi"): for headers and labels only."""
    return _pattern(tuple(words.get(locale.language, ())), True)


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...], loose: bool) -> re.Pattern[str]:
    folded = sorted({fold_words(word) for word in words if word.strip()}, key=len, reverse=True)
    if not folded:
        return re.compile(r"(?!)")
    spelled = [_loosened(word) if loose else re.escape(word) for word in folded]
    return re.compile("|".join(_bounded(word, pattern) for word, pattern in zip(folded, spelled, strict=True)))


def _bounded(word: str, pattern: str) -> str:
    before = r"(?<![^\W\d_])" if word[0].isalpha() else ""
    after = r"(?![^\W\d_])" if word[-1].isalpha() else ""
    return f"{before}{pattern}{after}"


def _loosened(word: str) -> str:
    return "".join(re.escape(c) if c == b else f"[{c}{b}]" for c, b in zip(word, bare(word), strict=True))
