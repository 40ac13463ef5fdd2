"""What speaks for a reading of a breakdown or against it, told by its words, its figures and their places."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.figure import Figure
from checker.recognise.breakdowns.manner import all_short, all_with_figures, blocks, uneven
from checker.recognise.breakdowns.readings import Breakdown
from checker.recognise.parts import Segment, noun
from checker.recognise.restated.lookalikes import telling_digits

_SEVERAL = 3
_DIGITS = 10
_RARE = 100


def adds_up(breakdown: Breakdown) -> bool:
    """Are the parts of a full list exactly the whole?"""
    whole, parts = breakdown.whole.figure, breakdown.parts
    if breakdown.listing.is_open or any(part.unit != whole.unit for part in parts):
        return False
    return sum(part.quantity.value for part in parts) == whole.quantity.value


def one_each(breakdown: Breakdown) -> bool:
    """Does each segment, or each block between semicolons, give a part of the whole's very kind, and are there several?"""
    found, parts = with_what_belongs(breakdown.listing.segments), breakdown.parts
    whole, is_here = breakdown.whole.figure, not breakdown.whole.farther and not breakdown.is_far
    is_told = not breakdown.whole.farther and not breakdown.is_doubted
    bare = all(not part.counted for part in parts)
    alike = all(part.counted == whole.counted or (not part.counted and (is_here or (bare and is_told))) for part in parts)
    between = blocks(found)
    return alike and len(parts) >= _SEVERAL and (len(parts) == len(found) or (len(parts) == len(between) and not uneven(found, parts)))


def with_what_belongs(found: Sequence[Segment]) -> Sequence[Segment]:
    """The segments that count, where those without a figure belong to the next ("thiếu văn bằng, chứng chỉ 17") or give but a share."""
    counting = [segment for segment in found if segment.figures]
    told = [segment for segment in found if segment.words.strip(" .:;*") and not segment.stretch.figures]
    belong = len(told) <= len(counting) and (not told or found.index(told[-1]) < found.index(counting[-1]))
    return counting if belong else found


def all_told(breakdown: Breakdown) -> bool:
    """Has every segment a figure, and is each short, or each of what the figure right before is of ("07 tồn tại về …, 05 tồn tại về …")?"""
    found, (passage, whole, *_) = breakdown.listing.segments, breakdown.whole
    nearest = passage.figures_before(breakdown.listing.announcement.start, 1)
    named = bool(noun(whole)) and whole in nearest and all(noun(part) == noun(whole) for part in breakdown.parts)
    return all_with_figures(found) and (named or all_short(found))


def says_all(breakdown: Breakdown) -> bool:
    """Are the values that follow in order of the whole right before, all of them? ("giảm ba tiêu chí, lần lượt là 54 vụ, 24 người chết" are not.)"""
    (announcement, *_), (passage, whole, *_), parts = *(breakdown.listing, breakdown.whole), breakdown.parts
    nearest = passage.figures_before(announcement.start, 1)
    same = all((part.unit, part.counted or whole.counted) == (whole.unit, whole.counted) for part in parts)
    given = sum(len(segment.figures) for segment in breakdown.listing.segments)
    return whole in nearest and not breakdown.is_far and same and given == len(parts)


def is_exceeded(whole: Figure, parts: Sequence[Figure], likely: bool = True) -> bool:
    """Is a part larger than the whole? Only one may be, by a slip of its first digit, where the whole is likely."""
    larger = [part.quantity.value for part in parts if part.quantity.value > whole.quantity.value]
    rest = sum((part.quantity.value for part in parts), Fraction(0)) - sum(larger, Fraction(0))
    return bool(larger) and (not likely or len(larger) > 1 or rest >= whole.quantity.value)


def is_no_chance(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Would a slip hardly explain figures that have nothing to do with each other: are the values within one slip of what is written
    few beside all that the whole could have?"""
    digits = [telling_digits(figure) for figure in (whole, *parts)]
    return int(_DIGITS ** min(digits[0], max(digits[1:]))) > _RARE * _DIGITS * sum(digits)


def is_told_before(breakdown: Breakdown) -> bool:
    """Does the whole stand in an earlier sentence of the paragraph?"""
    passage, whole = breakdown.whole.passage, breakdown.whole.figure
    start = breakdown.listing.announcement.start
    return passage is breakdown.listing.segments[0].stretch.passage and whole.start < passage.clauses.sentence(start)[0]


def is_out_of_reach(breakdown: Breakdown) -> bool:
    """Is the whole of an earlier sentence or paragraph, and does something else speak against it?"""
    is_elsewhere = breakdown.whole.passage is not breakdown.listing.segments[0].stretch.passage
    if is_told_before(breakdown) and breakdown.is_doubted:
        return True
    return is_elsewhere and not breakdown.listing.scope.set_off and is_exceeded(breakdown.whole.figure, breakdown.parts, likely=False)


def given(found: Sequence[Segment], parts: Sequence[Figure]) -> list[Segment]:
    """The segments that give the parts."""
    places = {part.place for part in parts}
    return [segment for segment in found if any(f.place in places for f in segment.figures)]
