"""What one rule says of one document, in words: so much of a report as the items need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from checker.formula.outcome import Verdict
from checker.report import Check, DiscrepancyReport, Severity
from checker.writers.text import told, whereabouts


@dataclass(frozen=True)
class Found:
    """An open finding."""

    rule: str
    code: str
    severity: Severity
    place: str
    message: str
    fingerprint: str

    @property
    def properties(self) -> list[tuple[str, object]]:
        """For the JUnit file."""
        return [(name, str(value)) for name, value in vars(self).items()]


@dataclass(frozen=True)
class Ruled:
    """`shown` are the findings as a terminal shows them. Where nothing was decided, `undecided` says why, "" where the rule made no
    claim, and `doubts` are these checks as a terminal shows them."""

    findings: tuple[Found, ...] = ()
    shown: str = ""
    decided: bool = False
    undecided: str = ""
    doubts: str = ""

    def fails(self, least: str) -> bool:
        """Is there a finding as grave as that, or graver? Never with "never"."""
        return least != "never" and any(found.severity.rank >= Severity(least).rank for found in self.findings)


def ruled_by(report: DiscrepancyReport) -> Mapping[str, Ruled]:
    """What each rule says that made a claim."""
    by_rule: dict[str, list[Check]] = defaultdict(list)
    for check in report.checks:
        by_rule[check.rule].append(check)
    still_open = {id(check) for check in report.open}
    return {rule: _ruled(checks, [check for check in checks if id(check) in still_open], report) for rule, checks in by_rule.items()}


def _ruled(checks: list[Check], findings: list[Check], report: DiscrepancyReport) -> Ruled:
    if all(check.verdict == Verdict.UNKNOWN for check in checks):
        reasons = dict.fromkeys(check.message for check in checks)
        return Ruled(_found(findings, report), told(findings, report), False, "; ".join(reasons), told(checks, report))
    return Ruled(_found(findings, report), told(findings, report), True)


def _found(findings: list[Check], report: DiscrepancyReport) -> tuple[Found, ...]:
    return tuple(
        Found(check.rule, check.code, check.severity, whereabouts(check, report), check.message, check.fingerprint) for check in findings
    )
