"""May one figure be a part of another? By unit and by the kind of thing counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.figure import Figure
from checker.units import RATIOS

_PLAIN_PAIRS = frozenset({"", "over"})
TIMES = frozenset(("minute", "hour", "day", "week", "month", "quarter", "year"))
Families = Mapping[str, Sequence[str]]


def is_plain(figure: Figure) -> bool:
    """A figure that says how many or how much: no percentage, no per mille, no rate, no end of a range, no denominator."""
    return figure.unit not in RATIOS and (not figure.per or figure.flow) and figure.pair in _PLAIN_PAIRS


def is_duration(figure: Figure) -> bool:
    """How long something lasts ("03 năm"): never a part of what is counted."""
    return figure.unit in TIMES


def same_kind(one: Figure, other: Figure) -> bool:
    """Do both count the same kind of thing, as far as they say?"""
    return one.unit == other.unit and (one.counted == other.counted or not one.counted or not other.counted)


def may_be_part(whole: Figure, part: Figure, families: Families) -> bool:
    """The same unit; the same kind, one left out, or kinds of one family ("vị trí" filled by "người")."""
    if part.flow and whole.per != part.per:
        return False
    if whole.unit != part.unit:
        return not part.unit and not part.counted and bool(whole.unit) and part.quantity.whole
    return same_kind(whole, part) or are_kin(whole, part, families) or _named_alike(whole, part)


def _named_alike(one: Figure, other: Figure) -> bool:
    """ "147 hộ kinh doanh", of them "19 hộ"."""
    first, second = one.label.split(maxsplit=1)[:1], other.label.split(maxsplit=1)[:1]
    return bool(first) and first == second


def are_kin(one: Figure, other: Figure, families: Families) -> bool:
    """Do both count kinds of one family?"""
    return any(one.counted in family and other.counted in family for family in families.values())
