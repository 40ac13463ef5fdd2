"""Words and ruled lines on a page, in points (1/72 inch) from its upper left corner.

Every extractor (the text layer of a PDF, optical recognition of a scan) makes these; lines, paragraphs, tables and places are
made of them in one way, whichever it was.
"""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    x0: float
    top: float
    x1: float
    bottom: float


class Word(NamedTuple):
    """Characters that stand together. `edges` are the left edges of the characters and the right edge of the last, so one more
    than there are characters. `top` and `bottom` are those of the line of type, not of the ink: alike for "ra" and "Đg" on one line, and
    about `size` apart, with a fifth of it below the base line. `confidence` is 0 to 100 where optical recognition gave one. `bold` where the
    file says so. `blank`: what stands before it is blanks, however many, and no jump to another place."""

    text: str
    edges: tuple[float, ...]
    top: float
    bottom: float
    bold: bool = False
    size: float = 0.0
    confidence: int | None = None
    blank: bool = False

    @property
    def x0(self) -> float:
        return self.edges[0]

    @property
    def x1(self) -> float:
        return self.edges[-1]

    @property
    def em(self) -> float:
        """The size of its type."""
        return self.size or self.bottom - self.top


class Heading(NamedTuple):
    """A heading that the file itself lists: what it says, and its level from 1."""

    title: str
    level: int


class Page(NamedTuple):
    """A page: its number from 1, its size, its words in no particular order, its ruled lines (thin boxes). `needs_ocr`: something is
    shown on it, but no text that could be read without optical recognition. `damaged`: it could not be opened. `headings` are
    those that the file lists for it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...] = ()
    needs_ocr: bool = False
    damaged: bool = False
    headings: tuple[Heading, ...] = ()
