"""Figures in running text: number, unit, bound, kind of thing counted, label.

A number inside a name or reference is no figure ("Covid-19", "Điều 5", "đợt 3/2022"); one that may be ("Bình Thành 2")
is an uncertain one, which only a list of the same shape makes a figure of.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

import msgspec

from checker.figure import Figure
from checker.lexicon import Hit
from checker.locales import Locale, Style
from checker.quantity import Bound, Quantity
from checker.recognise.compounds import read_compound
from checker.recognise.kinds import TIMES
from checker.recognise.measures import Measure, read_measure, read_multiple
from checker.recognise.numbers import DIGITS, read_number
from checker.text import Text
from checker.units import RATIOS

_GLUED = re.compile(r"[^\W\d_][-–]?\Z|[_@]\Z")
_LETTER = re.compile(r"[^\W\d_]")
_REFERENCE = re.compile(r"\d+(?:[.,/-]\d+){0,12}[a-zA-ZđĐ]?(?![^\W_])")
_DECIMAL = re.compile(r"\d+[.,]\d+(?=\s?[^\W\d_])")
_ENUMERATED = re.compile(r"\)\s")
_ENUMERATES = re.compile(r"(?:\A|[:;,.]\s{0,3}|\A\s*)\(\Z")
_ADDED = re.compile(r"\+[\w.…]")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_MONTH_AND_YEAR = re.compile(r"\d{1,2}\s?/\s?(?:19|20)\d\d(?!\d)")
_SLASH_NUMBER = re.compile(r"\s?/\s?\d")
_SLASH_BEFORE = re.compile(r"[^\s(]\s?/\s?\Z")
_LABEL = re.compile(r"[^,;:.()\n]*")
_CAPITALISED = re.compile(r"(?:\A|(?<=[^\w]))(?P<word>[^\W\d_][^\W\d_]*)\s\Z")
_NAME_AND_YEAR = re.compile(r"\d{1,4}\s?/\s?(?:19|20)\d\d(?![\d/])")
_PHONE = re.compile(r"(?:0\d{8,11}|0\d{2,3}(?:[ .-]\d{3,4}){2,3}|(?<=\+)84(?:[ .-]?\d{2,4}){3,4})(?!\d)")
_PART_BEFORE = re.compile(r"(?<!\d)\d{1,3}(?:\.\d{3})?\s[^\W\d_]{1,8}\s\Z")
_LONGEST_PART = 20
_MOST_LABEL = 60
_LENGTHS = frozenset({"metre", "kilometre"})
_NAME_NUMBER = 99
_LONGEST_NAME_NUMBER = 4
_DAYS, _MONTHS = 31, 12
_EXACT = Fraction(0)


def reference_end(text: Text, digits: int, locale: Locale) -> int | None:
    """Where a number that is part of a name or reference ends, or None where it is none."""
    value, folded = text.value, text.folded
    phone = _PHONE.match(value, digits)
    if phone is not None:
        return phone.end()
    money = money_before(folded, digits, locale)
    end = _REFERENCE.match(value, digits)
    stop = end.end() if end else digits + 1
    number = DIGITS.match(value, digits)
    after = number.end() if number else stop
    if digits and money is None and _GLUED.search(value, max(0, digits - 2), digits):
        separated = value[digits - 1] in "-–" and read_measure(folded, after, locale).known
        return None if separated else stop
    if _ENUMERATED.match(value, after) and _ENUMERATES.search(value, max(0, digits - 6), digits):
        return after
    if _ADDED.match(value, after) or (digits and value[digits - 1] == "+" and digits > 1 and value[digits - 2].isalnum()):
        return after
    if value[after : after + 1].isalpha() and not _measure(folded, digits, after, locale).known:
        return max(stop, after + 1)
    return _named_end(text, digits, stop, locale)


def _named_end(text: Text, digits: int, stop: int, locale: Locale) -> int | None:
    """Where a number ends that a word before it makes a name of ("Điều 5", "đợt 3/2022"), or None where none does."""
    value, folded = text.value, text.folded
    before = locale.identifiers.before(folded, digits)
    if before is not None and _is_measured(text, digits, stop, locale):
        return None
    if before is None or before.value == "never" or (before.value != "always" and _YEAR.match(value, digits)):
        return None
    if before.value == "unless_dated" and (_MONTH_AND_YEAR.match(value, digits) or _measure(folded, digits, stop, locale).counted):
        return None
    if before.value == "unless_counted":
        of_a_year = _NAME_AND_YEAR.match(value, digits)
        if of_a_year is not None:
            return of_a_year.end()
        return None
    return stop


def _named(text: Text, start: int, end: int, locale: Locale) -> bool:
    """Does a word before it, as "khu phố" or "quý I", make a name of a short number that counts nothing?"""
    before = locale.identifiers.before(text.folded, start)
    named = before is not None and before.value == "unless_counted"
    return named and end <= start + _LONGEST_NAME_NUMBER and not _SLASH_NUMBER.match(text.folded, end)


def read_figure(text: Text, digits: int, locale: Locale, style: Style) -> Figure | None:
    """The figure whose digits begin at offset `digits`, or None where the number cannot be read for certain."""
    match = DIGITS.match(text.value, digits)
    if match is None:
        return None
    start, end = match.span()
    money = money_before(text.folded, start, locale)
    compound = read_compound(text, start, money.value if money else "", locale, style)
    if compound is not None:
        end = compound.end
    measure = _measure(text.folded, start, end, locale) if compound is None else compound.measure
    pair = _pair(text, start, measure, locale)
    if pair in ("over", "from") and not measure.known:
        measure = _measure_of_second(text, end, locale)
    lenient = bool(measure.unit or measure.power)
    quantity = read_number(match[0], style, lenient) if compound is None else compound.quantity
    if quantity is None or (quantity.value.denominator > 1 and measure.counted and not (measure.power or measure.per)):
        return None
    return Figure(
        text=text.value[start:end],
        place=text.place(start, end),
        start=start,
        end=end,
        label=_label(text, end),
        quantity=_scaled(quantity, measure, _bound(text, start if money is None else money.start, measure.end, locale)),
        unit=measure.unit,
        power=measure.power,
        counted=measure.counted,
        per=measure.per,
        flow=measure.flow,
        pair=pair,
        certain=measure.known or not (_named(text, start, end, locale) or _may_be_a_name(text, start, quantity, pair)),
    )


def unread_end(text: Text, digits: int, locale: Locale, style: Style) -> int:
    """Where a number ends that is no figure: behind the last part of "2 tỷ 5"."""
    match = DIGITS.match(text.value, digits)
    compound = read_compound(text, digits, "", locale, style)
    return compound.end if compound else match.end() if match else digits + 1


def scale(quantity: Quantity, measure: Measure) -> Quantity:
    """The quantity in its unit, with the step that it has as a figure of that measure."""
    return _scaled(quantity, measure, None)


def _scaled(quantity: Quantity, measure: Measure, bound: Bound | None) -> Quantity:
    exact = quantity.step == 1 and measure.whole_is_exact
    scaled = quantity.times(Fraction(10) ** measure.power) if measure.power else quantity
    return msgspec.structs.replace(scaled, step=_EXACT if exact else scaled.step, bound=bound)


def money_before(folded: str, digits: int, locale: Locale) -> Hit[str] | None:
    """The currency that stands before a number: "USD 1,200", "$1.2 million"."""
    return locale.money_before.before(folded, digits)


def _is_measured(text: Text, digits: int, stop: int, locale: Locale) -> bool:
    """ "diện tích điều 450 ha", "đê điều 90 tỷ đồng": the word before is no article of a law. A time or a length says
    nothing: "lần thứ 2 năm 2024", "Quốc lộ 1 Km 1142"."""
    unit = _measure(text.folded, digits, stop, locale).unit
    return bool(unit) and (_DECIMAL.match(text.value, digits) is not None or (len(unit) > 1 and unit not in TIMES | RATIOS | _LENGTHS))


def _measure(folded: str, start: int, end: int, locale: Locale) -> Measure:
    """The measure of the number from `start` to `end`: behind it, or a currency before it."""
    measure = read_measure(folded, end, locale)
    money = None if measure.unit or measure.counted else money_before(folded, start, locale)
    return measure if money is None else read_multiple(folded, end, money.value, locale)


def _measure_of_second(text: Text, end: int, locale: Locale) -> Measure:
    """The measure of a pair stands after its second number."""
    second = DIGITS.search(text.value, end, end + 12)
    measure = read_measure(text.folded, second.end(), locale) if second else Measure(0, "", "", "", end)
    return measure._replace(end=end)


@lru_cache(maxsize=8)
def _range_patterns(locale: Locale) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    froms, tos = ("|".join(map(re.escape, sorted(locale.words("ranges", key), key=len, reverse=True))) for key in ("from", "to"))
    return (
        re.compile(rf"(?<![^\W\d_])(?:{froms})\s(?:[^\W\d_]{{1,6}}\s)?\Z"),
        re.compile(rf"\s?(?:{tos})\s?(?:[^\W\d_]{{1,6}}\s)?(?=\d)"),
        re.compile(rf"\d[^\d,;.()]{{0,40}}?\s?(?:{tos})\s?(?:[^\W\d_]{{1,6}}\s)?\Z"),
    )


def _pair(text: Text, start: int, measure: Measure, locale: Locale) -> str:
    folded = text.folded
    if _SLASH_NUMBER.match(folded, measure.end):
        return "over"
    if _SLASH_BEFORE.search(folded, max(0, start - 4), start):
        return "under"
    begins, follows, precedes = _range_patterns(locale)
    if follows.match(folded, measure.end) and (not measure.known or begins.search(folded, max(0, start - 16), start)):
        return "from"
    window = max(0, start - 60)
    if precedes.search(folded, window, start) and not folded[max(0, start - 3) : start].isspace():
        earlier = list(DIGITS.finditer(folded, window, start))[-1:]
        if earlier and _pair_begins(text, earlier[0].start(), earlier[0].end(), locale):
            return "to"
    return ""


def _pair_begins(text: Text, start: int, end: int, locale: Locale) -> bool:
    begins, follows, _ = _range_patterns(locale)
    measure = read_measure(text.folded, end, locale)
    while (part := _PART_BEFORE.search(text.folded, max(0, start - _LONGEST_PART), start)) is not None:
        start = part.start()
    return bool(follows.match(text.folded, measure.end)) and (
        not measure.known or bool(begins.search(text.folded, max(0, start - 16), start))
    )


def _bound(text: Text, start: int, end: int, locale: Locale) -> Bound | None:
    after = locale.bounds_after.match(text.folded, end)
    if after is not None:
        return after.value
    if text.value[start] == "0":
        return None
    before = locale.bounds.before(text.folded, start)
    return before.value if before is not None else None


def _may_be_a_name(text: Text, start: int, quantity: Quantity, pair: str) -> bool:
    """A small number right behind a capitalised word, or a bare pair that could be a day: part of a name perhaps."""
    if pair in ("over", "under"):
        return quantity.value <= _DAYS
    before = _CAPITALISED.search(text.value, max(0, start - 24), start)
    return before is not None and before["word"][0].isupper() and quantity.value <= _NAME_NUMBER and text.value[start] != "0"


def _label(text: Text, end: int) -> str:
    match = _LABEL.match(text.value, end, end + _MOST_LABEL)
    return " ".join(match[0].split()) if match else ""
