"""Sheets of paper to write on: words at heights, and ruled lines, as an extractor gives them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from itertools import pairwise

from checker.document import Block, Footnote, Paragraph, Table
from checker.pages.blocks import blocks
from checker.pages.shape import Box, Heading, Page, Word

LETTER, BLANK = 0.5, 0.25
LEFT, TOP, PITCH = 72.0, 90.0, 15.0


class Paper:
    """One page. `y` is where the next line stands."""

    def __init__(self, number: int = 1, width: float = 595.0, height: float = 842.0) -> None:
        self.number, self.width, self.height = number, width, height
        self.words: list[Word] = []
        self.rules: list[Box] = []
        self.headings: list[Heading] = []
        self.y = TOP

    def put(self, x: float, y: float, text: str, size: float = 12.0, bold: bool = False, raised: float = 0.0) -> float:
        """Words whose lower edge is at that height; where they end."""
        bottom = y - raised
        for word in text.split(" "):
            edges = tuple(x + i * LETTER * size for i in range(len(word) + 1))
            self.words.append(Word(word, edges, bottom - size, bottom, bold, size))
            x = edges[-1] + BLANK * size
        return x - BLANK * size

    def lines(self, *texts: str, x: float = LEFT, gap: float = 0.0, size: float = 12.0, bold: bool = False) -> Paper:
        """Lines one below the other, the first after a gap."""
        self.y += gap
        for text in texts:
            self.put(x, self.y, text, size, bold)
            self.y += PITCH
        return self

    def set(self, text: str, letters: int = 60, indent: float = 0.0, gap: float = 0.0) -> Paper:
        """A paragraph, broken where a line has no room for the next word."""
        self.y += gap
        for number, line in enumerate(textwrap.wrap(text, letters - (4 if indent else 0), break_on_hyphens=False)):
            self.put(LEFT + (0 if number else indent), self.y, line)
            self.y += PITCH
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float], without: Iterable[tuple[float, float, float, float]] = ()) -> Paper:
        """Ruled lines between all columns and rows, but not those of `without` (x0, y0, x1, y1)."""
        gone = set(without)
        for y in ys:
            for a, b in pairwise(xs):
                if (a, y, b, y) not in gone:
                    self.rules.append(Box(a, y, b, y + 0.5))
        for x in xs:
            for a, b in pairwise(ys):
                if (x, a, x, b) not in gone:
                    self.rules.append(Box(x, a, x + 0.5, b))
        return self

    def table(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], height: float = 20.0) -> Paper:
        """A ruled table; a cell's lines are parted by line breaks, and make its row higher."""
        ys = [top]
        for row in rows:
            for x, cell in zip(xs, row, strict=False):
                for number, text in enumerate(cell.split("\n") if cell else ()):
                    self.put(x + 5, ys[-1] + 15 + number * PITCH, text)
            ys.append(ys[-1] + max(height, 5 + PITCH * max(cell.count("\n") + 1 for cell in row)))
        self.y = ys[-1] + 2 * PITCH
        return self.grid(xs, ys)

    @property
    def page(self) -> Page:
        return Page(self.number, self.width, self.height, tuple(self.words), tuple(self.rules), headings=tuple(self.headings))


def read(*papers: Paper) -> list[Block]:
    return blocks([paper.page for paper in papers], "a.pdf")


def shown(*papers: Paper) -> list[str | list[list[str]]]:
    """What is read: paragraphs as they are, tables as rows (merged positions empty), other parts behind their names."""
    return [_shown(block) for block in read(*papers)]


def _shown(block: Block) -> str | list[list[str]]:
    if isinstance(block, Table):
        return [["" if cell.merged else cell.text.value for cell in row] for row in block.rows]
    if isinstance(block, Footnote):
        return f"{block.mark}: {block.text.value}"
    assert isinstance(block, Paragraph)
    return block.text.value if block.part == "body" else f"{block.part}: {block.text.value}"
