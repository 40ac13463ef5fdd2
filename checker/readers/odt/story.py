"""One part of an OpenDocument file, walked over from its beginning to its end: paragraphs, tables, frames → blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.document import Block, Footnote
from checker.flow.context import Context
from checker.flow.counting import Counters
from checker.flow.lines import Raw, Shape, one_text, paragraphs
from checker.flow.noted import Noted
from checker.flow.tables import DEEPEST, Tables
from checker.place import Place
from checker.readers.odt.frames import boxes
from checker.readers.odt.inline import citation, read_inline
from checker.readers.odt.items import Item, items
from checker.readers.odt.names import HEADING, PARAGRAPHS, STYLE_NAME, TABLE_ELEMENT, TEXT, is_true, optional_number
from checker.readers.odt.numbering import Listed, Lists
from checker.readers.odt.styles import Style, Styles
from checker.readers.odt.tables import layout
from checker.text import Text, join

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_LEVEL = 9
_NOTE_BODY, _NOTE_CLASS = TEXT + "note-body", TEXT + "note-class"
_OUTLINE = "outline"


class Story:
    """Walks over one part. A paragraph's number is its position among all `text:p` and `text:h` of the part, whether shown or not."""

    def __init__(self, root: _Element, styles: Styles, context: Context) -> None:
        self.styles = styles
        self.context = context
        self._numbers = {element: number for number, element in enumerate(root.iter(*PARAGRAPHS), 1)}
        self._lists = Lists()
        self._counters = Counters()
        self._tables: Tables[_Element] = Tables(context, layout, self._content)
        self._frames: list[_Element] = []
        self._notes: list[_Element] = []

    def blocks(self, holder: _Element, part: str, depth: int = 0) -> list[Block]:
        """The blocks of a body, a header or a text box; text boxes follow the paragraph or the table that they are anchored in."""
        place = Place(file=self.context.path, part=part)
        made: list[Block] = []
        page_break = False
        for item in items(holder, self._lists):
            if item.element.tag in PARAGRAPHS:
                raw, shape = self._read(item, place)
                found, page_break = paragraphs([raw], shape, page_break)
                made += found
            elif item.element.tag == TABLE_ELEMENT:
                made += self._tables.read(item.element, place, depth)
            else:
                self._frames.append(item.element)
            made += self._boxes(part, depth)
        return made

    def notes(self) -> list[Block]:
        """The notes that the text refers to: footnotes, then endnotes, in the order of their references."""
        kinds = [("endnote" if note.get(_NOTE_CLASS) == "endnote" else "footnote", note) for note in self._notes]
        self._notes = []
        made = [
            Footnote(citation(note), self._note(note, kind)) for wanted in ("footnote", "endnote") for kind, note in kinds if kind == wanted
        ]
        self._frames = []
        return list(made)

    def _note(self, note: _Element, part: str) -> Text:
        place = Place(file=self.context.path, part=part)
        body = note.find(_NOTE_BODY)
        found = items(body, self._lists) if body is not None else ()
        texts = [self._words(item, place).text for item in found if item.element.tag in PARAGRAPHS]
        return join([text for text in texts if text.value] or [Text.at("", place)])

    def _boxes(self, part: str, depth: int) -> list[Block]:
        frames, self._frames = self._frames, []
        if frames and depth >= DEEPEST:
            self.context.warn("deep_left_out", most=DEEPEST)
            return []
        inside = "textbox" if part == "body" else part
        return [block for frame in frames for box in boxes(frame) for block in self.blocks(box, inside, depth + 1)]

    def _read(self, item: Item, place: Place) -> tuple[Raw, Shape]:
        element = item.element
        style = self.styles.paragraph(element.get(STYLE_NAME) or "")
        inline = read_inline(element, style, self.styles)
        self._frames += inline.frames
        self._notes += inline.references
        level = _level(element, style)
        marker = self._marker(element, style, level, item.listed)
        here = place.at_paragraph(self._numbers[element])
        return Raw(inline.raw, here, inline.notes), Shape(level, marker, inline.bold, style.page_break)

    def _words(self, item: Item, place: Place) -> Noted:
        raw, shape = self._read(item, place)
        return one_text([raw], shape.marker)

    def _marker(self, element: _Element, style: Style, level: int | None, listed: Listed | None) -> str:
        if listed is None:
            numbered = element.tag == HEADING and style.numbering != "" and not is_true(element, [TEXT + "is-list-header"])
            start = optional_number(element.get(TEXT + "start-value")) if is_true(element, [TEXT + "restart-numbering"]) else None
            return self._counters.next(_OUTLINE, self.styles.outline, (level or 1) - 1, start) if numbered else ""
        levels = self.styles.lists.get(listed.style or style.numbering or "", {})
        return self._counters.next(listed.id, levels, listed.depth, listed.start)

    def _content(self, cell: _Element, place: Place) -> Iterator[Noted | _Element]:
        for item in items(cell, self._lists):
            if item.element.tag in PARAGRAPHS:
                yield self._words(item, place)
            elif item.element.tag == TABLE_ELEMENT:
                yield item.element
            else:
                self._frames.append(item.element)


def _level(element: _Element, style: Style) -> int | None:
    """The level of a heading, or of a paragraph whose style stands in the outline; 0 takes it out."""
    own = optional_number(element.get(TEXT + "outline-level")) if element.tag == HEADING else None
    level = own if own is not None else style.outline
    return min(level, _MOST_LEVEL) if level else (1 if element.tag == HEADING else None)
