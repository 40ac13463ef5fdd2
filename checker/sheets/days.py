"""A number → the day, the time or both that a section of a number format shows. Days are shown as dd/mm/yyyy, whatever their order."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal

from checker.sheets.codes import Section, Token

_EPOCH, _EPOCH_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)
_LEAP_THAT_NEVER_WAS = 60
_SECONDS = 86_400


def day_shown(section: Section, number: Decimal, since_1904: bool) -> str | None:
    """A day, a time or both; None for a number that is no day."""
    seconds = int((number * _SECONDS).to_integral_value(rounding=ROUND_HALF_UP))
    days, rest = divmod(seconds, _SECONDS)
    epoch = _EPOCH_1904 if since_1904 else _EPOCH
    if not 0 <= days <= (datetime.date.max - epoch).days:
        return None
    kinds = {text[0] for kind, text in section.tokens if kind == "date"}
    if any(kind == "elapsed" for kind, _ in section.tokens):
        hours, rest = divmod(seconds, 3600)
        return f"{hours}:{rest // 60:02d}" + (f":{rest % 60:02d}" if "s" in kinds else "")
    day = epoch + datetime.timedelta(days + (not since_1904 and days < _LEAP_THAT_NEVER_WAS))
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
