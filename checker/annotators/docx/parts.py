"""The parts of a Word file that comments touch, in the transitional namespaces; a Strict file gets its own back when it is packed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.containers import ContainerError, parse_xml
from checker.opc import Parts, written
from checker.readers.docx.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TIME, _NEVER = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ?"), "1980-01-01T00:00:00Z"
_STRICT, _TRANSITIONAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_NAMESPACES = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)


class WordParts:
    """The parts of one file. Raises ContainerError."""

    def __init__(self, data: bytes) -> None:
        self._parts = Parts(data)
        main = self._parts.related("", "officeDocument")
        if main is None:
            raise ContainerError("no_main_part")
        self.main = main.part
        self._is_strict = _STRICT + _NAMESPACES[0][0] in self._parts.read(self.main)[:10_000]

    @property
    def saved(self) -> str:
        """When the file was saved last, as it says itself. A comment without a time gets one from LibreOffice that is in no calendar."""
        properties = self._parts.related("", "core-properties")
        root = self._legible(properties.part) if properties else None
        found = (e.text or "" for e in (() if root is None else root) if str(e.tag).endswith("}modified"))
        return next((time for time in found if _TIME.fullmatch(time)), _NEVER)

    def document(self) -> _Element:
        return self.xml(self.main)

    def named(self, kind: str) -> _Element | None:
        """The part of that kind; None where the document has none, or a damaged one."""
        return self._legible(self.name(kind))

    def name(self, kind: str) -> str:
        relation = self._parts.related(self.main, kind)
        return relation.part if relation and relation.part in self._parts else ""

    def comments(self) -> _Element:
        """The part of the comments, empty where the document has none."""
        from lxml import etree

        name = self.name("comments")
        return self.xml(name) if name else etree.Element(W + "comments", nsmap={"w": W[1:-1]})

    def xml(self, name: str) -> _Element:
        part = self._parts.read(name)
        return parse_xml(_renamed(part, to_strict=False) if self._is_strict else part, name)

    def _legible(self, name: str) -> _Element | None:
        try:
            return self.xml(name) if name in self._parts else None
        except ContainerError:
            return None

    def put(self, name: str, root: _Element) -> None:
        part = written(root)
        self._parts.put(name, _renamed(part, to_strict=True) if self._is_strict else part)

    def packed(self, document: _Element, comments: _Element) -> bytes:
        """The file with these two parts."""
        name = self.name("comments")
        if not name:
            folder = self.main.rpartition("/")[0]
            name = self._parts.unused(f"{folder}/comments{{}}.xml" if f"{folder}/comments.xml" in self._parts else f"{folder}/comments.xml")
            self._parts.declare(name, _TYPE)
            self._parts.relate(self.main, "comments", name, strict=self._is_strict)
        self.put(self.main, document)
        self.put(name, comments)
        return self._parts.packed(seal=name)


def _renamed(part: bytes, to_strict: bool) -> bytes:
    for strict, transitional in _NAMESPACES:
        names = (_STRICT + strict, _TRANSITIONAL + transitional)
        old, new = reversed(names) if to_strict else names
        part = part.replace(old, new)
    return part
