"""Every shipped rule carries examples that hold, that are broken and on which it is silent, in both languages, and each behaves so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checker.formula.outcome import Verdict
from checker.recognise.reading import Reading
from checker.report import DiscrepancyReport
from checker.rules import Rule, load_packs
from checker.rules.model import Example

KINDS = ("holds", "broken", "silent")
RULES = [rule for pack in load_packs() for rule in pack.rules]
CASES = [
    pytest.param(rule.code, kind, example, id=f"{rule.code}-{kind}-{index}")
    for rule in RULES
    for kind in KINDS
    for index, example in enumerate(getattr(rule.source.tests, kind))
]
Checked = Callable[..., DiscrepancyReport]


@pytest.mark.parametrize(("code", "kind", "example"), CASES)
def test_an_example_behaves(checked: Checked, code: str, kind: str, example: Example) -> None:
    report = checked(example.given, code)
    verdicts = [check.verdict for check in report.checks]
    broken = [check for check in report.checks if check.verdict == Verdict.BROKEN]
    if kind == "holds":
        assert verdicts
        assert not set(verdicts) & {Verdict.BROKEN, Verdict.UNKNOWN}
    elif kind == "silent":
        assert not report.findings
    else:
        assert broken
        assert all(check.finding and check.message for check in broken)
    if example.computed:
        assert example.computed in [check.computed for check in broken]
    if example.stated:
        assert example.stated in [check.stated for check in broken]
    if example.finding:
        assert example.finding in [check.severity for check in report.findings]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_there_are_examples_in_both_languages(reading: Callable[[str], Reading], rule: Rule, kind: str) -> None:
    examples: list[Any] = getattr(rule.source.tests, kind)
    assert {reading(example.given).locale.language for example in examples} >= {"vi", "en"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_it_is_explained_in_both_languages(rule: Rule) -> None:
    assert set(rule.source.title) >= {"vi", "en"}
    assert set(rule.source.why) >= {"vi", "en"}
    assert not rule.source.message or set(rule.source.message) >= {"vi", "en"}
