"""What something was earlier, where only a word of time says so: "Đầu năm có 147 hộ …; cuối năm còn 98 hộ, giảm 49 hộ",
"77 lao động (năm 2022 là 32 lao động), tăng 45", "tăng 758 vụ (tăng 14,85%; cùng kỳ: 5.104 vụ)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.figure import Date, Figure
from checker.recognise.changes.comparable import Comparable
from checker.recognise.clauses import Bracket

_BACK = 420
_REACH = 90
_BESIDE = 60
_MOST_DATES = 24
_CLOSE = 12
_OPENING = re.compile(r"[^,;.()]{0,24}\((?!\s?\d{1,4}\s?/)")
_STOPS = re.compile(r";|\.\s")
_OPENS = re.compile(r"[(;]\s?[^\W\d_]{0,8}\s?\Z")


def said_then(near: Comparable) -> list[Figure]:
    """The first figure of the kind behind each such word, the nearest word first."""
    found = [_first(near, start, end) for start, end in _stretches(near)]
    return [figure for figure in dict.fromkeys(found) if figure is not None]


def _first(near: Comparable, start: int, end: int) -> Figure | None:
    figures = near.passage.figures_between(start, end)
    return next((f for f in figures if near.is_level(f) and near.fits(f) and not near.is_change(f) and not near.is_part(f)), None)


def _stretches(near: Comparable) -> Iterator[tuple[int, int]]:
    """From behind each word of time to where it ceases to be spoken of; the nearest first."""
    clauses = near.passage.clauses
    for mark in sorted({*_said(near), *_dated(near)}, reverse=True):
        bracket = clauses.bracket_at(mark)
        if bracket is not None:
            if _is_beside(near, bracket):
                yield mark, min(bracket.end, mark + _REACH)
        elif mark < near.change.cue:
            yield mark, _end(near, mark)


def _end(near: Comparable, mark: int) -> int:
    """Up to a semicolon, a full stop or a word that says what it is now."""
    folded, last = near.passage.folded, min(mark + _REACH, near.change.cue)
    stop = _STOPS.search(folded, mark, last)
    now = near.words["now"].search(folded, mark, last)
    return min([last, *(match.start() for match in (stop, now) if match)])


def _is_beside(near: Comparable, bracket: Bracket) -> bool:
    """Does the change stand in the bracket, right behind it or right before it?"""
    cue, end = near.change.cue, near.change.end
    if bracket.start < end < bracket.end:
        return True
    gap = near.passage.folded[bracket.end : cue] if bracket.end <= cue else near.passage.folded[end : bracket.start]
    return len(gap) <= _BESIDE and not _STOPS.search(gap)


def _said(near: Comparable) -> Iterator[int]:
    """Behind the words themselves, where they are not part of others ("từ đầu năm đến nay")."""
    folded, start = near.passage.folded, max(near.passage.begin, near.change.cue - _BACK)
    end = near.change.end + _BESIDE
    others = [match.span() for match in near.words["since"].finditer(folded, start, end)]
    compared = [match.span() for match in near.words["against"].finditer(folded, start, end)]
    for match in near.words["then"].finditer(folded, start, end):
        if any(first <= match.start() < last for first, last in others):
            continue
        if not any(first < match.start() <= last + _CLOSE for first, last in compared):
            yield match.end()
        elif (opening := _OPENING.match(folded, match.end())) is not None:
            yield opening.end()
    for match in near.words["start"].finditer(folded, start, near.change.cue):
        if near.words["now"].search(folded, match.end(), near.change.cue):
            yield match.end()


def _dated(near: Comparable) -> Iterator[int]:
    """Behind a date that opens a bracket, where no earlier one stands before it."""
    start, end = max(near.passage.begin, near.change.cue - _BACK), near.change.end + _BESIDE
    dates = [date for date in near.passage.lone_dates if start <= date.start < end][:_MOST_DATES]
    for number, date in enumerate(dates):
        if _OPENS.search(near.passage.folded, max(0, date.start - 12), date.start) and not _is_later(date, dates[:number]):
            yield date.end


def _is_later(date: Date, before: list[Date]) -> bool:
    return any(other.first is not None and date.first is not None and other.first < date.first for other in before)
