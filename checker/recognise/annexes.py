"""The names of annexes: "01", "1" and "I" are one."""

from __future__ import annotations

from checker.recognise.markers import roman_sum

_NUMERALS = frozenset("IVX")


def annex_number(name: str) -> str:
    """The name as it is compared; letters stay as they are."""
    numerals = name.upper()
    return str(roman_sum(numerals)) if numerals and set(numerals) <= _NUMERALS else name.lower().lstrip("0")
