"""The fields of a paragraph, around which a comment stands: inside their results LibreOffice loses its words, and Word writes the results
anew. Links are no such fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.annotators.docx.splitting import alone
from checker.readers.docx.names import FIELD, PARAGRAPH, RUN, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARACTER, _KIND, _INSTRUCTION = W + "fldChar", W + "fldCharType", W + "instrText"
_LINK = "HYPERLINK"


class Field(NamedTuple):
    """A field that stands in no other: the elements that it begins and ends with."""

    first: _Element
    last: _Element


def fields(paragraph: _Element) -> list[Field]:
    """Those of a paragraph. One that goes on in another paragraph is left out."""
    found: list[Field] = []
    open_: list[_Element] = []
    link = False
    for element in _within(paragraph):
        if element.tag == FIELD and not open_:
            found.append(Field(element, element))
        elif element.tag == _INSTRUCTION:
            link = link or (len(open_) == 1 and (element.text or "").lstrip().upper().startswith(_LINK))
        elif element.get(_KIND) == "begin":
            link = link and bool(open_)
            open_.append(element)
        elif element.get(_KIND) == "end" and open_:
            begin = open_.pop()
            found += [] if open_ or link else [Field(begin, element)]
    return found


def around(paragraph: _Element, element: _Element) -> tuple[_Element, _Element]:
    """The elements that the field around an element begins and ends with; itself where it stands in none."""
    order = {e: number for number, e in enumerate(paragraph.iter())}
    for first, last in fields(paragraph):
        if first is last and first in element.iterancestors():
            return first, last
        if order[first] < order[element] < order[last]:
            begin, end = first.getparent(), last.getparent()
            if begin is not None and end is not None and begin.tag == end.tag == RUN:
                return alone(begin, first), alone(end, last)
    return element, element


def _within(paragraph: _Element) -> list[_Element]:
    """The marks of fields in a paragraph, not those in a text box that stands in it."""
    marks = paragraph.iter(FIELD, _CHARACTER, _INSTRUCTION)
    return [mark for mark in marks if next(e for e in mark.iterancestors() if e.tag == PARAGRAPH) is paragraph]
