"""Every date that names a day ("ngày 31/6/2024"), and every month, quarter or end of a period that no calendar has ("Quý 8/2024",
"tháng 3/0224", "giai đoạn 2021 - 2205").

    find:
      dates: {}

Roles: `date`. Dates of citations are among them. A year by itself is not: "mỗi năm 5000 tấn" speaks of none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from checker.claim import Claim
from checker.figure import Date, Period, Written
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_YEAR = 4
LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"date": "date"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for passage in reading.passages:
        for date in passage.dates:
            if date.day is not None and date.month is not None:
                yield _claim(passage, date)
        for date in _ends(passage.written):
            if date.day is None and date.year is not None and date.first is None:
                yield _claim(passage, date)


def _ends(written: Sequence[Written]) -> Iterator[Date]:
    """The ends of periods, and the dates that have more digits than those of a year."""
    for thing in written:
        if isinstance(thing, Period):
            yield from (thing.begin, thing.until)
        elif isinstance(thing, Date) and sum(character.isdigit() for character in thing.text) > _YEAR:
            yield thing


def _claim(passage: Passage, date: Date) -> Claim:
    return Claim(roles={"date": date}, at=date, section=passage.section.title, words=date.text)
