"""Results in which nothing that they quote from a document tells who a person is."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import msgspec

from checker.figure import Figure, Written
from checker.formula.stated import Filling, Stated
from checker.masking.text import MASK, mask
from checker.masking.views import masked_view
from checker.place import Place
from checker.recognise.around import Around
from checker.report import Check, DiscrepancyReport, Group, Stale, Suspect, Told
from checker.results import Results

AnyWritten = TypeVar("AnyWritten", bound=Written)


def masked(results: Results) -> Results:
    """The same results with every text from a document masked. Exact values of figures, fingerprints and places stay."""
    return replace(results, reports=tuple(_Masking(report).done() for report in results.reports))


class _Masking:
    def __init__(self, report: DiscrepancyReport) -> None:
        self.report = report
        self.seen: dict[str, str] = {"": ""}

    def done(self) -> DiscrepancyReport:
        report, coverage = self.report, self.report.coverage
        return replace(
            report,
            title=self._text(report.title),
            checks=tuple(map(self._check, report.checks)),
            coverage=replace(coverage, unchecked=tuple(map(self._written, coverage.unchecked))),
            groups=tuple(map(self._group, report.groups)),
            stale=tuple(map(self._stale, report.stale)),
            warnings=tuple(map(self._text, report.warnings)),
            details=self._details(report.details),
            files=tuple(replace(file, details=self._details(file.details)) for file in report.files),
            around={spot: Around(*map(self._text, around)) for spot, around in report.around.items()},
            viewer=lambda: masked_view(report.view, report.private),
        )

    def _text(self, text: str) -> str:
        """Most texts of a large table stand in it more than once."""
        if text not in self.seen:
            self.seen[text] = mask(text, self.report.private)
        return self.seen[text]

    def _details(self, details: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple((name, self._text(value)) for name, value in details)

    def _check(self, check: Check) -> Check:
        claim = check.claim
        return replace(
            check,
            claim=msgspec.structs.replace(
                claim,
                roles={role: self._filling(filling) for role, filling in claim.roles.items()},
                at=self._written(claim.at),
                section=self._text(claim.section),
                words=self._text(claim.words),
                named={name: self._text(text) for name, text in claim.named.items()},
            ),
            teller=lambda _: self._told(check),
            accepted=check.accepted and replace(check.accepted, reason=self._text(check.accepted.reason)),
        )

    def _told(self, check: Check) -> Told:
        told = check.told
        if any(isinstance(written, Figure) and self._text(written.text) == MASK for _, written in check.figures):
            return replace(told, message=MASK, working=MASK, stated=MASK, computed="", gap="")  # reckoned with an identity number
        fields = {name: self._text(getattr(told, name)) for name in ("message", "working", "stated", "computed")}
        return replace(told, **fields)

    def _filling(self, filling: Filling) -> Filling:
        return tuple(map(self._written, filling)) if isinstance(filling, tuple) else self._written(filling)

    def _written(self, written: AnyWritten) -> AnyWritten:
        texts = {"text": self._text(written.text), "label": self._text(written.label)}
        place = self._place(written.place)
        if texts == {"text": written.text, "label": written.label} and place is written.place and not isinstance(written, Stated):
            return written
        if isinstance(written, Stated):
            operands = {name: self._written(figure) for name, figure in written.operands.items()}
            return msgspec.structs.replace(written, **texts, place=place, operands=operands)
        return msgspec.structs.replace(written, **texts, place=place)

    def _place(self, place: Place) -> Place:
        return msgspec.structs.replace(place, section=self._text(place.section)) if place.section else place

    def _stale(self, stale: Stale) -> Stale:
        return replace(stale, accepted=replace(stale.accepted, reason=self._text(stale.accepted.reason)))

    def _group(self, group: Group) -> Group:
        return replace(group, suspects=tuple(map(self._suspect, group.suspects)))

    def _suspect(self, suspect: Suspect) -> Suspect:
        text, replacement, because = map(self._text, (suspect.text, suspect.replacement, suspect.because))
        return replace(suspect, place=self._place(suspect.place), text=text, replacement=replacement, because=because)
