"""Doubtful words that are numbers, or may be, are read once more."""

from __future__ import annotations

from checker.pages.scan import figures, signs
from checker.pages.scan.grey import Grey
from checker.pages.scan.hocr import Mark
from checker.pages.scan.ink import ink_of
from checker.pages.scan.picture import padded
from checker.pages.scan.ruling import Area


def again(clean: Grey, marks: list[Mark], seconds: float) -> list[Mark]:
    """The same words, the doubtful ones as they read by themselves."""
    doubtful = [i for i, mark in enumerate(marks) if _is_doubtful(mark)]
    pictures = [padded(Area(*(max(0, round(edge)) for edge in marks[i][1:5])).of(clean)) for i in doubtful]
    inks = [ink_of(picture) for picture in pictures]
    known = [k for k, ink in enumerate(inks) if ink is not None]
    read = figures.read([pictures[k] for k in known], [ink for ink in inks if ink is not None], seconds)
    out = [*marks]
    for k, number in zip(known, read, strict=True):
        old = marks[doubtful[k]]
        if number is not None and number.text[-1].isalpha():
            out[doubtful[k]] = old._replace(text=number.text, confidence=number.confidence)
        elif number is not None and signs.may_be_formula(old.text):
            out[doubtful[k]] = old._replace(text=number.text, confidence=min(number.confidence, old.confidence))
        elif number is not None and signs.is_number(old.text):
            text, sure = figures.agreed((old.text, old.confidence), (number.text, number.confidence))
            out[doubtful[k]] = old._replace(text=text, confidence=sure)
    return out


def _is_doubtful(mark: Mark) -> bool:
    is_number = mark.confidence < figures.DOUBTFUL and signs.is_number(mark.text)
    return is_number or signs.may_be_roman(mark.text) or signs.may_be_formula(mark.text)
