"""Dates against whole years: the year around a date, and which part of its year it is."""

from __future__ import annotations

import datetime

import msgspec

from checker.figure import Date

_WHOLE = (1, 1, 12, 31)


def whole_year(date: Date) -> Date:
    """All of its year."""
    if date.year is None:
        return date
    return msgspec.structs.replace(date, first=datetime.date(date.year, 1, 1), last=datetime.date(date.year, 12, 31))


def part_of_year(date: Date) -> tuple[int, int, int, int] | None:
    """Its first and last month and day; None for a whole year, and for what the calendar does not have."""
    if date.first is None or date.last is None:
        return None
    part = (date.first.month, date.first.day, date.last.month, date.last.day)
    return None if part == _WHOLE else part
