"""The years that a title names: those it reports on, those it plans for, the part of a year it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from checker.figure import Date
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.years import part_of_year, whole_year

_LATE = 11


@dataclass(frozen=True)
class TitleYears:
    """`planned`: years behind a word of planning; `reported`: the other ones; `complete`: they are whole years, and over."""

    planned: tuple[Date, ...]
    reported: tuple[Date, ...]
    complete: bool

    def named(self, year: Date) -> tuple[Date, ...]:
        """All years of the title, where that year is one of them."""
        every = (*self.reported, *self.planned)
        return tuple(map(whole_year, every)) if any(date.year == year.year for date in every) else ()

    def expected(self, year: Date, plans: bool) -> tuple[Date, ...]:
        """The years that a heading with that year may have, as far as the title tells; `plans`: it begins with a word of planning."""
        if plans and self.planned:
            return tuple(map(whole_year, self.planned))
        if plans and self.complete and len(self.reported) == 1 and year.year == self.reported[0].year:
            return (_year_after(self.reported[0]),)
        same_part = [date for date in self.reported if part_of_year(date) is not None and part_of_year(date) == part_of_year(year)]
        return tuple(map(whole_year, same_part)) if not plans else ()


def title_years(reading: Reading, plan: re.Pattern[str]) -> TitleYears:
    """What the title of a document says of years; nothing of those of a plan, which are its own."""
    planned: list[Date] = []
    reported: list[Date] = []
    if plan.match(reading.identity.kind):
        return TitleYears((), (), False)
    planning = False
    for passage in reading.identity.title_passages:
        for date in passage.lone_dates:
            planning = planning or _plans(passage, plan, date.start)
            (planned if planning else reported).append(date)
        planning = planning or _plans(passage, plan, len(passage.text))
    complete = all(part_of_year(date) is None and _is_over(date, reading.identity.date) for date in reported)
    return TitleYears(tuple(planned), tuple(reported), complete and not planning)


def _plans(passage: Passage, plan: re.Pattern[str], end: int) -> bool:
    """Does a clause of the title begin with a word of planning? "Kết quả thực hiện nhiệm vụ năm 2023" plans nothing."""
    joiners = tuple(f" {word}" for word in passage.locale.words("parts", "joiners"))
    starts = (passage.folded[passage.begin : match.start()].rstrip(" *") for match in plan.finditer(passage.folded, passage.begin, end))
    return any(not before or before.endswith((",", ";", "-", "–", *joiners)) for before in starts)


def _year_after(date: Date) -> Date:
    following = (date.year or 0) + 1
    return whole_year(msgspec.structs.replace(date, year=following, text=str(following)))


def _is_over(date: Date, own: Date | None) -> bool:
    """Was the document written at the end of that year or later, as far as it is dated?"""
    if own is None or own.year is None or date.year is None:
        return True
    return own.year > date.year or (own.month or 12) >= _LATE
