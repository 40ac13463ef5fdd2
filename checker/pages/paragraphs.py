"""Lines in reading order → paragraphs.

A line goes on in the next one when it had no room for the next one's first word, and nothing says that a new paragraph begins: no gap,
no indent, no other type, no list marker behind the end of a sentence ("- 2025" and "59/NQ-CP" may come to stand at the beginning of a line). A
line that had room has ended, unless what follows begins in the middle of a sentence. Over a page
break the same holds, gaps aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.pages.lines import Line

_ITEM = re.compile(r"(?:[-+•▪–*·○●]\s|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđA-ZĐ]|[IVX]{1,5})\s?[.)/]-?(?:\s|(?=[^\W\d])))")
_FINISHED = re.compile(r"[.;:!?…][\s\"”’)]*\Z")
_BLANK = 0.25
_INDENT = 0.6
_GAP = 1.22
_OTHER_SIZE = 0.08
_HANGING, _FIRST = 4.5, 7.0
_CENTRED = 0.8
_FEW_LINES = 3
_STRETCHED = 0.3
_MOSTLY = 0.8
_CLOSEST, _WIDEST_PITCH = 0.9, 1.7


class Measure(NamedTuple):
    """What lines are set in: the left and right edge, the distance of lines in a paragraph, in sizes of its type, the left edges at which
    paragraphs go on, and whether lines are stretched to the right edge. Where nothing tells, the last two are empty and False."""

    left: float
    right: float
    pitch: float
    goes_on_at: tuple[float, ...] = ()
    stretched: bool = False


def measure(lines: Sequence[Line], like: Measure | None = None) -> Measure:
    """The measure of the lines of one page; where they are too few to tell, it is that of the page before.

    It is learnt from lines that go on for certain, since they begin in the middle of a sentence.
    """
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    if like is not None and (len(lines) < _FEW_LINES or right - left < 0.7 * (like.right - like.left)):
        left, right = like.left, like.right
    sure = [(a, b) for a, b in pairwise(lines) if a.page == b.page and b.box.bottom > a.box.bottom and _in_a_sentence(a, b)]
    if len(sure) < _FEW_LINES and like is not None:
        return Measure(left, right, *like[2:])
    pitches = sorted(_pitches(sure)) or [min([_WIDEST_PITCH, *_pitches(pairwise(lines))])]
    full = sum(right - a.box.x1 <= _STRETCHED * a.em for a, _ in sure)
    stretched = len(sure) >= _FEW_LINES and full >= _MOSTLY * len(sure)
    return Measure(left, right, pitches[len(pitches) // 2], tuple(b.box.x0 for _, b in sure), stretched)


def measure_of_column(lines: Sequence[Line]) -> Measure:
    """The measure of a block that stands beside another one. How wide it may be nothing tells but lines that go on: without them each line
    has room for more, as those of a letterhead have."""
    within = measure(lines)
    return within if len(within.goes_on_at) >= _FEW_LINES else within._replace(right=float("inf"))


def _pitches(pairs: Iterable[tuple[Line, Line]]) -> Iterator[float]:
    """How far lines are apart, in sizes of their type."""
    apart = ((b.box.bottom - a.box.bottom) / max(a.em, b.em) for a, b in pairs if a.page == b.page)
    return (pitch for pitch in apart if pitch >= _CLOSEST)


def _in_a_sentence(a: Line, b: Line) -> bool:
    alike = abs(a.em - b.em) <= _OTHER_SIZE * a.em
    return alike and b.value[:1].islower() and not _ITEM.match(b.value) and _FINISHED.search(a.value) is None


def paragraphs(lines: Iterable[tuple[Line, Measure]]) -> Iterator[list[Line]]:
    """The paragraphs, each as its lines."""
    group: list[Line] = []
    for line, within in lines:
        if group and not _goes_on(group, line, within):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, within: Measure) -> bool:
    """Is a line of the same paragraph as those before it?"""
    last = group[-1]
    if abs(last.em - line.em) > _OTHER_SIZE * max(last.em, line.em) or _is_apart(group, line, within):
        return False
    if all(before.bold for before in group) != line.bold and (line.bold or _has_room(last, line, within)):
        return False
    finished, item = _FINISHED.search(last.value) is not None, _ITEM.match(line.value) is not None
    ended = _has_room(last, line, within) or (finished and within.stretched and _is_short(last, within))
    if item and (finished or ended):
        return False
    if ended:
        return not finished and line.value[:1].islower()
    return _is_in_place(group, line, within)


def _is_apart(group: Sequence[Line], line: Line, within: Measure) -> bool:
    """Is there more space than between the lines of a paragraph?"""
    last = group[-1]
    if last.page != line.page:
        return False
    apart = line.box.bottom - last.box.bottom
    if apart <= 0:
        return True
    if len(group) > 1 and group[-2].page == last.page:
        return apart > _GAP * (last.box.bottom - group[-2].box.bottom)
    return apart > _GAP * within.pitch * max(last.em, line.em)


def _has_room(last: Line, line: Line, within: Measure) -> bool:
    """Had the line before room for the first word of this one?"""
    needed = line.first + _BLANK * last.em
    free = within.right - last.box.x1
    if _is_centred(last, within):
        free = within.right - within.left - (last.box.x1 - last.box.x0)
    return needed <= free


def _is_short(line: Line, within: Measure) -> bool:
    """Is it not stretched to the right edge?"""
    return within.right - line.box.x1 > _STRETCHED * line.em


def _is_centred(line: Line, within: Measure) -> bool:
    before, behind = line.box.x0 - within.left, within.right - line.box.x1
    return before > 1.2 * line.em and abs(before - behind) <= _CENTRED * line.em


def _is_in_place(group: Sequence[Line], line: Line, within: Measure) -> bool:
    """Does it begin where the next line of the paragraph would?"""
    first, em = group[0], line.em
    if _is_centred(group[-1], within) and _is_centred(line, within):
        return True
    if len(group) > 1:
        return abs(line.box.x0 - group[1].box.x0) <= _INDENT * em
    right = line.box.x0 - first.box.x0
    if abs(right) <= _INDENT * em:
        return not within.goes_on_at or any(abs(edge - line.box.x0) <= _INDENT * em for edge in within.goes_on_at)
    return -_FIRST * em <= right < 0 or (_ITEM.match(first.value) is not None and right <= _HANGING * em)
