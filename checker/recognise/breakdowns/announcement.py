"""What announces a list of parts: where it stands, and of which kind it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.recognise.passages import Passage

WORDED = ("closed", "of_which", "respectively", "among", "summed", "like")
"""The kinds of announcements that are words: options of the rule."""

BARE = ("headed", "each", "periods", "row", "sides")
"""The kinds that no word announces and that nothing but the list itself shows."""

_LEAD = 4
_CLAUSE_START = re.compile(r"[,;:.(]\s?\Z|\A\Z")
_ONLY_PUNCTUATION = re.compile(r"[\s:;.,*()\"”-]*\Z")


class Announcement(NamedTuple):
    """From where to where it stands, and its kind: one of WORDED; "bracket", "colon", "below", "note" or "headed" where no word is;
    "by" where a criterion is named ("; theo giới tính có 14 em nam, 07 em nữ"), "periods" at the first of several quarters, "each"
    where brackets give a figure each ("hộ nghèo (3 thẻ), …"), "row" or "sides" where nothing but the parts shows that they are all.
    `until`: where the list ends, if that is known."""

    start: int
    end: int
    kind: str
    until: int = 0

    def begins(self, passage: Passage) -> bool:
        """Does the passage begin with it?"""
        return self.start - passage.begin < _LEAD


def begins_clause(passage: Passage, position: int) -> bool:
    """Does a clause begin there: with the passage, behind a comma, a stop or an opening bracket?"""
    return position <= passage.begin or _CLAUSE_START.search(passage.folded, max(passage.begin, position - 3), position) is not None


def only_punctuation(folded: str, start: int, end: int | None = None) -> bool:
    """Are there no words from `start` to `end`?"""
    return _ONLY_PUNCTUATION.match(folded, start, len(folded) if end is None else end) is not None
