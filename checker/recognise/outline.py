"""The outline of a document: which paragraphs are headings, which sections they open, where annexes and templates begin.

Only the body has headings. Its members come first, in order; notes, text boxes, headers and footers follow, each part by itself, so
that none of them stands between a sentence and the list or table below it.

A caption like "Biểu 2: …" in the middle of a report opens an annex that ends where the report's own headings go on ("V." behind
"IV.", "PHẦN THỨ HAI"). A file or a sheet that is called after an annex is one up to its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.document import Block, Document, Footnote, Paragraph, Table
from checker.locales import Locale, Style
from checker.recognise.frames import in_reading_order
from checker.recognise.markers import Marker, read_automatic, read_division, read_marker
from checker.recognise.passages import Passage, Section
from checker.text import Mark, Text, fold_words, join
from checker.together.names import annex_opened

_LONGEST_HEADING = 240
_LEVELS = {"part": -2, "chapter": -1, "section": 0, "article": 1, "upper": 1, "roman": 2, "arabic": 3, "paren": 4, "dotted": 4, "letter": 6}
_BODY = ("roman", "part", "chapter", "upper")
_ENDS = re.compile(r"[.;:,!?…]\W*\Z")


@dataclass(frozen=True, eq=False)
class TableHere:
    """A table in the flow, with the section it stands in."""

    table: Table
    order: int
    section: Section

    @property
    def part(self) -> str:
        return self.table.part


Flow = tuple[Passage | TableHere, ...]


def outline(document: Document, locale: Locale, style: Style) -> Flow:
    """Passages and tables in order, each knowing its section."""
    return tuple(_Outline(locale, style).flow(in_reading_order(document.blocks)))


class _Outline:
    def __init__(self, locale: Locale, style: Style) -> None:
        self.locale = locale
        self.style = style
        self.root = Section(None)
        self.open: list[tuple[int, Section]] = []
        self.annex: Section | None = None
        self.called = False
        self.body: list[tuple[int, Section]] = []
        self.numbers: dict[str, int] = {}
        self.division = False

    def flow(self, blocks: Sequence[Block]) -> list[Passage | TableHere]:
        here = [self._here(block, order) for block, order in zip(blocks, _orders(blocks), strict=True)]
        return sorted(here, key=lambda member: member.order)

    def _here(self, block: Block, order: int) -> Passage | TableHere:
        if not isinstance(block, Footnote) and block.apart:
            self.annex, self.open, self.called = None, [], False
        if isinstance(block, Paragraph):
            return self._passage(block, order)
        if isinstance(block, Footnote):
            return self._note(block, order)
        return TableHere(block, order, self._section(block.part))

    def _section(self, part: str = "body") -> Section:
        """Where the body has come to. A header or footer stands in no section."""
        if part not in ("body", "textbox"):
            return self.root
        return self.open[-1][1] if self.open else self.annex or self.root

    def _note(self, block: Footnote, order: int) -> Passage:
        return Passage(block.text, order, self.locale, self.style, part="footnote", note=block.mark, section=self.root)

    def _passage(self, block: Paragraph, order: int) -> Passage:
        block, marker = self._marked(block)
        section = self._section(block.part)
        here = Passage(block.text, order, self.locale, self.style, marker=marker, part=block.part, notes=block.notes, section=section)
        if block.part != "body":
            return here
        self._template(here)
        annex = self._annex_name(here)
        if annex is not None:
            self.called = block.apart
            here = replace(here, heading=True, marker=None)
            self.body = self.body if self.annex is not None else self.open
            self.annex = Section(here, self.root, annex)
            self.open = []
        elif self._is_heading(block, here):
            here = replace(here, heading=True)
            self._return_to_body(here)
            self._open(self._level(block, marker), here)
        self.division = annex is None and here.heading and here.marker is None and self._is_division(here.words)
        return replace(here, section=self._section())

    def _return_to_body(self, heading: Passage) -> None:
        """Does a heading carry on the report's own numbers? Then what stood before it was no annex at its end."""
        marker = heading.marker
        counted = marker is not None and marker.series in _BODY and marker.number == self.numbers.get(marker.series, 0) + 1
        goes_on = (counted and marker is not None and marker.number > 1) or (marker is None and self._is_division(heading.words))
        if self.annex is not None and not self.annex.template and not self.called and goes_on:
            self.annex, self.open = None, self.body
        if self.annex is None and marker is not None:
            self.numbers[marker.series] = marker.number

    def _marked(self, block: Paragraph) -> tuple[Paragraph, Marker | None]:
        """A paragraph and its marker. An automatic one made of words ("Phụ lục 1", "Điều 2.") is read as if it were typed."""
        if not block.marker:
            return block, read_marker(block.text.value, self.locale) or read_division(block.text, self.locale)
        marker = read_automatic(block.marker, self.locale)
        return (_spelled(block), marker._replace(end=len(block.marker) + 1)) if marker.end else (block, marker)

    def _template(self, here: Passage) -> None:
        """A template begins at its own state header, inside an annex."""
        if self.annex is not None and not self.annex.template and here.folded.strip() in self.locale.words("parts", "states"):
            self.annex = replace(self.annex, template=True)
            self.open = []

    def _annex_name(self, here: Passage) -> str | None:
        """The name of the annex that a line opens. One without a name is the heading of the annex that its file is called after."""
        if here.marker is not None and not here.begin:
            return None
        name = annex_opened(here.text, self.locale)
        return None if not name and self.called else name

    def _is_heading(self, block: Paragraph, here: Passage) -> bool:
        value = here.words
        if not value or len(value) > _LONGEST_HEADING:
            return False
        if block.level is not None:
            return True
        if here.marker is None and self.division:
            return value.isupper()
        if here.marker is None:
            return value.isupper() and len(value) > 8 and not any(c.isdigit() for c in value) and self._is_division(value)
        if here.marker.series in ("roman", "upper") and (value.isupper() or not _ENDS.search(value)):
            return True
        return here.marker.series != "bullet" and not _ENDS.search(value)

    def _is_division(self, value: str) -> bool:
        return fold_words(value).split(" ", 1)[0] in self.locale.words("parts", "divisions")

    def _level(self, block: Paragraph, marker: Marker | None) -> int:
        if marker is not None:
            return _LEVELS.get(marker.series, 5) + (marker.path.count(".") - 1 if marker.series == "dotted" else 0)
        return 0 if block.level is None else min(block.level, 2) - 2

    def _open(self, level: int, heading: Passage) -> None:
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        parent = self._section()
        self.open.append((level, Section(heading, parent, parent.annex, parent.template)))


def _orders(blocks: Sequence[Block]) -> list[int]:
    """The position of each block in the flow: the body's first, then those of each other part."""
    ranks = {part: rank for rank, part in enumerate(dict.fromkeys(["body", *(block.part for block in blocks)]))}
    orders = [0] * len(blocks)
    for order, index in enumerate(sorted(range(len(blocks)), key=lambda i: ranks[blocks[i].part])):
        orders[index] = order
    return orders


def _spelled(block: Paragraph) -> Paragraph:
    """The automatic number before the text; it stands nowhere in the file, so each of its characters is where the text begins."""
    number = Text(block.marker, tuple(Mark(offset, block.text.place(0)) for offset in range(len(block.marker))))
    behind = len(block.marker) + 1
    notes = tuple((offset + behind, mark) for offset, mark in block.notes)
    return replace(block, text=join([number, block.text]), notes=notes, marker="")
