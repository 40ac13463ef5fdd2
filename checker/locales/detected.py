"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from checker.locales import Locale, languages, load
from checker.text import fold, fold_words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000


def detect_language(texts: Iterable[str]) -> str:
    """The language whose common words and own letters the document uses most; the beginning tells.

    A text in which nothing tells is taken for the first language that needs no letters of its own.
    """
    words: Counter[str] = Counter()
    length = 0
    for text in texts:
        words.update(_WORD.findall(fold(text)))
        length += len(text)
        if length > _SAMPLE:
            break
    return max(languages(), key=lambda language: _score(words, load(language)))


def _score(words: Counter[str], locale: Locale) -> tuple[int, bool]:
    letters = set(locale.data["letters"])
    own = sum(times for word, times in words.items() if letters.intersection(word))
    return own + sum(words[fold_words(w)] for w in locale.data["common"]), not letters
