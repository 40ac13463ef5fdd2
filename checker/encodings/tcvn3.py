"""TCVN3 (TCVN 5712:1993 in three fonts, called ABC): each letter is one character of Windows-1252.

Capitals with a tone have no code of their own: a font whose name ends in H shows the small ones so, and the text does not tell.
"""

from __future__ import annotations

_CODES = (
    "¡¢£¤¥¦§"  # capitals
    "¨©ª«¬\u00ad®"
    "µ¶·¸¹»¼½¾ÆÇÈÉÊË"
    "ÌÎÏÐÑÒÓÔÕÖ"
    "×ØÜÝÞ"
    "ßáâãäåæçèéêëìíî"
    "ïñòóôõö÷øù"
    "úûüýþ"
)
_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"

LETTERS = dict(zip(_CODES, _LETTERS, strict=True))
"""The 74 pairs."""
_TABLE = str.maketrans({**LETTERS, "Đ": LETTERS["Ð"]})  # canonical text has written Ð as Đ


def decoded(text: str) -> str:
    """The same characters in Unicode, one for one."""
    return text.translate(_TABLE)


def encoded(text: str) -> str:
    """What TCVN3 has for composed letters. A capital with a tone is written as the small letter; what it has no code for stays."""
    codes = {letter: code for code, letter in LETTERS.items()}
    return "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in text)
