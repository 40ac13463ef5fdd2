"""How sure the reading of a breakdown is: what its words, its figures and their places leave open.

A claim of doubt SURE counts however far it is off; MUTE only shows that the words can be read as true (checker.doubt).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.breakdowns.announcement import BARE
from checker.recognise.breakdowns.manner import (
    all_short,
    all_with_figures,
    blocks,
    blocks_without,
    has_aside,
    is_explicit,
    named_ones,
    of_one_kind,
    overlap,
    uneven,
)
from checker.recognise.breakdowns.readings import Breakdown
from checker.recognise.cues import Patterns
from checker.recognise.parts import Segment, noun
from checker.recognise.restated.lookalikes import telling_digits
from checker.text import fold

_SMALL = 100
_TINY = 10
_MANY = 4
_SEVERAL = 3
_DIGITS = 10
_RARE = 100


def doubt_of_rest(whole: Figure, parts: Sequence[Figure]) -> Doubt:
    """Three parts or more, each of which says what it counts: probably all of them."""
    alike = bool(whole.counted) and all(noun(part) == noun(whole) and part.counted == whole.counted for part in parts)
    return Doubt.SLIP if alike and len(parts) >= _SEVERAL else Doubt.FAINT


def _one_each(breakdown: Breakdown) -> bool:
    """Does each segment, or each block between semicolons, give a part of the whole's very kind, and are there several?"""
    found, parts = _with_what_belongs(breakdown.listing.segments), breakdown.parts
    whole, is_here = breakdown.whole.figure, not breakdown.whole.farther and not breakdown.is_far
    is_told = not breakdown.whole.farther and not breakdown.is_doubted
    bare = all(not part.counted for part in parts)
    alike = all(part.counted == whole.counted or (not part.counted and (is_here or (bare and is_told))) for part in parts)
    between = blocks(found)
    return alike and len(parts) >= _SEVERAL and (len(parts) == len(found) or (len(parts) == len(between) and not uneven(found, parts)))


def _with_what_belongs(found: Sequence[Segment]) -> Sequence[Segment]:
    """The segments that count, where those without a figure belong to the next ("thiếu văn bằng, chứng chỉ 17") or give but a share."""
    counting = [segment for segment in found if segment.figures]
    told = [segment for segment in found if segment.words.strip(" .:;*") and not segment.stretch.figures]
    belong = len(told) <= len(counting) and (not told or found.index(told[-1]) < found.index(counting[-1]))
    return counting if belong else found


def _all_told(breakdown: Breakdown) -> bool:
    """Has every segment a figure, and is each short, or each of what the figure right before is of ("07 tồn tại về …, 05 tồn tại về …")?"""
    found, (passage, whole, *_) = breakdown.listing.segments, breakdown.whole
    nearest = passage.figures_before(breakdown.listing.announcement.start, 1)
    named = bool(noun(whole)) and whole in nearest and all(noun(part) == noun(whole) for part in breakdown.parts)
    return all_with_figures(found) and (named or all_short(found))


def _says_all(breakdown: Breakdown) -> bool:
    """Are the values that follow in order of the whole right before, all of them? ("giảm ba tiêu chí, lần lượt là 54 vụ, 24 người chết" are not.)"""
    (announcement, reach, *_), (passage, whole, *_), parts = *(breakdown.listing, breakdown.whole), breakdown.parts
    nearest = passage.figures_before(announcement.start, 1)
    same = all((part.unit, part.counted or whole.counted) == (whole.unit, whole.counted) for part in parts)
    given = sum(len(segment.figures) for segment in breakdown.listing.segments)
    return whole in nearest and not breakdown.is_far and same and given == len(parts)


def _is_exceeded(whole: Figure, parts: Sequence[Figure], likely: bool = True) -> bool:
    """Is a part larger than the whole? Only one may be, by a slip of its first digit, where the whole is likely."""
    larger = [part.quantity.value for part in parts if part.quantity.value > whole.quantity.value]
    rest = sum((part.quantity.value for part in parts), Fraction(0)) - sum(larger, Fraction(0))
    return bool(larger) and (not likely or len(larger) > 1 or rest >= whole.quantity.value)


def _doubt_of_row(breakdown: Breakdown) -> Doubt:
    """Of a row that nothing announces: the figure right before it is its whole, whatever else speaks against that; where the parts leave
    no room for others, another near one may be."""
    (announcement, *_), (passage, whole, farther, unlikely) = breakdown.listing, breakdown.whole
    elsewhere = farther or passage is not breakdown.listing.segments[0].stretch.passage
    is_full, is_long = announcement.kind == "sides", len(breakdown.parts) >= _SEVERAL
    before = [f for f in passage.figures_before(announcement.start, _MANY) if (f.unit, f.counted) == (whole.unit, whole.counted)]
    before = [f for f in before if f is whole or not passage.clauses.bracket_at(f.start)]
    adjoins = not elsewhere and before[:1] == [whole] and not breakdown.is_aside
    alike = all(part.counted in ("", whole.counted) for part in breakdown.parts)
    if unlikely or whole.pair == "under" or (elsewhere and not (is_full and alike)) or (breakdown.is_doubted and not (adjoins and is_long)):
        return Doubt.MUTE
    if _is_exceeded(whole, breakdown.parts) and not adjoins:
        return Doubt.MUTE
    spelt = not is_full and all(part.counted == whole.counted and (part.unit or part.counted) for part in breakdown.parts)
    if spelt and not (adjoins and is_long):
        return Doubt.MUTE
    return Doubt.SLIP if is_full and breakdown.is_first and not elsewhere and not _is_told_before(breakdown) else Doubt.FAINT


def doubt_of(breakdown: Breakdown, full: bool, words: Patterns) -> Doubt:
    """How sure the reading is; figures of many digits do not make up another by chance, however the words are read."""
    doubt = _doubt(breakdown, full, words)
    return Doubt.SLIP if doubt == Doubt.MUTE and full and _is_no_chance(breakdown.whole.figure, breakdown.parts) else doubt


def _is_no_chance(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Would a slip hardly explain figures that have nothing to do with each other: are the values within one slip of what is written
    few beside all that the whole could have?"""
    digits = [telling_digits(figure) for figure in (whole, *parts)]
    within_a_slip, possible = _DIGITS * sum(digits), _DIGITS ** min(digits[0], max(digits[1:]))
    return possible > _RARE * within_a_slip


def _doubt(breakdown: Breakdown, full: bool, words: Patterns) -> Doubt:
    whole = breakdown.whole.figure
    if breakdown.listing.announcement.kind in ("row", "sides"):
        return _doubt_of_row(breakdown)
    unlikely = breakdown.is_aside or breakdown.listing.announcement.kind in BARE
    if whole.pair == "under" or breakdown.whole.unlikely or (unlikely and _is_exceeded(whole, breakdown.parts, not breakdown.is_aside)):
        return Doubt.MUTE
    doubt = _doubt_of_parts(breakdown, full, words)
    if breakdown.whole.farther and doubt != Doubt.MUTE:
        alike = all(part.counted == whole.counted for part in breakdown.parts)
        if alike and breakdown.is_first and full and breakdown.listing.scope.set_off and _one_each(breakdown):
            return Doubt.SLIP
        return Doubt.FAINT if alike or len(breakdown.parts) >= _MANY else Doubt.MUTE
    if doubt not in (Doubt.LIKELY, Doubt.SURE) or (breakdown.is_first and not breakdown.is_far):
        return doubt
    return Doubt.FAINT if _is_told_before(breakdown) else Doubt.SLIP


def _is_told_before(breakdown: Breakdown) -> bool:
    """Does the whole stand in an earlier sentence of the paragraph?"""
    passage, whole = breakdown.whole.passage, breakdown.whole.figure
    start = breakdown.listing.announcement.start
    return passage is breakdown.listing.segments[0].stretch.passage and whole.start < passage.clauses.sentence(start)[0]


def _given(found: Sequence[Segment], parts: Sequence[Figure]) -> list[Segment]:
    """The segments that give the parts."""
    places = {part.place for part in parts}
    return [segment for segment in found if any(f.place in places for f in segment.figures)]


def _doubt_of_parts(breakdown: Breakdown, full: bool, words: Patterns) -> Doubt:
    """What the list itself leaves open, whatever its whole is."""
    (announcement, reach, found, _), parts = breakdown.listing, breakdown.parts
    missing = breakdown.whole.figure.quantity.value - sum(part.quantity.value for part in parts)
    counts_items = not breakdown.whole.figure.counted and breakdown.whole.figure.quantity.value == len(parts)
    if counts_items or (missing and missing == named_ones(found, words)):
        return Doubt.MUTE
    blank = blocks_without(found, parts)
    if 3 * blank >= len(blocks(found)) > 2:
        return Doubt.MUTE
    told = [stretch.folded for stretch in reach.stretches] + [fold(breakdown.whole.figure.label)]
    if any(words["twice"].search(text) for text in told):
        return Doubt.MUTE
    if not breakdown.whole.figure.unit and overlap(_given(found, parts), announcement, words, breakdown.whole.figure):
        return Doubt.MUTE if all(part.quantity.value < _SMALL for part in parts) else Doubt.FAINT
    if announcement.kind in ("closed", "like") or (announcement.kind == "bracket" and _all_told(breakdown)):
        is_row = len(parts) >= _SEVERAL and all(not part.counted for part in parts) and all_with_figures(found)
        sure = full and not blank and not uneven(found, parts) and (is_row or all(part.certain for part in parts))
        sure = sure and (announcement.kind != "bracket" or of_one_kind(parts))
        if has_aside(found, words):
            return (
                Doubt.SLIP if sure and announcement.kind == "closed" and is_explicit(breakdown.whole.figure, found, parts) else Doubt.FAINT
            )
        if sure and announcement.kind == "closed" and is_explicit(breakdown.whole.figure, found, parts):
            return Doubt.SURE
        small = abs(missing) < _TINY and 2 * abs(missing) <= breakdown.whole.figure.quantity.value
        if sure and small and is_explicit(breakdown.whole.figure, found, parts, bare=True):
            return Doubt.SURE  # a slip among small numbers proves nothing, and need not
        return Doubt.LIKELY if sure else Doubt.SLIP
    if announcement.kind == "respectively" and not _says_all(breakdown):
        return Doubt.MUTE
    value = breakdown.whole.figure.quantity.value
    if value < _TINY and _is_exceeded(breakdown.whole.figure, parts):
        return Doubt.MUTE
    if announcement.kind in BARE and (breakdown.is_doubted or not _one_each(breakdown)):
        return Doubt.MUTE
    if has_aside(found, words) or announcement.kind in BARE:
        return Doubt.FAINT
    if missing < 0 and all_short(found) and len(parts) >= _SEVERAL and breakdown.is_first and not breakdown.is_far:
        return Doubt.SLIP  # more than there are, whether the list is full or not
    return (
        Doubt.SLIP
        if reach.set_off or (all_short(found) and len(parts) > 2) or (announcement.kind == "among" and _one_each(breakdown))
        else Doubt.FAINT
    )
