"""The signs that numbers are written with: what is a number, what may be one that was misread, and what it is then."""

from __future__ import annotations

import re

NUMBER = re.compile(r"[(\[+-]{0,2}\d[\d.,]*%?[)\]]?[.,;:]?\Z")
FORMULA = re.compile(r"(?=\D*\d)[\d().,=+/x*:%-]{3,40}\Z")
_OF_FORMULAS = frozenset("0123456789()+=-/x*:%")
_MISREAD_SIGNS = 3
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V)?\Z")
_STROKES = frozenset("Il|!iH")
ROMAN_LIKE = frozenset("IVXHMNWYhilv|!\"'LTJ1.")
_LONGEST_ROMAN, _MOST_STROKES = 4, 3
_SEPARATORS = ".,"
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "—": "-", "–": "-", "†": "+", "‡": "+"})
_MARKERS = {"®": "c", "©": "c", "€": "c", "Cc": "c"}
DISPUTED = 40
"""No number of which two readings differ is surer than that."""


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


def digits(text: str) -> str:
    """With the digits and signs that letters were taken for, where there are digits beside them."""
    return text.translate(_LOOKALIKES) if any(map(str.isdigit, text)) else text


def marker(text: str) -> str:
    """What stands alone in a cell: the third of a, b, c is often taken for another sign."""
    return _MARKERS.get(text, text)


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


def roman(text: str, strokes: int) -> str:
    """The Roman number that ink with so many strokes shows; "" where it is none. "Il" and "H" may both be meant for "II"."""
    core = text.rstrip(".").upper()
    if core and set(text) <= _STROKES:
        return "I" * strokes if 0 < strokes <= _MOST_STROKES else ""
    return text if ROMAN.match(core) and text.upper() == text else ""
