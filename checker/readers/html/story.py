"""A page, walked over from its beginning to its end: paragraphs, tables, notes, page headers → blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.document import Block, Footnote
from checker.flow.context import Context
from checker.flow.lines import Raw, Shape, one_text, paragraphs
from checker.flow.noted import Noted
from checker.flow.tables import Tables
from checker.place import Place
from checker.readers.html.flow import Flow, Shown
from checker.readers.html.notes import Note, Notes
from checker.readers.html.tables import layout
from checker.readers.html.tree import is_shown, name, page_part
from checker.text import Text, join

if TYPE_CHECKING:
    from lxml.etree import _Element

_OWN_MARK = re.compile(r"\s*[\[(]?(?P<mark>\w{1,5}|[*†‡§]{1,3})[\])]?[.:)]?\s+")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Story:
    """Walks over one page."""

    def __init__(self, path: str, root: _Element) -> None:
        self.path = path
        self.root = root
        self.context = Context(path)
        self._notes = Notes(root)
        self._paragraphs = 0
        self._tables: Tables[_Element] = Tables(self.context, layout, self._content)

    def blocks(self) -> list[Block]:
        """The blocks of the page: the text, the notes, the headers and footers."""
        made = self._part(self.root, "body")
        made += [Footnote(note.mark, self._note(note)) for kind in ("footnote", "endnote") for note in self._of(kind)]
        shown: Counter[str] = Counter()
        for element in self.root.iter("div"):
            kind = page_part(element)
            if kind and is_shown(element):
                shown[kind] += 1
                made += self._part(element, kind if shown[kind] == 1 else f"{kind}{shown[kind]}")
        return made

    def _of(self, kind: str) -> list[Note]:
        return [note for note in self._notes.notes.values() if note.part == kind]

    def _part(self, element: _Element, part: str) -> list[Block]:
        made: list[Block] = []
        place = Place(file=self.path, part=part)
        page_break = False
        for item in Flow(self._notes).items(element):
            if isinstance(item, Shown):
                shape = Shape(item.level, item.marker, item.words.bold is True, item.page_break)
                found, page_break = paragraphs(self._raws(item, place), shape, page_break)
                made += found
            else:
                made += self._table_blocks(item, place)
        return made

    def _table_blocks(self, element: _Element, place: Place) -> list[Block]:
        """A table, behind its caption."""
        made: list[Block] = []
        for caption in (child for child in element if name(child) == "caption" and is_shown(child)):
            for item in Flow(self._notes).items(caption):
                if isinstance(item, Shown):
                    made += paragraphs(self._raws(item, place), Shape())[0]
        return made + self._tables.read(element, place)

    def _note(self, note: Note) -> Text:
        """The text of a note, without the mark that it begins with."""
        place = Place(file=self.path, part=note.part)
        items = Flow(self._notes).items(note.body)
        texts = [one_text(self._raws(item, place)).text for item in items if isinstance(item, Shown)]
        text = join(texts or [Text.at("", place)])
        own = _OWN_MARK.match(text.value)
        return text.cut(own.end()) if own and own["mark"].translate(_PLAIN) == note.mark else text

    def _raws(self, shown: Shown, place: Place) -> list[Raw]:
        self._paragraphs += 1
        return shown.words.raws(place.at_paragraph(self._paragraphs))

    def _content(self, cell: _Element, place: Place) -> Iterator[Noted | _Element]:
        for item in Flow(self._notes).items(cell):
            yield one_text(self._raws(item, place), item.marker) if isinstance(item, Shown) else item
