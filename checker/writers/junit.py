"""JUnit XML, which build servers read: a test suite for each document, in it a test case for each rule that made a check.

Errors and warnings are failures. Notes and accepted findings stand in the case's output. A rule whose checks are all
undecided is skipped. A document that could not be read is an error. What tells who a person is is masked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from checker.formula.outcome import Verdict
from checker.locales import load
from checker.masking import masked
from checker.report import Check, DiscrepancyReport, Severity
from checker.results import Problem, Results, Show
from checker.shown import said, sentences, where

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def write(results: Results, show: Show) -> str:  # noqa: ARG001 – every writer is shown the same
    """The results as one XML document."""
    results = masked(results)
    root = ET.Element("testsuites", name="report-checker")
    seen: Counter[str] = Counter()
    for report in results.reports:
        _suite(root, _unique(report.path, seen), report, results.lang)
    for problem in results.problems:
        _unread(root, _unique(problem.path, seen), problem)
    _count(root)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _unique(path: str, seen: Counter[str]) -> str:
    """A file that is named twice is checked twice."""
    seen[path] += 1
    return path if seen[path] == 1 else f"{path} ({seen[path]})"


def _suite(root: ET.Element, path: str, report: DiscrepancyReport, lang: str) -> None:
    suite = ET.SubElement(root, "testsuite", name=_allowed(path))
    by_rule: dict[str, list[Check]] = {}
    for check in report.checks:
        by_rule.setdefault(check.rule, []).append(check)
    for rule, checks in sorted(by_rule.items()):
        _case(ET.SubElement(suite, "testcase", classname=_allowed(path), name=_allowed(rule)), checks, report, lang)
    _count(suite)


def _case(case: ET.Element, checks: Sequence[Check], report: DiscrepancyReport, lang: str) -> None:
    found = [check for check in checks if check.finding]
    failed = [check for check in found if check.accepted is None and check.severity != Severity.NOTE]
    if failed:
        gravest = max((check.severity for check in failed), key=lambda severity: severity.rank)
        _add(case, "failure", (line for check in failed for line in _lines(check, report, lang)), failed[0].message, gravest.value)
    elif all(check.verdict == Verdict.UNKNOWN for check in checks):
        _add(case, "skipped", (), checks[0].message)
    told = [line for check in found if check not in failed for line in _lines(check, report, lang)]
    if told:
        _add(case, "system-out", told)


def _lines(check: Check, report: DiscrepancyReport, lang: str) -> Iterable[str]:
    language = load(lang or report.lang)
    place = ", ".join(where(check.place, report, language, check.claim.named))
    yield f"{language.section('severities')[check.severity.value]} {check.code} · {place}"
    yield said(check, language)
    yield from sentences(check)[1:]
    if check.accepted:
        yield f"{language.section('messages')['accepted']}: {check.accepted.reason}"


def _unread(root: ET.Element, path: str, problem: Problem) -> None:
    suite = ET.SubElement(root, "testsuite", name=_allowed(path))
    case = ET.SubElement(suite, "testcase", classname=_allowed(path), name="read")
    _add(case, "error", (), problem.message)
    _count(suite)


def _add(case: ET.Element, tag: str, lines: Iterable[str], message: str = "", kind: str = "") -> None:
    attributes = {name: _allowed(value) for name, value in (("message", message), ("type", kind)) if value}
    ET.SubElement(case, tag, attributes).text = _allowed("\n".join(lines)) or None


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    for name, tag in _COUNTED.items():
        element.set(name, str(len(list(element.iter(tag)))))


def _allowed(text: str) -> str:
    """Without the control characters that XML has no place for."""
    return _FORBIDDEN.sub("", text)
