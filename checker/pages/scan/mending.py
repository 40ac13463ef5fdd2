"""Phrases that tables and reports are full of, read with a wrong mark on a letter: "Tống cộng" is "Tổng cộng".

Recognition confuses ổ with ố and ộ with ô in small type. A phrase of two words or more that has the right letters can only be meant for the
one that the locale lists; single words are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from checker.locales import load
from checker.pages.scan.hocr import Mark
from checker.text import bare

_LOCALE = "vi"
_ENDS = ".,:;()"
_NEXT_LINE = 1.6


def mended(marks: Sequence[Mark]) -> list[Mark]:
    """The same words, those of a known phrase with the right marks."""
    known = _phrases()
    longest = max(map(len, known), default=0)
    keys = [bare(mark.text.lower()).strip(_ENDS) for mark in marks]
    out = [*marks]
    for first in range(len(marks)):
        for length in range(min(longest, len(marks) - first), 1, -1):
            words = known.get(tuple(keys[first : first + length]))
            if words is not None and _side_by_side(marks[first : first + length]):
                out[first : first + length] = [_written(mark, word) for mark, word in zip(marks[first:], words, strict=False)]
                break
    return out


@cache
def _phrases() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    phrases = [tuple(phrase.split()) for phrase in load(_LOCALE).section("scan")["phrases"]]
    return {tuple(bare(word) for word in phrase): phrase for phrase in phrases}


def _side_by_side(marks: Sequence[Mark]) -> bool:
    """Do they follow one another, on one line or on the next?"""
    return all(
        abs(b.base - a.base) <= a.size / 2 or (0 < b.base - a.base <= _NEXT_LINE * a.size and b.left < a.right) for a, b in pairwise(marks)
    )


def _written(mark: Mark, word: str) -> Mark:
    """The word in the case of what was recognised, with the signs around it."""
    core = mark.text.strip(_ENDS)
    cased = word.upper() if core.isupper() and len(core) > 1 else word.capitalize() if core[:1].isupper() else word
    return mark._replace(text=mark.text.replace(core, cased, 1))
