"""One page: its picture → words and ruled lines, in points.

Cells are recognised one by one: a page that is recognised whole loses the lone figures in its tables. What stands outside cells is recognised
as a column of text, with cells and lines taken out of the picture. Whatever may be a number is looked at a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

import numpy as np

from checker.pages.scan import figures, tesseract
from checker.pages.scan.figures import Ink, ink_of
from checker.pages.scan.hocr import Mark
from checker.pages.scan.mending import mended
from checker.pages.scan.picture import POINTS, Grey, Picture, cleaned, has_ink, prepared, smaller, turned
from checker.pages.scan.ruling import Area, Ruling, is_noise, ruling
from checker.pages.shape import Box, Page, Word

_WHITE = 255
_AROUND, _INSIDE = 20, 3
_LINE_WIDTH = 3
_SMALLER = 0.7  # the size at which the words of cells are read best: 99 letters of 4,388 wrong, 165 at full size
_POOR, _SURE = 0.4, 60
_NOISE = 30
_LEADER = re.compile(r"[^\w()]{2,}\Z")
_ALIKE = (0.8, 1.3)
_SAME_IN_BOTH_CASES, _LOW_LETTER = frozenset("COSVXZ"), 0.55
_ABOVE, _BELOW = 0.8, 0.2
_A_DIGIT = re.compile(r"\d")
_MARKERS = {"®": "c", "©": "c", "€": "c", "Cc": "c"}  # alone in a cell: the third of a, b, c
_LEAST_SIDE = 12.0  # points
_MOST_PER_PAGE = 2_000


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
        again = _marks(upright, seconds) if turn else ([], ruled)
        if _share_of_words(again[0]) > _share_of_words(marks):
            (marks, ruled), straight = again, upright
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
    found = [*_of_text(_without(clean, ruled), seconds), *_of_cells(clean, ruled.cells, seconds)]
    return mended(_again(clean, found, seconds)), ruled


# ------------------------------------------------------------------------------------------------ cells


def _of_cells(clean: Grey, cells: Sequence[Area], seconds: float) -> list[Mark]:
    """The words of each cell: as a number where it is one, else as a block of text."""
    insides = [(cell, _inside(clean, cell)) for cell in cells]
    insides = [(cell, inside) for cell, inside in insides if has_ink(inside)][:_MOST_PER_PAGE]
    inks = [ink_of(inside) for _, inside in insides]
    short = [i for i, ink in enumerate(inks) if ink is not None]
    numbers = dict(zip(short, figures.read([insides[i][1] for i in short], [ink for ink in inks if ink is not None], seconds), strict=True))
    wordy = [i for i in range(len(insides)) if numbers.get(i) is None or numbers[i].confidence < figures.DOUBTFUL]  # type: ignore[union-attr]
    shown = [_padded(smaller(insides[i][1], _SMALLER)) for i in wordy]
    texts = dict(zip(wordy, tesseract.marks(shown, tesseract.BLOCK, seconds=seconds), strict=True))
    found: list[Mark] = []
    for i, (cell, _) in enumerate(insides):
        text = [mark.moved(-_AROUND, -_AROUND).times(1 / _SMALLER) for mark in texts.get(i, ())]
        found += [mark.moved(cell.left + _INSIDE, cell.top + _INSIDE) for mark in _chosen(numbers.get(i), text, inks[i])]
    return found


def _chosen(number: Mark | None, text: list[Mark], ink: Ink | None) -> Iterable[Mark]:
    """The number, unless the words that the same ink may be are surer."""
    if number is not None and (
        not text or number.confidence >= min(mark.confidence for mark in text) or _is_like(number.text, text[0].text)
    ):
        return [number]
    if ink is not None and not any(character.isalnum() for mark in text for character in mark.text) and figures.is_dash(ink):
        area = ink.area
        return [Mark("-", area.left, area.top, area.right, area.bottom, area.bottom + 8, 50, 90)]
    if len(text) == 1 and text[0].text in _MARKERS:
        return [text[0]._replace(text=_MARKERS[text[0].text])]
    return text


def _is_like(number: str, word: str) -> bool:
    """May a word be a number misread: does it have a digit itself, or the strokes of a Roman one?"""
    return bool(_A_DIGIT.search(word)) if number[-1].isdigit() else set(word) <= figures.ROMAN_LIKE


def _inside(clean: Grey, cell: Area) -> Grey:
    return Area(cell.left + _INSIDE, cell.top + _INSIDE, cell.right - _INSIDE, cell.bottom - _INSIDE).of(clean)


def _padded(pixels: Grey) -> Grey:
    return np.pad(pixels, _AROUND, constant_values=_WHITE)


# ------------------------------------------------------------------------------------------------ text


def _without(clean: Grey, ruled: Ruling) -> Grey:
    """The page without cells and lines."""
    rest = clean.copy()
    for area in ruled.cells:
        area.of(rest)[:] = _WHITE
    for line in ruled.lines:
        wide = Area(max(0, line.left - _LINE_WIDTH), max(0, line.top - _LINE_WIDTH), line.right + _LINE_WIDTH, line.bottom + _LINE_WIDTH)
        wide.of(rest)[:] = _WHITE
    return rest


def _of_text(rest: Grey, seconds: float) -> list[Mark]:
    if not has_ink(rest):
        return []
    found = tesseract.marks([rest], tesseract.COLUMN, seconds=seconds)[0]
    return [plain for mark in found if (plain := _plain(mark)) is not None]


def _plain(mark: Mark) -> Mark | None:
    """Dotted lines come as a jumble of signs, dirt as single ones."""
    if mark.confidence >= _NOISE or any(map(str.isalnum, mark.text)):
        return mark
    return mark._replace(text="…") if _LEADER.match(mark.text) else None


def _again(clean: Grey, marks: list[Mark], seconds: float) -> list[Mark]:
    """Doubtful words that are numbers, or may be Roman ones, are read once more."""
    doubtful = [i for i, mark in enumerate(marks) if _is_doubtful(mark)]
    pictures = [_padded(Area(*(max(0, round(edge)) for edge in marks[i][1:5])).of(clean)) for i in doubtful]
    inks = [ink_of(picture) for picture in pictures]
    known = [k for k, ink in enumerate(inks) if ink is not None]
    read = figures.read([pictures[k] for k in known], [ink for ink in inks if ink is not None], seconds)
    out = [*marks]
    for k, number in zip(known, read, strict=True):
        old = marks[doubtful[k]]
        if number is not None and number.text[-1].isalpha():
            out[doubtful[k]] = old._replace(text=number.text, confidence=number.confidence)
        elif number is not None and figures.may_be_formula(old.text):
            out[doubtful[k]] = old._replace(text=number.text, confidence=min(number.confidence, old.confidence))
        elif number is not None and figures.is_number(old.text):
            text, sure = figures.agreed((old.text, old.confidence), (number.text, number.confidence))
            out[doubtful[k]] = old._replace(text=text, confidence=sure)
    return out


def _is_doubtful(mark: Mark) -> bool:
    is_number = mark.confidence < figures.DOUBTFUL and figures.is_number(mark.text)
    return is_number or figures.may_be_roman(mark.text) or figures.may_be_formula(mark.text)


# ------------------------------------------------------------------------------------------------ points


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
