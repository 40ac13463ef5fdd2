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
from checker.recognise.breakdowns.signs import (
    all_told,
    given,
    is_exceeded,
    is_no_chance,
    is_out_of_reach,
    is_told_before,
    one_each,
    says_all,
)
from checker.recognise.cues import Patterns
from checker.recognise.parts import noun
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
    if is_exceeded(whole, breakdown.parts) and not adjoins:
        return Doubt.MUTE
    spelt = not is_full and all(part.counted == whole.counted and (part.unit or part.counted) for part in breakdown.parts)
    if spelt and not (adjoins and is_long):
        return Doubt.MUTE
    return Doubt.SLIP if is_full and breakdown.is_first and not elsewhere and not is_told_before(breakdown) else Doubt.FAINT


def doubt_of(breakdown: Breakdown, full: bool, words: Patterns) -> Doubt:
    """How sure the reading is; figures of many digits do not make up another by chance, however the words are read."""
    doubt = _doubt(breakdown, full, words)
    return Doubt.SLIP if doubt == Doubt.MUTE and full and is_no_chance(breakdown.whole.figure, breakdown.parts) else doubt


def _doubt(breakdown: Breakdown, full: bool, words: Patterns) -> Doubt:
    whole = breakdown.whole.figure
    if breakdown.listing.announcement.kind in ("row", "sides"):
        return _doubt_of_row(breakdown)
    unlikely = breakdown.is_aside or breakdown.listing.announcement.kind in BARE
    if whole.pair == "under" or breakdown.whole.unlikely or (unlikely and is_exceeded(whole, breakdown.parts, not breakdown.is_aside)):
        return Doubt.MUTE
    if is_out_of_reach(breakdown):
        return Doubt.MUTE
    doubt = _doubt_of_parts(breakdown, full, words)
    if breakdown.whole.farther and doubt != Doubt.MUTE:
        alike = all(part.counted == whole.counted for part in breakdown.parts)
        if alike and breakdown.is_first and full and breakdown.listing.scope.set_off and one_each(breakdown):
            return Doubt.SLIP
        return Doubt.FAINT if alike or len(breakdown.parts) >= _MANY else Doubt.MUTE
    if doubt == Doubt.SLIP and breakdown.is_far and is_told_before(breakdown):
        return Doubt.FAINT
    if doubt not in (Doubt.LIKELY, Doubt.SURE) or (breakdown.is_first and not breakdown.is_far):
        return doubt
    return Doubt.FAINT if is_told_before(breakdown) else Doubt.SLIP


def _doubt_of_parts(breakdown: Breakdown, full: bool, words: Patterns) -> Doubt:
    """What the list itself leaves open, whatever its whole is."""
    (announcement, reach, found, _), parts, whole = breakdown.listing, breakdown.parts, breakdown.whole.figure
    if _tells_something_else(breakdown, words):
        return Doubt.MUTE
    if not whole.unit and overlap(given(found, parts), announcement, words, whole):
        return Doubt.MUTE if all(part.quantity.value < _SMALL for part in parts) else Doubt.FAINT
    if announcement.kind in ("closed", "like") or (announcement.kind == "bracket" and all_told(breakdown)):
        return _doubt_of_closed(breakdown, full, words)
    if whole.quantity.value < _TINY and is_exceeded(whole, parts):
        return Doubt.MUTE
    if announcement.kind in BARE and (breakdown.is_doubted or not one_each(breakdown)):
        return Doubt.MUTE
    if has_aside(found, words) or announcement.kind in BARE:
        return Doubt.FAINT
    listed = all_short(found) and len(parts) >= _SEVERAL
    if listed and _missing(breakdown) < 0 and breakdown.is_first and not breakdown.is_far:
        return Doubt.SLIP  # more than there are, whether the list is full or not
    return Doubt.SLIP if reach.set_off or listed or (announcement.kind == "among" and one_each(breakdown)) else Doubt.FAINT


def _tells_something_else(breakdown: Breakdown, words: Patterns) -> bool:
    """Is it no list of parts: numbered items, names beside figures, what was done, people who stand in two parts, values of several wholes?"""
    (announcement, reach, found, _), parts, whole = breakdown.listing, breakdown.parts, breakdown.whole.figure
    missing = _missing(breakdown)
    if (not whole.counted and whole.quantity.value == len(parts)) or (missing and missing == named_ones(found, whole, words)):
        return True
    if 3 * blocks_without(found, parts) >= len(blocks(found)) > 2:
        return True
    told = [stretch.folded for stretch in reach.stretches] + [fold(whole.label)]
    return any(words["twice"].search(text) for text in told) or (announcement.kind == "respectively" and not says_all(breakdown))


def _missing(breakdown: Breakdown) -> Fraction:
    return breakdown.whole.figure.quantity.value - sum((part.quantity.value for part in breakdown.parts), Fraction(0))


def _doubt_of_closed(breakdown: Breakdown, full: bool, words: Patterns) -> Doubt:
    """Of a list that says that it is all."""
    (announcement, _, found, _), parts, whole = breakdown.listing, breakdown.parts, breakdown.whole.figure
    is_row = len(parts) >= _SEVERAL and all(not part.counted for part in parts) and all_with_figures(found)
    sure = full and not blocks_without(found, parts) and not uneven(found, parts) and (is_row or all(part.certain for part in parts))
    sure = sure and (announcement.kind != "bracket" or of_one_kind(parts))
    explicit = sure and announcement.kind == "closed" and is_explicit(whole, found, parts)
    if has_aside(found, words):
        return Doubt.SLIP if explicit else Doubt.FAINT
    missing = abs(_missing(breakdown))
    small = missing < _TINY and 2 * missing <= whole.quantity.value
    if explicit or (sure and small and is_explicit(whole, found, parts, bare=True)):
        return Doubt.SURE  # a slip among small numbers proves nothing, and need not
    return Doubt.LIKELY if sure else Doubt.SLIP
