"""Where a text writes a name: words with capital letters, and the small ones that belong to them.

A name never ends in the middle of such words: "Lào Cai" does not mention Lào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.registers import Register

_WORD = re.compile(r"[^\W\d_]+(?:[-–'’][^\W\d_]+|(?<=\b[A-Z])\.[A-Z](?![^\W\d_]))*")
_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x1F00))))  # up to the last Latin letter
_CAPITALISED = re.compile(f"(?<![^\\W\\d_])(?<![^\\W\\d_][-–'’])[{_CAPITALS}]")
_BLANK = re.compile(r"\s{1,3}\Z")
_MOST_WORDS = 8
_BEYOND = 80


class Mention(NamedTuple):
    """A name from `start` on. `key` is its entry; where it is "", the name may end behind its capitals, or with the words that
    follow them without a mark."""

    start: int
    ends: tuple[int, ...]
    key: str = ""


def mentions(value: str, folded: str, register: Register, begin: int, until: int) -> Iterator[Mention]:
    """The names that begin between `begin` and `until`; nothing where the register knows none of them.

    The capital letter of the first word may be that of a sentence ("Tại Nhật Bản").
    """
    if not _may_mention(value, folded, register, begin, until):
        return
    words = [match.span() for match in _WORD.finditer(value, begin, until + _BEYOND)]
    position = 0
    while position < len(words) and words[position][0] < until:
        if not value[words[position][0]].isupper():
            position += 1
            continue
        mention = _mention(value, folded, register, words, position)
        if not mention.key and not position:
            second = _mention(value, folded, register, words, 1) if _joined(value, words, 1) else mention
            mention = second if second.key else mention
        yield mention
        position += 1
        while position < len(words) and words[position][1] <= mention.ends[-1 if mention.key else 0]:
            position += 1


def _may_mention(value: str, folded: str, register: Register, begin: int, until: int) -> bool:
    return any(register.may_begin(folded, match.start()) for match in _CAPITALISED.finditer(value, begin, until))


def _joined(value: str, words: list[tuple[int, int]], position: int) -> bool:
    """Does nothing but a blank stand before the word?"""
    return position < len(words) and _BLANK.match(value, words[position - 1][1], words[position][0]) is not None


def _mention(value: str, folded: str, register: Register, words: list[tuple[int, int]], first: int) -> Mention:
    start, ends = words[first][0], _ends(value, words, first)
    for end in reversed(ends):
        key = register.find_folded(folded[start:end])
        if key:
            return Mention(start, (end,), key)
    return Mention(start, (ends[0], ends[-1]) if len(ends) > 1 else tuple(ends))


def _ends(value: str, words: list[tuple[int, int]], first: int) -> list[int]:
    """Where the name may end: behind its last capital letter's word, or behind any small one after it."""
    ends: list[int] = []
    last = min(first + _MOST_WORDS, len(words)) - 1
    for position in range(first, last + 1):
        goes_on = position < last and _joined(value, words, position + 1)
        if not goes_on or not value[words[position + 1][0]].isupper():
            ends.append(words[position][1])
        if not goes_on:
            break
    return ends
