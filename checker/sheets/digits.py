"""A number → its digits: as a section of a number format asks for them, or as many as a cell without a format shows."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from checker.locales import Style
from checker.sheets.codes import Section

_GENERAL_DIGITS = 10
_LARGEST_GENERAL = Decimal(10) ** 11
_SMALLEST_GENERAL = Decimal(10) ** -9


def digits_shown(section: Section, number: Decimal, style: Style) -> str:
    """The number without its sign, among the words of the section."""
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


def general_shown(number: Decimal, style: Style) -> str:
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
