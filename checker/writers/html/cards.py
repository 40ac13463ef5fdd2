"""Findings as they are shown."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.figure import Figure, Written
from checker.masking import MASK
from checker.place import Place, Spot
from checker.report import Check, DiscrepancyReport, Suspect
from checker.shown import in_style, reason, sentences, short, where
from checker.view.shape import MOST_FINDINGS, Table, View
from checker.writers.html.names import Ids
from checker.writers.html.states import State
from checker.writers.html.words import Phrases

_SIGNS = {"error": "✖", "warning": "▲", "note": "◆"}
_MOST_FIGURES, _LABEL = 60, 90
_JOINED = " · "


class Line(NamedTuple):
    """A figure that plays a role; `link` is where it is shown in the document, `picture` a data: URI."""

    role: str
    text: str
    label: str
    link: str
    picture: str
    points: bool
    number: bool


class Guess(NamedTuple):
    """A suspect."""

    text: str
    replacement: str
    because: str
    link: str


class Card(NamedTuple):
    """A finding. `link` is its place in the document, "" where that is not shown; `check` the number by which figures light up."""

    number: int
    check: int
    id: str
    look: str
    sign: str
    severity: str
    code: str
    title: str
    why: str
    message: str
    working: Sequence[str]
    place: str
    link: str
    lines: Sequence[Line]
    more: int
    computed: str
    gap: str
    suspects: Sequence[Guess]
    reason: str
    fingerprint: str


class Cards:
    """The findings of one document."""

    def __init__(self, report: DiscrepancyReport, states: Mapping[Spot, State], ids: Ids, phrases: Phrases) -> None:
        self.report = report
        self.states = states
        self.ids = ids
        self.phrases = phrases
        self.names = dict(_names(report.view))

    def all(self) -> Iterator[Card]:
        number = 0
        for index, check in enumerate(self.report.checks):
            if check.finding and number < MOST_FINDINGS:
                number += 1
                yield self._card(number, index, check)

    def _card(self, number: int, index: int, check: Check) -> Card:
        accepted = check.accepted is not None
        message, *working = sentences(check)
        return Card(
            number=number,
            check=index,
            id=self.ids.finding(number),
            look="accepted" if accepted else check.severity.value,
            sign="○" if accepted else _SIGNS[check.severity.value],
            severity=self.phrases.severity(check.severity.value),
            code=check.code,
            title=check.title,
            why=check.told.why,
            message=message,
            working=working,
            place=", ".join(where(check.place, self.report, self.phrases.locale, check.claim.named)),
            link=self.link(check.place),
            lines=tuple(self._lines(check)),
            more=max(0, len(check.figures) - _MOST_FIGURES),
            computed=in_style(check.computed, self.report),
            gap=_signed(in_style(check.gap, self.report)) if check.gap else "",
            suspects=tuple(self._guess(suspect) for suspect in self._suspects(check)),
            reason=reason(check.accepted, self.phrases.locale) if check.accepted else "",
            fingerprint=check.fingerprint,
        )

    def link(self, place: Place) -> str:
        """The id of a place in the document; "" where it is not shown."""
        return self.ids.figure(place.spot) if place.spot in self.states else ""

    def _lines(self, check: Check) -> Iterator[Line]:
        figures = check.figures[:_MOST_FIGURES]
        names = [self.names[written.place.spot] for _, written in figures if written.place.spot in self.names]
        telling = [part for part in (0, 1) if len({name[part] for name in names}) > 1] or [0, 1]
        for role, written in figures:
            place = written.place
            yield Line(
                role=self.phrases.role(role),
                text=written.text,
                label=self._label(written, telling),
                link=self.link(place),
                picture=self._picture(written),
                points=place.spot == check.place.spot,
                number=isinstance(written, Figure),
            )

    def _label(self, written: Written, telling: Sequence[int]) -> str:
        """In a table the row and the column, or the one that tells the figures apart; else what it is said to be; else where it stands."""
        name = self.names.get(written.place.spot, ("", ""))
        label = _JOINED.join(filter(None, (name[part] for part in telling))) or (written.label if written.label != written.text else "")
        return short(label or ", ".join(where(written.place, self.report, self.phrases.locale, {})), _LABEL)

    def _picture(self, written: Written) -> str:
        """Not of what is masked."""
        png = self.report.pictures.get(written.place.spot) if written.place.spot and MASK not in written.text else None
        return "data:image/png;base64," + base64.b64encode(png).decode() if png else ""

    def _suspects(self, check: Check) -> Iterator[Suspect]:
        for group in self.report.groups:
            if check.fingerprint in group.findings:
                yield from (suspect for suspect in group.suspects if check.fingerprint in suspect.mends)

    def _guess(self, suspect: Suspect) -> Guess:
        return Guess(suspect.text, suspect.replacement, suspect.because, self.link(suspect.place))


def _names(view: View) -> Iterator[tuple[Spot, tuple[str, str]]]:
    """The row and the column of what is marked in tables."""
    cells = (cell for block in view if isinstance(block, Table) for row in block.rows for cell in row.cells if cell.words.marks)
    return ((mark.spot, (cell.row, cell.column)) for cell in cells for mark in cell.words.marks)


def _signed(number: str) -> str:
    return number if number[:1] in "−0" else f"+{number}"
