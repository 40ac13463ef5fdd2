"""What a cell shows: a number under its format, in the number style of the workbook. Dates are shown as dd/mm/yyyy."""

from __future__ import annotations

import datetime
import operator
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from checker.locales import Style
from checker.readers.xlsx.codes import Section, Token, parse

_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
_GENERAL_DIGITS = 10
_LARGEST_GENERAL = Decimal(10) ** 11
_SMALLEST_GENERAL = Decimal(10) ** -9
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
_EPOCH, _EPOCH_1904, _LAST_DAY = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1), 2_958_465
_LEAP_THAT_NEVER_WAS = 60
_SECONDS = 86_400
_DECIMAL = re.compile(r"-?\d{1,17}\.\d{1,17}\Z")
_LONGEST_PLAIN = 16
_PLACES = re.compile(r"[#?]*0(?:p(?P<behind>0+))?(?![#?0p].*|x*[#?0p])")


@lru_cache(maxsize=16_384)
def shown(value: float, code: str, style: Style, since_1904: bool = False) -> str:
    """The text of a number under a format."""
    plain = _plain_format(code)
    told = _plainly(value, plain, style) if plain is not None else None
    if told is not None:
        return told
    number = _KEPT.create_decimal_from_float(value) if value % 1 == 0 else _KEPT.plus(Decimal(repr(value)))
    sections = parse(code)
    section, sign = _choose(sections, number)
    if section.kind == "date":
        text = _date(section, number, since_1904)
        return text if text is not None else _general(number, style)
    if section.kind == "number":
        return sign + _number(section, abs(number) if sign or section is not sections[0] or number >= 0 else number, style).strip()
    text = _general(abs(number) if sign else number, style)
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
    if not _DECIMAL.match(text):
        return Fraction(text)
    whole, _, decimals = text.partition(".")
    return Fraction(int(whole)) if decimals == "0" else Fraction(int(whole + decimals), 10 ** len(decimals))


class _Plain(NamedTuple):
    """A format of one section that fills its places from the point outwards, as "#,##0.00%"."""

    decimals: int
    grouped: bool
    hundreds: int
    behind: str


@lru_cache(maxsize=2048)
def _plain_format(code: str) -> _Plain | None:
    """The format, where it is as plain as that; nearly all are, and a sheet of a million cells shows."""
    section, *others = parse(code)
    if others or section.kind != "number" or section.condition or section.thousands:
        return None
    kinds = "".join("p" if kind == "point" else text if kind == "0" else "x" for kind, text in section.tokens)
    match = _PLACES.match(kinds)
    if match is None or len(match["behind"] or "") != section.decimals:
        return None
    return _Plain(section.decimals, section.grouped, section.hundreds, "".join(text for _, text in section.tokens[match.end() :]))


def _plainly(value: float, plain: _Plain, style: Style) -> str | None:
    """The number in whole steps of its last place, then the marks between; None for one of more digits than are kept."""
    text = repr(value)
    if not _DECIMAL.match(text) or len(text) > _LONGEST_PLAIN:
        return None
    whole, _, decimals = text.lstrip("-").partition(".")
    digits, places = int(whole + decimals), plain.decimals + 2 * plain.hundreds - len(decimals)
    steps = digits * 10**places if places >= 0 else (2 * digits + 10**-places) // (2 * 10**-places)
    before, behind = divmod(steps, 10**plain.decimals)
    shown_before = f"{before:,}".replace(",", style.group) if plain.grouped else str(before)
    shown_behind = f"{style.decimal}{behind:0{plain.decimals}d}" if plain.decimals else ""
    return f"{'-' if text[0] == '-' and digits else ''}{shown_before}{shown_behind}{plain.behind}".strip()


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


def _number(section: Section, number: Decimal, style: Style) -> str:
    places = [i for i, (kind, _) in enumerate(section.tokens) if kind == "0"]
    point = next((i for i, (kind, _) in enumerate(section.tokens) if kind == "point"), len(section.tokens))
    scaled = abs(number).scaleb(2 * section.hundreds - 3 * section.thousands)
    rounded = scaled.quantize(Decimal(1).scaleb(-section.decimals), rounding=ROUND_HALF_UP, context=Context(prec=400))
    whole, _, fraction = f"{rounded:f}".partition(".")
    before = _before(section, [i for i in places if i < point], whole, style)
    behind = _behind(section, [i for i in places if i > point], fraction)
    out: list[str] = []
    for i, (kind, text) in enumerate(section.tokens):
        if kind == "0":
            out.append(before.get(i, "") or behind.get(i, ""))
        elif kind == "point":
            out.append(("" if before or not whole.strip("0") else whole) + (style.decimal if any(behind.values()) else ""))
        else:
            out.append(text)
    return "".join(out)


def _before(section: Section, places: list[int], whole: str, style: Style) -> dict[int, str]:
    """The digits before the point by the places that they take: one each from the right, all that are left in the first."""
    digits = whole if whole != "0" else ""
    texts: dict[int, str] = {}
    done = 0
    for number, i in enumerate(reversed(places)):
        count = max(1, len(digits) - done) if number == len(places) - 1 else 1
        text = ""
        for _ in range(count):
            digit = digits[-1 - done] if done < len(digits) else "0" if section.tokens[i][1] == "0" else ""
            between = style.group if digit and section.grouped and done and done % 3 == 0 else ""
            text = digit + between + text
            done += 1
        texts[i] = text
    return texts


def _behind(section: Section, places: list[int], fraction: str) -> dict[int, str]:
    """The digits behind the point; zeros at the end that the format does not ask for are left out."""
    kept = len(fraction)
    while kept and fraction[kept - 1] == "0" and section.tokens[places[kept - 1]][1] != "0":
        kept -= 1
    return {i: fraction[n] for n, i in enumerate(places) if n < kept}


def _general(number: Decimal, style: Style) -> str:
    """As many digits as a cell of the usual width shows."""
    if not number:
        return "0"
    if not _SMALLEST_GENERAL <= abs(number) < _LARGEST_GENERAL:
        mantissa, _, exponent = f"{number:.5E}".partition("E")
        mantissa = mantissa.rstrip("0").rstrip(".").replace(".", style.decimal)
        return f"{mantissa}E{exponent[0]}{exponent[1:].zfill(2)}"
    room = max(0, _GENERAL_DIGITS - max(1, number.adjusted() + 1))
    text = f"{number.quantize(Decimal(1).scaleb(-room), rounding=ROUND_HALF_UP):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", style.decimal)


def _date(section: Section, number: Decimal, since_1904: bool) -> str | None:
    """A day, a time or both; None for a number that is no day."""
    seconds = int((number * _SECONDS).to_integral_value(rounding=ROUND_HALF_UP))
    days, rest = divmod(seconds, _SECONDS)
    if not 0 <= days <= _LAST_DAY:
        return None
    kinds = {text[0] for kind, text in section.tokens if kind == "date"}
    if any(kind == "elapsed" for kind, _ in section.tokens):
        hours, rest = divmod(seconds, 3600)
        return f"{hours}:{rest // 60:02d}" + (f":{rest % 60:02d}" if "s" in kinds else "")
    day = _EPOCH_1904 + datetime.timedelta(days) if since_1904 else _EPOCH + datetime.timedelta(days + (days < _LEAP_THAT_NEVER_WAS))
    clock = bool(kinds & {"h", "s"})
    months = [text for kind, text in section.tokens if kind == "date" and text[0] == "m"]
    parts = {"d": "d" in kinds and any(t[0] == "d" and len(t) < 3 for _, t in section.tokens if t), "y": "y" in kinds}
    parts["m"] = bool(months) and (not clock or parts["d"] or parts["y"])
    if _has_words(section.tokens):
        return _worded(section.tokens, day, rest)
    date = "/".join(text for part, text in (("d", f"{day:%d}"), ("m", f"{day:%m}"), ("y", f"{day.year:04d}")) if parts[part])
    time = f"{rest // 3600:02d}:{rest // 60 % 60:02d}" + (f":{rest % 60:02d}" if "s" in kinds else "") if clock else ""
    return " ".join(filter(None, (date, time)))


def _has_words(tokens: tuple[Token, ...]) -> bool:
    return any(kind == "literal" and any(letter.isalpha() for letter in text) for kind, text in tokens)


def _worded(tokens: tuple[Token, ...], day: datetime.date, seconds: int) -> str:
    """A date among words of the format: "ngày" dd "tháng" mm "năm" yyyy."""
    numbers = {"d": day.day, "m": day.month, "h": seconds // 3600, "s": seconds % 60}
    out: list[str] = []
    clock = False
    for kind, text in tokens:
        if kind != "date":
            out.append(text)
        elif text[0] == "y":
            out.append(f"{day.year:04d}" if len(text) > 2 else f"{day.year % 100:02d}")
        elif text[0] in numbers:
            number = seconds // 60 % 60 if text[0] == "m" and clock else numbers[text[0]]
            out.append(str(number) if len(text) == 1 else f"{number:02d}")
        clock = text[0] == "h" if kind == "date" else clock
    return "".join(out)
