"""What optical recognition may have taken for something else: for a broken check, the one figure that it may have misread.

A figure may be another by one digit: any digit where recognition was unsure, else one that looks like what was read (1 and 7, 3 and 8 …); by
a digit or a separator lost or seen where there is none. What makes the check hold explains it, and then the check is a warning.
Where several checks are broken, the reading that mends most of them is named. A figure that takes part in a check that holds was
read rightly. Where no digit explains it, a row of a table, or an item of a list, may have been taken for another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from checker.figure import Figure, Name, Written
from checker.formula.expression import Comparison
from checker.formula.outcome import Verdict
from checker.formula.stated import OTHERS, figures_in
from checker.place import Place, Spot
from checker.report import Check, Misread, Severity
from checker.slips import mends, needed
from checker.text import bare
from checker.units import Units

Confidence = Callable[[Place], int | None]

UNSURE = 80
"""Less sure than that, a figure may be anything that differs in one digit."""

_ALIKE = ("17", "38", "56", "08", "06")
_MOST_FIGURES = 60
_MOST_CHECKS = 200
_LONGEST = 18
_SEPARATORS = ".,"
_ENOUGH = 3


Row = tuple[str, str, int]
"""A rule, a table and a row of it."""


class Other(NamedTuple):
    """Another reading of a figure: its digits, and how many of them are decimals, as they would be written."""

    text: str
    value: Fraction


class _Way(NamedTuple):
    """A figure and what it would have to be."""

    spot: Spot
    figure: Figure
    text: str
    sure: int


def excused(checks: Sequence[Check], confidence: Confidence, units: Units) -> tuple[Check, ...]:
    """The checks; those broken that a misreading explains are warnings that say so."""
    confirmed = _confirmed(checks)
    broken = [(number, check) for number, check in enumerate(checks) if check.finding and check.verdict == Verdict.BROKEN]
    ways = {number: list(_ways(check, confidence, units, confirmed)) for number, check in broken[:_MOST_CHECKS]}
    votes = Counter(key for some in ways.values() for key in {(way.spot, way.text) for way in some})
    rows = _broken_rows(check for _, check in broken)
    out = [*checks]
    for number, check in broken:
        found = ways.get(number)
        best = max(found, key=lambda way: (votes[way.spot, way.text], -way.sure)) if found else None
        misread = Misread(best.figure, best.text) if best else _unsure(check, confidence) or _structure(check, confidence, rows)
        if misread is not None:
            out[number] = replace(check, misread=misread, severity=min(check.severity, Severity.WARNING, key=lambda s: s.rank))
    return tuple(out)


def _broken_rows(checks: Iterable[Check]) -> frozenset[Row]:
    """The rows of tables in which several columns are at odds with what they are made of."""
    columns: dict[Row, set[int]] = defaultdict(set)
    for check in checks:
        if check.place.table and check.place.row and check.place.col:
            columns[check.rule, check.place.table, check.place.row].add(check.place.col)
    return frozenset(row for row, found in columns.items() if len(found) > 1)


def _structure(check: Check, confidence: Confidence, rows: frozenset[Row]) -> Misread | None:
    """Where several columns of one row are at odds, a row was misread rather than all of them miswritten; a list that is counted
    may have lost an item."""
    row = check.rule, check.place.table or "", check.place.row or 0
    listed = any(
        isinstance(filling, tuple) and not any(isinstance(item, Figure) for item in filling) for filling in check.claim.roles.values()
    )
    if confidence(check.place) is None or check.severity == Severity.NOTE or not (row in rows or listed):
        return None
    return Misread(check.claim.at, structure=True)


def _confirmed(checks: Iterable[Check]) -> frozenset[Spot]:
    """Where figures stand of which a check that compares several says that they fit together."""
    held = (c for c in checks if c.verdict == Verdict.HOLDS and isinstance(c.formula, Comparison) and len(c.figures) >= _ENOUGH)
    return frozenset(written.place.spot for check in held for _, written in check.figures)


def _ways(check: Check, confidence: Confidence, units: Units, confirmed: frozenset[Spot]) -> Iterator[_Way]:
    if not isinstance(check.formula, Comparison):
        return
    figures = [figure for figure in figures_in(check.claim.roles) if figure.pair != OTHERS]
    for figure in figures[:_MOST_FIGURES]:
        sure = confidence(figure.place)
        if sure is None or (figure.place.spot in confirmed and sure >= UNSURE):
            continue
        near = figure.quantity.step * (len(figures) + 1)
        for value in needed(check.formula, check.claim.roles, units, figure):
            for other in readings(figure, sure):
                if abs(other.value - value) <= near and mends(check.formula, check.claim.roles, units, figure, other.value):
                    yield _Way(figure.place.spot, figure, other.text, sure)


def readings(figure: Figure, sure: int) -> Iterator[Other]:
    """What a figure may have been before it was recognised."""
    text = figure.text
    digits = re.sub(r"\D", "", text)
    if not figure.quantity.value or not digits.strip("0") or len(digits) > _LONGEST:
        return
    unit = figure.quantity.value / int(digits)
    for changed in sorted(set(_changed(digits, sure))):
        if changed != digits and changed.strip("0"):
            yield Other(_written(changed, text), unit * int(changed))
    yield from _without_separator(figure, digits, unit)


def _changed(digits: str, sure: int) -> Iterator[str]:
    for place, digit in enumerate(digits):
        for other in "0123456789":
            alike = "".join(sorted((digit, other))) in _ALIKE
            if alike or sure < UNSURE:
                yield digits[:place] + other + digits[place + 1 :]
        yield digits[:place] + digits[place + 1 :]
    if sure < UNSURE:
        yield from (digits[:place] + new + digits[place:] for place in range(len(digits) + 1) for new in "0123456789")


def _without_separator(figure: Figure, digits: str, unit: Fraction) -> Iterator[Other]:
    """With a decimal mark that was not seen, or without one that was."""
    if figure.quantity.whole and figure.text.isdigit():
        for decimals in (1, 2, 3):
            if len(digits) > decimals:
                yield Other(f"{digits[:-decimals]},{digits[-decimals:]}", unit * Fraction(int(digits), 10**decimals))
    elif not figure.quantity.whole:
        decimals = len(re.split(f"[{_SEPARATORS}]", figure.text)[-1])
        yield Other(digits, unit * int(digits) * 10**decimals)


def _written(digits: str, like: str) -> str:
    """Digits with the separators of a figure, counted from its end."""
    out = []
    left = [*digits]
    for sign in reversed(like):
        if not left:
            break
        out.append(left.pop() if sign.isdigit() else sign)
    group = next((sign for sign in like if sign in _SEPARATORS), "") if len(digits) > sum(map(str.isdigit, like)) else ""
    grouped = like.count(group) > 1 or re.search(r"[.,]\d{3}\Z", like) if group else None
    while left:
        run = len("".join(reversed(out)).split(group)[0]) if grouped else 0
        if grouped and run == 3:
            out.append(group)
        out.append(left.pop())
    return "".join(reversed(out)).lstrip("".join(_SEPARATORS))


def _unsure(check: Check, confidence: Confidence) -> Misread | None:
    """Of a check that no digit explains: a name that only lacks its marks, or the least sure of what is compared, if it is not sure at all."""
    if check.severity == Severity.NOTE:
        return None
    sure: dict[int, list[Written]] = defaultdict(list)
    for _, written in check.figures:
        if isinstance(written, Name) and written.nearest and bare(written.nearest[0]).lower() == bare(written.text).lower():
            return Misread(written, written.nearest[0]) if confidence(written.place) is not None else None
        known = confidence(written.place)
        if known is not None and known < UNSURE:
            sure[known].append(written)
    return Misread(sure[min(sure)][0]) if sure else None
