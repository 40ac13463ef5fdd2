"""The author reads the same thing once."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checker.claim import Claim
from checker.figure import Figure
from checker.formula.expression import Number
from checker.formula.outcome import Outcome, Verdict
from checker.formula.stated import Stated
from checker.place import Place
from checker.quantity import Quantity
from checker.repeats import told_once
from checker.report import Check, DiscrepancyReport, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
ONE = Number(Fraction(1))


def figure(name: str, part: str = "body") -> Figure:
    """A figure of its own text and place for each letter."""
    return Figure(text=name, place=Place(part=part, paragraph=ord(name), offset=1), quantity=Quantity(Fraction(1), Fraction(0)))


def check(code: str, names: str, severity: Severity = ERROR, verdict: Verdict = Verdict.BROKEN, part: str = "body") -> Check:
    """A finding at the first of its figures."""
    figures = tuple(figure(name, part) for name in names)
    claim = Claim(roles={"figures": figures}, at=figures[0])
    return Check(code, code, severity, claim, ONE, Outcome(verdict), verdict == Verdict.BROKEN)


def told(*checks: Check, own: str = "") -> list[str]:
    return [one.code for one in told_once(checks, {check.rule for check in checks} - {own})]


def test_a_rule_of_ones_own_is_told_and_what_ships_repeats_it() -> None:
    assert told(check("T1", "ab"), check("M1", "ab", NOTE), own="M1") == ["M1"]
    assert told(check("T1", "abc"), check("M1", "ab"), own="M1") == ["M1"]
    assert told(check("T1", "ab"), check("M1", "cd"), own="M1") == ["T1", "M1"]


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ([check("A", "xyz"), check("B", "zxy")], ["A"]),
        ([check("A", "xyz", WARNING), check("B", "zxy")], ["B"]),
        ([check("A", "xy"), check("B", "x")], ["B"]),
        ([check("A", "x"), check("B", "xy")], ["A"]),
        ([check("A", "x", NOTE), check("B", "xyz")], ["B"]),
        ([check("A", "xyz"), check("B", "xy"), check("C", "x")], ["C"]),
        ([check("A", "xy"), check("B", "yx"), check("C", "zw")], ["A", "C"]),
    ],
    ids=["same figures", "the graver", "fewer figures", "fewer figures first", "graver with more figures", "a chain", "something else"],
)
def test_one_of_those_that_say_the_same_is_told(checks: list[Check], expected: list[str]) -> None:
    assert told(*checks) == expected


@pytest.mark.parametrize(
    "checks",
    [
        [check("A", "xy"), check("B", "y")],
        [check("A", "xy"), check("B", "xz")],
        [check("A", "x"), check("B", "x")],
        [check("A", "xy"), check("B", "xy", part="footnote")],
        [check("A", "xy"), check("B", "x", verdict=Verdict.HOLDS)],
        [check("A", "xy", verdict=Verdict.UNKNOWN), check("B", "xy")],
    ],
    ids=["at another place", "other figures", "one figure each", "another part", "one that holds", "one that is unknown"],
)
def test_what_says_something_else_is_told_too(checks: list[Check]) -> None:
    assert told(*checks) == ["A", "B"]


def test_what_was_dropped_drops_nothing() -> None:
    """B repeats C; A has to do with B only."""
    assert told(check("A", "xa", NOTE), check("B", "xab", WARNING), check("C", "xb")) == ["A", "C"]


def test_a_formula_that_the_document_states_is_no_figure_and_is_told() -> None:
    target, first, second = (figure(name) for name in "tab")
    stated = Stated(text="(3)=(1)x(2)", place=Place(paragraph=1, offset=1), expression=ONE, operands={"c1": second, "c2": first})
    by_formula = Check("B", "B", ERROR, Claim({"target": target, "stated": stated}, target), ONE, Outcome(Verdict.BROKEN), True)
    assert told(check("A", "tab"), by_formula) == ["B"]


AMOUNTS = """| Mục | Số lượng | Đơn giá (1.000đ) | Thành tiền (1.000đ) |
|-|-|-|-|
| (1) | (2) | (3) | (4)=(2)x(3) |
| Nước uống | 6 | 26 | 168 |
| Tài liệu | 5 | 10 | 50 |
"""
CITED = """Căn cứ Nghị quyết số 16/2021/NQ-HĐND ngày 09/12/2021 của Hội đồng nhân dân tỉnh.

Thực hiện Nghị quyết số 16/2021/NQ-HĐND ngày 09/12/2020 của Hội đồng nhân dân tỉnh.
"""


@pytest.mark.parametrize(("text", "codes"), [(AMOUNTS, ["T105"]), (CITED, ["D304"])])
def test_in_a_report(checked: Callable[[str], DiscrepancyReport], text: str, codes: list[str]) -> None:
    assert [finding.code for finding in checked(text).findings] == codes


def test_what_reads_the_same_at_one_place_is_told_once_wherever_the_other_figure_stands() -> None:
    here = figure("A")
    elsewhere = [Figure(text="B", place=Place(part=part, paragraph=9, offset=1), quantity=here.quantity) for part in ("body", "footnote")]
    checks = [
        Check(code, code, ERROR, Claim(roles={"figures": (here, other)}, at=here), ONE, Outcome(Verdict.BROKEN), True)
        for code, other in zip(("R401", "R404"), elsewhere, strict=True)
    ]
    assert told(*checks) == ["R401"]
