"""The working, as the report's author would write it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.figure import Figure
from checker.formula.decide import decide
from checker.formula.explain import Scale, explain
from checker.formula.parse import parse
from checker.formula.stated import Filling, Stated
from checker.locales import Style
from checker.place import Place
from checker.units import Units
from checker.wording import format_number


@pytest.fixture
def working(figure: Callable[[str], Figure], units: Units) -> Callable[..., str]:
    """The working of a formula; a role given as a text is a figure, as a list a list of figures."""

    def told(formula: str, rounded: tuple[str, ...] = (), **roles: str | list[str] | Stated) -> str:
        fillings: dict[str, Filling] = {}
        for role, given in roles.items():
            if isinstance(given, str):
                fillings[role] = figure(given)
            else:
                fillings[role] = given if isinstance(given, Stated) else tuple(map(figure, given))
        expression = parse(formula)
        outcome = decide(expression, fillings, units, rounded)
        stated = next(iter(fillings.values()))
        scale = Scale(fillings, stated if isinstance(stated, Figure) else None, units.base)
        return explain(expression, fillings, outcome, scale, lambda value, decimals: format_number(value, decimals, Style(".", ",")))

    return told


SUM = "whole == sum(parts)"
SHARE = "percent == 100 * part / whole"


def test_a_broken_sum(working: Callable[..., str]) -> None:
    parts = [f"{n} người" for n in (26, 14, 3, 5, 2, 1, 4)]
    assert working(SUM, whole="56 người", parts=parts) == "26 + 14 + 3 + 5 + 2 + 1 + 4 = 55 ≠ 56"
    assert working(SUM, whole="55 người", parts=parts) == "26 + 14 + 3 + 5 + 2 + 1 + 4 = 55 = 55"


def test_figures_stand_as_they_were_written(working: Callable[..., str]) -> None:
    assert working(SUM, whole="2.010 người", parts=["2.000 người", "05 người"]) == "2.000 + 05 = 2.005 ≠ 2.010"


def test_a_sum_by_rounding(working: Callable[..., str]) -> None:
    assert working(SUM, whole="200,1 ha", parts=["120,5 ha", "79,5 ha"]) == "120,5 + 79,5 = 200 ≈ 200,1"


def test_different_multiples_are_shown_in_that_of_the_stated_figure(working: Callable[..., str]) -> None:
    told = working(SUM, whole="14,6 tỷ đồng", parts=["9.120 triệu đồng", "5.620 triệu đồng"])
    assert told == "9,12 + 5,62 = 14,74 ≠ 14,6"


def test_a_product(working: Callable[..., str]) -> None:
    told = working("amount == quantity * price", amount="4.500 nghìn đồng", quantity="10 suất", price="350 nghìn đồng")
    assert told == "10 × 350 = 3.500 ≠ 4.500"


def test_figures_of_another_dimension_keep_their_own_unit(working: Callable[..., str]) -> None:
    told = working("percent == 100 * part / whole", percent="48,9%", part="14,6 tỷ đồng", whole="30.200 triệu đồng")
    assert told == "100 × 14,6 ÷ 30,2 = 48,344 ≠ 48,9"


def test_a_share(working: Callable[..., str]) -> None:
    assert working(SHARE, percent="66,7%", part="2 người", whole="3 người") == "100 × 2 ÷ 3 = 66,667 ≈ 66,7"
    assert working(SHARE, percent="60,7%", part="2 người", whole="3 người") == "100 × 2 ÷ 3 = 66,667 ≠ 60,7"


def test_brackets_stand_where_the_arithmetic_needs_them(working: Callable[..., str]) -> None:
    figures = {"percent": "50%", "now": "120 người", "before": "100 người"}
    assert working("percent == 100 * (now - before) / before", **figures) == "100 × (120 − 100) ÷ 100 = 20 ≠ 50"
    assert working("percent == now - (before - now)", **figures) == "120 − (100 − 120) = 140 ≠ 50"
    assert working("percent == now / (before * now)", **figures).startswith("120 ÷ (100 × 120) = ")


def test_limits(working: Callable[..., str]) -> None:
    assert working("part <= whole", part="319 người", whole="797 người") == "319 ≤ 797"
    assert working("part <= whole", part="979 người", whole="797 người") == "979 ≰ 797"


def test_the_documents_own_formula_is_spelled_out(working: Callable[..., str], figure: Callable[[str], Figure]) -> None:
    operands = {"c4": figure("4 lớp"), "c5": figure("30 người")}
    stated = Stated(text="(6) = (4) x (5)", place=Place(), expression=parse("c4 * c5"), operands=operands)
    assert working("target == stated", target="125 người", stated=stated) == "4 × 30 = 120 ≠ 125"
