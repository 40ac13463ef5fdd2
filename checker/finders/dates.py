"""Every date that names a day: "ngày 31/6/2024".

    find:
      dates: {}

Roles: `date`. Dates of citations and ends of periods are among them; months, quarters and years are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.recognise.reading import Reading

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"date": "date"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for passage in reading.passages:
        for date in passage.dates:
            if date.day is not None and date.month is not None:
                yield Claim(roles={"date": date}, at=date, section=passage.section.title, words=date.text)
