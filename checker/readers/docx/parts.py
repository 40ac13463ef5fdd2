"""The parts of a Word file: which is the document, and which belong to it.

Parts are found by the relationships that the file states, never by their usual names. A part that the document can do
without may be missing or damaged: the rest is read, and a warning says so.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from checker.containers import Container, ContainerError
from checker.locales.unreadable import Unreadable, because
from checker.readers import ReadError
from checker.readers.docx.names import REL, M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": REL,
}
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Relation(NamedTuple):
    """`kind` is the last word of the relationship's type ("footnotes"), `part` the name of the part it leads to."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of one file. Raises ReadError where it is no Word document, or cannot be opened."""

    def __init__(self, data: bytes) -> None:
        self.warnings: list[Unreadable] = []
        self._container = _open(data)
        self._names = {name.lower(): name for name in self._container.names}
        try:
            main = next((relation.part for relation in self._relations("") if relation.kind == "officeDocument"), None)
            if main is None or not self._has(main):
                raise ReadError("no_main_part")
            self.document = self._xml(main)
        except ContainerError as error:
            raise ReadError("boxes_too_deep" if "depth" in str(error) else "save_again") from error
        if self.document.tag != W + "document":
            raise ReadError("no_word")
        self._related = self._optional_relations(main)
        self._targets = {relation.id: relation.part for relation in self._related}

    def named(self, kind: str) -> _Element | None:
        """The part of that kind, None where the document has none."""
        return next((self.part(relation.part) for relation in self._related if relation.kind == kind), None)

    def target(self, id: str) -> str:
        """The name of the part that a relationship of the document leads to."""
        return self._targets.get(id, "")

    def part(self, name: str) -> _Element | None:
        """A part by its name. None where it is missing or damaged."""
        if not self._has(name):
            return None
        try:
            return self._xml(name)
        except ContainerError as error:
            self.warnings.append(because(error, "part_left_out"))
            return None

    def _has(self, part: str) -> bool:
        return part.lower() in self._names

    def _xml(self, part: str) -> _Element:
        return _transitional(self._container.xml(self._names.get(part.lower(), part)))

    def _optional_relations(self, part: str) -> list[Relation]:
        try:
            return self._relations(part)
        except ContainerError as error:
            self.warnings.append(because(error, "references_left_out"))
            return []

    def _relations(self, part: str) -> list[Relation]:
        """The relations of a part, or of the whole file ("")."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", name + ".rels")
        if not self._has(rels):
            return []
        return [_relation(entry, folder) for entry in self._xml(rels) if entry.get("TargetMode") != "External"]


def _open(data: bytes) -> Container:
    if not data:
        raise ReadError("empty")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ReadError("password")
        raise ReadError("old_word")
    if not data.startswith(b"PK"):
        raise ReadError("no_word")
    try:
        return Container(data)
    except ContainerError as error:
        raise ReadError(error.key, **error.values) from error


def _relation(entry: _Element, folder: str) -> Relation:
    """`folder` is that of the part whose relation it is; a target that begins with a slash is counted from the top."""
    target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target") or ""))
    return Relation(entry.get("Id") or "", (entry.get("Type") or "").rpartition("/")[2], target.lstrip("/"))


def _transitional(root: _Element) -> _Element:
    """A Strict part under the usual names; any other part as it is."""
    if not any(f"{{{uri}}}" in _STRICT for uri in root.nsmap.values()):
        return root
    for element in root.iter():
        element.tag = _usual(str(element.tag))
        for name in [str(name) for name in element.attrib]:
            if _usual(name) != name:
                element.set(_usual(name), element.attrib.pop(name))
    return root


def _usual(name: str) -> str:
    namespace, brace, local = name.rpartition("}")
    return _STRICT.get(namespace + brace, namespace + brace) + local
