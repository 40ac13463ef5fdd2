"""For a person at a terminal: each finding with its place, what was written, what it should be, and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.figure import Figure
from checker.formula.decide import Verdict
from checker.locales import Locale, load
from checker.place import Place
from checker.report import Check, DiscrepancyReport, Severity
from checker.results import Results, Show

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


def _report(report: DiscrepancyReport, language: Locale, show: Show) -> Iterator[str]:
    words = language.section("messages")
    for check in report.checks:
        if check.finding or show.all_checks:
            yield from _check(check, report, language, show)
    if show.all_checks:
        yield from _unchecked(report.coverage.unchecked, words)
    yield from report.warnings
    covered = str(words["figures"]).format(figures=report.coverage.figures, checked=report.coverage.checked)
    counts = {verdict.value: report.count(verdict) for verdict in Verdict}
    yield f"{report.path}: {covered} · " + str(words["checks"]).format(total=len(report.checks), **counts)
    if report.verdict == "unchecked":
        yield f"{report.path}: {words['nothing']}"


def _check(check: Check, report: DiscrepancyReport, language: Locale, show: Show) -> Iterator[str]:
    where = " · ".join([f"{check.code} {check.rule}", f"{report.path}, {_where(check, language)}"])
    if check.finding:
        sign, name = _SIGNS[check.severity], language.section("severities")[check.severity.value]
        head = _coloured(f"{sign} {name}", _COLOURS[check.severity], show)
    elif check.verdict == Verdict.UNKNOWN:
        head = f"? {language.section('severities')['unknown']}"
    else:
        head = _coloured("✔", "32", show)
    yield f"{head} {where}"
    yield f"  {check.title}: {check.message}"
    if check.working:
        yield f"  {check.working}"


def _where(check: Check, language: Locale) -> str:
    words = language.section("messages")
    place, named = check.place, check.claim.named
    parts = [str(words["table"]).format(table=place.table)] if place.table else []
    parts += [str(words["row"]).format(row=_short(named["row"]))] if named.get("row") else []
    parts += [str(words["column_named"]).format(column=_short(named["column"]))] if named.get("column") else []
    return ", ".join([*parts, *_spot(place, words)])


def _spot(place: Place, words: dict[str, str]) -> list[str]:
    if place.line:
        return [words["line"].format(line=place.line)]
    return [words["paragraph"].format(paragraph=place.paragraph)] if place.paragraph else []


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _unchecked(figures: tuple[Figure, ...], words: dict[str, str]) -> Iterator[str]:
    if figures:
        from tabulate import tabulate

        rows = [
            (f.place.line or f.place.paragraph or "", f.text, _number(f.quantity.value), f.unit or f.counted, _short(f.label))
            for f in figures[:_MOST_UNCHECKED]
        ]
        headers = (words["line"].format(line=""), words["written"], words["value"], words["unit"], "")
        yield words["unchecked"].format(figures=len(figures))
        yield tabulate(rows, headers=headers, disable_numparse=True)


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


def _coloured(text: str, colour: str, show: Show) -> str:
    return f"\033[{colour}m{text}\033[0m" if show.colour else text
