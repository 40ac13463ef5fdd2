"""Sets of names that leave no room for others: tốt, khá, trung bình, yếu; đúng hạn, quá hạn. They are data of the locale; the ways to
write one name stand between bars. Names that a report may add others to are no such set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.locales import Locale
from checker.text import fold_words

_FEWEST_OF_MANY = 3
_NEAR = 30

Names = tuple[re.Pattern[str], ...]


def exhausts(texts: Sequence[str], locale: Locale) -> bool:
    """Does each text say another name of one set: both of two, or at least three of more?"""
    if not all(_any(locale).search(text) for text in texts):
        return False
    return any(_are_of(texts, names) for names in _sets(locale))


def _are_of(texts: Sequence[str], names: Names) -> bool:
    if len(texts) < min(_FEWEST_OF_MANY, len(names)) or len(texts) > len(names):
        return False
    said = [_said(text, names) for text in texts]
    return -1 not in said and len(set(said)) == len(said)


def _said(text: str, names: Names) -> int:
    """The number of the name, by the longest way to write one; -1 for none."""
    found = [(match.end() - match.start(), number) for number, name in enumerate(names) if (match := name.search(text)) is not None]
    return max(found)[1] if found else -1


@lru_cache(maxsize=8)
def _sets(locale: Locale) -> tuple[Names, ...]:
    return tuple(tuple(_name(ways) for ways in names) for names in locale.section("partitions")["sets"])


@lru_cache(maxsize=8)
def _any(locale: Locale) -> re.Pattern[str]:
    """Matches any name of any set."""
    return _name("|".join(ways for names in locale.section("partitions")["sets"] for ways in names))


def _name(ways: str) -> re.Pattern[str]:
    longest_first = sorted((re.escape(fold_words(way)) for way in ways.split("|")), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(longest_first)})(?![^\W\d_])")


def is_one_beside(text: str, start: int, end: int, locale: Locale) -> bool:
    """Is this stretch of a text one of such names, with another of its set near by ("khá 11, trung bình 09": a grade, and no mean)?"""
    if not _any(locale).fullmatch(text, start, end):
        return False
    around = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return any(
        name.fullmatch(text, start, end) and any(other.search(part) for other in names if other is not name for part in around)
        for names in _sets(locale)
        for name in names
    )
