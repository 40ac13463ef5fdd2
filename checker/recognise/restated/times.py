"""When: the years that a statement is about, and the parts of a year ("9 tháng", "quý II").

What stands nearest to a figure says so: its clause, its sentence, the head of its paragraph or table, the heading above; where nothing
does, it is the time that the document reports on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from checker.figure import Date, Figure, Period, Written
from checker.recognise.annexes import annex_number
from checker.recognise.passages import Passage, Section
from checker.recognise.reading import Reading
from checker.text import fold

_YEAR = re.compile(r"(?:19|20)\d\d(?<![\d.,]\d{4})(?![\d.,]\d|/)")
_COUNT_BEFORE = re.compile(r"(?<!\d)0?(\d{1,2})\s?\Z")
_NUMBER_BEHIND = re.compile(r"\s?(?:0?(\d{1,2})(?!\d)|([ivx]{1,4})\b)")
_REACH = 480
_COUNT = 4
_COMPARED = 16
_HEAD = 60

Years = frozenset[int]
Parts = frozenset[str]


class Times(NamedTuple):
    """`parts` are the parts of a year that are named, each as a word and its number; none says nothing of them. `headed` are the years that
    the headings above make likely; the same as `years` where these are named below them."""

    years: Years = frozenset()
    parts: Parts = frozenset()
    headed: Years = frozenset()


class Clock:
    """The times of a document: `own` is what its title says. `periods` are words for parts of a year; a year behind `compared` is that
    of the figures right behind it, not of the sentence."""

    def __init__(self, reading: Reading, periods: re.Pattern[str], compared: re.Pattern[str]) -> None:
        self._periods = periods
        self._compared = compared
        titles = reading.identity.title_passages
        years = own_years(reading)
        self.own = Times(years, frozenset(part for p in titles for w in p.written for part in self._parts(fold(w.text))), years)

    def spoken(self, passage: Passage, figure: Figure, clause: tuple[int, int], above: str) -> Times:
        """The time of a figure in running text; `above` are the words that announce the list it stands in."""
        start, end = passage.clauses.sentence(figure.start)
        start, end = max(start, figure.start - _REACH), min(end, figure.end + _REACH)
        stop = passage.folded.find(";", figure.end, end)
        return self._first(
            self._between(passage, *clause, None),
            self._between(passage, start, figure.start, self._compared),
            self._between(passage, figure.end, end if stop < 0 else stop, self._compared),
            self._between(passage, 0, min(start, passage.begin + _HEAD), self._compared),
            self.named(above),
            *self.above(passage.section),
        )

    def tabled(self, *said: Times) -> Times:
        """The time of a cell, by what its header, its label, the caption and the headings above say."""
        return self._first(*said)

    def named(self, text: str) -> Times:
        """What a short folded text names."""
        years = years_of(text)
        return Times(years, frozenset(self._parts(text)), years)

    def above(self, section: Section) -> Iterator[Times]:
        """What the headings above say."""
        named = (self.named(here.heading.folded) for here in section.chain if here.heading is not None)
        return (Times(parts=here.parts, headed=here.years) for here in named)

    def _first(self, *times: Times) -> Times:
        """The first that says anything; a part of a year that names none is one of the year named farther off."""
        parts = next((here.parts for here in times if here.headed or here.parts), self.own.parts)
        years = next((here.years for here in times if here.years), self.own.years)
        headed = next((here.headed for here in times if here.headed), self.own.years)
        return Times(years, parts, headed)

    def _between(self, passage: Passage, start: int, end: int, compared: re.Pattern[str] | None) -> Times:
        """What the dates of a stretch say, but for those of cited documents and those compared with."""
        dated = _dated(passage, compared)
        here = [written for _, written in dated[bisect_left(dated, start, key=_start) : bisect_left(dated, end, key=_start)]]
        years = frozenset(year for written in here for year in years_in(written))
        return Times(years, frozenset(part for written in here for part in self._parts(fold(written.text))), years)

    def _parts(self, text: str) -> Iterable[str]:
        """The parts of a year that a text names: "9 tháng", "quý 2"; the bare word where it has no number."""
        for match in self._periods.finditer(text):
            before = _COUNT_BEFORE.search(text, max(0, match.start() - _COUNT), match.start())
            behind = _NUMBER_BEHIND.match(text, match.end())
            if before is not None:
                yield f"{before[1]} {match[0]}"
            elif behind is not None:
                yield f"{match[0]} {behind[1] or annex_number(behind[2].upper())}"
            else:
                yield match[0]


def _start(dated: tuple[int, Written]) -> int:
    return dated[0]


@lru_cache(maxsize=4)
def _dated(passage: Passage, compared: re.Pattern[str] | None) -> list[tuple[int, Written]]:
    """Where each date of a passage stands."""
    found: list[tuple[int, Written]] = []
    for written in passage.written:
        if isinstance(written, Date | Period):
            start = written.start
            if compared is None or compared.search(passage.folded, max(0, start - _COMPARED), start) is None:
                found.append((start, written))
    return found


def years_of(text: str) -> Years:
    return frozenset(int(year) for year in _YEAR.findall(text))


def own_years(reading: Reading) -> Years:
    """The years that a document is about: all those between the first and the last of its title."""
    years = years_of(reading.identity.title)
    return frozenset(range(min(years), max(years) + 1)) if years else years


def reported_years(reading: Reading) -> Years:
    """The year that a document reports on, the first of its title; all years of a period ("giai đoạn 2021 - 2025")."""
    written = (w for passage in reading.identity.title_passages for w in passage.written)
    return frozenset(next((years for w in written if (years := years_in(w))), ()))


def years_in(written: Written) -> list[int]:
    """The year of a date, all years of a period; none of anything else."""
    ends = (written,) if isinstance(written, Date) else (written.begin, written.until) if isinstance(written, Period) else ()
    years = [date.year for date in ends if date.year is not None]
    return list(range(min(years), max(years) + 1)) if years else []


def years_clash(one: Years, other: Years) -> bool:
    """Do both name years, and none in common?"""
    return bool(one) and bool(other) and not one & other


def told_apart(one: Times, other: Times) -> bool:
    """Are both of parts of a year that have none in common, or under headings of other years?"""
    return years_clash(one.headed, other.headed) or (bool(one.parts) and bool(other.parts) and not one.parts & other.parts)
