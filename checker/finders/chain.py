"""Documents in the order in which they were made: a citation is not younger than what cites it.

    find:
      chain:
        follows: {vi: [triển khai, thực hiện, thay thế, sửa đổi]}   # "Quyết định … về việc thực hiện Nghị quyết …"

Roles: `older`, `younger` (dates). The older one is the date of a citation. The younger one is the document's own date, as
exactly as it was written (a day left blank leaves the month); or the date of another citation that implements it, where
nothing but words of `follows` and the name of the document stand between the two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Citation, Date, in_calendar
from checker.recognise.cues import Cues, cues
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_LONGEST = 200
_BREAK = re.compile(r"[;.]\s|\n")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    follows: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"older": "date", "younger": "date"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    own = in_calendar(reading.identity.date)
    follows = cues(options.follows, reading.locale)
    for passage in reading.passages:
        if passage.section.template:
            continue
        for cited in passage.citations:
            date = in_calendar(cited.date)
            if own is not None and date is not None and not _same(cited, reading):
                yield _claim(passage, cited, date, own, cited.text)
        yield from _implementing(passage, follows)


def _claim(passage: Passage, at: Citation, older: Date, younger: Date, cited: str) -> Claim:
    return Claim(roles={"older": older, "younger": younger}, at=at, section=passage.section.title, named={"cited": cited})


def _ends_with(cue: re.Pattern[str], between: str) -> bool:
    return any(match.end() == len(between) for match in cue.finditer(between))


def _same(cited: Citation, reading: Reading) -> bool:
    """Is it the document itself?"""
    own = reading.identity.number
    return own is not None and (cited.number, cited.symbol) == (own.number, own.symbol)


def _implementing(passage: Passage, follows: re.Pattern[str]) -> Iterator[Claim]:
    """Pairs of citations of which the first implements the second."""
    for citing, cited in itertools.pairwise(passage.citations):
        between = passage.folded[citing.end : cited.start]
        younger, older = in_calendar(citing.date), in_calendar(cited.date)
        if younger is None or older is None or len(between) > _LONGEST or _BREAK.search(between):
            continue
        if _ends_with(follows, between.rstrip(" :")):
            yield _claim(passage, citing, older, younger, cited.text)
