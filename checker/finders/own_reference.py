"""Where an annex cites the document that it belongs to: "(Ban hành kèm theo Kế hoạch số 607/KH-UBND ngày 27/02/2024)".

    find:
      own_reference:
        enclosed: {vi: [kèm theo, đính kèm, thuộc]}     # before the citation of oneself

Roles: `cited`, `own`: one claim for the number (texts), one for the date (dates), as far as both are filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Citation, Phrase, in_calendar
from checker.recognise.cues import Cues, cues
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_BEFORE = 60


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    enclosed: Cues


def roles(options: Options) -> Mapping[str, str]:
    return {"cited": "text", "own": "text"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    own = reading.identity.number
    if own is None or not own.symbol:
        return
    enclosed = cues(options.enclosed, reading.locale)
    for passage in reading.paragraphs:
        if passage.section.template or (not passage.section.annex and not enclosed.match(passage.folded.lstrip(" (*"), 0)):
            continue
        for cited in passage.citations:
            before = passage.folded[max(0, cited.start - _BEFORE) : cited.start]
            if cited.symbol == own.symbol and enclosed.search(before):
                yield from _claims(reading, passage, cited, own)


def _claims(reading: Reading, passage: Passage, cited: Citation, own: Citation) -> Iterator[Claim]:
    named = {"cited": cited.text, "own": own.text}
    if cited.number and own.number:
        written = _number(passage, cited)
        same = cited.number.lstrip("0") == own.number.lstrip("0")
        known = Phrase(text=written.text if same else own.number, place=own.place)
        yield Claim(roles={"cited": written, "own": known}, at=written, section=passage.section.title, named=named)
    date, other = in_calendar(cited.date), in_calendar(reading.identity.date)
    if date is not None and other is not None:
        yield Claim(roles={"cited": date, "own": other}, at=date, section=passage.section.title, named=named)


def _number(passage: Passage, cited: Citation) -> Phrase:
    """The number alone, where it stands."""
    start = passage.text.value.find(cited.number, cited.start, cited.end)
    end = start + len(cited.number)
    return Phrase(text=cited.number, place=passage.text.place(start, end), start=start, end=end)
