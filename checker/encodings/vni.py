"""VNI for Windows: a letter with a tone is a plain letter and a character of Windows-1252 that stands for the tone.

What is decoded has as many characters as before: the tone becomes a combining mark, which canonical text composes.
"""

from __future__ import annotations

import re
import unicodedata

_CIRCUMFLEX, _BREVE, _GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0302", "\u0306", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_TONES = {"ø": _GRAVE, "ù": _ACUTE, "õ": _TILDE, "û": _HOOK, "ï": _DOT}
_ROUND = {"â": "", "à": _GRAVE, "á": _ACUTE, "ã": _TILDE, "å": _HOOK, "ä": _DOT}
_SHORT = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ü": _TILDE, "ú": _HOOK, "ë": _DOT}
_SINGLE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _pairs() -> dict[str, str]:
    """Two characters → two characters: a letter and its mark."""
    pairs = {base + code: base + tone for base in "aeouy" for code, tone in _TONES.items()}
    pairs |= {base + code: _SINGLE[base] + tone for base in "ôö" for code, tone in _TONES.items()}
    pairs |= {base + code: _marked(base, _CIRCUMFLEX, tone) for base in "aeo" for code, tone in _ROUND.items()}
    return pairs | {"a" + code: _marked("a", _BREVE, tone) for code, tone in _SHORT.items()}


def _marked(base: str, shape: str, tone: str) -> str:
    return unicodedata.normalize("NFC", base + shape) + tone if tone else base + shape


def _in_each_case(letters: dict[str, str]) -> dict[str, str]:
    """Small, capital, and a capital whose tone is small."""
    capital = {code[0].upper() + code[1:]: letter[0].upper() + letter[1:] for code, letter in letters.items()}
    return {**capital, **{code.upper(): letter.upper() for code, letter in letters.items()}, **letters}


LETTERS = _in_each_case({**_pairs(), **_SINGLE})
_CODE = re.compile("|".join(sorted(LETTERS, key=len, reverse=True)))


def decoded(text: str) -> str:
    """The same text in Unicode, as long as before; a letter of two characters is a letter and a combining mark."""
    return _CODE.sub(lambda code: LETTERS[code[0]], text)


def encoded(text: str) -> str:
    """What VNI has for composed letters; the others stay."""
    codes = {unicodedata.normalize("NFC", letter): code for code, letter in LETTERS.items() if code in (code.lower(), code.upper())}
    return "".join(codes.get(letter, letter) for letter in text)
