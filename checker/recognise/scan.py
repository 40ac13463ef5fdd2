"""Everything written in one passage, from left to right: citations, dates, figures, blanks.

One pass over the digits of the text; at each, the recognisers are asked in the order in which they are sure of
themselves. What one has read, no other sees.
"""

from __future__ import annotations

import re

from checker.figure import Citation, Date, Figure, Period, Written
from checker.locales import Locale, Style
from checker.recognise.beside import second_measures
from checker.recognise.citations import blank_citations, read_citation
from checker.recognise.dates import join_periods, read_date
from checker.recognise.figures import read_figure, reference_end, unread_end
from checker.recognise.numbers import DIGITS
from checker.text import Text

_DIGIT = re.compile(r"\d")


def scan(text: Text, locale: Locale, style: Style, start: int = 0) -> tuple[Written, ...]:
    """What `text` writes from offset `start` on, in order and without overlaps."""
    found: list[Written] = list(blank_citations(text, locale))
    taken = sorted((w.start, w.end) for w in found)
    if _DIGIT.search(text.value) is None:
        return tuple(found)
    position = start
    for match in DIGITS.finditer(text.value, start):
        for digits in _starts(match, position):
            if digits < position or any(a <= digits < b for a, b in taken):
                continue
            written = _read(text, digits, position, locale, style)
            if isinstance(written, Written):
                found.append(written)
                position = written.end
            else:
                position = max(position, written)
    return _in_order(text, found, locale)


def _starts(match: re.Match[str], position: int) -> tuple[int, ...]:
    """Where reading may begin in a run of digits: its start, or behind what an earlier reading took of it."""
    if match.start() >= position:
        return (match.start(),)
    rest = _DIGIT.search(match[0], max(0, position - match.start()))
    return (match.start() + rest.start(),) if rest and position < match.end() else ()


def _read(text: Text, digits: int, after: int, locale: Locale, style: Style) -> Written | int:
    """What begins at `digits`, or the offset at which to go on where nothing certain does."""
    citation = read_citation(text, digits, after, locale)
    if citation is not None:
        return citation
    reference = reference_end(text, digits, locale)
    if reference is not None:
        date = read_date(text, digits, after, locale)
        return (
            date
            if date is not None and (date.start < digits or (date.end > reference and _suffixed(text, digits, reference)))
            else reference
        )
    clock = locale.pattern("dates", "clock").match(text.folded, digits)
    if clock:
        return clock.end()
    date = read_date(text, digits, after, locale)
    if date is not None and not _counts(text, date, locale):
        return date
    figure = read_figure(text, digits, locale, style)
    if figure is not None:
        return figure
    return unread_end(text, digits, locale, style)


def _suffixed(text: Text, digits: int, end: int) -> bool:
    """Does a letter stand right behind the digits ("3rd")?"""
    return any(character.isalpha() for character in text.value[digits:end])


def _counts(text: Text, date: Date, locale: Locale) -> bool:
    """Is a bare year really a number of things ("2022 người")?"""
    bare_year = date.day is None and date.month is None and date.text.isdigit()
    return bare_year and locale.counted.match(text.folded, date.end) is not None


def _in_order(text: Text, found: list[Written], locale: Locale) -> tuple[Written, ...]:
    dates = [w for w in found if isinstance(w, Date)]
    others: list[Written] = [w for w in found if not isinstance(w, Date)]
    return tuple(second_measures(text, sorted([*others, *join_periods(text, dates, locale)], key=lambda w: w.start), locale))


def figures_of(written: tuple[Written, ...]) -> tuple[Figure, ...]:
    return tuple(w for w in written if isinstance(w, Figure))


def citations_of(written: tuple[Written, ...]) -> tuple[Citation, ...]:
    return tuple(w for w in written if isinstance(w, Citation))


def dates_of(written: tuple[Written, ...]) -> tuple[Date, ...]:
    """Every date: alone, as an end of a period, or inside a citation."""
    dates: list[Date] = []
    for w in written:
        if isinstance(w, Date):
            dates.append(w)
        elif isinstance(w, Period):
            dates += [w.begin, w.until]
        elif isinstance(w, Citation) and w.date is not None:
            dates.append(w.date)
    return tuple(dates)
