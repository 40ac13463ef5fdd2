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
    found = spans(plain, private)
    return covered(plain, found) if found else text


def spans(text: str, private: frozenset[str]) -> list[Span]:
    """What is to be covered of a text in NFC, in order and apart."""
    folded = fold(text)
    apart: list[Span] = []
    for start, end in sorted({*announced(text, folded), *known(text, folded, private)}):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def covered(text: str, spans: Iterable[Span]) -> str:
    """The text with "•••" for each of these."""
    out: list[str] = []
    done = 0
    for start, end in spans:
        out += [text[done:start], MASK]
        done = end
    return "".join([*out, text[done:]])
