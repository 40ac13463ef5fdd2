"""A short line of ink by itself: where it is, where its letters stand, its points and commas, its strokes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from checker.pages.scan.grey import Grey
from checker.pages.scan.ruling import Area, darkness

_LONGEST = 12  # times as wide as high
_SPECK = 12
_TALLEST, _LOWEST = 110, 10
_LOW, _NARROW, _BELOW = 0.6, 0.35, 0.08  # times the height of a digit
_DASH = 1.8
_DARK = 128


class Ink(NamedTuple):
    """One short line of ink: where it is, where its letters stand, and its points and commas as far as they stand by themselves."""

    area: Area
    base: int
    separators: str = ""

    @property
    def is_dash(self) -> bool:
        """Is it a short flat stroke, which stands for nothing?"""
        return self.area.right - self.area.left >= _DASH * (self.area.bottom - self.area.top)


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


def strokes(ink: Grey) -> int:
    """How many strokes stand side by side at half its height."""
    middle = (ink[ink.shape[0] // 2 - 1 : ink.shape[0] // 2 + 2] < _DARK).any(axis=0)
    return int((np.diff(middle.astype(np.int8), prepend=0) == 1).sum())
