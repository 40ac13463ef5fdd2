"""The verdict in a sentence, and the counts below it."""

from __future__ import annotations

from typing import NamedTuple

from checker.formula.outcome import Verdict
from checker.report import DiscrepancyReport, Severity
from checker.results import Results
from checker.writers.html.words import Phrases


class Sentence(NamedTuple):
    """A verdict and how it looks: "wrong", "fine", "nothing"."""

    look: str
    text: str


def whole(results: Results, phrases: Phrases) -> Sentence:
    """On all documents, and on what could not be read."""
    verdicts = {report.verdict for report in results.reports}
    verdict = next((one for one in ("discrepancies", "consistent") if one in verdicts), "unchecked")
    counts = {severity: sum(report.found(severity) for report in results.reports) for severity in Severity}
    unread = phrases("unread", count=len(results.problems)) if results.problems else ""
    if not results.reports:
        return Sentence("nothing", unread)
    said = _sentence(verdict, counts, phrases)
    return Sentence("wrong" if unread else said.look, f"{said.text} {unread}".strip())


def of(report: DiscrepancyReport, phrases: Phrases) -> Sentence:
    """On one document."""
    return _sentence(report.verdict, {severity: report.found(severity) for severity in Severity}, phrases)


def _sentence(verdict: str, counts: dict[Severity, int], phrases: Phrases) -> Sentence:
    told = ", ".join(phrases(severity.value, count=counts[severity]) for severity in reversed(Severity) if counts[severity])
    if verdict == "discrepancies":
        return Sentence("wrong", phrases("discrepancies", counts=told))
    if verdict == "consistent":
        return Sentence("fine", phrases("consistent_noted", counts=told) if told else phrases("consistent"))
    return Sentence("nothing", phrases("unchecked"))


def of_checks(report: DiscrepancyReport, phrases: Phrases) -> str:
    """ "64 (56 hold, 8 broken)": what is none is left out."""
    keys = {Verdict.HOLDS: "holds", Verdict.ROUNDING: "rounding", Verdict.BROKEN: "broken", Verdict.UNKNOWN: "undecided"}
    told = ", ".join(phrases(key, count=count) for verdict, key in keys.items() if (count := report.count(verdict)))
    return f"{report.made} ({told})" if told else str(report.made)
