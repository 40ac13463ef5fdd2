"""Every way in which a passage can be read as a whole and the list of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from checker.recognise.breakdowns.announced import announcements
from checker.recognise.breakdowns.announcement import BARE, Announcement
from checker.recognise.breakdowns.manner import begins_with_figures, is_open, up_to_others
from checker.recognise.breakdowns.partitions import Parts, partitions
from checker.recognise.breakdowns.scope import Scope, scope
from checker.recognise.breakdowns.wholes import Whole, Wholes
from checker.recognise.cues import Patterns
from checker.recognise.firsts import Stated
from checker.recognise.kinds import Families
from checker.recognise.parts import Segment, fine_segments, segments
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_MOST, _FEWEST = 24, 2
_MOST_SEGMENTS = 600
_CRITERIA, _SEVERAL = ("by", "headed"), 3


class Listing(NamedTuple):
    """A list of parts: what announces it, how far it goes, and its segments; `is_open`: it says that there are others."""

    announcement: Announcement
    scope: Scope
    segments: Sequence[Segment]
    is_open: bool


class Breakdown(NamedTuple):
    """One way to read a listing: a whole and its parts. `is_far`: the whole is unlikely or stands far off; `is_doubted`: unlikely;
    `is_aside`: in other brackets.

    Readings of a listing that share a part are `rivals`, numbered alike; `is_first` of them is the likeliest.
    """

    listing: Listing
    whole: Whole
    parts: Parts
    is_far: bool
    is_doubted: bool = False
    is_aside: bool = False
    rivals: int = 0
    is_first: bool = True


def breakdowns(reading: Reading, passage: Passage, words: Patterns, firsts: Sequence[Stated]) -> Iterator[Breakdown]:
    """The breakdowns that a passage may state; `firsts` are the first figures of the section."""
    found = Wholes(reading, passage, words, firsts)
    families = reading.locale.section("families")
    announced = announcements(passage, words, found.anchor is not None)
    for number, announcement in enumerate(announced):
        reach = scope(reading, passage, announcement, announced[:number], announced[number + 1 :])
        wholes = found.of(announcement, reach)
        known: list[set[int]] = []
        for listing in _listings(passage, announcement, reach, words):
            most = max(_FEWEST, min(_MOST, _MOST_SEGMENTS // len(listing.segments)))
            for breakdown in islice(_readings(listing, wholes, found, families, words), most):
                yield _among_rivals(breakdown, known, found)


def _listings(passage: Passage, announcement: Announcement, reach: Scope, words: Patterns) -> Iterator[Listing]:
    """The list in segments; of several lines cut at each line, then at every comma too."""
    for cut in (segments, fine_segments) if len(reach.stretches) > 1 else (segments,):
        found = up_to_others(cut(reach.stretches, words["joiner"], words["not_parts"]), words)
        if sum(bool(segment.figures) for segment in found) > 1 and begins_with_figures(found):
            yield Listing(announcement, reach, found, is_open(passage, announcement, found, words))


def _readings(listing: Listing, wholes: Sequence[Whole], found: Wholes, families: Families, words: Patterns) -> Iterator[Breakdown]:
    """Each whole with its parts; of one far off only the likeliest parts, or those up to where the list may have ended."""
    kinds = {whole.figure.counted for whole in wholes if not whole.farther} - {""}
    for whole in wholes:
        is_doubted = found.reasons_against(whole, listing.announcement) > 0
        is_far = is_doubted or not found.is_near(whole, listing.announcement)
        every = partitions(
            listing.segments,
            whole.passage,
            whole.figure,
            families,
            words,
            kinds - {whole.figure.counted} if whole.figure.counted else (),
        )
        for parts in (
            islice(every, 1 if is_doubted or listing.is_open else 2)
            if is_far and not found.is_only_part(whole, listing.announcement)
            else every
        ):
            yield Breakdown(listing, whole, parts, is_far, is_doubted, found.stands_aside(whole, listing.announcement))


def _among_rivals(breakdown: Breakdown, known: list[set[int]], found: Wholes) -> Breakdown:
    """Wholes that would share a part are rivals; those that share none are wholes of lists that run side by side."""
    starts = {part.start for part in breakdown.parts}
    rivals = next((n for n, others in enumerate(known) if others & starts), len(known))
    is_first = rivals == len(known)
    if is_first:
        known.append(starts)
        found.taken.update(_taken(breakdown.listing, starts))
    return breakdown._replace(rivals=rivals, is_first=is_first)


def _taken(listing: Listing, starts: set[int]) -> set[int]:
    """Where the figures start that are no wholes of the lists behind this one; of a criterion ("Theo mức độ, có 35 vụ …, 4 vụ …, 2 vụ …")
    all its values."""
    values = [segment.outer for segment in listing.segments]
    if listing.announcement.kind in _CRITERIA and len(values) >= _SEVERAL and all(len(value) == 1 for value in values):
        return {figure.start for value in values for figure in value}
    return starts if listing.announcement.kind not in BARE else set()
