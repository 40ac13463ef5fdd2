"""One part of a Word file, walked over once from its beginning to its end: paragraphs, tables, text boxes → blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.document import Block
from checker.flow.noted import Noted
from checker.flow.tables import DEEPEST, Tables
from checker.place import Place
from checker.readers.docx.context import Context
from checker.readers.docx.names import PARAGRAPH, TABLE, W, children
from checker.readers.docx.numbering import Counters
from checker.readers.docx.paragraphs import Read, one_text, paragraphs
from checker.readers.docx.properties import Properties, read_properties
from checker.readers.docx.runs import read_inline
from checker.readers.docx.tables import layout
from checker.text import Text, join

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMBEDDED = W + "altChunk"


class Story:
    """Walks over one part. A paragraph's number is its position among all `w:p` of the part, whether shown or not."""

    def __init__(self, root: _Element, part: str, context: Context) -> None:
        self.part = part
        self.context = context
        self._numbers = {element: number for number, element in enumerate(root.iter(PARAGRAPH), 1)}
        self._counters = Counters(context.lists)
        self._tables: Tables[_Element] = Tables(context, layout, self._content)
        self._waiting: list[_Element] = []

    def blocks(self, element: _Element, part: str = "", depth: int = 0) -> list[Block]:
        """The blocks of a body or a text box; text boxes follow the paragraph or the table that they are anchored in."""
        place = Place(file=self.context.path, part=part or self.part)
        made: list[Block] = []
        page_break = False
        for item in self._items(element, place):
            if isinstance(item, list):
                found, page_break = paragraphs(item, page_break)
                made += found
                self._waiting += [box for read in item for box in read.inline.boxes]
            else:
                made += self._tables.read(item, place, depth)
            made += self._boxes(depth)
        return made

    def text(self, element: _Element) -> Text:
        """The text of a note."""
        place = Place(file=self.context.path, part=self.part)
        texts = [one_text(item).text for item in self._items(element, place) if isinstance(item, list)]
        return join([text for text in texts if text.value] or [Text.at("", place)])

    def _boxes(self, depth: int) -> list[Block]:
        boxes, self._waiting = self._waiting, []
        if boxes and depth >= DEEPEST:
            self.context.warn("deep_left_out", most=DEEPEST)
            return []
        part = "textbox" if self.part == "body" else self.part
        return [block for box in boxes for block in self.blocks(box, part, depth + 1)]

    def _items(self, element: _Element, place: Place) -> Iterator[list[Read] | _Element]:
        """Tables, and paragraphs together with those that they go on in."""
        group: list[Read] = []
        for child in children(element):
            if child.tag == PARAGRAPH:
                group.append(self._read(child, place))
                if not group[-1].properties.joins:
                    yield group
                    group = []
            elif child.tag in (TABLE, _EMBEDDED):
                if group:
                    yield group
                    group = []
                if child.tag == TABLE:
                    yield child
                else:
                    self.context.warn("chunk_left_out")
        if group:
            yield group

    def _read(self, element: _Element, place: Place) -> Read:
        properties = read_properties(element, self.context.styles)
        inline = read_inline(element, properties.style, self.context.styles, self.context.marks)
        marker = self._marker(properties) if properties.number and not properties.joins else ""
        if properties.style.is_contents:
            inline = inline._replace(raw="", pieces=(), notes=())
        return Read(inline, place.at_paragraph(self._numbers[element]), properties, marker)

    def _marker(self, properties: Properties) -> str:
        number, depth = properties.number or 0, properties.depth
        found = self.context.lists.get(number)
        if found is None:
            return ""
        styled = found.depth_of(properties.style.id)
        return self._counters.next(number, styled if depth is None and styled is not None else depth or 0)

    def _content(self, cell: _Element, place: Place) -> Iterator[Noted | _Element]:
        for item in self._items(cell, place):
            if isinstance(item, list):
                yield one_text(item)
                self._waiting += [box for read in item for box in read.inline.boxes]
            else:
                yield item
