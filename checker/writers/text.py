"""For a person at a terminal: each finding with its place, what was written, what it should be, and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.formula.outcome import Verdict
from checker.locales import Locale, load
from checker.place import Place
from checker.report import Check, DiscrepancyReport, Severity
from checker.results import Results, Show
from checker.shown import details, in_style, reason, said, sentences, short, where

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.NOTE: "·"}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_MOST_UNCHECKED = 400


def write(results: Results, show: Show) -> str:
    """The reports as lines of text."""
    lines: list[str] = []
    for report in results.reports:
        lines += [*_report(report, load(results.lang or report.lang), show), ""]
    lines += [f"✖ {problem.path}: {problem.message}" for problem in results.problems]
    if show.verdict:
        lines.append(show.verdict)
    return "\n".join(lines).rstrip("\n") + "\n"


def told(checks: Iterable[Check], report: DiscrepancyReport) -> str:
    """Some checks of a report alone, as `write` shows them."""
    language = load(report.lang)
    return "\n".join(line for check in checks for line in _check(check, report, language, Show()))


def whereabouts(check: Check, report: DiscrepancyReport) -> str:
    """Where an author looks: 'q2.md, table 1, row “Total”, line 12'."""
    return _where(check, report, load(report.lang))


def _where(check: Check, report: DiscrepancyReport, language: Locale) -> str:
    parts = where(check.place, report, language, check.claim.named)
    return ", ".join(parts if check.place.volume else [report.path, *parts])


def _report(report: DiscrepancyReport, language: Locale, show: Show) -> Iterator[str]:
    words = language.section("messages")
    for check in report.checks:
        if check.finding or show.all_checks:
            yield from _check(check, report, language, show)
    if show.all_checks:
        yield from _unchecked(report, language)
    for stale in report.stale:
        yield "· " + str(words["stale"]).format(fingerprint=stale.fingerprint, reason=stale.accepted.reason, file=stale.file)
    yield from (f"{path}: {said}" for path, said in details(report, language))
    yield from report.warnings
    covered = str(words["figures"]).format(figures=report.coverage.figures, checked=report.coverage.checked)
    counts = {verdict.value: report.count(verdict) for verdict in Verdict}
    yield f"{report.path}: {covered} · " + str(words["checks"]).format(total=report.made, **counts)
    if report.verdict == "unchecked":
        yield f"{report.path}: {words['nothing']}"


def _check(check: Check, report: DiscrepancyReport, language: Locale, show: Show) -> Iterator[str]:
    place = _where(check, report, language)
    if check.finding:
        sign, name = _SIGNS[check.severity], language.section("severities")[check.severity.value]
        head = _coloured(f"{sign} {name}", _COLOURS[check.severity], show)
        if check.accepted is not None:
            head = f"○ {name}, {language.section('messages')['accepted']}"
    elif check.verdict == Verdict.UNKNOWN:
        head = f"? {language.section('severities')['unknown']}"
    else:
        head = _coloured("✔", "32", show)
    yield f"{head} {check.code} {check.rule} · {place}"
    working = [check.working] if show.all_checks and check.working else sentences(check)[1:]
    yield f"  {said(check, language)}"
    yield from (f"  {line}" for line in working)
    if check.accepted is not None:
        yield f"  {reason(check.accepted, language)}"
    elif check.finding and show.all_checks:
        yield f"  {check.fingerprint}"


def _unchecked(report: DiscrepancyReport, language: Locale) -> Iterator[str]:
    figures, words = report.coverage.unchecked, language.section("messages")
    if figures:
        from tabulate import tabulate

        lines = any(figure.place.line for figure in figures)
        rows = [
            (
                _spot(f.place, report, language),
                f.text,
                in_style(str(f.quantity.value), report),
                language.name_of(f.unit or f.counted),
                *([short(f.label)] if lines else []),
            )
            for f in figures[:_MOST_UNCHECKED]
        ]
        first = words["line"].format(line="").strip() if lines else words["where"]
        yield words["unchecked"].format(figures=len(figures) + report.coverage.unlisted)
        yield tabulate(
            rows, headers=(first, words["written"], words["value"], words["unit"], *([""] if lines else [])), disable_numparse=True
        )


def _spot(place: Place, report: DiscrepancyReport, language: Locale) -> str:
    """The line, or where else an author looks."""
    return str(place.line) if place.line else ", ".join(where(place, report, language, {}))


def _coloured(text: str, colour: str, show: Show) -> str:
    return f"\033[{colour}m{text}\033[0m" if show.colour else text
