"""How a workbook writes numbers: its file keeps none of that, each computer shows 1.234,5 or 1,234.5 as it is set.

What tells: a format that writes the mark itself ("#\\.###"), a format for one country ("[$₫-42A]"), the letters of the words. Where
nothing tells, the first of the languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from checker.locales import Style, languages, load

_OWN_MARK = re.compile(r'[0#?](?:\\(?P<mark>[.,])|"(?P<quoted>[.,])")(?P<behind>[0#?]+)')
_COUNTRY = re.compile(r"\[\$[^\]\-]*-[0-9A-Fa-f]*(?P<code>[0-9A-Fa-f]{3})\]")
_CODES = {"42A": "vi"}
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAMPLE, _FEW_WORDS = 2_000, 3
_GROUP = 3


def style_of(codes: Sequence[str], texts: Iterable[str]) -> Style:
    """The style of the workbook whose formats and texts these are."""
    for code in codes:
        own = _OWN_MARK.search(code)
        if own is not None:
            mark = own["mark"] or own["quoted"]
            grouping = len(own["behind"]) == _GROUP
            return next(style for style in _styles() if (style.group if grouping else style.decimal) == mark)
    countries = (match["code"].upper() for code in codes for match in _COUNTRY.finditer(code))
    known = next((_CODES[code] for code in countries if code in _CODES), None)
    return load(known or _language(list(islice(texts, _SAMPLE)))).style


def writes_marks(codes: Sequence[str]) -> bool:
    """Is there a format that writes the marks of a number itself, whatever the style?"""
    return any(_OWN_MARK.search(code) for code in codes)


def _language(texts: Sequence[str]) -> str:
    """The language whose own letters there are; else, where there are words, one without letters of its own."""
    letters = frozenset("".join(texts).lower())
    for language in languages():
        if letters & frozenset(load(language).data["letters"]):
            return language
    words = {word.lower() for text in texts for word in _WORD.findall(text)}
    plain = (language for language in languages() if not load(language).data["letters"])
    return next(plain, languages()[0]) if len(words) >= _FEW_WORDS else languages()[0]


def _styles() -> list[Style]:
    return [load(language).style for language in languages()]
