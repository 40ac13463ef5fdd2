"""The fixtures: what is expected of the wrong ones is found, in Markdown and in Word, and nothing beside it; the others are silent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import check
from checker.report import Check, DiscrepancyReport

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
NAMES = sorted(path.name.removesuffix(".wrong.md") for path in FIXTURES.glob("*.wrong.md"))
FORMATS = (".md", ".docx")
Expected = dict[str, Any]

# (report, code, line): expected, and not found yet. One that is found makes the test fail, so that it is taken off here.
KNOWN_GAPS: dict[tuple[str, str, int], str] = {}
# Two rules that say the same of one figure: the author reads it once, by either.
SAME = {"T105": "T102"}

names = pytest.mark.parametrize("name", NAMES)
formats = pytest.mark.parametrize("suffix", FORMATS)


@cache
def report(file: str) -> DiscrepancyReport:
    return check(FIXTURES / file)


def expected(name: str) -> list[Expected]:
    loaded: list[Expected] = yaml.safe_load((FIXTURES / f"{name}.wrong.expected.yaml").read_text("utf-8"))
    return loaded


def awaited(name: str) -> list[Expected]:
    """What is expected and within reach."""
    return [one for one in expected(name) if (name, one["code"], one["line"]) not in KNOWN_GAPS]


def matches(found: Check, one: Expected) -> bool:
    """Code and line; in Word, which has no lines, code and the text at fault."""
    at = found.place.line == one["line"] if found.place.line else _says(found, one["stated"])
    return found.code in (one["code"], SAME.get(one["code"])) and at


def _says(found: Check, stated: str | None) -> bool:
    return not stated or any(stated in text for text in (found.stated, found.message, *(written.text for _, written in found.figures)))


def left_over(findings: Sequence[Check], wanted: Sequence[Expected]) -> tuple[list[str], list[str]]:
    """What was found and not expected, and what was expected and not found; each finding serves one expectation."""
    left, missing = list(findings), []
    for one in wanted:
        hit = next((found for found in left if matches(found, one)), None)
        if hit is None:
            missing.append(f"{one['code']} line {one['line']} {one['stated']}: {one['why']}")
        else:
            left.remove(hit)
    return [f"{found.code} line {found.place.line}: {found.message}" for found in left], missing


@formats
@names
def test_a_consistent_fixture_is_silent(name: str, suffix: str) -> None:
    unexpected, _ = left_over(report(name + suffix).findings, [])
    assert not unexpected
    assert report(name + suffix).verdict == "consistent"


@formats
@names
def test_the_mistakes_of_a_wrong_fixture_are_found_and_nothing_else(name: str, suffix: str) -> None:
    unexpected, missing = left_over(report(f"{name}.wrong{suffix}").findings, awaited(name))
    assert not missing
    assert not unexpected


@formats
@names
def test_findings_say_what_is_stated_and_what_it_should_be(name: str, suffix: str) -> None:
    findings = report(f"{name}.wrong{suffix}").findings
    for one in awaited(name):
        found = next(found for found in findings if matches(found, one))
        assert found.severity == one["severity"]
        assert _says(found, one["stated"])
        if one["computed"] is not None and found.computed:
            assert number(found.computed, ".") == number(one["computed"], ",")


def test_figures_that_should_be_another_say_which() -> None:
    """Sums, products, shares, numbering: the message has the figure, not only that something is wrong."""
    for name in NAMES:
        for one in awaited(name):
            if one["code"][0] in "TN" and one["stated"] and one["computed"]:
                found = next(found for found in report(f"{name}.wrong.md").findings if matches(found, one))
                assert found.computed, one


@pytest.mark.parametrize("name", [f"{name}{twin}" for name in NAMES for twin in ("", ".wrong")])
def test_markdown_and_word_give_the_same_findings(name: str) -> None:
    text, word = (report(name + suffix) for suffix in FORMATS)
    assert [_told(finding) for finding in text.findings] == [_told(finding) for finding in word.findings]


def _told(finding: Check) -> tuple[str, str, str]:
    """Where another figure stands is said in the format's own terms."""
    return finding.code, finding.fingerprint, re.sub(r"\((?:dòng \d+|“.*?”)\)", "(…)", finding.message)


@pytest.mark.parametrize(("gap", "why"), KNOWN_GAPS.items())
def test_a_known_gap_is_still_one(gap: tuple[str, str, int], why: str) -> None:
    name, code, line = gap
    (one,) = [one for one in expected(name) if (one["code"], one["line"]) == (code, line)]
    assert not any(matches(found, one) for found in report(f"{name}.wrong.md").findings), f"it is found now ({why}); take it off KNOWN_GAPS"


def number(text: str, decimal: str) -> Fraction | str:
    """A number in a style, or the text where it is none."""
    plain = text.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    try:
        return Fraction(plain)
    except ValueError:
        return text
