"""A second look at what may be a number: the ink alone, brought to one height, read as a single line.

A lone figure in a wide cell is what recognition of whole pages and cells fails at; read this way, none of 1,972 figures in cells had
a wrong digit (see tests/bench/scans.py). Where two heights differ, the surer reading is taken and the doubt is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from checker.pages.scan import tesseract
from checker.pages.scan.hocr import Mark
from checker.pages.scan.picture import Grey
from checker.pages.scan.ruling import Area, darkness

HEIGHT, OTHER_HEIGHT = 32, 26
"""The heights, in pixels, to which ink is brought."""

DOUBTFUL = 85
"""A number of which recognition is less sure than that is read again."""

DISPUTED = 40
"""No number of which two readings differ is surer than that."""

NUMBER = re.compile(r"[(\[+-]{0,2}\d[\d.,]*%?[)\]]?[.,;:]?\Z")
FORMULA = re.compile(r"(?=\D*\d)[\d().,=+/x*:%-]{3,40}\Z")
_OF_FORMULAS = frozenset("0123456789()+=-/x*:%")
_MISREAD_SIGNS = 3
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V)?\Z")
_STROKES = frozenset("Il|!iH")
ROMAN_LIKE = frozenset("IVXHMNWYhilv|!\"'LTJ1.")
_LONGEST_ROMAN = 4
_MOST_STROKES, _DARK = 3, 128
_LONGEST = 12  # times as wide as high
_AROUND = 30
_SPECK = 12
_MARGIN = 2
_TALLEST, _LOWEST = 110, 10
_DIGIT_HEIGHT = 0.66
_SEPARATORS = ".,"
_LOW, _NARROW, _BELOW = 0.6, 0.35, 0.08  # times the height of a digit
_DASH = 1.8


class Ink(NamedTuple):
    """One short line of ink: where it is, where its letters stand, and its points and commas as far as they stand by themselves."""

    area: Area
    base: int
    separators: str = ""


def ink_of(pixels: Grey) -> Ink | None:
    """The ink of a picture, where it may be one short number; None where it is more, or nothing."""
    import cv2

    count, _, stats, _ = cv2.connectedComponentsWithStats(darkness(pixels), connectivity=8)
    boxes = [Area(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, filled in stats[1:count].tolist() if filled >= _SPECK]
    if not boxes:
        return None
    area = Area(min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes))
    tallest = max(boxes, key=lambda box: box.bottom - box.top)
    high = tallest.bottom - tallest.top
    in_line = area.bottom - area.top <= 1.6 * high
    short = area.right - area.left <= _LONGEST * high and _LOWEST <= high <= _TALLEST
    if not (in_line and short):
        return None
    low = sorted(box for box in boxes if box.top > tallest.top + _LOW * high and box.right - box.left <= _NARROW * high)
    return Ink(area, tallest.bottom, "".join("," if box.bottom > tallest.bottom + _BELOW * high else "." for box in low))


def is_number(text: str) -> bool:
    """Is it a number, or a column's formula of numbers of columns?"""
    return bool(NUMBER.match(text) or FORMULA.match(text))


def may_be_formula(text: str) -> bool:
    """Is it mostly digits and signs, but no number or formula as it stands?"""
    digits, fitting = sum(map(str.isdigit, text)), sum(sign in _OF_FORMULAS for sign in text)
    return digits > 1 and len(text) - fitting <= fitting // _MISREAD_SIGNS and any(sign in "+=" for sign in text) and not is_number(text)


def may_be_roman(text: str) -> bool:
    """Is it strokes that are no Roman number as they stand?"""
    return len(text) <= _LONGEST_ROMAN and set(text) <= ROMAN_LIKE and not ROMAN.match(text)


def is_dash(ink: Ink) -> bool:
    """Does a short flat stroke stand for nothing?"""
    return ink.area.right - ink.area.left >= _DASH * (ink.area.bottom - ink.area.top)


def read(pictures: Sequence[Grey], inks: Sequence[Ink], seconds: float) -> list[Mark | None]:
    """Each ink as a number, or a Roman one, in pixels of its picture; None where it is none."""
    first = [(_digits(text), sure) for text, sure in _texts(pictures, inks, HEIGHT, seconds)]
    doubtful = [i for i, (text, sure) in enumerate(first) if sure < DOUBTFUL or not is_number(text)]
    again = _texts([pictures[i] for i in doubtful], [inks[i] for i in doubtful], OTHER_HEIGHT, seconds)
    readings = [*first]
    for i, (text, sure) in zip(doubtful, again, strict=True):
        readings[i] = agreed(first[i], (_digits(text), sure))
    return [_mark(picture, ink, *reading) for picture, ink, reading in zip(pictures, inks, readings, strict=True)]


def _texts(pictures: Sequence[Grey], inks: Sequence[Ink], height: int, seconds: float) -> list[tuple[str, int]]:
    shown = [_shown(picture, ink, height) for picture, ink in zip(pictures, inks, strict=True)]
    found = tesseract.marks(shown, tesseract.LINE, tesseract.FIGURES, seconds)
    return [("".join(mark.text for mark in some), min((mark.confidence for mark in some), default=0)) for some in found]


def agreed(one: tuple[str, int], other: tuple[str, int]) -> tuple[str, int]:
    if one[0] == other[0]:
        return one[0], max(one[1], other[1])
    numbers = [reading for reading in (one, other) if is_number(reading[0])]
    text, sure = max(numbers or [one], key=lambda reading: reading[1])
    return text, min(sure, DISPUTED)


def _shown(picture: Grey, ink: Ink, height: int) -> Grey:
    import cv2

    around = Area(max(0, ink.area.left - _MARGIN), max(0, ink.area.top - _MARGIN), ink.area.right + _MARGIN, ink.area.bottom + _MARGIN).of(
        picture
    )
    factor = height / around.shape[0]
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    brought = cv2.resize(around, None, fx=factor, fy=factor, interpolation=how)
    return np.pad(np.asarray(brought, dtype=np.uint8), _AROUND, constant_values=255)


def _mark(picture: Grey, ink: Ink, text: str, sure: int) -> Mark | None:
    if not is_number(text):
        text = roman(text, ink.area.of(picture))
    elif ink.separators:
        text, sure = separated(text, sure, ink.separators)
    if not text:
        return None
    area = ink.area
    return Mark(text, area.left, area.top, area.right, area.bottom, ink.base, (ink.base - area.top) / _DIGIT_HEIGHT, sure)


def separated(text: str, sure: int, separators: str) -> tuple[str, int]:
    """The number with the separators that its ink shows: a comma goes below the line and a point does not, which is surer than what was
    recognised. Where their number differs, one was lost or is a speck: that is doubtful."""
    here = [place for place, sign in enumerate(text) if sign in _SEPARATORS]
    if len(here) != len(separators):
        return text, min(sure, DISPUTED)
    signs = [*text]
    for place, sign in zip(here, separators, strict=True):
        signs[place] = sign
    return "".join(signs), sure


def roman(text: str, ink: Grey) -> str:
    """The Roman number that ink shows; "" where it is none. "Il" and "H" may both be meant for "II": its strokes are counted."""
    core = text.rstrip(".").upper()
    if core and set(text) <= _STROKES:
        strokes = _strokes(ink)
        return "I" * strokes if 0 < strokes <= _MOST_STROKES else ""
    return text if ROMAN.match(core) and text.upper() == text else ""


def _strokes(ink: Grey) -> int:
    """How many strokes stand side by side at half its height."""
    middle = (ink[ink.shape[0] // 2 - 1 : ink.shape[0] // 2 + 2] < _DARK).any(axis=0)
    return int((np.diff(middle.astype(np.int8), prepend=0) == 1).sum())


def _digits(text: str) -> str:
    return text.translate(_LOOKALIKES) if any(map(str.isdigit, text)) else text


_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "—": "-", "–": "-", "†": "+", "‡": "+"})
