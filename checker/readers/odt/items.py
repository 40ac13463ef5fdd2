"""What stands one below the other in a body, a cell, a note: paragraphs with the lists around them, tables, frames.

Left out: tables of contents and lists of figures, which repeat what stands elsewhere; hidden sections; what tracked changes
deleted, which the format keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.readers.odt.names import (
    DRAW,
    ITEM,
    LIST,
    LOEXT,
    NUMBERED_PARAGRAPH,
    PARAGRAPHS,
    TABLE_ELEMENT,
    TEXT,
    UNNUMBERED_ITEM,
    is_true,
    names,
    optional_number,
)
from checker.readers.odt.numbering import Listed, Lists

if TYPE_CHECKING:
    from lxml.etree import _Element

_SECTION = TEXT + "section"
_WRAPPERS = names(TEXT, "index-body index-title alphabetical-index bibliography user-index") | names(LOEXT, "content-control")


class Item(NamedTuple):
    """A paragraph, a table or a drawing, and the list that gives a paragraph its number."""

    element: _Element
    listed: Listed | None = None


class _Open:
    """An element whose children are being read; `listed` is the list around it, `numbers` what the next paragraph in it is numbered by."""

    def __init__(self, element: _Element, listed: Listed | None = None, numbers: Listed | None = None) -> None:
        self.children = iter(element)
        self.listed = listed
        self.numbers = numbers


def items(holder: _Element, lists: Lists) -> Iterator[Item]:
    """The paragraphs, tables and drawings, in order."""
    open_ = [_Open(holder)]
    while open_:
        top = open_[-1]
        child = next(top.children, None)
        if child is None:
            open_.pop()
        elif child.tag in PARAGRAPHS:
            yield Item(child, top.numbers)
            top.numbers = None
        elif child.tag == TABLE_ELEMENT or str(child.tag).startswith(DRAW):
            yield Item(child)
        else:
            inner = _inner(child, top, lists)
            open_ += [inner] if inner else []


def _inner(element: _Element, around: _Open, lists: Lists) -> _Open | None:
    """An element that holds others; None for one whose content is left out."""
    tag = element.tag
    if tag == LIST:
        return _Open(element, lists.enter(element, around.listed))
    if tag == ITEM and around.listed:
        start = optional_number(element.get(TEXT + "start-value"))
        return _Open(element, around.listed, around.listed._replace(start=start))
    if tag == UNNUMBERED_ITEM:
        return _Open(element, around.listed)
    if tag == NUMBERED_PARAGRAPH:
        return _Open(element, None, lists.numbered_paragraph(element))
    if tag == _SECTION:
        return None if _is_hidden(element) else _Open(element, around.listed, around.numbers)
    return _Open(element) if tag in _WRAPPERS else None


def _is_hidden(section: _Element) -> bool:
    display = section.get(TEXT + "display")
    return display == "none" or (display == "condition" and is_true(section, [TEXT + "is-hidden"]))
