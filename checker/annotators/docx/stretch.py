"""Which characters of a paragraph a text was read from: the reader makes them canonical, so there may be more than the text has."""

from __future__ import annotations

import re

from checker.place import Place
from checker.text import Text

_BREAK = re.compile(r"[\n\f]")
_MOST, _MORE = 2, 32


def stretch(raw: str, begin: int, text: str) -> tuple[int, int]:
    """Where in `raw` the text that was read from `begin` on begins and ends, both counted from 0. A text that goes on in another paragraph
    ends with this one; a text that does not stand there at all (an automatic number) ends where it begins."""
    words = _words(text)
    if not words:
        return begin, begin
    for end in range(begin + len(words), min(len(raw), begin + _MOST * len(text) + _MORE) + 1):
        if not raw[end - 1].isspace() and _words(raw[begin:end]) == words:
            return begin, end
    rest = len(raw.rstrip())
    return (begin, rest) if rest > begin and words.startswith(_words(raw[begin:rest])) else (begin, begin)


def _words(raw: str) -> str:
    """As it is read, whatever blanks and line breaks stand between the words."""
    return " ".join(Text.at(_BREAK.sub(" ", raw), Place()).value.split())
