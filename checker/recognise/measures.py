"""What stands after a number: "%", "triệu đồng/hộ/năm", "ngàn USD", "lượt người", "m²".

Reads the multiple, the unit or the kind of thing counted, and what it is reckoned by.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.lexicon import Lexicon
from checker.locales import Locale
from checker.text import fold_words
from checker.units import PERCENT, RATIOS

_PER = re.compile(r"\s?/\s?(?=[^\W\d_])")
_PER_WORD = re.compile(r"[^\W\d_]{1,12}")
_PERCENT = re.compile(r"\s{0,2}%")
_THEN_DIGIT = re.compile(r"\s{1,3}\d")
_MOST_PER = 3
CALENDAR = frozenset({"day", "month", "quarter", "year"})
_EXACT = frozenset({"", "minute", "hour", "day", "week", "month", "quarter", "year"})


class Measure(NamedTuple):
    """`power` of ten, unit, counted kind and rate read from `start` on; `end` is where reading stopped; `flow`: so much in a time."""

    power: int
    unit: str
    counted: str
    per: str
    end: int
    flow: bool = False

    @property
    def known(self) -> bool:
        return bool(self.unit or self.counted or self.power)

    @property
    def whole_is_exact(self) -> bool:
        """Is a whole number of these exact (people, full đồng), not rounded (hectares, points, thousands)?"""
        return not self.power and (self.unit in _EXACT or self.unit in MONEY)


MONEY = frozenset({"VND", "USD", "EUR", "JPY", "KRW"})


def read_measure(folded: str, position: int, locale: Locale) -> Measure:
    """The measure that begins at `position`; one with nothing known where nothing is."""
    percent = _PERCENT.match(folded, position)
    if percent:
        return _with_rate(Measure(0, PERCENT, "", "", percent.end()), folded, locale)
    power, after = 0, position
    joined = _joined(locale).match(folded, position)
    if joined is not None:
        return _with_rate(Measure(6, locale.section("money")["default"], "", "", joined.end), folded, locale)
    multiple = locale.multiples.match(folded, position)
    if multiple is not None:
        power, after = multiple.value, multiple.end
    thing = _thing(folded, after, locale)
    if thing is None and multiple is not None:
        word = folded[multiple.start : multiple.end]
        if word in locale.words("powers", "alone"):
            return Measure(power, "", "", "", after)
        if word not in bare_multiples(locale):
            return Measure(0, "", "", "", position)
        return _with_rate(Measure(power, locale.section("money")["default"], "", "", after), folded, locale)
    if thing is None:
        return Measure(0, "", "", "", position)
    unit, counted, end = thing
    return _with_rate(Measure(power, unit, counted, "", end), folded, locale)


def read_multiple(folded: str, position: int, unit: str, locale: Locale) -> Measure:
    """The measure of a number whose unit is known already: the multiple that begins at `position`, and the rate."""
    multiple = locale.multiples.match(folded, position)
    power, end = (0, position) if multiple is None else (multiple.value, multiple.end)
    return _with_rate(Measure(power, unit, "", "", end), folded, locale)


def _thing(folded: str, position: int, locale: Locale) -> tuple[str, str, int] | None:
    """Unit or counted kind at `position`: the longer phrase of the two."""
    unit = locale.units.match(folded, position)
    counted = locale.counted.match(folded, position)
    if unit is not None and unit.value in CALENDAR and _THEN_DIGIT.match(folded, unit.end):
        unit = None
    if unit is not None and (counted is None or unit.end >= counted.end):
        return unit.value, "", unit.end
    return None if counted is None else ("", counted.value, counted.end)


def _with_rate(measure: Measure, folded: str, locale: Locale) -> Measure:
    """Reads "/người/tháng" and adds it."""
    rates: list[str] = []
    times = 0
    end = measure.end
    while len(rates) < _MOST_PER and (slash := _PER.match(folded, end)):
        thing = _thing(folded, slash.end(), locale)
        word = _PER_WORD.match(folded, slash.end())
        if word is None:
            break
        rates.append(folded[slash.end() : thing[2]] if thing else word[0])
        times += thing is not None and thing[0] in _EXACT and bool(thing[0])
        end = thing[2] if thing else word.end()
    physical = bool(measure.unit) and measure.unit not in (*MONEY, *RATIOS)
    return measure._replace(per="/".join(rates), end=end, flow=physical and times == len(rates) == 1)


@lru_cache(maxsize=8)
def _joined(locale: Locale) -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(locale.section("money")["joined"], True))


@lru_cache(maxsize=8)
def bare_multiples(locale: Locale) -> frozenset[str]:
    """The multiples that mean money where nothing follows ("14,6 tỷ")."""
    return frozenset(fold_words(word) for word in locale.section("money")["bare_multiples"])
