"""What a cell shows: a number or a text under its number format, in the number style of the workbook."""

from __future__ import annotations

import operator
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from checker.locales import Style
from checker.sheets.codes import Section, parse
from checker.sheets.days import day_shown
from checker.sheets.digits import digits_shown, general_shown
from checker.sheets.plain import DECIMAL, plainly

_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}


@lru_cache(maxsize=16_384)
def shown(value: float, code: str, style: Style, since_1904: bool = False) -> str:
    """The text of a number under a format."""
    told = plainly(value, code, style)
    if told is not None:
        return told
    number = _KEPT.create_decimal_from_float(value) if value % 1 == 0 else _KEPT.plus(Decimal(repr(value)))
    sections = parse(code)
    section, sign = _choose(sections, number)
    if section.kind == "date":
        text = day_shown(section, number, since_1904)
        return text if text is not None else general_shown(number, style)
    if section.kind == "number":
        return sign + digits_shown(section, number, style).strip()
    text = general_shown(abs(number) if sign else number, style)
    return sign + "".join(text if kind in ("general", "text") else literal for kind, literal in section.tokens).strip()


def shown_text(text: str, code: str) -> str:
    """A text under a format: most show it as it is."""
    sections = parse(code)
    if len(sections) == 4:
        return "".join(text if kind == "text" else literal for kind, literal in sections[3].tokens)
    return "".join(text if kind == "text" else literal for kind, literal in sections[0].tokens) if sections[0].kind == "text" else text


def exact(value: float) -> Fraction:
    """The number that is stored, as the shortest decimal that tells it from all others."""
    text = repr(value)
    if not DECIMAL.match(text):
        return Fraction(text)
    whole, _, decimals = text.partition(".")
    return Fraction(int(whole)) if decimals == "0" else Fraction(int(whole + decimals), 10 ** len(decimals))


def _choose(sections: tuple[Section, ...], number: Decimal) -> tuple[Section, str]:
    """The section for a number, and the sign that it does not show itself."""
    if any(section.condition for section in sections):
        for section in sections[:3]:
            if section.condition is None or _COMPARE[section.condition[0]](Fraction(number), section.condition[1]):
                return section, "-" if number < 0 and section.condition is None else ""
        return sections[-1], "-" if number < 0 else ""
    if number < 0 and len(sections) > 1:
        return sections[1], ""
    if number == 0 and len(sections) > 2:
        return sections[2], ""
    return sections[0], "-" if number < 0 else ""
