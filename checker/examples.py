"""A rule tried on its own examples: does it hold, is it broken, does it stay silent as its tests say?

`given` is a small document as Markdown; or the path of one, relative to the rule file: a text in one line that ends like one
(".docx"). `sheet` is a small workbook: a sheet as `checker.sheets.drawn` reads it. Which documents the pack is for (`applies_to`) does
not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from checker.document import Document
from checker.formula.outcome import Verdict
from checker.readers import extensions, read
from checker.report import Check, DiscrepancyReport
from checker.rules import Pack, Rule, RuleError
from checker.rules.model import AppliesTo, Example
from checker.run import check_document
from checker.sheets.drawn import drawn

Kind = Literal["holds", "broken", "silent"]
KINDS: tuple[Kind, ...] = ("holds", "broken", "silent")


class Tried(NamedTuple):
    """One example of a rule. `wrong` says what it did instead of what it should, "" where it did that; `fired`: it made a check."""

    rule: Rule
    kind: Kind
    number: int
    example: Example
    wrong: str
    fired: bool


def examples(rule: Rule) -> Iterator[tuple[Kind, int, Example]]:
    """Every example of a rule: its kind, its number among those (from 1), and itself."""
    for kind in KINDS:
        for number, example in enumerate(getattr(rule.source.tests, kind), 1):
            yield kind, number, example


def try_rule(rule: Rule, packs: tuple[Pack, ...] = ()) -> Iterator[Tried]:
    """Every example of a rule, tried."""
    for kind, number, example in examples(rule):
        yield try_example(rule, kind, number, example, packs)


def try_example(rule: Rule, kind: Kind, number: int, example: Example, packs: tuple[Pack, ...] = (), folder: Path | None = None) -> Tried:
    """One example, tried with that rule alone. Files are looked for in `folder`, else beside the rule."""
    document = document_of(example, folder or Path(rule.file).parent)
    anywhere = msgspec.structs.replace(rule, applies_to=AppliesTo())
    report = check_document(document, packs, (anywhere,))
    return Tried(rule, kind, number, example, _wrong(kind, example, report), bool(report.checks))


def document_of(example: Example, folder: Path) -> Document:
    """What an example gives. Raises RuleError, ReadError."""
    return drawn(example.sheet, "example.xlsx") if example.sheet else read(*_given(example.given, folder))


def _given(given: str, folder: Path) -> tuple[str, bytes]:
    text = given.strip()
    if "\n" not in text and text.lower().endswith(extensions()):
        path = folder / text
        try:
            return str(path), path.read_bytes()
        except OSError as error:
            raise RuleError(f"{path}: an example names this file, which cannot be read") from error
    return "example.md", given.encode()


def _wrong(kind: Kind, example: Example, report: DiscrepancyReport) -> str:
    broken = [check for check in report.checks if check.verdict == Verdict.BROKEN]
    unknown = [check for check in report.checks if check.verdict == Verdict.UNKNOWN]
    if kind == "silent":
        return _said("it should be silent, but finds", report.findings) if report.findings else ""
    if kind == "holds":
        if not report.checks:
            return "it should hold, but the rule finds nothing to check"
        return _said("it should hold, but", (*broken, *unknown)) if broken or unknown else ""
    if not broken:
        return (
            _said("it should be broken, but", report.checks)
            if report.checks
            else "it should be broken, but the rule finds nothing to check"
        )
    return _differs(example, broken)


def _differs(example: Example, broken: list[Check]) -> str:
    """What was expected of a broken check and is not so."""
    for name in ("computed", "stated"):
        wanted = getattr(example, name)
        got = [getattr(check, name) for check in broken]
        if wanted and wanted not in got:
            return f"{name} should be {wanted}, but is {', '.join(got)}"
    severities = [check.severity for check in broken if check.finding]
    if example.finding and example.finding not in severities:
        return f"the finding should be of severity {example.finding.value}, but is {', '.join(s.value for s in severities) or 'none'}"
    return ""


def _said(what: str, checks: tuple[Check, ...]) -> str:
    check = checks[0]
    more = f" (and {len(checks) - 1} more)" if len(checks) > 1 else ""
    return f"{what} {check.verdict.value}: {check.working or check.message}{more}"
