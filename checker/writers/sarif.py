"""SARIF 2.1.0 (OASIS): what code-scanning services and editors read.

A result has a region where the document has lines; in a Word file the table, row, column or paragraph stand as logical
locations. The other figures of a check are related locations. Accepted findings are results that are suppressed. What tells
who a person is is masked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import msgspec

from checker.figure import Written
from checker.locales import load
from checker.masking import masked
from checker.place import Place
from checker.report import Check, DiscrepancyReport
from checker.results import Results, Show
from checker.shown import file_of, files_of, relative, said, sentences, spoken

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LOGICAL = ("part", "section", "sheet", "cell", "table", "row", "col", "paragraph")
Json = dict[str, Any]


def write(results: Results, show: Show) -> str:  # noqa: ARG001 – every writer is shown the same
    """The results as one SARIF log with one run."""
    run = _run(masked(results))
    return msgspec.json.format(msgspec.json.encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}), indent=1).decode() + "\n"


def _run(results: Results) -> Json:
    found = [(report, check) for report in results.reports for check in report.findings]
    rules = {check.rule: check for _, check in sorted(found, key=lambda pair: pair[1].severity.rank)}  # the gravest of each
    order = {rule: index for index, rule in enumerate(sorted(rules))}
    return {
        "tool": {"driver": {"name": "report-checker", "version": results.version, "rules": [_rule(rules[rule]) for rule in order]}},
        "language": spoken(results),
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(results)],
        "artifacts": [artifact for report in results.reports for artifact in _artifacts(report)],
        "results": [_result(check, report, order[check.rule], results.lang or report.lang) for report, check in found],
    }


def _artifacts(report: DiscrepancyReport) -> list[Json]:
    return [{"location": _artifact(file.path), "hashes": {"sha-256": file.sha256}} for file in files_of(report)]


def _rule(check: Check) -> Json:
    return {
        "id": check.rule,
        "name": check.code,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.told.why or check.title},
        "help": {"text": f"{check.told.why or check.title}\n\nchecker explain {check.code}"},
        "defaultConfiguration": {"level": check.severity.value},
    }


def _result(check: Check, report: DiscrepancyReport, index: int, language: str) -> Json:
    others = [(role, written) for role, written in check.figures if written.place.spot != check.place.spot]
    return {
        "ruleId": check.rule,
        "ruleIndex": index,
        "level": check.severity.value,
        "message": _message([said(check, load(language)), *sentences(check)[1:]]),
        "locations": [_location(check.place, report)],
        "relatedLocations": [_related(number, role, written, report) for number, (role, written) in enumerate(others, 1)],
        "partialFingerprints": {"checker/v1": check.fingerprint},
        "suppressions": [{"kind": "external", "status": "accepted", "justification": check.accepted.reason}] if check.accepted else [],
    }


def _related(number: int, role: str, written: Written, report: DiscrepancyReport) -> Json:
    return {"id": number, **_location(written.place, report), "message": _message([f"{role}: {written.text}"])}


def _location(place: Place, report: DiscrepancyReport) -> Json:
    physical: Json = {"artifactLocation": _artifact(file_of(place, report))}
    if place.line:
        region = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
        return {"physicalLocation": {**physical, "region": {key: number for key, number in region.items() if number is not None}}}
    logical = [{"name": str(part), "kind": kind, "fullyQualifiedName": name} for kind, part, name in _address(place)]
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def _address(place: Place) -> Iterable[tuple[str, str | int, str]]:
    """The parts of a place without lines, each with those before it: "table 2", "table 2/row 4"."""
    parts = [(kind, part) for kind in _LOGICAL if (part := getattr(place, kind)) is not None and part != "body"]
    names = [f"{kind} {part}" for kind, part in parts]
    return [(kind, part, "/".join(names[: index + 1])) for index, (kind, part) in enumerate(parts)]


def _artifact(path: str) -> Json:
    return {"uri": quote(relative(path), errors="surrogateescape")}


def _message(lines: Iterable[str]) -> Json:
    """Braces are doubled and the brackets of what looks like a link are escaped, as SARIF asks (3.11.5, 3.11.6)."""
    text = "\n".join(lines).replace("{", "{{").replace("}", "}}")
    return {"text": text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text}


def _invocation(results: Results) -> Json:
    """A document that could not be read is an error of the run, what a reader left out a warning."""
    told = [("error", problem.path, problem.message) for problem in results.problems]
    told += [("warning", report.path, warning) for report in results.reports for warning in report.warnings]
    notifications = [
        {"level": level, "message": _message([text]), "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}]}
        for level, path, text in told
    ]
    return {"executionSuccessful": not results.problems, "toolExecutionNotifications": notifications}
