"""What must be filled in before a report is sent: its number and date, those of the documents it cites, dotted gaps.

    find:
      required: {}

Roles: `field` (text or blank). Inside a template, which begins at its own state header, blanks are meant; so is a row of dots to
write on, in an annex or with nothing behind it. One in the middle of a sentence is a gap, and so is an ellipsis where a number
belongs ("tuyển … người"); behind a comma it only ends a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Blank, Citation, Written
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_GAP = re.compile(r"(?<![.…\w])(?:…[.…]{0,60}|\.{2,60}|_{3,60})")
_ELLIPSIS = 3


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"field": "text"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    own = reading.identity.number
    if own is not None:
        yield from _citation(own)
    yield from _own_day(reading)
    for passage in reading.paragraphs:
        if passage.section.template:
            continue
        letterhead = reading.locale.pattern("parts", "number_line").match(passage.folded) is not None
        for cited in passage.citations:
            if cited.blank and not letterhead:
                yield from _citation(cited)
        if not passage.section.annex:
            yield from (_claim(blank, passage.section.title) for blank in _gaps(passage, reading))


def _citation(cited: Citation) -> Iterator[Claim]:
    """One claim: what of a document's number and date is blank, or that nothing is."""
    if not cited.blank:
        yield _claim(cited, "")
    else:
        missing = ", ".join(cited.blank)
        yield _claim(Blank(text=cited.text, place=cited.place, start=cited.start, end=cited.end, missing=missing), "")


def _own_day(reading: Reading) -> Iterator[Claim]:
    date = reading.identity.date
    if date is None:
        return
    if date.day is not None:
        yield _claim(date, "")
    else:
        yield _claim(Blank(text=date.text, place=date.place, start=date.start, end=date.end, missing="day"), "")


def _gaps(passage: Passage, reading: Reading) -> Iterator[Blank]:
    """Rows of dots between words, and an ellipsis where a number of something belongs."""
    for match in _GAP.finditer(passage.text.value, passage.begin):
        long = len(match[0].replace("…", "...")) > _ELLIPSIS or "_" in match[0]
        words = passage.text.value[passage.begin : match.start()].split()
        counted = reading.locale.counted.match(passage.folded, match.end() + 1)
        listing = words[-1][-1] in ",;" if words else True
        if words and not listing and (counted is not None or (long and passage.text.value[match.end() :].strip(" ./"))):
            yield Blank(text=match[0], place=passage.text.place(*match.span()), start=match.start(), end=match.end(), missing="text")


def _claim(field: Written, section: str) -> Claim:
    missing = field.missing if isinstance(field, Blank) else ""
    return Claim(roles={"field": field}, at=field, section=section, words=field.text, named={"missing": missing, "text": field.text})
