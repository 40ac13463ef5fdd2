"""One `w:p` → the characters that it shows, with what stands among them: note references, text boxes.

What the reader keeps, and so what an offset counts, is one code point for each code point of `w:t` and `m:t`, one for a tab,
a line or page break, a hyphen that does not break (`-`), a known symbol, and for the `/`, `^` and `_` put between the parts of
a formula. Deleted, moved away and hidden text, soft hyphens (`w:softHyphen`), instructions of fields, page numbers, note
references and pictures count nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.readers.docx.fields import FIELD_PARTS, Fields
from checker.readers.docx.names import RUN, RUN_PROPERTIES, TYPE, VALUE, M, W, children, is_on
from checker.readers.docx.notes import KINDS, Marks, is_custom
from checker.readers.docx.styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

LINE_BREAK, PAGE_BREAK = "\n", "\f"

_TEXT, _BREAK, _SYMBOL = W + "t", W + "br", W + "sym"
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": LINE_BREAK, W + "noBreakHyphen": "-"}
_BOLD, _HIDDEN, _STYLE = W + "b", W + "vanish", W + "rStyle"
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_BOX, _FALLBACK = W + "txbxContent", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FORMULAS = frozenset((M + "oMath", M + "oMathPara"))
_BETWEEN = {M + "den": "/", M + "sup": "^", M + "sub": "_"}
_WHITE = re.compile(r"[\n\r\t]")
_SYMBOLS = {"3c": "<", "3d": "=", "3e": ">", "2b": "+", "2d": "-", "b1": "±", "a3": "≤", "b3": "≥", "b4": "×", "b8": "÷", "b7": "•"}


class Piece(NamedTuple):
    """Characters, the element that holds them (a `w:r`, or a formula), and the child of it that they are written in."""

    text: str
    holder: _Element
    source: _Element


class Inline(NamedTuple):
    """The content of a paragraph. `notes` are (offset, mark), the offset counted from 0; `boxes` the text boxes anchored in it."""

    raw: str
    pieces: tuple[Piece, ...]
    notes: tuple[tuple[int, str], ...]
    boxes: tuple[_Element, ...]
    bold: bool


def read_inline(paragraph: _Element, style: Style, styles: Styles, marks: Marks) -> Inline:
    """What a paragraph of that style shows."""
    found = _Content(style, styles, marks)
    for child in children(paragraph):
        if child.tag == RUN:
            found.run(child)
        elif child.tag in _FORMULAS:
            found.formula(child)
    return Inline("".join([p.text for p in found.pieces]), tuple(found.pieces), tuple(found.notes), tuple(found.boxes), found.bold is True)


def at(inline: Inline, offset: int) -> tuple[_Element, int] | None:
    """The run (or formula) that holds the character at a 1-based offset, and the 0-based position among those it shows."""
    position = offset - 1
    before: dict[_Element, int] = {}
    for piece in inline.pieces:
        if 0 <= position < len(piece.text):
            return piece.holder, before.get(piece.holder, 0) + position
        before[piece.holder] = before.get(piece.holder, 0) + len(piece.text)
        position -= len(piece.text)
    return None


class _Content:
    """Gathers the content of one paragraph."""

    def __init__(self, style: Style, styles: Styles, marks: Marks) -> None:
        self.style = style
        self.styles = styles
        self.marks = marks
        self.pieces: list[Piece] = []
        self.notes: list[tuple[int, str]] = []
        self.boxes: list[_Element] = []
        self.bold: bool | None = None
        self.length = 0
        self.fields = Fields()

    def run(self, run: _Element) -> None:
        bold, hidden = self._look(run)
        sign = ""
        for child in children(run):
            tag = str(child.tag)
            if tag in FIELD_PARTS:
                self.fields.take(child)
            elif hidden or self.fields.silent:
                continue
            elif tag == _TEXT and not sign:
                self._add(_on_one_line(child.text or ""), run, child, bold)
            elif tag in KINDS:
                sign = sign or (_texts(run) if is_custom(child) else "")
                self.notes.append((self.length, self.marks.give(child, sign)))
            elif tag in _PICTURES:
                self.boxes += _boxes(child)
            else:
                self._add(_sign(child), run, child, bold)

    def formula(self, formula: _Element) -> None:
        """A formula on one line: a fraction as 1/2, a power as x^2."""
        texts = [_BETWEEN.get(str(e.tag), "") if e.tag in _BETWEEN else e.text or "" for e in formula.iter(M + "t", *_BETWEEN)]
        self._add(_on_one_line("".join(texts)), formula, formula, self.bold)

    def _add(self, text: str, holder: _Element, source: _Element, bold: bool | None) -> None:
        if not text:
            return
        self.pieces.append(Piece(text, holder, source))
        self.length += len(text)
        if not text.isspace():
            self.bold = bold and self.bold is not False

    def _look(self, run: _Element) -> tuple[bool, bool]:
        """Is a run bold, is it hidden? What it says itself goes before its style, that before the paragraph's style."""
        bold, hidden = self.style.bold, self.style.hidden
        properties = run.find(RUN_PROPERTIES)
        if properties is None:
            return bool(bold), bool(hidden)
        for child in properties:
            if child.tag == _STYLE:
                style = self.styles.run(child.get(VALUE) or "")
                bold = bold if style is None or style.bold is None else style.bold
                hidden = hidden if style is None or style.hidden is None else style.hidden
            elif child.tag == _BOLD:
                bold = is_on(child)
            elif child.tag == _HIDDEN:
                hidden = is_on(child)
        return bool(bold), bool(hidden)


def _on_one_line(text: str) -> str:
    """The line breaks and tabs of the XML itself are blanks to Word."""
    return _WHITE.sub(" ", text)


def _sign(element: _Element) -> str:
    if element.tag == _BREAK:
        return PAGE_BREAK if element.get(TYPE) == "page" else LINE_BREAK
    if element.tag == _SYMBOL:
        return _symbol(element)
    return _SIGNS.get(str(element.tag), "")


def _symbol(element: _Element) -> str:
    """A character of the font Symbol that occurs in sums; other fonts' pictures are no text."""
    code = (element.get(W + "char") or "").lower()
    return _SYMBOLS.get(code[-2:], "") if element.get(W + "font") == "Symbol" else ""


def _texts(run: _Element) -> str:
    return "".join([e.text or "" for e in run.iterfind(_TEXT)])


def _boxes(picture: _Element) -> list[_Element]:
    """The text boxes of a drawing, not those inside them, nor the fallbacks that say the same again."""
    found: list[_Element] = []
    waiting = [picture]
    while waiting:
        for child in reversed(waiting.pop()):
            if child.tag == _BOX:
                found.append(child)
            elif child.tag != _FALLBACK:
                waiting.append(child)
    return found
