"""Lines in reading order → paragraphs.

A line goes on in the next one when it had no room for the next one's first word, and nothing says that a new paragraph begins: no gap,
no indent, no list marker, no other type. A line that had room has ended, unless what follows begins in the middle of a sentence. Over a page
break the same holds, gaps aside.
"""

from __future__ import annotations

import re
from collections import Counter
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
_HANGING = 4.5
_CENTRED = 0.8
_MARGIN_LINES = 3


class Measure(NamedTuple):
    """What lines are set in: the left and right edge, and the distance of lines in a paragraph, in sizes of its type."""

    left: float
    right: float
    pitch: float


def measure(lines: Sequence[Line], like: Measure | None = None) -> Measure:
    """The measure of the lines of one page; where they are too few to tell, what they can be of another one."""
    left = min(line.box.x0 for line in lines)
    right = max(line.box.x1 for line in lines)
    pitches = Counter(
        round((b.box.bottom - a.box.bottom) / max(a.em, b.em), 1) for a, b in pairwise(lines) if a.page == b.page and b.number > a.number
    )
    often = [pitch for pitch, times in pitches.items() if times >= max(2, sum(pitches.values()) // 10) and 0.9 <= pitch <= 3.5]
    if like is None:
        return Measure(left, right, min(often, default=0.0))
    few = len(lines) < _MARGIN_LINES or right - left < 0.7 * (like.right - like.left)
    return Measure(like.left if few else left, like.right if few else right, min(often, default=like.pitch))


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
    if item and (finished or _has_room(last, line, within) or not _is_bullet_of_words(line)):
        return False
    if _has_room(last, line, within):
        return not finished and line.value[:1].islower()
    return _is_in_place(group, line, within)


def _is_bullet_of_words(line: Line) -> bool:
    """ "- Thương binh", "- 2025": a dash in the middle of a sentence may come to stand at the beginning of a line."""
    return line.value[:1] in "-–"


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
    return within.pitch > 0 and apart > _GAP * within.pitch * max(last.em, line.em)


def _has_room(last: Line, line: Line, within: Measure) -> bool:
    """Had the line before room for the first word of this one?"""
    needed = line.first + _BLANK * last.em
    free = within.right - last.box.x1
    if _is_centred(last, within):
        free = within.right - within.left - (last.box.x1 - last.box.x0)
    return needed <= free


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
    return right <= _INDENT * em or (_ITEM.match(first.value) is not None and right <= _HANGING * em)
