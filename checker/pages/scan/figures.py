"""A second look at what may be a number: the ink alone, brought to one height, read as a single line.

A lone figure in a wide cell is what recognition of whole pages and cells fails at; read this way, none of 1,972 figures in cells had
a wrong digit (see tests/bench/scans.py). Where two heights differ, the surer reading is taken and the doubt is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.pages.scan import signs, tesseract
from checker.pages.scan.grey import Grey
from checker.pages.scan.hocr import Mark
from checker.pages.scan.ink import Ink, strokes
from checker.pages.scan.ruling import Area

HEIGHT, OTHER_HEIGHT = 32, 26
"""The heights, in pixels, to which ink is brought."""

DOUBTFUL = 85
"""A number of which recognition is less sure than that is read again."""

_AROUND = 30
_MARGIN = 2
_DIGIT_HEIGHT = 0.66


def read(pictures: Sequence[Grey], inks: Sequence[Ink], seconds: float) -> list[Mark | None]:
    """Each ink as a number, or a Roman one, in pixels of its picture; None where it is none."""
    first = [(signs.digits(text), sure) for text, sure in _texts(pictures, inks, HEIGHT, seconds)]
    doubtful = [i for i, (text, sure) in enumerate(first) if sure < DOUBTFUL or not signs.is_number(text)]
    again = _texts([pictures[i] for i in doubtful], [inks[i] for i in doubtful], OTHER_HEIGHT, seconds)
    readings = [*first]
    for i, (text, sure) in zip(doubtful, again, strict=True):
        readings[i] = agreed(first[i], (signs.digits(text), sure))
    return [_mark(picture, ink, *reading) for picture, ink, reading in zip(pictures, inks, readings, strict=True)]


def _texts(pictures: Sequence[Grey], inks: Sequence[Ink], height: int, seconds: float) -> list[tuple[str, int]]:
    shown = [_shown(picture, ink, height) for picture, ink in zip(pictures, inks, strict=True)]
    found = tesseract.marks(shown, tesseract.LINE, tesseract.FIGURES, seconds)
    return [("".join(mark.text for mark in some), min((mark.confidence for mark in some), default=0)) for some in found]


def agreed(one: tuple[str, int], other: tuple[str, int]) -> tuple[str, int]:
    """Of two readings, each with how sure it is, the one to take."""
    if one[0] == other[0]:
        return one[0], max(one[1], other[1])
    numbers = [reading for reading in (one, other) if signs.is_number(reading[0])]
    text, sure = max(numbers or [one], key=lambda reading: reading[1])
    return text, min(sure, signs.DISPUTED)


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
    if not signs.is_number(text):
        text = signs.roman(text, strokes(ink.area.of(picture)))
    elif ink.separators:
        text, sure = signs.separated(text, sure, ink.separators)
    if not text:
        return None
    area = ink.area
    return Mark(text, area.left, area.top, area.right, area.bottom, ink.base, (ink.base - area.top) / _DIGIT_HEIGHT, sure)
