"""When two ways of writing a name or an issuer mean the same.

The same: equal after folding; one contained in the other ("HĐND tỉnh", "HĐND tỉnh Long An"); the initials of the other's
words ("UBND" for "Ủy ban nhân dân"). Truly different otherwise.
"""

from __future__ import annotations

import re
from functools import cache

from checker.locales import languages, load
from checker.text import fold_words

_WORD = re.compile(r"[^\W\d_]+|\d+")


def same_name(one: str, other: str) -> bool:
    """Do both name the same, as far as the words tell?"""
    left, right = _words(one), _words(other)
    if not left or not right:
        return True
    shorter, longer = sorted((left, right), key=len)
    return _contained(shorter, longer)


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(fold_words(name)) if word not in _fillers()]


@cache
def _fillers() -> frozenset[str]:
    """Words that a name is the same without, in every language: a Vietnamese report may name an issuer in English."""
    return frozenset().union(*(load(language).words("names", "fillers") for language in languages()))


def _contained(shorter: list[str], longer: list[str]) -> bool:
    """Can the shorter be read off the longer in order, a word by itself or as the initials of several?"""
    position = 0
    for word in shorter:
        found = _find(word, longer, position)
        if found is None:
            return False
        position = found
    return True


def _find(word: str, longer: list[str], position: int) -> int | None:
    """The position behind `word`, or behind the words whose initials it is, or before it where it abbreviates none."""
    for start in range(position, len(longer)):
        if longer[start] == word or (len(word) > 1 and longer[start].startswith(word)):
            return start + 1
        initials = "".join(w[0] for w in longer[start : start + len(word)])
        if len(word) > 1 and initials == word:
            return start + len(word)
        if len(longer[start]) > 1 and len(word) > 1 and longer[start][0] == word[0] and _abbreviates(longer[start], word):
            return start + 1
    return None


def _abbreviates(short: str, word: str) -> bool:
    return len(short) <= 3 and word.startswith(short)
