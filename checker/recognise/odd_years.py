"""Years that a document cannot mean: one slip of the hand from its own years, and named nowhere else in it.

"I. KẾT QUẢ NĂM 3023", "NĂM HỌC 2203 - 2024"    no year of the calendar
"I. KẾT QUẢ NĂM 2073"                           far from the years of the title and the date: in titles and headings
"I. KẾT QUẢ NĂM 2021"                           where what stands under it speaks of the title's year 2023
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import msgspec

from checker.figure import Date
from checker.recognise.dates import YEARS
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.years import whole_year

_NUMBER = re.compile(r"(?<![\d.,/])\d{4}(?!\d|[.,/]\d)")
_STANDS_ALONE = re.compile(r"\s*(?:[,;:.)*-]|\Z)")
_LONGEST_TITLE = 250
_FAR = 2
_MOST_OWN = 4
_OFTEN = 3


class OddYear(NamedTuple):
    """A year and those that may be meant by it."""

    written: Date
    meant: tuple[Date, ...]


class OddYears:
    """Of one document."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, passage: Passage, dates: list[Date], spoken: Callable[[], Collection[int]]) -> Iterator[OddYear]:
        """The odd ones of a passage's dates; `spoken`: the years that the section under it speaks of."""
        is_title = self._is_title(passage)
        for date in (*dates, *(_bare(passage, dates) if is_title else ())):
            meant = [own for own in self._meant if own.year and date.year and one_slip(date.year, own.year)]
            if not meant or self._named[str(date.year)] != 1 or passage.locale.counted.match(passage.folded, date.end):
                continue
            if date.year not in YEARS or (is_title and (self._is_far(date) or self._is_beside(date, spoken))):
                yield OddYear(date, tuple(map(whole_year, meant)))

    def _is_title(self, passage: Passage) -> bool:
        if passage.heading or any(passage is title for title in self._reading.identity.title_passages):
            return True
        return len(passage.text) <= _LONGEST_TITLE and passage.words.isupper()

    def _is_far(self, date: Date) -> bool:
        return all(abs((own.year or 0) - (date.year or 0)) > _FAR for own in self._own)

    def _is_beside(self, date: Date, spoken: Callable[[], Collection[int]]) -> bool:
        """Two years from one of its own, which the section speaks of; the year before and after have sections of their own."""
        near = [own.year for own in self._own if abs((own.year or 0) - (date.year or 0)) <= _FAR]
        slips = [year for year in near if year and date.year and abs(year - date.year) == _FAR and one_slip(date.year, year)]
        return len(slips) == len(near) and any(year in spoken() for year in slips)

    @cached_property
    def _meant(self) -> list[Date]:
        """Its own years first, then those before and after each of them."""
        beside = (_moved(own, by) for own in self._own for by in (-1, 1))
        return list({own.year: own for own in reversed([*self._own, *beside])}.values())[::-1]

    @cached_property
    def _own(self) -> list[Date]:
        """The years of the title and of the document's date; where there are none, the one that it names most."""
        identity = self._reading.identity
        titles = (date for passage in identity.title_passages for date in passage.dates)
        known = {date.year: date for date in (*titles, identity.date) if date is not None and date.year in YEARS}
        return [date for date in known.values() if not self._is_odd(date, known.values())][:_MOST_OWN] or self._most_named()

    def _is_odd(self, date: Date, others: Iterable[Date]) -> bool:
        """One that is itself a slip away from the others?"""
        years = [other.year or 0 for other in others if other.year != date.year]
        far = bool(years) and min(abs(year - (date.year or 0)) for year in years) > _FAR
        return far and self._named[str(date.year)] == 1 and any(one_slip(date.year or 0, year) for year in years)

    def _most_named(self) -> list[Date]:
        dates = (date for passage in self._reading.paragraphs for date in passage.dates if date.year in YEARS)
        by_year = {date.year: date for date in dates}
        most = max(by_year, key=lambda year: self._named[str(year)], default=None)
        return [by_year[most]] if most is not None and self._named[str(most)] >= _OFTEN else []

    @cached_property
    def _named(self) -> Counter[str]:
        """How often each number of four digits stands in the document."""
        numbers = re.compile(r"(?<!\d)\d{4}(?!\d)")
        return Counter(number for passage in self._reading.passages for number in numbers.findall(passage.folded))


def _bare(passage: Passage, dates: Iterable[Date]) -> Iterator[Date]:
    """Numbers of a title that no calendar has, where a year may stand: at the end of a clause, or beside a dash."""
    taken = [(w.start, w.end) for w in (*dates, *passage.citations)]
    for match in _NUMBER.finditer(passage.folded, passage.begin):
        start, end = match.span()
        free = not any(first <= start < last for first, last in taken)
        if free and int(match[0]) not in YEARS and _STANDS_ALONE.match(passage.folded, end):
            text, place = passage.text.value[start:end], passage.text.place(start, end)
            yield Date(text=text, place=place, start=start, end=end, year=int(match[0]))


def one_slip(written: int, meant: int) -> bool:
    """One digit wrong, or two neighbours swapped?"""
    one, other = str(written), str(meant)
    wrong = [index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or not wrong:
        return False
    first, last = wrong[0], wrong[-1]
    swapped = last == first + 1 and one[first] == other[last] and one[last] == other[first]
    return len(wrong) == 1 or swapped


def _moved(date: Date, by: int) -> Date:
    """The same day of another year."""
    return whole_year(msgspec.structs.replace(date, year=(date.year or 0) + by))
