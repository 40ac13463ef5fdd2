"""Rivals, doubt, series, crashes, and the same finding told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from checker import finders
from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.formula.outcome import Verdict
from checker.judge import judge, trace
from checker.recognise.reading import Reading
from checker.report import Check, Severity
from checker.rules import Rule

Read = Callable[[str], Reading]
Judge = Callable[..., tuple[Check, ...]]


@pytest.fixture
def judged(reading: Read, rule_of: Callable[[str], Rule], monkeypatch: pytest.MonkeyPatch) -> Judge:
    """The checks of claims "whole = part + part …", each given as numbers and the claim's other fields."""
    rule = rule_of("T101")

    def decide(*given: tuple[str, dict[str, Any]] | Exception, **source: Any) -> tuple[Check, ...]:
        here = reading("\n\n".join(f"Có {item[0]} của các xã." for item in given if isinstance(item, tuple)) or "Không có gì.")

        def find(_: Reading, __: Any) -> Iterator[Claim]:
            passages = iter(here.paragraphs)
            for item in given:
                if isinstance(item, Exception):
                    raise item
                whole, *parts = next(passages).figures
                yield Claim(roles={"total": whole, "parts": tuple(parts)}, at=whole, **item[1])

        monkeypatch.setattr(finders, "get", lambda _: SimpleNamespace(find=find))
        return judge(here, [msgspec.structs.replace(rule, source=msgspec.structs.replace(rule.source, **source))])

    return decide


HOLDS, BROKEN, SLIP = "12 người, 5 người và 7 người", "120 người, 5 người và 7 người", "182 người, 105 người và 27 người"


def verdicts(checks: tuple[Check, ...]) -> list[str]:
    return [check.verdict.value for check in checks]


def test_claims_without_a_topic_are_no_rivals(judged: Judge) -> None:
    assert verdicts(judged((HOLDS, {}), (BROKEN, {}))) == ["holds", "broken"]


def test_of_rivals_the_one_that_holds_is_taken(judged: Judge) -> None:
    (check,) = judged((BROKEN, {"topic": "a"}), (HOLDS, {"topic": "a"}))
    assert (check.verdict, check.place.line) == (Verdict.HOLDS, 3)


def test_where_no_rival_holds_the_likeliest_is_broken(judged: Judge) -> None:
    (check,) = judged((BROKEN, {"topic": "a"}), (BROKEN, {"topic": "a"}))
    assert (check.verdict, check.place.line) == (Verdict.BROKEN, 1)


@pytest.mark.parametrize(
    ("doubt", "text", "expected"),
    [
        (Doubt.SURE, BROKEN, ["broken"]),
        (Doubt.SLIP, BROKEN, []),
        (Doubt.SLIP, SLIP, ["broken"]),
        (Doubt.FAINT, SLIP, ["broken"]),
        (Doubt.FAINT, "134 người, 105 người và 27 người", []),
        (Doubt.SLIP, "134 người, 105 người và 27 người", ["broken"]),
        (Doubt.MUTE, SLIP, []),
        (Doubt.MUTE, HOLDS, ["holds"]),
    ],
)
def test_what_a_finder_was_not_sure_of(judged: Judge, doubt: Doubt, text: str, expected: list[str]) -> None:
    assert verdicts(judged((text, {"doubt": doubt}))) == expected


@pytest.mark.parametrize(("right", "wrong", "kept"), [(2, 1, True), (1, 1, True), (1, 2, False), (0, 1, False)])
def test_a_series_of_which_too_few_hold_was_misread(judged: Judge, right: int, wrong: int, kept: bool) -> None:
    members = {"series": "columns", "support": Fraction(1, 2)}
    checks = judged(*[(HOLDS, members)] * right, *[(BROKEN, members)] * wrong, (BROKEN, {}))
    assert len(checks) == (right + wrong if kept else 0) + 1


def test_a_tentative_claim_is_one_degree_less_grave(judged: Judge) -> None:
    assert [check.severity for check in judged((BROKEN, {}), (BROKEN, {"tentative": True}))] == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    ("rounding", "text", "expected"),
    [
        ("note", "20,1 ha, 12,5 ha và 7,5 ha", (Severity.NOTE, True)),
        ("accept", "20,1 ha, 12,5 ha và 7,5 ha", (Severity.ERROR, False)),
        ("refuse", "20,1 ha, 12,5 ha và 7,5 ha", (Severity.ERROR, True)),
        ("note", "10,4 ha, " + ", ".join(["1,1 ha"] * 9), (Severity.WARNING, True)),
    ],
)
def test_what_becomes_of_rounding(judged: Judge, rounding: str, text: str, expected: tuple[Severity, bool]) -> None:
    (check,) = judged((text, {}), rounding=rounding)
    assert (check.verdict, check.severity, check.finding) == (Verdict.ROUNDING, *expected)


def test_a_crash_is_an_unknown_check_and_no_finding(judged: Judge) -> None:
    (check,) = judged(ZeroDivisionError("oops"))
    assert (check.verdict, check.finding, check.outcome.reason) == (Verdict.UNKNOWN, False, "crash")
    assert check.claim.named["error"] == "ZeroDivisionError: oops"


def test_a_crash_does_not_take_the_other_rules_with_it(checked: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def find(*_: Any) -> Iterator[Claim]:
        raise RuntimeError("oops")

    monkeypatch.setattr(finders.get("sequence"), "find", find)
    report = checked("| TT | Mục | Số |\n|-|-|-|\n| 1 | An | 5 |\n| 2 | Ba | 7 |\n|  | Cộng | 13 |\n")
    assert ("T101", "broken") in [(c.code, c.verdict.value) for c in report.checks]
    (crashed,) = (c for c in report.checks if c.code == "T106")
    assert "RuntimeError: oops" in crashed.message


def test_the_same_figures_at_odds_are_told_once_by_the_graver_finding(
    reading: Read, rule_of: Callable[[str], Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = reading("Có 120 người, 5 người và 7 người của các xã.")
    whole, *parts = text.paragraphs[0].figures
    claims = [Claim(roles={"total": whole, "parts": tuple(parts)}, at=whole, tentative=tentative) for tentative in (True, False)]
    monkeypatch.setattr(finders, "get", lambda _: SimpleNamespace(find=lambda *_: iter(claims)))
    (check,) = judge(text, [rule_of("T101")])
    assert check.severity == Severity.ERROR


def test_trace_shows_rivals_and_doubts(reading: Read, rule_of: Callable[[str], Rule]) -> None:
    text = reading("| Mục | Số |\n|-|-|\n| An | 5 |\n| Ba | 7 |\n| Cộng | 13 |\n")
    (one,) = trace(text, rule_of("T101"))
    assert isinstance(one.claim.roles["total"], Figure)
    assert (one.outcome.verdict, one.why_not) == (Verdict.BROKEN, "")
