"""Masking one text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from checker.masking.known import known
from checker.masking.spans import Span, announced
from checker.text import fold

MASK = "•••"


def mask(text: str, private: frozenset[str] = frozenset()) -> str:
    """The text with "•••" for names, dates of birth and identity numbers of people; the words that announce them stay.

    `private` is what is known to be one without such words (`checker.masking.private`).
    """
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    folded = fold(plain)
    spans = {*announced(plain, folded), *known(plain, folded, private)}
    return _covered(plain, sorted(spans)) if spans else text


def _covered(text: str, spans: Iterable[Span]) -> str:
    out: list[str] = []
    done = 0
    for start, end in spans:
        if start >= done:
            out += [text[done:start], MASK]
        done = max(done, end)
    return "".join([*out, text[done:]])
