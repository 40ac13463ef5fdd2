"""The functions that a formula may call: a closed list, each with an example that the tests evaluate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from checker.formula import amounts, written
from checker.formula.values import Value


@dataclass(frozen=True)
class Function:
    """`apply` takes values where `on_values`, else what plays the roles. `gives` is what comes out: an amount "like" its arguments, a plain
    "number", the "truth", or something else ("")."""

    fewest: int
    most: int
    summary: str
    example: str
    on_values: bool
    apply: Callable[..., Value]
    gives: Literal["like", "number", "truth", ""] = "truth"


FUNCTIONS: Mapping[str, Function] = {
    "sum": Function(1, 99, "the sum of a list, or of several numbers", "sum(2, 3) == 5", True, amounts.total, "like"),
    "count": Function(1, 99, "how many items a list has", "count(2, 3) == 2", True, amounts.count, "number"),
    "mean": Function(1, 99, "the arithmetic mean", "mean(2, 4) == 3", True, amounts.mean, "like"),
    "min": Function(1, 99, "the least", "min(2, 4) == 2", True, amounts.extreme(min), "like"),
    "max": Function(1, 99, "the greatest", "max(2, 4) == 4", True, amounts.extreme(max), "like"),
    "abs": Function(1, 1, "without its sign", "abs(-2) == 2", True, amounts.without_sign, "like"),
    "round": Function(2, 2, "rounded half up to a step", "round(2.25, 0.1) == 2.3", True, amounts.rounded, "like"),
    "days": Function(2, 2, "the days from the first date to the second, both counted", "days(start, end) == 3", True, amounts.days, ""),
    "year": Function(1, 1, "the year of a date", "year(start) == 2024", True, amounts.part_of_date("year"), "number"),
    "month": Function(1, 1, "the month of a date", "month(start) == 5", True, amounts.part_of_date("month"), "number"),
    "between": Function(3, 3, "does the first lie from the second to the third?", "between(2, 1, 3)", True, amounts.between),
    "exists": Function(1, 1, "is the date in the calendar?", "exists(start)", False, written.exists),
    "filled": Function(1, 1, "is something written there?", "filled(start)", False, written.filled),
    "none": Function(1, 1, "is the list empty?", "none(nothing)", False, written.none),
    "known": Function(1, 1, "does the register have the name?", "known(country)", False, written.known),
    "attainable": Function(
        2, 2, "can the part be that percentage of a whole number?", "attainable(part, percent)", False, written.attainable
    ),
    "same_name": Function(
        2, 2, "the same name, allowing for abbreviations and for a shorter form", "same_name(one, other)", False, written.is_same_name
    ),
    "follows": Function(
        2,
        2,
        "does the number come right after the other in its sequence, or as the first below it?",
        "follows(this, previous)",
        False,
        written.follows,
    ),
    "agrees": Function(2, 2, "do two citations give the same date and issuer?", "agrees(cited, cited)", False, written.agrees),
}
