"""One page: its picture → words and ruled lines, in points.

Cells are recognised one by one: a page that is recognised whole loses the lone figures in its tables. Whatever may be a number is
looked at a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from checker.pages.scan import tesseract
from checker.pages.scan.cells import in_cells
from checker.pages.scan.doubts import again
from checker.pages.scan.hocr import Mark
from checker.pages.scan.mending import mended
from checker.pages.scan.picture import POINTS, Picture, cleaned, has_ink, prepared, turned
from checker.pages.scan.prose import outside_cells
from checker.pages.scan.ruling import Ruling, is_noise, ruling
from checker.pages.shape import Box, Page, Word

_POOR, _SURE = 0.4, 60
_ALIKE = (0.8, 1.3)
_SAME_IN_BOTH_CASES, _LOW_LETTER = frozenset("COSVXZ"), 0.55
_ABOVE, _BELOW = 0.8, 0.2
_LEAST_SIDE = 12.0  # points


class Recognised(NamedTuple):
    """A page, and by how many degrees clockwise its picture had to be turned."""

    page: Page
    turn: int


def recognised(picture: Picture, number: int, seconds: float) -> Recognised:
    """The page in a picture. Raises TooSlow, ScanError."""
    if min(picture.width, picture.height) < _LEAST_SIDE:
        return Recognised(Page(number, picture.width, picture.height, ()), 0)
    straight, turn = prepared(picture), 0
    if is_noise(straight.pixels):
        return Recognised(Page(number, straight.width, straight.height, ()), 0)
    marks, ruled = _marks(straight, seconds)
    if _share_of_words(marks) < _POOR and has_ink(straight.pixels):
        turn = tesseract.turned(straight.pixels, seconds)
        upright = prepared(turned(picture, turn)) if turn else straight
        other = _marks(upright, seconds) if turn else ([], ruled)
        if _share_of_words(other[0]) > _share_of_words(marks):
            (marks, ruled), straight = other, upright
        else:
            turn = 0
    return Recognised(_page(marks, ruled, straight, number), turn)


def _share_of_words(marks: Sequence[Mark]) -> float:
    """How much of what was recognised is words, and not the jumble that a page on its side gives."""
    words = sum(mark.confidence >= _SURE and sum(map(str.isalnum, mark.text)) > 1 for mark in marks)
    return words / len(marks) if marks else 0.0


def _marks(picture: Picture, seconds: float) -> tuple[list[Mark], Ruling]:
    ruled = ruling(picture.pixels)
    clean = cleaned(picture.pixels)
    found = [*outside_cells(clean, ruled, seconds), *in_cells(clean, ruled.cells, seconds)]
    return mended(again(clean, found, seconds)), ruled


def _page(marks: Sequence[Mark], ruled: Ruling, picture: Picture, number: int) -> Page:
    scale = POINTS / picture.dpi
    usual = median([mark.size for mark in marks]) if marks else 0.0
    words = tuple(_word(_cased(mark, usual), usual, scale) for mark in marks)
    rules = tuple(Box(line.left * scale, line.top * scale, line.right * scale, line.bottom * scale) for line in ruled.lines)
    return Page(number, picture.width, picture.height, words, rules)


def _cased(mark: Mark, usual: float) -> Mark:
    """A lone letter that looks alike in both cases is a small one where its ink is low."""
    low = mark.bottom - mark.top < _LOW_LETTER * usual
    return mark._replace(text=mark.text.lower()) if low and mark.text in _SAME_IN_BOTH_CASES else mark


def _word(mark: Mark, usual: float, scale: float) -> Word:
    size = usual if _ALIKE[0] * usual <= mark.size <= _ALIKE[1] * usual else mark.size
    step = (mark.right - mark.left) / len(mark.text)
    edges = tuple((mark.left + step * i) * scale for i in range(len(mark.text) + 1))
    top, bottom = (mark.base - _ABOVE * size) * scale, (mark.base + _BELOW * size) * scale
    return Word(mark.text, edges, top, bottom, size=size * scale, confidence=mark.confidence)
