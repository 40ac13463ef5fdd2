"""Text that remembers where it stands.

A `Text` holds characters in one canonical form (NFC, plain spaces and hyphens, Ð as Đ, nothing invisible) and knows
for each of them its place in the file as it is. A soft hyphen that breaks no word is kept: in TCVN3 it is a letter
(checker.encodings), and readers take it away where it is none. `folded` is the view in which cue words are compared: lower case, one kind
of dash, one tone placement (hòa = hoà). It has the same length as `value`, so an offset found in one is good in the other.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

import msgspec

from checker.place import Place

_ODD, _PLAIN = "\u00a0\u202f\u2007\u2009\u2002\u2003\u2011\u00d0\t", "      -Đ "
SOFT_HYPHEN = "\u00ad"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SAME_LENGTH, _INVISIBLE = str.maketrans(_ODD, _PLAIN), dict.fromkeys(map(ord, _UNSEEN))
_IS_ODD, _IS_UNSEEN = re.compile(f"[{_ODD}]"), re.compile(f"[{_UNSEEN}]")
_KEPT, _HYPHENATES = "\ue0ad", re.compile("(?<=[A-Za-z]{2})\u00ad(?=[A-Za-z]{2})")
_MODERN = re.compile("[ăơưĂƠƯ\u0300-\u036f\u1ea0-\u1ef9]")
_ANY_DASH, _ONE_DASH = "–—−‐‒―’‘“”", "------''\"\""
_DASHES, _IS_DASH = str.maketrans(_ANY_DASH, _ONE_DASH), re.compile(f"[{_ANY_DASH}]")
_TONES = {
    old + after: after_old + new
    for olds, after, after_old, news in (
        ("òóỏõọ", "a", "o", "àáảãạ"),
        ("òóỏõọ", "e", "o", "èéẻẽẹ"),
        ("ùúủũụ", "y", "u", "ỳýỷỹỵ"),
    )
    for old, new in zip(olds, news, strict=True)
}
_TONE = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")


class Mark(NamedTuple):
    """From `offset` on, characters stand at `place` and onwards, one code point each. `composed` says that the character
    before it was written with several code points, the last of them right before `place`."""

    offset: int
    place: Place
    composed: bool = False


class Text:
    """Characters and their places. Immutable; slicing and joining keep the places."""

    def __init__(self, value: str, marks: tuple[Mark, ...] = ()) -> None:
        self.value = value
        self.marks = marks or (Mark(0, Place()),)

    @classmethod
    def at(cls, raw: str, place: Place) -> Text:
        """The canonical text of `raw`, whose first character stands at `place`."""
        # Translating looks up every letter of a text that is not ASCII; a search for what is rare takes a tenth of the time.
        plain = raw.translate(_SAME_LENGTH) if _IS_ODD.search(raw) else raw
        if plain.isascii() or (not _IS_UNSEEN.search(plain) and unicodedata.is_normalized("NFC", plain)):
            return cls(plain, (Mark(0, place),))
        if SOFT_HYPHEN in plain and _may_be_letter(plain):
            value, marks = _canonical(plain.replace(SOFT_HYPHEN, _KEPT), place)
            return cls(value.replace(_KEPT, SOFT_HYPHEN), marks)
        return cls(*_canonical(plain, place))

    @cached_property
    def folded(self) -> str:
        return fold(self.value)

    def __len__(self) -> int:
        return len(self.value)

    def __repr__(self) -> str:
        return f"Text({self.value!r})"

    def place(self, start: int, end: int | None = None) -> Place:
        """Where the characters from `start` to `end` stand."""
        first = self._at(start)
        if end is None or end <= start:
            return first
        return first.until(self._end(end))

    def _end(self, end: int) -> Place:
        index = bisect_left(self.marks, end, key=lambda m: m.offset)
        if index < len(self.marks) and self.marks[index].offset == end and self.marks[index].composed:
            return self.marks[index].place
        return self._at(end - 1).ahead(1)

    def _at(self, offset: int) -> Place:
        mark = self.marks[0] if len(self.marks) == 1 else self.marks[max(0, bisect_right(self.marks, offset, key=lambda m: m.offset) - 1)]
        return mark.place.ahead(offset - mark.offset)

    def runs(self) -> Iterator[tuple[int, int, Place]]:
        """The stretches of characters that stand one behind another in the file: from, to, and where the first of them stands."""
        ends = chain((mark.offset for mark in self.marks[1:]), (len(self.value),))
        return ((mark.offset, end, mark.place) for mark, end in zip(self.marks, ends, strict=True))

    def cut(self, start: int, end: int | None = None) -> Text:
        """The text from `start` to `end`."""
        end = len(self.value) if end is None else end
        inside = tuple(m._replace(offset=m.offset - start) for m in self.marks if start < m.offset < end + m.composed)
        return Text(self.value[start:end], (Mark(0, self._at(start)), *inside))

    def within(self, **where: str | int) -> Text:
        """The same text, its places completed by what surrounds it (a table, a row, a section)."""
        if len(self.marks) == 1:
            ((offset, place, composed),) = self.marks
            return Text(self.value, (Mark(offset, msgspec.structs.replace(place, **where), composed),))
        return Text(self.value, tuple(m._replace(place=msgspec.structs.replace(m.place, **where)) for m in self.marks))

    def strip(self) -> Text:
        start = len(self.value) - len(self.value.lstrip())
        end = len(self.value.rstrip())
        return self if (start, end) == (0, len(self.value)) else self.cut(start, max(start, end))


def join(texts: Iterable[Text], between: str = " ") -> Text:
    """One text of several, `between` standing at the end of the one before it."""
    values: list[str] = []
    marks: list[Mark] = []
    length = 0
    for text in texts:
        if values:
            length += len(between)
        marks.extend(m._replace(offset=length + m.offset) for m in text.marks)
        values.append(text.value)
        length += len(text.value)
    return Text(between.join(values), tuple(marks))


def fold(value: str) -> str:
    """The form in which words are compared. Same length as `value`."""
    lower = value.lower()
    if len(lower) != len(value):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in value)
    return _TONE.sub(_placed, lower.translate(_DASHES) if _IS_DASH.search(lower) else lower)


def _placed(match: re.Match[str]) -> str:
    return _TONES[match[0]]


@lru_cache(maxsize=16_384)
def fold_words(value: str) -> str:
    """`fold`, for words that come from data rather than from a document: canonical first, blanks single."""
    return " ".join(fold(unicodedata.normalize("NFC", value).translate(_SAME_LENGTH)).split())


def bare(value: str) -> str:
    """Without diacritics, same length: "Kinh phí" → "Kinh phi"."""
    return "".join(_bare_letter(c) for c in value)


def _bare_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFD", letter)[0]


def _may_be_letter(raw: str) -> bool:
    """Does a soft hyphen stand where no word is broken, and is no letter written as Unicode alone has it?"""
    return not _MODERN.search(raw) and SOFT_HYPHEN in _HYPHENATES.sub("", raw)


def _canonical(plain: str, place: Place) -> tuple[str, tuple[Mark, ...]]:
    out: list[str] = []
    marks = [Mark(0, place)]
    length = 0
    for match in _CLUSTER.finditer(plain):
        cluster = unicodedata.normalize("NFC", match[0].translate(_INVISIBLE))
        out.append(cluster)
        length += len(cluster)
        if len(cluster) != match.end() - match.start():
            marks.append(Mark(length, place.ahead(match.end()), composed=True))
    return "".join(out), tuple(marks)


_CLUSTER = re.compile("[^\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad][\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad]*|.", re.DOTALL)


def nearest(name: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The one of `known` that `name` may be misspelt for; nothing where none is alike enough (0 to 1)."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), 1, alike)), "")
