"""What stands one below the other in a page or a cell: paragraphs and tables, in order.

A paragraph ends where a block begins or ends, whatever element it stands in. The walk does without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from checker.readers.html.inline import Look, Words
from checker.readers.html.lists import OpenList
from checker.readers.html.notes import Notes
from checker.readers.html.tables import is_layout
from checker.readers.html.tree import BLOCKS, HEADINGS, is_shown, name, page_part

if TYPE_CHECKING:
    from lxml.etree import _Element

_LAST_KNOWN_LINE = 65_535
_PAGE_BREAK = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)", re.IGNORECASE)


class Shown(NamedTuple):
    """A paragraph: its words, the level of its heading, its automatic number."""

    words: Words
    level: int | None
    marker: str
    page_break: bool


class _Open(NamedTuple):
    """An element whose content is being read; `level` is that of the heading around, `items` the list that it is."""

    element: _Element
    children: Iterator[_Element]
    look: Look
    level: int | None
    items: OpenList | None


class Flow:
    """Walks over the content of an element once: `items` are its paragraphs with text, and its tables."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._line = 1
        self._words = Words()
        self._marker = ""
        self._page_break = False

    def items(self, root: _Element) -> Iterator[Shown | _Element]:
        self._line = _line(root, self._line)
        open_ = [_Open(root, iter(root), Look().inside(root), HEADINGS.get(name(root)), _list(root, []))]
        self._text(root.text, open_[0].look)
        while open_:
            top = open_[-1]
            child = next(top.children, None)
            if child is None:
                open_.pop()
                if _is_block(top.element):
                    yield from self._end(top.level)
                self._marker = "" if name(top.element) == "li" else self._marker
                if open_:
                    self._text(top.element.tail, open_[-1].look)
                continue
            self._line = _line(child, self._line)
            if not self._enters(child):
                self._line = _last_line(child, self._line)
            elif name(child) == "table" and not is_layout(child):
                yield from self._end(top.level)
                yield child
                self._line = _last_line(child, self._line)
            else:
                if _is_block(child):
                    yield from self._end(top.level)
                    self._begin(child, open_)
                level = HEADINGS.get(name(child), top.level)
                open_.append(_Open(child, iter(child), top.look.inside(child), level, _list(child, open_)))
                self._text(child.text, open_[-1].look)
                continue
            self._text(child.tail, top.look)
        yield from self._end(None)

    def _enters(self, element: _Element) -> bool:
        """Has it text of this paragraph or of the next ones? A reference leaves its mark, a line break its sign."""
        if element in self._notes.references:
            self._words.note(self._notes.references[element])
            return False
        if name(element) == "br" and is_shown(element):
            self._words.line_break(self._line)
            return False
        if element in self._notes.notes or self._notes.is_way_back(element) or page_part(element):
            return False
        return is_shown(element)

    def _begin(self, block: _Element, open_: list[_Open]) -> None:
        self._page_break = self._page_break or bool(_PAGE_BREAK.search(block.get("style") or ""))
        if name(block) == "li":
            around = next((item.items for item in reversed(open_) if item.items), None)
            self._marker = around.marker(block) if around else ""

    def _text(self, text: str | None, look: Look) -> None:
        if text:
            self._line = self._words.text(text, self._line, look)

    def _end(self, level: int | None) -> Iterator[Shown]:
        """The paragraph ends here; one without text is none."""
        words, self._words = self._words, Words()
        if words.bold is None:
            return
        marker, self._marker = self._marker, ""
        page_break, self._page_break = self._page_break, False
        yield Shown(words, level, marker, page_break)


def _list(element: _Element, open_: list[_Open]) -> OpenList | None:
    depth = sum(1 for around in open_ if around.items)
    return OpenList(element, depth) if name(element) in ("ol", "ul", "menu") else None


def _is_block(element: _Element) -> bool:
    return name(element) in BLOCKS


def _line(element: _Element, line: int) -> int:
    """The line in which an element begins. Beyond a number the parser no longer knows, and the line is counted on."""
    known = cast(int, element.sourceline or 0)
    return known if 0 < known < _LAST_KNOWN_LINE else line


def _last_line(element: _Element, line: int) -> int:
    """The line in which an element ends."""
    line = _line(element, line) + (element.text or "").count("\n")
    if not len(element):
        return line
    return _last_line(element[-1], line) + (element[-1].tail or "").count("\n")
