"""How far a list of parts goes: to the end of its bracket, its sentence or the lines below; a sum ends the list before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.recognise.breakdowns.announcement import WORDED, Announcement, only_punctuation
from checker.recognise.breakdowns.unworded import brackets_of_one
from checker.recognise.lists import items_above, items_below
from checker.recognise.passages import Passage, Stretch
from checker.recognise.reading import Reading

_LONGEST = 6_000
_LONGEST_BEFORE = 1_500


class Scope(NamedTuple):
    """The lines or the stretch of a list, and whether a colon or a line of its own sets it off."""

    stretches: list[Stretch]
    set_off: bool


def scope(
    reading: Reading, passage: Passage, announcement: Announcement, before: Sequence[Announcement], following: Sequence[Announcement]
) -> Scope:
    """The list that is announced; a following cue at the same level ends it, one before a sum begins it."""
    if announcement.kind == "summed":
        return _before(reading, passage, announcement, before)
    if announcement.kind == "each":
        return Scope([Stretch(passage, b.start + 1, b.end - 1) for b in brackets_of_one(passage, announcement.end)], False)
    if announcement.until:
        return Scope([Stretch(passage, announcement.start, announcement.until)], False)
    bracket = passage.clauses.bracket_at(announcement.end if announcement.kind == "bracket" else announcement.start)
    limit = bracket.end - 1 if bracket else passage.clauses.sentence(announcement.start)[1]
    begin = _begin(passage, announcement, limit)
    cues = (other.start for other in following if begin < other.start < limit and _ends(passage, begin, other))
    end = next((start for start in cues if passage.clauses.bracket_at(start) == bracket), limit)
    end = min(end, begin + _LONGEST)
    if bracket is None and only_punctuation(passage.folded, begin):
        return _lines(items_below(reading, passage))
    colon = passage.folded[begin : begin + 2].lstrip().startswith(":") or passage.folded[begin - 1] == ":"
    return Scope([Stretch(passage, begin, end)], colon)


def _ends(passage: Passage, begin: int, other: Announcement) -> bool:
    """Does another announcement end the list? The first of its own quarters does not."""
    return other.kind in (*WORDED, "by") or (other.kind == "periods" and bool(passage.figures_between(begin, other.start)))


def _begin(passage: Passage, announcement: Announcement, end: int) -> int:
    """Behind the cue; behind the colon where the whole stands between the two ("Trong tổng số 56 lao động: …")."""
    if announcement.kind != "among":
        return announcement.end
    colon = passage.folded.find(":", announcement.end, end)
    first = passage.figures_between(announcement.end, end)[:1]
    if colon > 0 and ";" not in passage.folded[announcement.end : colon]:
        return colon + 1
    return first[0].end if first else announcement.end


def _before(reading: Reading, passage: Passage, announcement: Announcement, before: Sequence[Announcement]) -> Scope:
    """The list before a sum: in the same sentence, or the items above the line that begins with it."""
    if announcement.begins(passage):
        return _lines(items_above(reading, passage))
    bracket = passage.clauses.bracket_at(announcement.start)
    stop = bracket.start if bracket else announcement.start
    begin = passage.clauses.sentence(stop)[0]
    if not passage.folded[begin:stop].strip() and begin > passage.begin:  # "Cộng chung là …": what the sentence before lists
        begin = passage.clauses.sentence(begin - 1)[0]
    start = max(begin, stop - _LONGEST_BEFORE)
    colon = passage.folded.find(":", start, stop)
    begins = (cue.end for cue in before if cue.kind in WORDED and start < cue.end < stop)
    return Scope([Stretch(passage, max((colon + 1 if colon > 0 else start, *begins)), stop)], colon > 0)


def _lines(items: Sequence[Passage]) -> Scope:
    """Of each item its first sentence."""
    return Scope([Stretch(item, item.begin, item.clauses.sentence(item.begin)[1]) for item in items], True)
