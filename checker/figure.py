"""What a report writes that a rule can speak of: figures, dates, periods, citations, names, ordinals, words and blanks.

Every one keeps its text and its place; `start` and `end` are offsets in the passage or cell that it was read from.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction

import msgspec

from checker.place import Place
from checker.quantity import Quantity


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """Anything that stands in the report. `label` are the words that say what it is."""

    text: str
    place: Place
    start: int = 0
    end: int = 0
    label: str = ""


class Figure(Written, frozen=True, kw_only=True):
    """A number as written, in `unit` ("VND", "hectare", "percent", "" for a plain number). `power` is the power of ten
    that its words or its column multiply it by (6 for "triệu đồng"); the quantity is multiplied already.

    `counted` is the kind of thing counted ("person"; the words themselves where the locale does not know them), `per`
    what it is reckoned by ("người/tháng"); `flow` says that this is time, and that amounts may be added up all the same
    ("tấn/ngày"). `pair` is "over" and "under" on the two numbers of "170/100", "from" and
    "to" on those of "17 - 20 triệu". A number in parts ("3 tỷ 11 triệu") has the multiple of the last.
    `certain` is False for a number that may be part of a name ("Bình Thành 2").
    `beside` marks the second measure of what the figure before it counts ("2.420 bị cáo" of "1.367 vụ/2.420 bị cáo").
    """

    quantity: Quantity
    unit: str = ""
    power: int = 0
    counted: str = ""
    per: str = ""
    flow: bool = False
    pair: str = ""
    certain: bool = True
    beside: bool = False

    @property
    def in_parts(self) -> bool:
        """Do words stand between its digits ("3 tỷ 11")?"""
        return self.text[:1].isdigit() and any(character.isalpha() for character in self.text)


class Run(Figure, frozen=True, kw_only=True):
    """The figures of one column of a long table, `count` rows of it, taken together: its quantity is their sum, `steps` that of their
    steps, `least` and `most` are the smallest and the largest of them. `spans` are the rows that they stand in, as (table, first, last,
    column)."""

    count: int
    least: Fraction
    most: Fraction
    steps: Fraction = Fraction(0)
    spans: tuple[tuple[str, int, int, int], ...]


class Date(Written, frozen=True, kw_only=True):
    """A day, month, quarter, year or part of a year, with the precision it was written with.

    `first` and `last` are the days it spans, None for a date that is not in the calendar. `borrowed` says that the year
    was taken from the date after it ("28/12 đến 05/01/2023"): it may be that year or the one before.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None
    borrowed: bool = False


def in_calendar(date: Date | None) -> Date | None:
    """The date; None where there is none, or none that the calendar has."""
    return date if date is not None and date.first is not None else None


class Period(Written, frozen=True, kw_only=True):
    """From `begin` to `until` ("giai đoạn 2021 - 2025")."""

    begin: Date
    until: Date


class Citation(Written, frozen=True, kw_only=True):
    """Another document, or this one: "Nghị quyết số 18/2019/NQ-HĐND ngày 06/12/2019 của HĐND tỉnh".

    `number` and `symbol` as written ("18", "NQ-HĐND"), either empty where left blank; `blank` lists what is left blank.
    """

    kind: str = ""
    number: str = ""
    number_year: int | None = None
    symbol: str = ""
    date: Date | None = None
    issuer: str = ""
    about: str = ""
    blank: tuple[str, ...] = ()


class Name(Written, frozen=True, kw_only=True):
    """A name that a register should know. `key` is its entry, "" where there is none; `nearest` are likely spellings."""

    register: str
    key: str = ""
    nearest: tuple[str, ...] = ()


class Ordinal(Written, frozen=True, kw_only=True):
    """A number of a sequence: `series` is its kind ("roman", "arabic", "letter"), `path` the numbers before it ("1." of
    "1.2"), `number` its position in the series, 1-based."""

    series: str
    number: int
    path: str = ""


class Phrase(Written, frozen=True, kw_only=True):
    """Words: an item of a list, a title, a column's header."""


class Blank(Written, frozen=True, kw_only=True):
    """A place left open ("ngày    tháng 11", "số: …/BC-UBND"). `missing` says what."""

    missing: str


def how_many(figures: Iterable[Figure]) -> int:
    """The figures, each run as many as it is."""
    return sum(figure.count if isinstance(figure, Run) else 1 for figure in figures)
