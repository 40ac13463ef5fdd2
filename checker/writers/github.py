"""Commands of a GitHub workflow: the findings appear as annotations beside the lines of the report.

An accepted finding gives none. What tells who a person is is masked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.locales import load
from checker.masking import masked
from checker.place import Place
from checker.report import Check, DiscrepancyReport, Severity
from checker.results import Results, Show
from checker.shown import file_of, relative, sentences, where

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_MESSAGE = str.maketrans(_MESSAGE)
_IN_PROPERTY = str.maketrans({**_MESSAGE, ":": "%3A", ",": "%2C"})


def write(results: Results, show: Show) -> str:  # noqa: ARG001 – every writer is shown the same
    """A line for each finding that nobody accepted, and for each file that could not be read."""
    results = masked(results)
    lines = [_finding(check, report, results.lang) for report in results.reports for check in report.open]
    lines += [line for report in results.reports for line in _warnings(report)]
    lines += [_command("error", {"file": relative(problem.path)}, problem.message) for problem in results.problems]
    return "".join(f"{line}\n" for line in lines)


def _finding(check: Check, report: DiscrepancyReport, lang: str) -> str:
    place = where(check.place, report, load(lang or report.lang), check.claim.named)
    lines = [*([] if check.place.line else [", ".join(place)]), *sentences(check)]
    properties = {"file": relative(file_of(check.place, report)), **_lines(check.place), "title": f"{check.code} {check.title}"}
    return _command(_COMMANDS[check.severity], properties, "\n".join(filter(None, lines)))


def _lines(place: Place) -> dict[str, int]:
    """Columns only where it begins and ends in one line: GitHub takes no others."""
    if not place.line:
        return {}
    end = place.end_line or place.line
    columns = {"col": place.column, "endColumn": place.end_column} if end == place.line else {}
    return {"line": place.line, "endLine": end, **{name: number for name, number in columns.items() if number}}


def _warnings(report: DiscrepancyReport) -> Iterator[str]:
    for warning in report.warnings:
        yield _command("notice", {"file": relative(report.path)}, warning)


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    told = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {told}::{message.translate(_IN_MESSAGE)}"
