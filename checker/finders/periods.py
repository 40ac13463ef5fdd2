"""From one date to another: "từ ngày 05/02 đến ngày 10/02/2024", "giai đoạn 2021 - 2025", "Quý 1 - Quý 3/2024".

    find:
      periods: {}

Roles: `start`, `end` (dates). A first date that borrows its year may lie in the year before ("28/12 đến 05/01/2023").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Period
from checker.recognise.reading import Reading

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"start": "date", "end": "date"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for passage in reading.passages:
        for written in passage.written:
            if isinstance(written, Period) and written.begin.first is not None and written.until.first is not None:
                roles = {"start": written.begin, "end": written.until}
                yield Claim(roles=roles, at=written, section=passage.section.title, words=written.text)
