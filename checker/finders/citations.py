"""Every citation that gives its year twice: "Nghị quyết số 18/2019/NQ-HĐND ngày 06/12/2019".

    find:
      citations: {}

Roles: `cited` (citation), with its `date` and its `year` (the one in its number).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.recognise.reading import Reading


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"cited": "citation"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for passage in reading.passages:
        for cited in passage.citations:
            if cited.date is not None and cited.date.year is not None and cited.number_year is not None:
                yield Claim(roles={"cited": cited}, at=cited, section=passage.section.title, words=cited.text)
