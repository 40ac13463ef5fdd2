"""The outline of a document: which paragraphs are headings, which sections they open, where annexes and templates begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.document import Block, Document, Footnote, Paragraph, Table
from checker.locales import Locale, Style
from checker.recognise.markers import Marker, read_marker
from checker.recognise.passages import Passage, Section
from checker.recognise.stitch import stitch
from checker.text import fold_words

_LONGEST_HEADING = 240
_LONGEST_ANNEX = 140
_LEVELS = {"upper": 1, "roman": 2, "arabic": 3, "paren": 4, "dotted": 4, "letter": 6}
_ENDS = re.compile(r"[.;:,!?…]\W*\Z")


@dataclass(frozen=True, eq=False)
class TableHere:
    """A table in the flow, with the section it stands in."""

    table: Table
    order: int
    section: Section


Flow = tuple[Passage | TableHere, ...]


def outline(document: Document, locale: Locale, style: Style) -> Flow:
    """Passages and tables in document order, each knowing its section."""
    return tuple(_Outline(locale, style).flow(stitch(document.blocks)))


class _Outline:
    def __init__(self, locale: Locale, style: Style) -> None:
        self.locale = locale
        self.style = style
        self.root = Section(None)
        self.open: list[tuple[int, Section]] = []
        self.annex: Section | None = None
        self.in_head = True

    def flow(self, blocks: tuple[Block, ...]) -> list[Passage | TableHere]:
        flow: list[Passage | TableHere] = []
        for order, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                flow.append(self._passage(block, order))
            elif isinstance(block, Table):
                flow.append(TableHere(block, order, self._section()))
            else:
                flow.append(self._note(block, order))
        return flow

    def _section(self) -> Section:
        return self.open[-1][1] if self.open else self.annex or self.root

    def _note(self, block: Footnote, order: int) -> Passage:
        return Passage(block.text, order, self.locale, self.style, part="footnote", note=block.mark, section=self.root)

    def _passage(self, block: Paragraph, order: int) -> Passage:
        marker = self._marker(block)
        here = Passage(
            block.text, order, self.locale, self.style, marker=marker, part=block.part, notes=block.notes, section=self._section()
        )
        if block.part != "body":
            return here
        self._template(here)
        annex = self._annex_name(here)
        if annex is not None:
            here = replace(here, heading=True)
            self.annex = Section(here, self.root, annex)
            self.open = []
        elif self._is_heading(block, here):
            here = replace(here, heading=True)
            self._open(self._level(block, marker), here)
        return replace(here, section=self._section())

    def _marker(self, block: Paragraph) -> Marker | None:
        if not block.marker:
            return read_marker(block.text.value, self.locale)
        shown = read_marker(block.marker + " x", self.locale) or Marker("bullet", "", 0, "-", 0)
        return shown._replace(end=0)

    def _template(self, here: Passage) -> None:
        """A template begins at its own state header, inside an annex."""
        if self.annex is not None and not self.annex.template and here.folded.strip() in self.locale.words("parts", "states"):
            self.annex = replace(self.annex, template=True)
            self.open = []

    def _annex_name(self, here: Passage) -> str | None:
        if len(here.text) > _LONGEST_ANNEX:
            return None
        match = self.locale.pattern("parts", "annex_heading").match(here.folded)
        if match is None or here.text.value[:1].islower():
            return None
        rest = here.text.value[match.end() :].strip()
        if rest and (rest[0].islower() or _ENDS.search(rest)) and not match["name"]:
            return None
        return (match["name"] or "").lower() if match["name"] or not rest or rest.isupper() else None

    def _is_heading(self, block: Paragraph, here: Passage) -> bool:
        value = here.words
        if not value or len(value) > _LONGEST_HEADING:
            return False
        if block.level is not None:
            return True
        if here.marker is None:
            return value.isupper() and len(value) > 8 and not any(c.isdigit() for c in value) and self._known_part(value)
        if here.marker.series in ("roman", "upper") and (value.isupper() or not _ENDS.search(value)):
            return True
        return here.marker.series != "bullet" and not _ENDS.search(value)

    def _known_part(self, value: str) -> bool:
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
