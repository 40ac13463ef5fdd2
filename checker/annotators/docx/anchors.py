"""Where in the main part a comment stands, and the marks that say so."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from checker.annotators.docx.fields import around
from checker.annotators.docx.parts import WordParts
from checker.annotators.docx.splitting import alone, begins, ends
from checker.annotators.docx.stretch import stretch
from checker.notes import Note
from checker.readers.docx.names import ID, PARAGRAPH, PARAGRAPH_PROPERTIES, RUN, RUN_PROPERTIES, W
from checker.readers.docx.notes import KINDS, Marks, is_custom
from checker.readers.docx.properties import read_properties
from checker.readers.docx.runs import Inline, read_inline
from checker.readers.docx.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_BEGIN, _END, _REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"
_BOX = W + "txbxContent"


class Anchor(NamedTuple):
    """What a comment is about: the elements from `first` to `last`; the point before `first` where there is no `last`; the beginning of the
    paragraph where there is no `first` either. Not `exact`: it is about something that stands elsewhere."""

    paragraph: _Element
    first: _Element | None = None
    last: _Element | None = None
    exact: bool = True

    def mark(self, id: str) -> None:
        """Puts the marks of the comment with that id."""
        from lxml import etree

        run = etree.Element(RUN)
        etree.SubElement(run, _REFERENCE, {ID: id})
        if self.first is None:
            self.paragraph.insert(_beginning(self.paragraph), run)
        elif self.last is None:
            self.first.addprevious(run)
        else:
            self.first.addprevious(etree.Element(_BEGIN, {ID: id}))
            self.last.addnext(run)
            self.last.addnext(etree.Element(_END, {ID: id}))


class Anchors:
    """The places of one document."""

    def __init__(self, parts: WordParts) -> None:
        self.document = parts.document()
        self._parts = parts
        self._styles = Styles(parts.named("styles"))
        self._paragraphs = list(self.document.iter(PARAGRAPH))

    def take_out(self, ids: Collection[str]) -> None:
        """Takes out the marks of these comments."""
        for mark in list(self.document.iter(_BEGIN, _END, _REFERENCE)) if ids else ():
            parent = mark.getparent()
            if mark.get(ID) not in ids or parent is None:
                continue
            parent.remove(mark)
            holder = parent.getparent()
            if holder is not None and parent.tag == RUN and all(child.tag == RUN_PROPERTIES for child in parent):
                holder.remove(parent)

    def anchor(self, note: Note) -> Anchor | None:
        """Where the comment of a note stands. None where the body has no paragraph at all."""
        place = note.place
        if place.kind in ("footnote", "endnote"):
            return self._reference(place.kind, place.paragraph or 0) or self._top()
        if place.kind not in ("body", "textbox") or not 1 <= (place.paragraph or 0) <= len(self._paragraphs):
            return self._top()
        paragraph = self._paragraphs[(place.paragraph or 0) - 1]
        holder = _outermost(paragraph)
        if holder is not None:
            return Anchor(holder, exact=False)
        begin, end = stretch(self._inline(paragraph).raw, (place.offset or 1) - 1, note.text)
        first = begins(self._inline(paragraph).pieces, begin)
        last = ends(self._inline(paragraph).pieces, end) if end > begin else None
        return Anchor(
            paragraph,
            first=None if first is None else around(paragraph, first)[0],
            last=None if last is None else around(paragraph, last)[1],
        )

    def _reference(self, kind: str, number: int) -> Anchor | None:
        """Around the reference of the note in whose part the paragraph of that number stands."""
        id = _note(self._parts.named(kind + "s"), kind, number)
        references = self.document.iter(*(tag for tag, of in KINDS.items() if of == kind))
        reference = next((e for e in references if id and e.get(ID) == id), None)
        run = reference.getparent() if reference is not None else None
        if reference is None or run is None or run.tag != RUN:
            return None
        box = _outermost(run)
        if box is not None:
            return Anchor(box, exact=False)
        run = run if is_custom(reference) else alone(run, reference)
        return Anchor(run, run, run, exact=False)

    def _top(self) -> Anchor | None:
        """Where the body begins."""
        first = next((p for p in self._paragraphs if _outermost(p) is None), None)
        return None if first is None else Anchor(first, exact=False)

    def _inline(self, paragraph: _Element) -> Inline:
        return read_inline(paragraph, read_properties(paragraph, self._styles).style, self._styles, Marks())


def _outermost(element: _Element) -> _Element | None:
    """The paragraph of the text that holds the text box in which an element stands; None where it stands in none."""
    box = None
    for ancestor in element.iterancestors():
        box = ancestor if ancestor.tag == _BOX else box
    return None if box is None else next((e for e in box.iterancestors() if e.tag == PARAGRAPH), None)


def _note(root: _Element | None, kind: str, number: int) -> str:
    """The id of the note in whose part a paragraph has that number; "" where there is none."""
    paragraphs = [] if root is None else list(root.iter(PARAGRAPH))
    if not 1 <= number <= len(paragraphs):
        return ""
    return next((e.get(ID) or "" for e in paragraphs[number - 1].iterancestors() if e.tag == W + kind), "")


def _beginning(paragraph: _Element) -> int:
    """Where the first thing that a paragraph shows stands among its children."""
    for index, child in enumerate(paragraph):
        if child.tag != PARAGRAPH_PROPERTIES and (child.tag != RUN or child.find(_REFERENCE) is None):
            return index
    return len(paragraph)
