"""Numbers in the formats in which word processors count: 1, 01, i, I, a, A."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def formatted(value: int, shape: str) -> str:
    """A number in one of those formats, by the names that Word gives them; in digits where the format is not known."""
    if shape == "none":
        return ""
    if shape == "decimalZero":
        return f"{value:02d}"
    if shape in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        return _roman(value).upper() if shape == "upperRoman" else _roman(value)
    if shape in ("upperLetter", "lowerLetter") and 0 < value < 1000:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if shape == "upperLetter" else letters
    return str(value)


def _roman(value: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        out += letters * (value // worth)
        value %= worth
    return out
