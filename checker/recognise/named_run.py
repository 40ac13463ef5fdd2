"""Names in a row: "Vũng Liêm, Tam Bình và Trà Ôn"; from where to where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.recognise.passages import Stretch

_MOST = 60
_WORD = re.compile(r"[\w’'-]+")
_BETWEEN = re.compile(r"\s{0,2},\s{1,2}")
_BLANK = re.compile(r"\s{1,2}")
_MOST_WORDS = 6


def names_in_row(whole: Stretch, joiner: re.Pattern[str]) -> list[Stretch]:
    """The names that a stretch begins with, between commas and a last joining word; none where another follows an unclear mark."""
    found: list[Stretch] = []
    position, joined = whole.start, False
    for _ in range(_MOST):
        end = _name_end(whole, position)
        if end == position:
            return [] if joined else found
        found.append(whole._replace(start=position, end=end))
        if joined:
            return found
        comma = _BETWEEN.match(whole.passage.text.value, end, whole.end)
        word = next(_joined(whole, end, joiner), None)
        if comma is None and word is None:
            return found
        joined = comma is None
        position = comma.end() if comma else word or end
    return found


def _name_end(whole: Stretch, position: int) -> int:
    """Where the capitalised words end that begin at a position; the position itself where none does."""
    value, end = whole.passage.text.value, position
    for count in range(_MOST_WORDS):
        blank = _BLANK.match(value, end, whole.end) if count else None
        word = _WORD.match(value, blank.end() if blank else end, whole.end) if blank or not count else None
        if word is None or not (word[0][0].isupper() or (count and word[0].isdigit() and len(word[0]) <= 2)):
            break
        end = word.end()
    return end


def _joined(whole: Stretch, position: int, joiner: re.Pattern[str]) -> Iterator[int]:
    """Where the name behind a joining word begins."""
    folded = whole.passage.folded
    blank = _BLANK.match(folded, position, whole.end)
    match = joiner.match(folded, blank.end(), whole.end) if blank else None
    after = _BLANK.match(folded, match.end(), whole.end) if match else None
    if after:
        yield after.end()
