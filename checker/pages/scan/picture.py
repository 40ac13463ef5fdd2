"""The picture of a page: grey, upright, straight, at the resolution that recognition wants.

A coarse picture is enlarged, a finer one made smaller. A page put
askew on the glass is turned back: ruled lines are found only where they run with the rows of the picture.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.pages.scan.grey import WHITE, Grey, grey
from checker.pages.scan.tesseract import DPI

POINTS = 72
AROUND = 20
_WIDEST_SKEW, _COARSE, _FINE = 4.0, 0.25, 0.05
_SMALL = 1000
_WORTH_IT = 0.04
_SPECK = 25
_MOST_PIXELS = 40_000_000
_COARSER, _AROUND = 0.125, 21
_DARKEST_PAPER = 60.0
_INK, _PAPER = 0.15, 0.8


class Picture(NamedTuple):
    """Pixels, and how many of them make an inch."""

    pixels: Grey
    dpi: float

    @property
    def width(self) -> float:
        """In points."""
        return float(self.pixels.shape[1] * POINTS / self.dpi)

    @property
    def height(self) -> float:
        """In points."""
        return float(self.pixels.shape[0] * POINTS / self.dpi)


def prepared(picture: Picture) -> Picture:
    """The page as recognition wants it."""
    return straightened(scaled(picture))


def turned(picture: Picture, degrees: int) -> Picture:
    """Turned clockwise by a multiple of 90 degrees."""
    return Picture(np.ascontiguousarray(np.rot90(picture.pixels, -degrees // 90)), picture.dpi)


def has_ink(pixels: Grey) -> bool:
    """Is there more on it than a speck?"""
    return int((pixels < WHITE // 2).sum()) >= _SPECK


def padded(pixels: Grey) -> Grey:
    """With paper around it: recognition wants some."""
    return np.pad(pixels, AROUND, constant_values=WHITE)


def scaled(picture: Picture) -> Picture:
    """At 300 dots an inch, or as many as a very large page may have."""
    import cv2

    factor = min(DPI / picture.dpi, (_MOST_PIXELS / picture.pixels.size) ** 0.5)
    if abs(factor - 1) < 0.02:
        return picture
    how = cv2.INTER_CUBIC if factor > 1 else cv2.INTER_AREA
    return Picture(grey(cv2.resize(picture.pixels, None, fx=factor, fy=factor, interpolation=how)), picture.dpi * factor)


def smaller(pixels: Grey, factor: float) -> Grey:
    """So many times its size; less than 1."""
    import cv2

    return grey(cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))


def straightened(picture: Picture) -> Picture:
    """Turned so that lines of text run with the rows."""
    import cv2

    angle = skew(picture.pixels)
    if abs(angle) < _WORTH_IT:
        return picture
    height, width = picture.pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(picture.pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=WHITE)
    return Picture(grey(turned), picture.dpi)


def skew(pixels: Grey) -> float:
    """By how many degrees the page leans: the angle at which rows are either full of ink or empty."""
    import cv2

    factor = min(1.0, _SMALL / max(pixels.shape))
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = grey(WHITE - small).astype(np.float32)
    ink[ink < ink.mean()] = 0
    coarse = _best(ink, 0.0, _WIDEST_SKEW, _COARSE)
    return _best(ink, coarse, _COARSE, _FINE)


def cleaned(pixels: Grey) -> Grey:
    """Paper white, ink black, whatever the light: what is paper is found beside each spot, and faint specks go with it."""
    import cv2

    small = cv2.resize(pixels, None, fx=_COARSER, fy=_COARSER, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), _AROUND)
    paper = cv2.resize(paper, pixels.shape[::-1], interpolation=cv2.INTER_LINEAR).astype(np.float32)
    share = cv2.GaussianBlur(pixels, (3, 3), 0).astype(np.float32) / np.maximum(paper, _DARKEST_PAPER)
    return np.clip((share - _INK) / (_PAPER - _INK) * WHITE, 0, WHITE).astype(np.uint8)


def _best(ink: NDArray[np.float32], middle: float, reach: float, step: float) -> float:
    count = round(reach / step)
    angles = [middle + step * i for i in range(-count, count + 1)]
    return max(angles, key=lambda angle: _contrast(ink, angle))


def _contrast(ink: NDArray[np.float32], angle: float) -> float:
    import cv2

    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    rows = cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
