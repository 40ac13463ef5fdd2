"""What the properties of a paragraph (`w:pPr`) and its style say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.readers.docx.names import DELETED, MOVED_AWAY, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VALUE, W, is_on, optional_number
from checker.readers.docx.styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE, _NUMBERING, _OUTLINE, _BREAK = (W + name for name in ("pStyle", "numPr", "outlineLvl", "pageBreakBefore"))
_NUMBER, _DEPTH = W + "numId", W + "ilvl"
_RUNNING_TEXT = 9


class Properties(NamedTuple):
    """`number` and `depth` name the list and its level; `joins` says that the paragraph's end is deleted: the next one goes on."""

    style: Style
    level: int | None
    number: int | None
    depth: int | None
    page_break: bool
    joins: bool


def read_properties(paragraph: _Element, styles: Styles) -> Properties:
    element = paragraph.find(PARAGRAPH_PROPERTIES)
    if element is None:
        style = styles.paragraph("")
        return Properties(style, _level(style.outline), style.number, style.depth, False, False)
    named = element.find(_STYLE)
    style = styles.paragraph((named.get(VALUE) or "") if named is not None else "")
    outline, number, depth = style.outline, style.number, style.depth
    page_break = joins = False
    for child in element:
        if child.tag == _OUTLINE:
            outline = optional_number(child)
        elif child.tag == _NUMBERING:
            own = optional_number(child.find(_NUMBER))
            number = number if own is None else own
            depth = optional_number(child.find(_DEPTH))
        elif child.tag == _BREAK:
            page_break = is_on(child)
        elif child.tag == RUN_PROPERTIES:
            joins = child.find(DELETED) is not None or child.find(MOVED_AWAY) is not None
    return Properties(style, _level(outline), number, depth, page_break, joins)


def _level(outline: int | None) -> int | None:
    return None if outline is None or outline >= _RUNNING_TEXT else outline + 1
