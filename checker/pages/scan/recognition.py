"""What optical recognition knows of a place: how sure it is of what stands there, and what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from checker.locales.unreadable import Unreadable
from checker.pages.rows import Placed, rows
from checker.pages.scan.picture import POINTS, Picture, prepared, turned
from checker.pages.shape import Box, Page
from checker.place import Place

_ACROSS, _DOWN = 1.5, 0.35
_WIDEST = 90  # times the size of the type


class ScanRecognition:
    """Of the pages of one document. It keeps words, no pictures: these are made again when somebody asks."""

    def __init__(self, show: Callable[[int], Picture], pages: Mapping[int, Page], turns: Mapping[int, int]) -> None:
        self._show = show
        self._pages = pages
        self._turns = turns
        self._rows: dict[int, list[tuple[Placed, ...]]] = {}
        self._last: tuple[int, Picture] | None = None

    def confidence(self, place: Place) -> int | None:
        """0 to 100, for the least sure word that stands there; None for what was not recognised but read."""
        sure = [placed.word.confidence for placed in self._at(place) if placed.word.confidence is not None]
        return min(sure, default=None)

    def picture(self, place: Place) -> bytes | None:
        """A PNG of what stands there and a little around it; None where it was not recognised."""
        import cv2

        at = self._at(place)
        if not at or place.page is None:
            return None
        em = max(placed.word.em for placed in at)
        left, right = min(p.word.x0 for p in at) - _ACROSS * em, max(p.word.x1 for p in at) + _ACROSS * em
        top, bottom = min(p.word.top for p in at) - _DOWN * em, max(p.word.bottom for p in at) + _DOWN * em
        try:
            page = self._picture(place.page)
        except Unreadable:  # the file is the same, but memory or time may have run out
            return None
        shown = _cut(page, Box(left, top, min(right, left + _WIDEST * em), bottom))
        if not shown.size:
            return None
        done, png = cv2.imencode(".png", shown)
        return bytes(png) if done else None

    def _at(self, place: Place) -> list[Placed]:
        """The words at a place: those of its line between its columns."""
        number = place.page
        if number is None or number not in self._pages or place.line is None or place.column is None:
            return []
        if number not in self._rows:
            self._rows[number] = rows(self._pages[number].words)
        lines = self._rows[number]
        row = lines[place.line - 1] if 0 < place.line <= len(lines) else ()
        end = place.end_column if place.end_column and place.end_line in (None, place.line) else place.column + 1
        return [placed for placed in row if placed.column < end and placed.end > place.column]

    def _picture(self, number: int) -> Picture:
        if self._last is None or self._last[0] != number:
            shown = self._show(number)
            turn = self._turns.get(number, 0)
            self._last = number, prepared(turned(shown, turn) if turn else shown)
        return self._last[1]


def _cut(picture: Picture, box: Box) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    scale = picture.dpi / POINTS
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in box)
    return picture.pixels[top:bottom, left:right]
