"""Citations of documents: kind, number, year in the number, symbol, date, issuer.

"Nghị quyết số 18/2019/NQ-HĐND ngày 06/12/2019 của HĐND tỉnh"
"Kế hoạch 33-KH/HU", "Số: 607/KH-UBND"
"Kế hoạch số .../KH-UBND ngày .../2024"      number and day left blank
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.figure import Citation, Date
from checker.locales import Locale
from checker.recognise.dates import read_date
from checker.text import Text

_SYMBOL = r"(?:[A-ZĐ]{2,12}[A-Za-zĐđ&]{0,10}|[CT][Tt][rg])\d{0,3}(?:\s?[-/–]\s?[A-ZĐ][A-Za-zĐđ&0-9]{0,14}){0,5}"
_NUMBERED = re.compile(rf"(?P<number>\d{{1,5}}[a-z]?)\s?(?:/\s?(?P<year>\d{{4}})\s?)?[/–-]\s?(?P<symbol>{_SYMBOL})(?![a-zà-ỹ])")
_BLANK_NUMBER = re.compile(rf"[:\s]*(?P<gap>[\s.…_]*)(?:/\s?(?P<year>(?:19|20)\d{{2}})\s?)?[/–-]\s?(?P<symbol>{_SYMBOL})")
_DATE_GAP = re.compile(r"[\s,]{0,3}(?:\(\s?)?")
_FIRST_DIGIT = re.compile(r"\d")
_ABOUT_LENGTH = 80


def read_citation(text: Text, digits: int, after: int, locale: Locale) -> Citation | None:
    """The citation whose number begins at offset `digits`, or None."""
    match = _NUMBERED.match(text.value, digits)
    if match is None or (match["number"] + match["symbol"]).isdigit():
        return None
    kind, start = _kind(text, digits, after, locale)
    return _finish(text, start, match.end(), kind, match, locale, blank=())


def blank_citations(text: Text, locale: Locale) -> list[Citation]:
    """Citations whose number was left blank."""
    found: list[Citation] = []
    for word in _number_word(locale).finditer(text.folded):
        match = _BLANK_NUMBER.match(text.value, word.end())
        if match:
            kind, start = _kind(text, word.start(), 0, locale)
            found.append(_finish(text, start, match.end(), kind, match, locale, blank=("number",)))
    return found


def _kind(text: Text, position: int, after: int, locale: Locale) -> tuple[str, int]:
    """The kind of document named before `position`, and where its name (or the word for "number") begins."""
    folded = text.folded
    number = re.search(
        r"(?<![^\W\d_])(?:" + _alternatives(locale, "number_words") + r")[\s:.]{0,4}\Z", folded[max(after, position - 12) : position]
    )
    start = position if number is None else max(after, position - 12) + number.start()
    hit = locale.citation_kinds.before(folded, start)
    if hit is not None and hit.start >= after:
        return hit.value, hit.start
    return "", start


def _finish(text: Text, start: int, end: int, kind: str, match: re.Match[str], locale: Locale, blank: tuple[str, ...]) -> Citation:
    groups = match.groupdict()
    date, end, missing = _date_of(text, end, locale)
    issuer, end = _issuer(text, end, locale)
    return Citation(
        text=text.value[start:end].strip(),
        place=text.place(start, end),
        start=start,
        end=end,
        kind=kind,
        number=groups.get("number") or "",
        number_year=int(match["year"]) if match["year"] else None,
        symbol=re.sub(r"\s", "", match["symbol"]).replace("–", "-"),
        date=date,
        issuer=issuer,
        about=_about(text, end),
        blank=blank + missing,
    )


def _date_of(text: Text, position: int, locale: Locale) -> tuple[Date | None, int, tuple[str, ...]]:
    """The date after a number, where it ends, and what of it was left blank."""
    folded = text.folded
    position_after_gap = _DATE_GAP.match(folded, position)
    start = position_after_gap.end() if position_after_gap else position
    word = re.compile(rf"(?:(?:{_alternatives(locale, 'date_words')})\b[\s]{{0,3}}){{1,2}}").match(folded, start)
    if word is None:
        return None, position, ()
    digit = _FIRST_DIGIT.search(folded, word.end(), word.end() + 12)
    if digit:
        date = read_date(text, digit.start(), word.end() if digit.start() > word.end() else start, locale)
        if date is not None and date.day is not None and date.year is not None:
            return date, date.end, ()
    gap = locale.pattern("citations", "blank_date").match(folded, word.end())
    month = gap and gap.groupdict().get("month")
    if gap and (gap["gap"].strip() or month or len(gap["gap"]) > 1) and (gap["year"] or month or set(gap["gap"]) & set(".…_/")):
        return None, gap.end(), ("day",)
    return None, position, ()


def _issuer(text: Text, position: int, locale: Locale) -> tuple[str, int]:
    """The issuer named after a number or date ("của UBND tỉnh"), and where its name ends."""
    word = re.compile(rf"[\s,)]{{0,3}}(?:{_alternatives(locale, 'issuer_words')})\s").match(text.folded, position)
    if word is None:
        return "", position
    limit = word.end() + int(locale.section("citations")["issuer_length"])
    stop = locale.pattern("citations", "issuer_stops").search(text.folded, word.end(), limit)
    end = stop.start() if stop else min(limit, len(text.value))
    issuer = text.value[word.end() : end].strip()
    return (issuer, word.end() + len(text.value[word.end() : end].rstrip())) if issuer[:1].isupper() else ("", position)


def _about(text: Text, position: int) -> str:
    return re.split(r"[,;()“”\"]", text.value[position : position + _ABOUT_LENGTH].strip(), maxsplit=1)[0].strip()


@lru_cache(maxsize=16)
def _alternatives(locale: Locale, key: str) -> str:
    return "|".join(re.escape(word) for word in sorted(locale.words("citations", key), key=len, reverse=True))


@lru_cache(maxsize=8)
def _number_word(locale: Locale) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{_alternatives(locale, 'number_words')})(?![^\W\d_])")
