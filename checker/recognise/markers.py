"""The number or letter that a heading, list item or table row begins with: "IV.", "1/-", "2.1.", "a)", "+", "-", "Điều 1."."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.locales import Locale
from checker.recognise.measures import read_measure
from checker.text import Text, fold

_MARKER = re.compile(
    r"\s{0,8}(?:"
    r"(?P<bullet>[-+•▪*–])(?:\s{1,3}|(?=[^\W\d_]))"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)/]-?|(?=\s))\s{0,3}"
    r"|(?P<arabic>\d{1,2})\s?(?:/-|[.)/]-?)(?!\d)\s{0,3}"
    r"|(?P<paren>\(\d{1,2}\))\s{0,3}"
    r"|(?P<roman>[IVX]{1,5})\s?(?:[.)/–-]-?)\s{0,3}"
    r"|(?P<letter>[a-zđ])\s?[.)/](?:-\s?|\s{0,3})(?=\S)"
    r"|(?P<upper>[A-ZĐ])[.)/](?:-\s?|\s{1,3})(?=\S)"
    r")"
)
_LAST_NUMBER = re.compile(r"\d{1,2}\Z")
_MOST_UNIT = 40
DIVISIONS = ("part", "chapter", "section", "article")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_CELL = re.compile(
    r"\s*(?:(?P<dotted>\d{1,2}(?:\.\d{1,3}){1,4})|(?P<arabic>\d{1,6})|(?P<roman>[IVX]{1,6})|(?P<letter>[a-zđ])|(?P<upper>[A-ZĐ])|(?P<bullet>[-+•▪*–])"
    r"|(?P<coded>(?:[A-ZĐ]|[IVX]{2,5})\.?\d{1,2}(?:\.\d{1,2}){0,3}))\s*[.)/]?\s*\Z"
)


class Marker(NamedTuple):
    """`series` is bullet, dotted, arabic, paren, roman, letter, upper, coded ("A1", "I.2") or one of DIVISIONS; `path` what stands before
    the last number of a dotted or coded one; `number` the position in the series (0 for a bullet); `end` the offset at which the words begin."""

    series: str
    path: str
    number: int
    text: str
    end: int

    @property
    def depth_key(self) -> str:
        """Markers of one key stand at one depth."""
        if self.series == "bullet":
            return f"bullet {self.text}"
        if self.series == "dotted":
            return f"arabic {self.path.count('.')}"
        if self.series == "coded":
            return f"coded {self.text.count('.', 2)}"
        return "arabic 0" if self.series in ("arabic",) else self.series


def read_marker(value: str, locale: Locale) -> Marker | None:
    """The marker at the beginning of a line."""
    match = _MARKER.match(value)
    return _marker(match, locale) if match and not _is_figure(match, locale) else None


def read_division(text: Text, locale: Locale) -> Marker | None:
    """The marker of a heading like "Chương II. Kết quả": a number behind a word, set apart from what follows."""
    match = locale.pattern("parts", "division").match(text.folded)
    rest = text.value[match.end() :] if match else ""
    return _division(match) if match and rest and (match["end"] or rest.isupper()) else None


def read_automatic(marker: str, locale: Locale) -> Marker:
    """A marker that the format keeps beside the text. One of words that nobody knows ("Bước 1:") is a bullet of its own kind."""
    shown = read_cell_marker(marker, locale) or read_marker(marker + " x", locale)
    if shown is not None:
        return shown._replace(end=0)
    match = locale.pattern("parts", "division").match(fold(marker))
    words = marker.rstrip("0123456789IVX.:)/ ") or "-"
    return (_division(match) if match else None) or Marker("bullet", "", 0, words, len(marker) + 1)


def _division(match: re.Match[str]) -> Marker | None:
    digits = match["number"].upper()
    number = int(digits) if digits.isdigit() else roman(digits)
    series = next(name for name in DIVISIONS if match[name])
    return None if number is None else Marker(series, "", number, match[0].strip(), match.end())


def _is_figure(match: re.Match[str], locale: Locale) -> bool:
    """ "5.2 hectares were planted": a decimal with its unit, where headings begin with a capital letter."""
    number, words = match["dotted"], match.string[match.end() : match.end() + _MOST_UNIT]
    return (
        bool(number) and number.count(".") == 1 and (words[:1].islower() or words[:1] == "%") and read_measure(fold(words), 0, locale).known
    )


def read_cell_marker(value: str, locale: Locale) -> Marker | None:
    """The marker that fills a whole cell of a numbering column."""
    match = _CELL.match(value)
    return _marker(match, locale) if match else None


def _marker(match: re.Match[str], locale: Locale) -> Marker | None:
    series = match.lastgroup or ""
    text = match[series]
    path, number = "", 0
    if series == "dotted":
        path, _, last = text.rpartition(".")
        path, number = path + ".", int(last)
    elif series == "coded":
        last = _LAST_NUMBER.search(text)
        path, number = (text[: last.start()], int(last[0])) if last else ("", 0)
    elif series in ("arabic", "paren"):
        number = int(text.strip("()"))
    elif series == "roman":
        value = roman(text)
        if value is None:
            return None
        number = value
    elif series in ("letter", "upper"):
        number = _letter(text.lower(), locale)
    return Marker(series, path, number, text, match.end())


def roman(text: str) -> int | None:
    """The value of a Roman numeral of I, V and X; None where it is not well formed."""
    total = roman_sum(text)
    return total if to_roman(total) == text else None


def roman_sum(text: str) -> int:
    """What the numerals of a text of I, V and X come to, well formed or not."""
    values = [_ROMAN_VALUES[c] for c in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def to_roman(number: int) -> str:
    tens, units = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]


def _letter(letter: str, locale: Locale) -> int:
    letters = str(locale.section("ordinals")["letters"]).split()
    return letters.index(letter) + 1 if letter in letters else 0
