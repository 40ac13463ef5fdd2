"""Every citation that gives its year twice: "Nghị quyết số 18/2019/NQ-HĐND ngày 06/12/2019".

    find:
      citations: {}

Roles: `cited` (citation), with its `date` and its `year` (the one in its number). Four digits that are no year of our time are taken for
one where a slip of the hand explains them ("18/6019/NQ-HĐND").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.recognise.reading import Reading

_RECENT = range(1900, 2100)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"cited": "citation"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for passage in reading.passages:
        for cited in passage.citations:
            if cited.date is not None and cited.date.year is not None and _is_year(cited.number_year, cited.date.year):
                yield Claim(roles={"cited": cited}, at=cited, section=passage.section.title, words=cited.text)


def _is_year(number: int | None, year: int) -> bool:
    if number is None or number in _RECENT:
        return number is not None
    written, meant = f"{number:04}", str(year)
    return sorted(written) == sorted(meant) or sum(one != other for one, other in zip(written, meant, strict=True)) == 1
