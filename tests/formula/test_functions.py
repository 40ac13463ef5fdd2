"""Every function of the closed list, on its own example and on what it must refuse."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from checker.figure import Blank, Citation, Date, Figure, Name, Ordinal, Phrase
from checker.formula.decide import decide
from checker.formula.functions import FUNCTIONS
from checker.formula.outcome import Verdict
from checker.formula.parse import parse
from checker.formula.stated import Filling
from checker.place import Place
from checker.quantity import Quantity
from checker.units import Units

HERE = Place(line=1, column=1)


def date(day: int, month: int, year: int | None) -> Date:
    try:
        exact = datetime.date(year or 0, month, day)
    except ValueError:
        exact = None
    return Date(text="", place=HERE, day=day, month=month, year=year, first=exact, last=exact)


def citation(issuer: str = "", day: int = 6) -> Citation:
    return Citation(text="", place=HERE, kind="nghị quyết", number="18", date=date(day, 12, 2019), issuer=issuer)


def number(value: str, step: str = "0", unit: str = "") -> Figure:
    return Figure(text=value, place=HERE, quantity=Quantity(Fraction(value), Fraction(step)), unit=unit)


def ordinal(value: int, path: str = "", series: str = "arabic") -> Ordinal:
    return Ordinal(text=str(value), place=HERE, series=series, number=value, path=path)


ROLES: dict[str, Filling] = {
    "start": date(29, 5, 2024),
    "end": date(31, 5, 2024),
    "bad": date(31, 6, 2024),
    "leap": date(29, 2, None),
    "never": date(30, 2, None),
    "country": Name(text="Nhật Bản", place=HERE, register="countries", key="JP"),
    "nowhere": Name(text="Nhật Bổn", place=HERE, register="countries"),
    "part": number("319"),
    "percent": number("40.03", "0.01", "percent"),
    "odd": number("41.7", "0.1", "percent"),
    "three": number("3"),
    "nothing": (),
    "one": Phrase(text="UBND tỉnh", place=HERE),
    "other": Phrase(text="Ủy ban nhân dân tỉnh", place=HERE),
    "third": Phrase(text="Sở Y tế", place=HERE),
    "this": ordinal(3),
    "previous": ordinal(2),
    "deeper": ordinal(4, "1."),
    "cited": citation(),
    "named": citation("HĐND tỉnh"),
    "longer": citation("HĐND tỉnh Long An"),
    "alien": citation("UBND huyện"),
    "later": citation(day=9),
    "gap": Blank(text="…", place=HERE, missing="number"),
    "list": (number("2"), number("3"), number("4")),
    "money": number("5", unit="VND"),
}


def verdict(formula: str) -> Verdict:
    return decide(parse(formula), ROLES, Units()).verdict


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_the_documented_example_holds(name: str) -> None:
    assert name in FUNCTIONS[name].example
    assert verdict(FUNCTIONS[name].example) == Verdict.HOLDS


@pytest.mark.parametrize(
    "formula",
    [
        "sum(list) == 9", "count(list) == 3", "mean(list) == 3", "min(list) == 2", "max(list, 7) == 7", "abs(2 - 5) == 3",
        "round(-2.5, 1) == -3", "days(start, start) == 1", "year(end) == 2024", "3 in list",
        "between(start, start, end)", "filled(one)", "exists(leap)", "same_name(other, one)", "agrees(named, longer)",
    ],
)  # fmt: skip
def test_what_holds(formula: str) -> None:
    assert verdict(formula) == Verdict.HOLDS


@pytest.mark.parametrize(
    "formula",
    [
        "sum(list) == 10", "5 in list", "between(5, 1, 3)", "between(end, start, start)", "filled(gap)", "known(nowhere)", "exists(bad)",
        "exists(never)", "attainable(three, odd)", "same_name(one, third)", "follows(previous, this)", "follows(this, this)",
        "follows(deeper, this)", "agrees(cited, later)", "agrees(named, alien)", "one == third", "one != one",
    ],
)  # fmt: skip
def test_what_is_broken(formula: str) -> None:
    assert verdict(formula) == Verdict.BROKEN


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("sum(list, money) == 5", "units"),
        ("money == three", "units"),
        ("start == three", "units"),
        ("year(three) == 2024", "date"),
        ("year(bad) == 2024", "date"),
        ("days(three, end) == 2", "date"),
        ("sum(one) == 2", "number"),
        ("three / (three - 3) == 1", "zero"),
        ("nobody == three", "role"),
        ("one < other", "comparison"),
        ("cited.issuer == one", "attribute"),
        ("known(one)", "name"),
        ("exists(one)", "date"),
        ("follows(one, other)", "ordinal"),
        ("agrees(one, other)", "citation"),
        ("attainable(one, percent)", "number"),
    ],
)
def test_what_cannot_be_decided_says_why(formula: str, reason: str) -> None:
    outcome = decide(parse(formula), ROLES, Units())
    assert (outcome.verdict, outcome.reason) == (Verdict.UNKNOWN, reason)


def test_attributes_of_a_citation() -> None:
    cited = Citation(text="", place=HERE, number="18", number_year=2019, date=date(6, 12, 2019), issuer="HĐND tỉnh")
    for formula in ("cited.year == year(cited.date)", "same_name(cited.issuer, council)"):
        council = Phrase(text="HĐND tỉnh Long An", place=HERE)
        assert decide(parse(formula), {"cited": cited, "council": council}, Units()).verdict == Verdict.HOLDS


def test_a_borrowed_year_may_be_the_year_before() -> None:
    borrowed = Date(text="28/12", place=HERE, day=28, month=12, year=2023, borrowed=True)
    for year, holds in ((2023, True), (2022, True), (2021, False)):
        stated = number(str(year))
        assert (decide(parse("date.year == stated"), {"date": borrowed, "stated": stated}, Units()).verdict != Verdict.BROKEN) == holds
