"""What an author finds written at a figure: the findings of a report as comments, one a place.

A comment stands at the figure that the finding points at, and at each suspect of its group. Accepted findings give none. Names of
people are not masked: the author's own file goes back to its author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.locales import Locale, load
from checker.place import Place, Spot
from checker.report import Check, DiscrepancyReport, Severity, Suspect
from checker.shown import file_of, said, sentences, short, where

AUTHOR = "Checker"

_LONGEST = 2_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class Note(NamedTuple):
    """A comment. It belongs on the characters that begin at `place` and were read as `text` (in canonical form: `checker.text`; empty
    where only the place is known). `comment` is the text, of one or more lines, in the report's language; `elsewhere` the line to
    put before it where the format cannot hold a comment at that place. `severity` is the highest of its findings'."""

    place: Place
    text: str
    severity: Severity
    codes: tuple[str, ...]
    comment: str
    elsewhere: str = ""


class _Remark(NamedTuple):
    """What is to be said at one place."""

    place: Place
    text: str
    severity: Severity
    code: str
    lines: tuple[str, ...]
    elsewhere: str


def notes_of(report: DiscrepancyReport, file: str = "") -> tuple[Note, ...]:
    """The notes of a report in the order of the document; of a report in several files, those in `file`."""
    by_place: dict[Spot, list[_Remark]] = {}
    for remark in _remarks(report):
        if not file or file_of(remark.place, report) == file:
            by_place.setdefault(remark.place.spot, []).append(remark)
    return tuple(sorted(map(_joined, by_place.values()), key=lambda note: note.place.order))


def _remarks(report: DiscrepancyReport) -> Iterator[_Remark]:
    language, found = load(report.lang), {check.fingerprint: check for check in report.open}
    suspects = {name: group.suspects for group in report.groups for name in group.findings}
    for check in report.open:
        own = suspects.get(check.fingerprint, ())
        lines = (_head(check, language), *sentences(check)[1:], *(_suspect(s, check, report, language) for s in own))
        yield _remark(check.place, check.claim.at.text, check, lines, report, language)
    for group in report.groups:
        for suspect in group.suspects:
            for check in [found[name] for name in suspect.mends if name in found and found[name].place.spot != suspect.place.spot]:
                lines = (_head(check, language), *sentences(check)[1:], _suspect(suspect, check, report, language, here=True))
                yield _remark(suspect.place, suspect.text, check, lines, report, language)


def _remark(place: Place, text: str, check: Check, lines: tuple[str, ...], report: DiscrepancyReport, language: Locale) -> _Remark:
    named = check.claim.named if place == check.place else {}
    words = ", ".join(where(place, report, language, named))
    elsewhere = str(language.section("comment")["elsewhere"]).format(where=words, text=short(text))
    return _Remark(place, text, check.severity, check.code, lines, elsewhere)


def _joined(remarks: list[_Remark]) -> Note:
    first = max(remarks, key=lambda remark: remark.severity.rank)
    blocks = dict.fromkeys("\n".join(_plain(line) for line in remark.lines) for remark in remarks)
    codes = tuple(dict.fromkeys(remark.code for remark in remarks))
    return Note(first.place, first.text, first.severity, codes, "\n\n".join(blocks), _plain(first.elsewhere))


def _head(check: Check, language: Locale) -> str:
    severity = str(language.section("severities")[check.severity.value])
    return str(language.section("comment")["head"]).format(severity=severity.capitalize(), code=check.code, said=said(check, language))


def _suspect(suspect: Suspect, check: Check, report: DiscrepancyReport, language: Locale, here: bool = False) -> str:
    """What is likely wrong, and where, unless that is where the comment stands."""
    words = language.section("comment")
    said = str(words["change" if suspect.replacement else "suspect"]).format(text=suspect.text, replacement=suspect.replacement)
    if not here and suspect.place.spot != check.place.spot:
        said += str(words["there"]).format(where=", ".join(where(suspect.place, report, language, {})))
    return said + (str(words["because"]).format(because=suspect.because) if suspect.because else "")


def _plain(line: str) -> str:
    """On one line, of characters that every format can hold, and not without end."""
    return short(_CONTROL.sub(" ", line), _LONGEST)
