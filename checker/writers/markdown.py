"""Markdown for the comment of a merge request: a verdict, a table of findings for each document, what was accepted, problems.

Nothing that a report or a file's name says can break a table, bring in HTML, mention anybody or make a link. What tells
who a person is is masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.locales import Locale, load
from checker.masking import masked
from checker.report import Check, DiscrepancyReport, Severity
from checker.results import Problem, Results, Show
from checker.shown import details, in_style, said, sentences, short, spoken, where

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.NOTE: "·"}
_COLUMNS = ("severity", "place", "stated", "computed", "working")
_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "\\`*_[]{}<>&|~#!$@^"}
_REFERENCE = re.compile(r"(&#(?:33|35|36|38|64|126);|%)(?=\w)")
_LINK = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\.")
_WORD_JOINER = "\u2060"
_MOST, _LONGEST = 100, 240


def write(results: Results, show: Show) -> str:  # noqa: ARG001 – every writer is shown the same
    """The results as one comment."""
    results = masked(results)
    language = load(spoken(results))
    parts = [f"## report-checker: {_verdict(results, language)}"]
    for report in results.reports:
        parts += _report(report, load(results.lang or report.lang))
    parts += _problems(results.problems, language)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """On one line, with nothing in it that Markdown, HTML or the host of the comment takes for its own."""
    one_line = " ".join(text.split()).translate(_MARKS)
    return _REFERENCE.sub(rf"\1{_WORD_JOINER}", _LINK.sub(lambda mark: f"&#{ord(mark[0])};", one_line))


def _verdict(results: Results, language: Locale) -> str:
    words = language.section("summary")
    counts = {severity: sum(report.found(severity) for report in results.reports) for severity in reversed(Severity)}
    told = [words[severity.value].format(count=count) for severity, count in counts.items() if count]
    told += [words["unread"].format(count=len(results.problems))] if results.problems else []
    return ", ".join(told) or str(words["nothing"])


def _report(report: DiscrepancyReport, language: Locale) -> Iterator[str]:
    words = language.section("messages")
    yield f"### {escaped(report.path)}"
    if report.open:
        yield _table(report.open, report, language)
    accepted = [check for check in report.findings if check.accepted]
    if accepted:
        yield f"<details>\n<summary>{words['accepted']}: {len(accepted)}</summary>"
        yield _table(accepted, report, language)
        yield "</details>"
    found = (f"{path}: {said}" if report.files else said for path, said in details(report, language))
    yield from map(escaped, (*found, *report.warnings))
    yield str(words["nothing"] if report.verdict == "unchecked" else words["figures"]).format(
        figures=report.coverage.figures, checked=report.coverage.checked
    )


def _table(checks: Sequence[Check], report: DiscrepancyReport, language: Locale) -> str:
    words = language.section("summary")
    rows = [_row([words[column] for column in _COLUMNS]), _row(["---"] * len(_COLUMNS))]
    rows += [_row(_cells(check, report, language)) for check in checks[:_MOST]]
    rows += [_row([words["more"].format(count=len(checks) - _MOST), *[""] * (len(_COLUMNS) - 1)])] if len(checks) > _MOST else []
    return "\n".join(rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(check: Check, report: DiscrepancyReport, language: Locale) -> Iterator[str]:
    severity = language.section("severities")[check.severity.value]
    yield f"{_SIGNS[check.severity]} {severity} {check.code}"
    yield _cell([", ".join(where(check.place, report, language, check.claim.named))])
    yield _cell([check.stated])
    yield _cell([in_style(check.computed, report)])
    accepted = [f"{language.section('messages')['accepted']}: {check.accepted.reason}"] if check.accepted else []
    yield _cell([said(check, language), *sentences(check)[1:], *accepted])


def _cell(lines: Iterable[str]) -> str:
    return "<br>".join(escaped(short(line, _LONGEST)) for line in lines)


def _problems(problems: Sequence[Problem], language: Locale) -> Iterator[str]:
    if problems:
        yield f"### {language.section('summary')['unreadable']}"
        yield "\n".join(f"- {escaped(problem.path)}: {escaped(problem.message)}" for problem in problems)
