"""Pieces → words: pieces that touch on one base line are one word, whatever runs they come from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.pages.pdf.letters import Letters, Piece
from checker.pages.shape import Word

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_TOUCHING, _LEVEL = 0.15, 0.15
_ABOVE, _BELOW = 0.8, 0.2
_ACCENT = 0.3
_UNKNOWN = frozenset(("Cc", "Cn", "Co", "Cs"))


def words(page: PdfTextPage, left: float, top: float) -> tuple[Word, ...]:
    """The words of a page whose upper left corner has these coordinates."""
    letters = Letters(page)
    return tuple(_word(pieces, left, top) for pieces in _touching(letters))


def _touching(letters: Letters) -> Iterator[list[Piece]]:
    """Pieces of one word: on one base line, touching, no blank of the file between them."""
    for line in _on_one_line(sorted(letters.pieces(), key=lambda piece: piece.base)):
        word: list[Piece] = []
        for piece in sorted(line, key=_position):
            if word and not _touch(word[-1], piece):
                yield word
                word = []
            elif word and letters.parts(word[-1], piece):
                yield word
                word, piece = [], piece._replace(blank=True)
            word.append(piece)
        yield word


def _on_one_line(pieces: list[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        if line and piece.base - line[0].base > _LEVEL * min(piece.style.size, line[0].style.size):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _position(piece: Piece) -> float:
    """Where it begins; an accent that stands by itself, a little earlier, so that it stays behind its letter."""
    return piece.edges[0] - (_ACCENT * piece.style.size if unicodedata.combining(piece.text[0]) else 0)


def _touch(left: Piece, right: Piece) -> bool:
    size = min(left.style.size, right.style.size)
    alike = abs(left.style.size - right.style.size) <= _LEVEL * max(left.style.size, right.style.size)
    gap = right.edges[0] - left.edges[-1]
    return alike and -size < gap < _TOUCHING * size


def _word(pieces: list[Piece], left: float, top: float) -> Word:
    first = pieces[0]
    size, base = first.style.size, top - first.base
    if len(pieces) == 1:
        text, edges, bold = first.text, first.edges, first.style.bold
    else:
        text = "".join(piece.text for piece in pieces)
        bold = 2 * sum(len(piece.text) for piece in pieces if piece.style.bold) > len(text)
        edges = (*(edge for piece in pieces for edge in piece.edges[:-1]), pieces[-1].edges[-1])
    if left:
        edges = tuple(edge - left for edge in edges)
    return Word(text, edges, base - _ABOVE * size, base + _BELOW * size, bold, size, blank=first.blank)


def is_readable(word: Word) -> bool:
    """Is it made of characters that stand for something? A font may not say what its letters are."""
    return not any(unicodedata.category(character) in _UNKNOWN for character in word.text)
