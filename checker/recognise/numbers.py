"""Digits → exact quantity, in the style of the document. Refuses rather than guesses.

"2.000"     → 2000, step 1          (style 1.234,5)
"14,6"      → 14.6, step 0.1
"1,234,567" → 1234567               groups of three with the other mark, twice: nothing else can be meant
"73.5134"   → None                  a typing slip hides what was meant
"1.5"       → None                  unless `lenient`: a unit beside it shows that no date or section is meant
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from checker.locales import Style
from checker.quantity import Quantity

MOST_DIGITS = 24
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_PLAIN = re.compile(r"\d+\Z")


@lru_cache(maxsize=16_384)
def read_number(text: str, style: Style, lenient: bool = False) -> Quantity | None:
    """The quantity that `text` (digits, dots and commas) writes, or None where that is not certain."""
    if len(text) > 2 * MOST_DIGITS or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    if _PLAIN.match(text):
        return _quantity(text, "")
    whole, decimals = _split(text, style)
    if whole is None and _unmistakable(text, style, lenient):
        whole, decimals = _split(text, Style(style.decimal, style.group))
    return None if whole is None else _quantity(whole, decimals)


def _split(text: str, style: Style) -> tuple[str | None, str]:
    """The digits before and after the decimal mark, or None where the text does not follow the style."""
    whole, mark, decimals = text.partition(style.decimal)
    if mark and not decimals.isdigit():
        return None, ""
    groups = whole.split(style.group)
    well_grouped = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3 and groups[0] != "0" and groups[0][0] != "0" and all(len(g) == 3 for g in groups[1:])
    )
    if not well_grouped or not all(map(str.isdigit, groups)):
        return None, ""
    return "".join(groups), decimals


def _unmistakable(text: str, style: Style, lenient: bool) -> bool:
    """Can `text`, which is not of this style, only be of the other one?"""
    other_decimal, other_group = style.group, style.decimal
    if text.count(other_group) > 1 or (other_group in text and other_decimal in text):
        return True
    whole, _, decimals = text.partition(other_decimal)
    return lenient and other_group not in text and len(decimals) <= 2 and len(whole) <= 4


def _quantity(whole: str, decimals: str) -> Quantity:
    digits = int(whole + decimals)
    scale = 10 ** len(decimals)
    significant = str(digits).rstrip("0")
    zeros = len(str(digits)) - len(significant) if significant else 0
    return Quantity(
        value=Fraction(digits, scale),
        step=Fraction(1, scale),
        grain=Fraction(10**zeros, scale),
        whole=not decimals,
    )
