"""Numbers in parts, each with a multiple of its own: "165 tỷ 603 triệu 599 nghìn đồng", "2 nghìn 500 hộ", "3 billion 654 million".

The parts stand side by side, from large to small, nothing but blanks between them; a part is smaller than one of the
part before it. One figure is made of all of them, in the multiple of the last. What looks like one and is not certain
("2 tỷ 5", "1 triệu 200 người") is no figure at all, nor are its parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from checker.locales import Locale, Style
from checker.quantity import Quantity
from checker.recognise.measures import MONEY, Measure, bare_multiples, read_measure, read_multiple
from checker.recognise.numbers import DIGITS, read_number
from checker.text import Text

_NEXT = re.compile(r"\s{1,3}(?=\d)")
_SHORT = 3
_MOST = 5
_CONTINUES = re.compile(r"\s?[-–/%]|\)|[^\W\d_]")


class Part(NamedTuple):
    """Digits from `start` to `end` and the power of ten that the word behind them stands for."""

    quantity: Quantity
    power: int
    start: int
    end: int


class Compound(NamedTuple):
    """The quantity in the multiple of its last part, whose digits end at `end`; None where it cannot be read for certain."""

    quantity: Quantity | None
    measure: Measure
    end: int


def read_compound(text: Text, digits: int, currency: str, locale: Locale, style: Style) -> Compound | None:
    """What begins at `digits`; None where that is no number in parts. `currency` is what stands before it."""
    folded, number = text.folded, DIGITS.match(text.value, digits)
    multiple = locale.multiples.match(folded, number.end()) if number else None
    if multiple is None or not _NEXT.match(folded, multiple.end):
        return None
    first = _part(text, digits, locale, style)
    if first is None or not first.quantity.whole:
        return None
    parts, position = [first], multiple.end
    while len(parts) < _MOST and (gap := _NEXT.match(folded, position)):
        part = _part(text, gap.end(), locale, style)
        if part is None or part.power == parts[-1].power or not parts[-1].quantity.whole:
            break
        if not part.power:
            return _ended(parts, part, folded, currency, locale)
        if not _follows(part, parts[-1]):
            return _refused(part)
        parts.append(part)
        position = _behind(folded, part.end, locale)
    return _compound(parts, _measure(parts, folded, currency, locale)) if len(parts) > 1 else None


def _part(text: Text, digits: int, locale: Locale, style: Style) -> Part | None:
    match = DIGITS.match(text.value, digits)
    quantity = read_number(match[0], style) if match else None
    if match is None or quantity is None:
        return None
    multiple = locale.multiples.match(text.folded, match.end())
    return Part(quantity, multiple.value if multiple else 0, digits, match.end())


def _behind(folded: str, end: int, locale: Locale) -> int:
    multiple = locale.multiples.match(folded, end)
    return multiple.end if multiple else end


def _follows(part: Part, before: Part) -> bool:
    """Does it count less than one of the part before it?"""
    return part.power < before.power and part.quantity.value < 10**_SHORT and part.quantity.value < 10 ** (before.power - part.power)


def _ended(parts: Sequence[Part], last: Part, folded: str, currency: str, locale: Locale) -> Compound | None:
    """A last part without a multiple: "2 nghìn 500 hộ" is one, "3 tỷ 500.000.000 đồng" too; "2 tỷ 5" may be 2,5 tỷ."""
    measure = read_measure(folded, last.end, locale)
    long = last.quantity.whole and 10 ** (parts[-1].power - 1) <= last.quantity.value < 10 ** parts[-1].power
    if long and (measure.unit or measure.counted or currency) and not measure.power:
        return _compound([*parts, last], read_multiple(folded, last.end, currency, locale) if currency else measure)
    doubtful = last.end - last.start <= _SHORT and not _CONTINUES.match(folded, last.end)
    if doubtful and (measure.counted or measure.unit in MONEY or not measure.known):
        return _refused(last)
    return _compound(parts, _measure(parts, folded, currency, locale)) if len(parts) > 1 else None


def _refused(last: Part) -> Compound:
    return Compound(None, Measure(0, "", "", "", last.end), last.end)


def _measure(parts: Sequence[Part], folded: str, currency: str, locale: Locale) -> Measure:
    """The measure behind the last part; the locale's own money where nothing is, and one of its multiples may stand alone."""
    last = parts[-1]
    if currency:
        return read_multiple(folded, last.end, currency, locale)
    measure = read_measure(folded, last.end, locale)
    if measure.unit or measure.counted:
        return measure
    end = _behind(folded, last.end, locale)
    alone = any(folded[part.end : _behind(folded, part.end, locale)].strip() in bare_multiples(locale) for part in parts)
    return Measure(last.power, locale.section("money")["default"] if alone else "", "", "", end)


def _compound(parts: Sequence[Part], measure: Measure) -> Compound:
    last = parts[-1]
    value = sum((part.quantity.value * 10 ** (part.power - last.power) for part in parts), Fraction(0))
    grain = next(
        (part.quantity.grain * 10 ** (part.power - last.power) for part in reversed(parts) if part.quantity.value), last.quantity.grain
    )
    return Compound(Quantity(value, last.quantity.step, None, grain, last.quantity.whole), measure, last.end)
