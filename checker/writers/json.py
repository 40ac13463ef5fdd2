"""The JSON contract, version 1 (DESIGN §7): `checker schema report` prints its JSON Schema.

What tells who a person is is masked; a figure or a date that is masked has no value.
"""

from __future__ import annotations

from typing import Any

import msgspec

from checker.contract import (
    AcceptedOut,
    CheckOut,
    CountsOut,
    CoverageOut,
    DocumentOut,
    FigureOut,
    FileOut,
    GroupOut,
    PackOut,
    ProblemOut,
    ReportOut,
    ResultsOut,
    StaleOut,
    SuspectOut,
)
from checker.document import File
from checker.figure import Blank, Citation, Date, Figure, Name, Period, Written
from checker.formula.outcome import Verdict
from checker.masking import MASK, masked
from checker.report import Check, DiscrepancyReport, Group, Severity, Stale
from checker.results import Results, Show
from checker.shown import figure_id, spoken
from checker.wording import exact

_KINDS: dict[type[Written], str] = {Figure: "number", Date: "date", Period: "date", Citation: "citation", Name: "name", Blank: "blank"}


def write(results: Results, show: Show) -> str:
    """The results as one JSON object."""
    results = masked(results)
    out = ResultsOut(
        schema="checker/1",
        version=results.version,
        lang=spoken(results),
        packs=[PackOut(name=name, sha256=sha256) for name, sha256 in results.packs],
        reports=[_report(report, show) for report in results.reports],
        problems=[ProblemOut(path=problem.path, message=problem.message) for problem in results.problems],
    )
    return msgspec.json.format(msgspec.json.encode(out), indent=1).decode() + "\n"


def _report(report: DiscrepancyReport, show: Show) -> ReportOut:
    return ReportOut(
        document=_document(report),
        verdict=report.verdict,
        counts=CountsOut(
            **{verdict.value: report.count(verdict) for verdict in Verdict},
            errors=report.found(Severity.ERROR),
            warnings=report.found(Severity.WARNING),
            notes=report.found(Severity.NOTE),
        ),
        coverage=CoverageOut(
            figures=report.coverage.figures,
            checked=report.coverage.checked,
            unchecked=[_figure(f, "", report) for f in report.coverage.unchecked],
            unlisted=report.coverage.unlisted or msgspec.UNSET,
        ),
        findings=[_check(check, report) for check in report.findings],
        groups=[_group(group) for group in report.groups],
        checks=[_check(check, report) for check in report.checks] if show.all_checks else msgspec.UNSET,
        stale=[_stale(stale) for stale in report.stale] or msgspec.UNSET,
    )


def _document(report: DiscrepancyReport) -> DocumentOut:
    return DocumentOut(
        path=report.path,
        sha256=report.sha256,
        format=report.format,
        locale=report.locale,
        title=report.title,
        packs=list(report.packs),
        files=[_file(file) for file in report.files] or msgspec.UNSET,
        details=dict(report.details) or msgspec.UNSET,
    )


def _file(file: File) -> FileOut:
    return FileOut(path=file.path, sha256=file.sha256, format=file.format, details=dict(file.details) or msgspec.UNSET)


def _check(check: Check, report: DiscrepancyReport) -> CheckOut:
    return CheckOut(
        rule=check.rule,
        code=check.code,
        title=check.title,
        severity=check.severity.value,
        verdict=check.verdict.value,
        message=check.message,
        working=check.working,
        stated=check.stated,
        computed=check.computed,
        gap=check.gap,
        unit=check.unit,
        place=check.place,
        figures=[_figure(written, role, report) for role, written in check.figures],
        fingerprint=check.fingerprint,
        accepted=AcceptedOut(reason=a.reason, by=a.by, on=a.on) if (a := check.accepted) else msgspec.UNSET,
    )


def _stale(stale: Stale) -> StaleOut:
    accepted = stale.accepted
    return StaleOut(fingerprint=stale.fingerprint, reason=accepted.reason, by=accepted.by, on=accepted.on, file=stale.file)


def _group(group: Group) -> GroupOut:
    suspects = [
        SuspectOut(
            kind=s.kind, figure=s.figure, place=s.place, text=s.text, replacement=s.replacement, mends=list(s.mends), because=s.because
        )
        for s in group.suspects
    ]
    return GroupOut(findings=list(group.findings), suspects=suspects)


def _figure(written: Written, role: str, report: DiscrepancyReport) -> FigureOut:
    """With how sure recognition is of it, where it was recognised."""
    out = figure(written, role)
    known = report.confidence.get(written.place.spot)
    return out if known is None else msgspec.structs.replace(out, confidence=known)


def figure(written: Written, role: str = "") -> FigureOut:
    """Anything written, as the contract has it. Numbers are exact strings."""
    out: dict[str, Any] = {
        "id": figure_id(written.place.spot),
        "kind": _KINDS.get(type(written), "text"),
        "text": written.text,
        "place": written.place,
    }
    if MASK in written.text:
        return FigureOut(role=role, label=written.label, **out)
    if isinstance(written, Figure):
        quantity = written.quantity
        out |= {"value": exact(quantity.value), "step": exact(quantity.step), "unit": written.unit, "counted": written.counted}
        out |= {"bound": quantity.bound.value if quantity.bound else ""}
    elif isinstance(written, Date) and written.first is not None:
        out["value"] = written.first.isoformat() if written.first == written.last else f"{written.first}/{written.last}"
    return FigureOut(role=role, label=written.label, **out)
