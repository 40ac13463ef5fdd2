"""A stored number and its number format → what the sheet shows, with a point as decimal mark: ("#,##0.0", 1234.56) → "1,234.6".

Only what decides the digits is followed: decimals, grouping, percent, thousands, the part for negative numbers, words in quotes, and
dates. A fraction or a power is shown as a plain number.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<digits>[#0?.,]+)|(?P<percent>%)|(?P<other>.)', re.DOTALL
)
_DATE = re.compile(r"[dDmMyYhHsS]+")
_GENERAL = Context(prec=11, rounding=ROUND_HALF_UP)
_MOST_DECIMALS, _LONGEST_WHOLE = 30, 15
_EPOCH, _EPOCH_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
_LAST_DAY = 2_900_000


class Format(NamedTuple):
    """One part of a number format. `least` and `most` are its decimals, `whole` the fewest digits before them."""

    before: str
    after: str
    least: int = 0
    most: int = 0
    whole: int = 1
    grouped: bool = False
    percents: int = 0
    thousands: int = 0
    has_digits: bool = True


def show_number(value: float, code: str) -> str:
    """The number as the format shows it."""
    number = Decimal(repr(value))
    parts = _parts(code)
    if not parts:
        return _general(number)
    own = number < 0 and len(parts) > 1
    form = parts[2] if number == 0 and len(parts) > 2 else parts[1] if own else parts[0]
    if not form.has_digits:
        return form.before
    sign = "-" if number < 0 and not own else ""
    return f"{sign}{form.before.lstrip()}{_digits(abs(number), form)}{form.after}"


def is_date(code: str) -> bool:
    """Does the format show a day or a time?"""
    plain = "".join(match["other"] or "" for match in _TOKEN.finditer(code.split(";")[0]))
    return code.lower() != "general" and _DATE.search(plain) is not None


def show_date(value: float, code: str, since_1904: bool = False) -> str:
    """The day as it is written in Vietnamese and in ISO order where the year comes first; "" for no day of the calendar."""
    if not 0 <= value < _LAST_DAY:
        return ""
    moment = (_EPOCH_1904 if since_1904 else _EPOCH) + datetime.timedelta(days=value)
    plain = "".join(match["other"] or "" for match in _TOKEN.finditer(code.split(";")[0])).lower()
    if "y" not in plain and "d" not in plain:
        return f"{moment:%H:%M}" if "h" in plain else f"{moment.month:02d}/{moment.year}"
    if "d" not in plain:
        return f"{moment.month:02d}/{moment.year}"
    return f"{moment.day:02d}/{moment.month:02d}/{moment.year}"


def _general(number: Decimal) -> str:
    """Whole numbers as they are, others with eleven digits."""
    if number == number.to_integral_value() and number.adjusted() < _LONGEST_WHOLE:
        return f"{int(number)}"
    rounded = _GENERAL.plus(number)
    return _plain(rounded.normalize()) if rounded else "0"


def _plain(number: Decimal) -> str:
    return f"{number:f}" if -_MOST_DECIMALS < number.adjusted() < _MOST_DECIMALS else str(number)


def _digits(number: Decimal, form: Format) -> str:
    scaled = number.scaleb(2 * form.percents - 3 * form.thousands)
    if not -_MOST_DECIMALS < scaled.adjusted() < _MOST_DECIMALS and scaled:
        return str(scaled)
    rounded = Context(prec=80, rounding=ROUND_HALF_UP).quantize(scaled, Decimal(1).scaleb(-form.most))
    whole, _, decimals = f"{rounded:f}".partition(".")
    while len(decimals) > form.least and decimals.endswith("0"):
        decimals = decimals[:-1]
    whole = (whole.lstrip("0") if form.whole == 0 else whole).zfill(form.whole)
    grouped = f"{int(whole or 0):,}".rjust(len(whole), "0") if form.grouped and whole else whole
    return f"{grouped}.{decimals}" if decimals else grouped


@lru_cache(maxsize=1024)
def _parts(code: str) -> tuple[Format, ...]:
    """The parts of a format; none for "General", and for what is neither digits nor words."""
    if code.strip().lower() in ("", "general", "@", "standard"):
        return ()
    sections = _sections(code[:500])
    return (
        ()
        if any("/" in part or "E" in part.upper().replace("GENERAL", "") for part in map(_bare, sections))
        else tuple(map(_part, sections[:3]))
    )


def _sections(code: str) -> list[str]:
    """Split at semicolons that are no words."""
    sections = [""]
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            sections.append("")
        else:
            sections[-1] += match[0]
    return sections


def _bare(part: str) -> str:
    return "".join(match["other"] or "" for match in _TOKEN.finditer(part))


def _part(part: str) -> Format:
    words = ["", ""]
    digits = ""
    percents = 0
    for match in _TOKEN.finditer(part):
        if match["digits"]:
            digits += match["digits"]
            continue
        percents += match["percent"] is not None
        words[bool(digits)] += _words(match)
    if not digits.strip(",."):
        return Format("".join(words).strip(), "", has_digits=False)
    whole, _, decimals = digits.partition(".")
    thousands = len(digits) - len(digits.rstrip(","))
    whole, decimals = whole.rstrip(",") if not decimals else whole, decimals.rstrip(",")
    return Format(
        words[0],
        words[1].rstrip(),
        min(decimals.count("0"), _MOST_DECIMALS),
        min(len(decimals), _MOST_DECIMALS),
        min(whole.count("0"), _MOST_DECIMALS),
        "," in whole,
        percents,
        min(thousands, 4),
    )


def _words(match: re.Match[str]) -> str:
    """What a token shows that is no digit; of a bracket the currency ("[$₫-42A]")."""
    if match["bracket"] is not None:
        return match["bracket"][1:].partition("-")[0] if match["bracket"].startswith("$") else ""
    if match["quoted"] is not None:
        return match["quoted"]
    return match["escaped"] or match["percent"] or match["other"] or " "
