"""Dates and periods, each with the precision it was written with.

    "ngày 27 tháng 02 năm 2024"    a day
    "tháng 3/2023", "Quý 1/2024"   a month, a quarter
    "06 tháng đầu năm 2024"        part of a year
    "28/7 đến ngày 30/7/2022"      a period whose first day borrows its year
    "giai đoạn 2021 - 2025"        a period of years
    "31/6/2024"                    a date that is not in the calendar: its parts are kept, `first` is None

The recognising is by the locale's patterns; nothing is left to a general-purpose parser, which would invent days.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from functools import lru_cache

import msgspec

from checker.figure import Date, Period
from checker.locales import Locale
from checker.recognise.measures import read_measure
from checker.text import Text

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORD = re.compile(r"\S+")
_REACH = 28
_GAP = 24
_RUN = 80
_SPAN, _DASH = 48, 3
_DAYS = re.compile(r"\s?(?:[0-3]?\d/[01]?\d\s?[,;]\s?){1,11}[0-3]?\d/[01]?\d\s?")
YEARS = range(1000, 2200)
"""Those that a report may speak of: a dynasty's, a founder's birth, a vision for the end of the century."""


def read_date(text: Text, digits: int, after: int, locale: Locale) -> Date | None:
    """The date whose digits begin at offset `digits`, or None. It does not begin before offset `after`."""
    folded = text.folded
    dashed = _dashed(text, digits, locale)
    if dashed is not None:
        return dashed
    for start in (*_lead(folded, digits, after, locale), digits):
        if locale.any_date.match(folded, start) is None:
            continue
        for pattern in locale.date_patterns:
            match = pattern.match(folded, start)
            if match and match.end() > digits:
                return _date(text, match, locale)
    return _loose(text, digits, after, locale)


def join_periods(text: Text, dates: list[Date], locale: Locale) -> list[Date | Period]:
    """Two dates with a connector between them become one period; a day without month and year borrows them."""
    joined: list[Date | Period] = []
    index = 0
    while index < len(dates):
        here = dates[index]
        following = dates[index + 1] if index + 1 < len(dates) else None
        if following is not None and _connected(text.folded[here.end : following.start], locale):
            begin = _borrow(here, following)
            if begin is not None:
                joined.append(_period(text, begin, following))
                index += 2
                continue
        joined.append(here)
        index += 1
    return joined


def span(day: int | None, month: int | None, year: int | None) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day of a date of that precision; None, None where the calendar has no such date."""
    if year is None or year not in YEARS or (month is not None and not 1 <= month <= 12):
        return None, None
    if day is not None:
        if month is None or not 1 <= day <= monthrange(year, month)[1]:
            return None, None
        exact = datetime.date(year, month, day)
        return exact, exact
    return _months(year, month or 1, month or 12)


def _months(year: int, first: int, last: int) -> tuple[datetime.date | None, datetime.date | None]:
    if year not in YEARS or not 1 <= first <= last <= 12:
        return None, None
    return datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1])


@lru_cache(maxsize=8)
def _lead_pattern(locale: Locale) -> re.Pattern[str]:
    words = "|".join(sorted(locale.words("dates", "lead"), key=len, reverse=True))
    return re.compile(rf"(?:(?<![^\W\d_])(?:{words}) {{0,8}}){{1,3}}\Z")


def _lead(folded: str, digits: int, after: int, locale: Locale) -> list[int]:
    """Where the words that may begin a date ("ngày", "tháng", a month's name) start, before its digits."""
    match = _lead_pattern(locale).search(folded, max(after, digits - _REACH), digits)
    return [word.start() for word in _WORD.finditer(folded, match.start(), digits)] if match else []


def _date(text: Text, match: re.Match[str], locale: Locale) -> Date | None:
    parts = {key: value for key, value in match.groupdict().items() if value is not None}
    day, year = (int(parts[key]) if key in parts else None for key in ("d", "y"))
    month = locale.months[parts["month"]] if "month" in parts else int(parts["m"]) if "m" in parts else None
    if day is None and month is not None and not 1 <= month <= 12:
        return None
    first, last = span(day, month, year)
    if year is not None and "q" in parts:
        quarter = _ROMAN.get(parts["q"]) or int(parts["q"])
        first, last = _months(year, 3 * quarter - 2, 3 * quarter)
    elif year is not None and "n" in parts:
        first, last = _months(year, 1, int(parts["n"]))
    elif year is not None and "l" in parts:
        first, last = _months(year, 13 - int(parts["l"]), 12)
    start, end = match.span()
    return Date(
        text=text.value[start:end],
        place=text.place(start, end),
        start=start,
        end=end,
        day=day,
        month=month,
        year=year,
        first=first,
        last=last,
    )


def _loose(text: Text, digits: int, after: int, locale: Locale) -> Date | None:
    """A day and month without a year, or a day alone: only where the words around it leave no doubt."""
    lone = locale.pattern("dates", "lone_day").match(text.folded, digits)
    if lone:
        return _date(text, lone, locale)
    loose = locale.pattern("dates", "loose_day").match(text.folded, digits)
    if loose is None or not (1 <= int(loose["m"]) <= 12 and 1 <= int(loose["d"]) <= 31):
        return None
    before = re.search(r"([^\W\d_]+) {0,3}\Z", text.folded[max(after, digits - 12) : digits])
    if before and before[1] in locale.words("dates", "loose_after"):
        return _date(text, loose, locale)
    if _in_run(text.folded, digits, loose.end()):
        return _date(text, loose, locale)
    following = re.match(r"\s?(\S{1,4})\s?(?:[^\W\d_]{1,5} )?\d{1,2}\s?/\s?\d", text.folded[loose.end() : loose.end() + _GAP])
    if following and _connected(following[1], locale):
        return _date(text, loose, locale)
    return None


def _dashed(text: Text, digits: int, locale: Locale) -> Date | None:
    """One of the two days of "từ 16-10 đến 15-11"."""
    if "-" not in text.folded[digits : digits + _DASH]:
        return None
    match = locale.pattern("dates", "dashed_days").search(text.folded, max(0, digits - _SPAN), digits + _SPAN)
    if match is None or read_measure(text.folded, match.end(), locale).known:
        return None
    days = [(match.start(f"{end}_d"), int(match[f"{end}_d"]), int(match[f"{end}_m"]), match.end(f"{end}_m")) for end in ("from", "to")]
    if not all(1 <= day <= 31 and 1 <= month <= 12 for _, day, month, _ in days):
        return None
    for start, day, month, end in days[: 1 if match["to_y"] else 2]:
        if start == digits:
            return Date(text=text.value[start:end], place=text.place(start, end), start=start, end=end, day=day, month=month)
    return None


def _in_run(folded: str, start: int, end: int) -> bool:
    """One of several days in a bracket of their own: "(03/02, 19/5, 02/9)"."""
    open_ = folded.rfind("(", max(0, start - _RUN), start)
    close = folded.find(")", end, end + _RUN)
    return open_ >= 0 and close >= 0 and _DAYS.fullmatch(folded, open_ + 1, close) is not None


@lru_cache(maxsize=8)
def _connector_pattern(locale: Locale) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(locale.words("dates", "connectors"), key=len, reverse=True))
    return re.compile(rf"\s{{0,3}}(?:{words})(?:\s{{1,3}}[^\W\d_]{{1,5}})?\s{{0,3}}\Z|\s{{0,3}}(?:{words})\s{{0,3}}\Z")


def _connected(between: str, locale: Locale) -> bool:
    return len(between) <= _GAP and _connector_pattern(locale).match(between) is not None


def _borrow(begin: Date, until: Date) -> Date | None:
    """`begin` with the month and year it shares with `until`; None where the two cannot be ends of one period."""
    if begin.year is not None:
        return begin if until.year is not None or until.month is not None else None
    if until.year is None or (begin.month is None and (begin.day is None or until.month is None or until.day is None)):
        return None
    month = begin.month if begin.month is not None else until.month
    first, last = span(begin.day, month, until.year)
    return msgspec.structs.replace(begin, month=month, year=until.year, first=first, last=last, borrowed=(month or 0) > (until.month or 12))


def _period(text: Text, begin: Date, until: Date) -> Period:
    start, end = begin.start, until.end
    if until.year is None and begin.year is not None:
        first, last = span(until.day, until.month, begin.year)
        until = msgspec.structs.replace(until, year=begin.year, first=first, last=last, borrowed=True)
    return Period(text=text.value[start:end], place=text.place(start, end), start=start, end=end, begin=begin, until=until)
