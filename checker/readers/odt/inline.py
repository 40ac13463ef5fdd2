"""One paragraph → the characters that it shows, with what stands among them: note references, frames.

What the reader keeps, and so what an offset counts, is one code point for each code point of the paragraph's text, once runs of
blanks and line ends are one blank and those at its beginning are none; one for each blank of `text:s`, for a tab and a line break.
Raised digits are raised characters (m²).
Deleted and hidden text, comments, page numbers and references to notes count nothing. A soft hyphen is a character of the text: it
counts, and is left out of what is compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.flow.lines import LINE_BREAK
from checker.flow.raised import raised
from checker.readers.odt.names import DRAW, LOEXT, OFFICE, STYLE_NAME, TEXT, names, number
from checker.readers.odt.styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_BLANKS = 400
_WHITE = re.compile(r"[ \t\r\n]+")
_SPAN, _NOTE, _BLANKS = TEXT + "span", TEXT + "note", TEXT + "s"
_SIGNS = {TEXT + "tab": "\t", TEXT + "line-break": LINE_BREAK}
_LEFT_OUT = (
    names(TEXT, "note-ref page-number page-count page-continuation number ruby-text tracked-changes script bibliography-source")
    | names(OFFICE, "annotation annotation-end forms")
    | names(LOEXT, "annotation")
)
_CONDITIONAL = names(TEXT, "hidden-text hidden-paragraph")
_CITATION = TEXT + "note-citation"


class Inline(NamedTuple):
    """The content of a paragraph. `notes` are (offset, mark), the offset counted from 0; `references` the notes themselves, `frames` what
    is anchored in it."""

    raw: str
    notes: tuple[tuple[int, str], ...] = ()
    references: tuple[_Element, ...] = ()
    frames: tuple[_Element, ...] = ()
    bold: bool = False


class _Look(NamedTuple):
    bold: bool
    hidden: bool
    raised: bool = False


def read_inline(paragraph: _Element, style: Style, styles: Styles) -> Inline:
    """What a paragraph of that style shows."""
    found = _Content(styles)
    found.walk(paragraph, _Look(bool(style.bold), bool(style.hidden)))
    if found.is_hidden:
        return Inline("")
    return Inline("".join(found.pieces), tuple(found.notes), tuple(found.references), tuple(found.frames), found.bold is True)


def citation(note: _Element) -> str:
    """The mark of a note."""
    element = note.find(_CITATION)
    return "" if element is None else (element.get(TEXT + "label") or "".join(map(str, element.itertext()))).strip()


class _Content:
    """Gathers the content of one paragraph."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.pieces: list[str] = []
        self.notes: list[tuple[int, str]] = []
        self.references: list[_Element] = []
        self.frames: list[_Element] = []
        self.bold: bool | None = None
        self.is_hidden = False
        self._length = 0
        self._after_blank = True

    def walk(self, paragraph: _Element, look: _Look) -> None:
        """Over the elements and the texts between them, without recursion: a file may nest spans as deep as it likes."""
        waiting: list[tuple[_Element | str | None, _Look]] = [(paragraph, look)]
        while waiting:
            item, look = waiting.pop()
            if item is None or isinstance(item, str):
                self._text(item or "", look)
                continue
            inner = look if item is paragraph else self._enter(item, look)
            if inner is None:
                continue
            for child in reversed(item):
                waiting += [(child.tail, inner), (child, inner)]
            waiting.append((item.text, inner))

    def _enter(self, element: _Element, look: _Look) -> _Look | None:
        """How the text inside an element looks; None where the element has none, or has been taken."""
        tag = str(element.tag)
        if tag == _SPAN:
            return self._span(element, look)
        if tag in _CONDITIONAL:
            return self._conditional(element, tag, look)
        if tag in _LEFT_OUT:
            return None
        if tag.startswith(DRAW):
            self.frames += [] if look.hidden else [element]
            return None
        if tag == _NOTE:
            if not look.hidden:
                self.notes.append((self._length, citation(element)))
                self.references.append(element)
            return None
        if tag == _BLANKS:
            self._add(" " * min(number(element.get(TEXT + "c"), 1), _MOST_BLANKS), look)
        elif tag in _SIGNS:
            self._add(_SIGNS[tag], look)
        return look

    def _span(self, element: _Element, look: _Look) -> _Look:
        style = self.styles.run(element.get(STYLE_NAME) or "")
        return _Look(
            look.bold if style.bold is None else style.bold,
            look.hidden if style.hidden is None else style.hidden,
            look.raised if style.raised is None else style.raised,
        )

    def _conditional(self, element: _Element, tag: str, look: _Look) -> _Look | None:
        hidden = element.get(TEXT + "is-hidden") == "true"
        self.is_hidden = self.is_hidden or (hidden and tag.endswith("paragraph"))
        return None if hidden else look

    def _text(self, text: str, look: _Look) -> None:
        """Runs of white space are one blank; those after another one, or at the beginning, none."""
        if not text:
            return
        words = _WHITE.sub(" ", text)
        if self._after_blank and words.startswith(" "):
            words = words[1:]
        self._add(words, look)
        if words and not look.hidden:
            self._after_blank = words.endswith(" ")

    def _add(self, text: str, look: _Look) -> None:
        if not text or look.hidden:
            return
        self.pieces.append(raised(text) if look.raised else text)
        self._length += len(text)
        self._after_blank = False
        if not text.isspace():
            self.bold = look.bold and self.bold is not False
