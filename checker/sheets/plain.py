"""Numbers under a format as plain as "#,##0.00%", which nearly all are: a sheet of a million cells shows them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.locales import Style
from checker.sheets.codes import parse

DECIMAL = re.compile(r"-?\d{1,17}\.\d{1,17}\Z")
"""A number as Python writes it, without an exponent."""
_LONGEST_PLAIN = 16
_PLACES = re.compile(r"[#?]*0(?:p(?P<behind>0+))?(?![#?0p].*|x*[#?0p])")


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


def plainly(value: float, code: str, style: Style) -> str | None:
    """The number in whole steps of its last place, then the marks between; None for another format, and for more digits than are kept."""
    plain, text = _plain_format(code), repr(value)
    if plain is None or not DECIMAL.match(text) or len(text) > _LONGEST_PLAIN:
        return None
    whole, _, decimals = text.lstrip("-").partition(".")
    digits, places = int(whole + decimals), plain.decimals + 2 * plain.hundreds - len(decimals)
    steps = digits * 10**places if places >= 0 else (2 * digits + 10**-places) // (2 * 10**-places)
    before, behind = divmod(steps, 10**plain.decimals)
    shown_before = f"{before:,}".replace(",", style.group) if plain.grouped else str(before)
    shown_behind = f"{style.decimal}{behind:0{plain.decimals}d}" if plain.decimals else ""
    return f"{'-' if text[0] == '-' and digits else ''}{shown_before}{shown_behind}{plain.behind}".strip()
