"""From one date to another: "từ ngày 05/02 đến ngày 10/02/2024", "giai đoạn 2021 - 2025", "Quý 1 - Quý 3/2024".

    find:
      periods: {}
      periods:
        named: {vi: [năm học]}            # only pairs of years right behind such a word: "năm học 2022 - 2023"
        several: {vi: [các, giai đoạn]}   # … but not where one of these, or a number, stands before it

Roles: `start`, `end` (dates). A first date that borrows its year may lie in the year before ("28/12 đến 05/01/2023").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Period
from checker.recognise.cues import Cues, cues
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

LONG = "rows"
_BEFORE = 24
_DIGIT = re.compile(r"\d\s*\Z")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    named: Cues = {}
    several: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"start": "date", "end": "date"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    named, several = cues(options.named, reading.locale), cues(options.several, reading.locale)
    for passage in reading.passages:
        for written in passage.written:
            if not isinstance(written, Period) or written.begin.first is None or written.until.first is None:
                continue
            if not options.named or _is_named(passage, written, named, several):
                roles = {"start": written.begin, "end": written.until}
                yield Claim(roles=roles, at=written, section=passage.section.title, words=written.text)


def _is_named(passage: Passage, period: Period, named: re.Pattern[str], several: re.Pattern[str]) -> bool:
    """Two bare years with a dash between them, right behind one of the words."""
    begin, until, folded = period.begin, period.until, passage.folded
    if begin.month is not None or until.month is not None or folded[begin.end : until.start].strip() != "-":
        return False
    start = max(passage.begin, begin.start - _BEFORE)
    found = list(named.finditer(folded, start, begin.end))[-1:]
    for word in found:
        before = folded[start : word.start()]
        return not folded[word.end() : begin.end].strip(" 0123456789") and not several.search(before) and not _DIGIT.search(before)
    return False
