"""What one cell of a table holds: a figure, nothing, or words."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

import msgspec

from checker.figure import Figure
from checker.lexicon import Hit
from checker.locales import Locale, Style
from checker.recognise.figures import money_before, scale
from checker.recognise.measures import MONEY, Measure, read_measure, read_multiple
from checker.recognise.numbers import read_number
from checker.text import Text
from checker.units import PERCENT

_NUMBER = re.compile(
    r"\s{0,4}(?P<open>\()?(?P<sign>[-+−–]\s?)?"
    r"(?P<number>\d{1,3}(?: \d{3}){1,6}(?![\d.,])|\d+(?:[.,]\d+)*)(?P<rest>[^\d]{0,40}?)(?P<close>\))?\s{0,4}\Z"
)
_MARKS = " \t\n⁰¹²³⁴⁵⁶⁷⁸⁹"
"""What may stand behind a number or its unit: blanks, and the mark of a note."""
_DIGIT = re.compile(r"\d")
_EMPTY = re.compile(r"[\s\-–—_.…*x/]*\Z", re.IGNORECASE)
_UNIT_NUMBER = re.compile(r"\s*1(?P<zeros>(?:[.,]?000){1,3})\s?(?=[^\W\d_])")
_PARENTHESES = re.compile(r"\(([^()]{1,40})\)")
NOTHING = Measure(0, "", "", "", 0)


def is_empty(text: Text) -> bool:
    """Nothing, or the dash that stands for nothing."""
    return _EMPTY.match(text.value) is not None


def is_bracketed(text: Text) -> bool:
    """A number alone in brackets: among numbers without, an accountant's negative."""
    match = _NUMBER.match(text.value)
    return match is not None and bool(match["open"]) and bool(match["close"]) and not match["rest"].strip()


def read_cell(text: Text, column: Measure, locale: Locale, style: Style) -> Figure | None:
    """The figure that fills the cell, in the unit of its column unless it brings its own; None where it holds no figure."""
    money = _money(text, locale)
    match = _NUMBER.match(text.value, 0 if money is None else money.end)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    own = _own_measure(match["rest"], locale) if money is None else _amount(match["rest"], money.value, locale)
    if own is None:
        return None
    measure = own if own.known else column
    spaced = " " in match["number"]
    quantity = read_number(match["number"].replace(" ", ""), style, lenient=measure.unit == PERCENT and not spaced)
    if quantity is None or (quantity.value.denominator > 1 and measure.counted and not measure.power):
        return None
    scaled = scale(quantity, measure)
    if (match["sign"] or "").strip() in ("-", "−", "–") and (match["sign"] or "").strip():
        scaled = msgspec.structs.replace(scaled, value=-scaled.value)
    start, end = match.span("number")
    return Figure(
        text=match["number"],
        place=text.place(start, end),
        start=start,
        end=end,
        quantity=scaled,
        unit=measure.unit,
        power=measure.power,
        counted=measure.counted,
        per=measure.per,
        flow=measure.flow,
    )


def in_unit_of(figure: Figure, other: Figure) -> Figure:
    """The same digits as so many of what another figure counts, for a figure that only its table gave a unit."""
    raw = figure.quantity.times(Fraction(10) ** -figure.power)
    raw = msgspec.structs.replace(raw, step=raw.step or Fraction(1))
    measure = Measure(other.power, other.unit, other.counted, other.per, 0)
    return msgspec.structs.replace(
        figure, quantity=scale(raw, measure), unit=other.unit, power=other.power, counted=other.counted, per=other.per, flow=other.flow
    )


def as_counted(figure: Figure) -> Figure:
    """So many of its unit ("380" of "kg"), for a price that is by the unit without saying so."""
    if not figure.unit or figure.unit in MONEY:
        return figure
    raw = figure.quantity.times(Fraction(10) ** -figure.power)
    return msgspec.structs.replace(figure, quantity=raw, unit="", power=0, counted=figure.unit)


def _money(text: Text, locale: Locale) -> Hit[str] | None:
    """The currency with which a cell begins: "$1,200", "USD 300"."""
    digit = _DIGIT.search(text.value)
    hit = money_before(text.folded, digit.start(), locale) if digit else None
    return None if hit is None or text.value[: hit.start].strip() else hit


def _amount(rest: str, unit: str, locale: Locale) -> Measure | None:
    """The measure of an amount whose currency stood before it; None where other words follow."""
    measure = read_multiple(rest.lower(), 0, unit, locale)
    return None if rest[measure.end :].strip() else measure


def _own_measure(rest: str, locale: Locale) -> Measure | None:
    """The measure written in the cell itself, an unknown one where none is, None where other words follow."""
    if not rest.strip(_MARKS):
        return NOTHING
    for words in (rest, rest.rstrip(_MARKS)):
        measure = read_measure(words.lower(), 0, locale)
        if measure.known and not words[measure.end :].strip():
            return measure
    return None


@lru_cache(maxsize=4096)
def header_measure(folded: str, locale: Locale) -> Measure:
    """The unit that a header gives: "Đơn giá (1.000đ)", "Chỉ tiêu (người)", "Tỷ lệ %"."""
    for inside in reversed(_PARENTHESES.findall(folded)):
        measure = unit_text(inside, locale)
        if measure.known:
            return measure
    if "%" in folded:
        return Measure(0, PERCENT, "", "", 0)
    return NOTHING


@lru_cache(maxsize=1024)
def unit_text(folded: str, locale: Locale) -> Measure:
    """A unit by itself: "1.000đ", "triệu đồng", "người"; an unknown one where it is none."""
    words = folded.strip(" .;:,*")
    for prefix in locale.section("parts").get("unit_prefixes", ()):
        words = words.removeprefix(prefix).strip(" :")
    number = _UNIT_NUMBER.match(words)
    power = len(number["zeros"].replace(".", "").replace(",", "")) if number else 0
    measure = read_measure(words, number.end() if number else 0, locale)
    if not measure.known or words[measure.end :].strip(" .)"):
        return NOTHING
    return measure._replace(power=measure.power + power)
