"""Footnotes: links from a mark in the text to a note that links back, or whose mark is raised.

LibreOffice, Word, pandoc and most others write them so, each with names of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.readers.html.tree import name

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK = re.compile(r"\s*[\[(]?\s*(\d{1,3}|[ivx]{1,5}|[*†‡§]{1,3}|[a-z])\s*[\])]?\s*\Z")
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_ENDNOTE = re.compile("edn|endnote", re.IGNORECASE)
_HOLDERS = ("p", "li", "div", "td", "dd", "aside")
_AROUND = ("li", "div", "dd", "aside")
_MOST_INSIDE = 12


class Note(NamedTuple):
    """A note: its mark, the element that holds its text, and the part that it belongs to."""

    mark: str
    body: _Element
    part: str


class _Link(NamedTuple):
    """A link that may refer to a note, and the element that it leads to."""

    element: _Element
    mark: str
    holder: _Element


class Notes:
    """The notes of a page in the order in which the text refers to them. `references` are the links with their marks, `bodies` the
    elements that hold the notes."""

    def __init__(self, root: _Element) -> None:
        links = list(_links(root))
        alone = Counter(link.holder.getparent() for link in {link.holder: link for link in links}.values())
        self.references = {link.element: link.mark for link in links}
        self.notes: dict[_Element, Note] = {}
        for link in links:
            body = _body(link, alone)
            part = "endnote" if _ENDNOTE.search(_target(link.element)) else "footnote"
            self.notes.setdefault(body, Note(link.mark, body, part))
        self._named = {key for link in links for key in _names(link.element)}

    def is_way_back(self, element: _Element) -> bool:
        """Is it the link that leads from a note back to its reference?"""
        return name(element) == "a" and _target(element) in self._named and element not in self.references


def _links(root: _Element) -> Iterator[_Link]:
    """The links that refer to notes."""
    order: dict[_Element, int] = {}
    named: dict[str, _Element] = {}
    for number, element in enumerate(root.iter()):
        keys = [key for key in (element.get("id"), _anchor(element)) if key] if name(element) else []
        if keys or name(element) == "a":
            order[element] = number
        for key in keys:
            named.setdefault(key, element)
    linked = {_target(element) for element in order}
    for element in order:
        target = named.get(_target(element))
        holder = _holder(target) if target is not None and order[target] > order[element] else None
        if holder is None or not (mark := _mark(element)):
            continue
        if _is_raised(element) or any(key in linked for key in _names(element)):
            yield _Link(element, mark, holder)


def _body(link: _Link, alone: Counter[_Element | None]) -> _Element:
    """The element that holds a note: the block, or what is around it and begins with it and holds no other note."""
    parent = link.holder.getparent()
    if parent is None or name(parent) not in _AROUND or alone[parent] > 1 or parent[0] is not link.holder:
        return link.holder
    return link.holder if parent in link.element.iterancestors() else parent


def _target(link: _Element) -> str:
    """The name of the place on the same page that a link leads to."""
    to = link.get("href") or ""
    return to[1:] if to.startswith("#") else ""


def _mark(link: _Element) -> str:
    inside = sum(1 for _ in zip(link.iter(), range(_MOST_INSIDE), strict=False))
    match = _MARK.match("".join(map(str, link.itertext()))) if inside < _MOST_INSIDE else None
    return match[1] if match else ""


def _anchor(element: _Element) -> str | None:
    return element.get("name") if name(element) == "a" else None


def _names(link: _Element) -> list[str]:
    """The names by which a note can link back: the reference's own, or those of what is around or inside it."""
    parent = link.getparent()
    around = [parent] if parent is not None and name(parent) in ("sup", "span") else []
    return [key for element in (link, *around, *link) if name(element) for key in (element.get("id"), _anchor(element)) if key]


def _is_raised(link: _Element) -> bool:
    parent = link.getparent()
    near = [link, *([] if parent is None else [parent]), *link]
    return any(name(element) == "sup" or (name(element) and _RAISED.search(element.get("style") or "")) for element in near)


def _holder(target: _Element) -> _Element | None:
    """The block that holds the text of a note."""
    element: _Element | None = target
    while element is not None and name(element) not in _HOLDERS:
        element = element.getparent()
    return element
