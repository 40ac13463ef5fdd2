"""The words in cells: each cell is recognised by itself, as a number where it may be one, else as a block of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.pages.scan import figures, signs, tesseract
from checker.pages.scan.grey import Grey
from checker.pages.scan.hocr import Mark
from checker.pages.scan.ink import Ink, ink_of
from checker.pages.scan.picture import AROUND, has_ink, padded, smaller
from checker.pages.scan.ruling import Area

_INSIDE = 3
_SMALLER = 0.7  # the size at which words are read best: 99 letters of 4,388 wrong, 165 at full size
_A_DIGIT = re.compile(r"\d")
_MOST_PER_PAGE = 2_000


def in_cells(clean: Grey, cells: Sequence[Area], seconds: float) -> list[Mark]:
    """The words of each cell: as a number where it is one, else as a block of text."""
    insides = [(cell, _inside(clean, cell)) for cell in cells]
    insides = [(cell, inside) for cell, inside in insides if has_ink(inside)][:_MOST_PER_PAGE]
    inks = [ink_of(inside) for _, inside in insides]
    short = [i for i, ink in enumerate(inks) if ink is not None]
    numbers = dict(zip(short, figures.read([insides[i][1] for i in short], [ink for ink in inks if ink is not None], seconds), strict=True))
    wordy = [i for i in range(len(insides)) if (number := numbers.get(i)) is None or number.confidence < figures.DOUBTFUL]
    shown = [padded(smaller(insides[i][1], _SMALLER)) for i in wordy]
    texts = dict(zip(wordy, tesseract.marks(shown, tesseract.BLOCK, seconds=seconds), strict=True))
    found: list[Mark] = []
    for i, (cell, _) in enumerate(insides):
        text = [mark.moved(-AROUND, -AROUND).times(1 / _SMALLER) for mark in texts.get(i, ())]
        found += [mark.moved(cell.left + _INSIDE, cell.top + _INSIDE) for mark in _chosen(numbers.get(i), text, inks[i])]
    return found


def _chosen(number: Mark | None, text: list[Mark], ink: Ink | None) -> Iterable[Mark]:
    """The number, unless the words that the same ink may be are surer."""
    if number is not None and (
        not text or number.confidence >= min(mark.confidence for mark in text) or _is_like(number.text, text[0].text)
    ):
        return [number]
    if ink is not None and not any(character.isalnum() for mark in text for character in mark.text) and ink.is_dash:
        area = ink.area
        return [Mark("-", area.left, area.top, area.right, area.bottom, area.bottom + 8, 50, 90)]
    return [mark._replace(text=signs.marker(mark.text)) for mark in text] if len(text) == 1 else text


def _is_like(number: str, word: str) -> bool:
    """May a word be a number misread: does it have a digit itself, or the strokes of a Roman one?"""
    return bool(_A_DIGIT.search(word)) if number[-1].isdigit() else set(word) <= signs.ROMAN_LIKE


def _inside(clean: Grey, cell: Area) -> Grey:
    return Area(cell.left + _INSIDE, cell.top + _INSIDE, cell.right - _INSIDE, cell.bottom - _INSIDE).of(clean)
