"""The parts of an OOXML file while some of them are changed (Open Packaging Conventions: part 2 of ECMA-376).

Parts lead to one another by relationships, which have a type and stand in a part of their own (`word/_rels/document.xml.rels`);
`[Content_Types].xml` says of each part what it is.

A seal is an XML comment behind the root of one part that sums up all the others. A program that saves the file drops it, so a file
that bears its seal is as it was when it was packed.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from checker.containers import Container, ContainerError, parse_xml
from checker.repacking import checksums, repacked

if TYPE_CHECKING:
    from lxml.etree import _Element

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_RELATIONS = f'<Relationships xmlns="{_RELS[1:-1]}"/>'.encode()
_TYPES_PART, _TYPES = "[Content_Types].xml", "{http://schemas.openxmlformats.org/package/2006/content-types}"
_SEAL = re.compile(rb"<!--checker ([0-9a-f]{64})-->\Z")
_SEALED = "comments"


class Relation(NamedTuple):
    """`kind` is the last word of the relationship's type ("comments"), `part` the name of the part it leads to."""

    id: str
    kind: str
    part: str


class Parts:
    """The parts of one file, and what has become of them so far. Raises ContainerError."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._container = Container(data)
        self._names = {name.lower(): name for name in self._container.names}
        self._changed: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        name = self._names.get(name.lower(), name)
        return self._changed[name] if name in self._changed else self._container.read(name)

    def put(self, name: str, part: bytes) -> None:
        """A part changed or added."""
        self._changed[self._names.setdefault(name.lower(), name)] = part

    def unused(self, pattern: str) -> str:
        """A name for a new part: the pattern with the first number that no part has in it."""
        return next(name for number in range(1, len(self._names) + 2) if (name := pattern.format(number)) not in self)

    def related(self, part: str, kind: str) -> Relation | None:
        """The first relation of that kind that a part has ("": the whole file)."""
        return next((relation for relation in self.relations(part) if relation.kind == kind), None)

    def relations(self, part: str) -> list[Relation]:
        """The relations of a part, or of the whole file (""), that lead to parts."""
        root = self._rels(part)
        return [] if root is None else [_relation(e, posixpath.dirname(part)) for e in root if e.get("TargetMode") != "External"]

    def relate(self, part: str, kind: str, target: str, strict: bool = False) -> str:
        """A new relation of a part; its id. `strict`: in the vocabulary of a Strict file."""
        from lxml import etree

        root = self._rels(part)
        root = parse_xml(_NO_RELATIONS, part) if root is None else root
        taken = {entry.get("Id") for entry in root}
        id = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
        uri = _STRICT if strict else RELATIONSHIPS
        etree.SubElement(
            root,
            _RELS + "Relationship",
            {"Id": id, "Type": f"{uri}/{kind}", "Target": posixpath.relpath(target, posixpath.dirname(part) or ".")},
        )
        self.put(_rels_of(part), written(root))
        return id

    def declare(self, part: str, content_type: str) -> None:
        """What a new part is."""
        self._declare("Override", "PartName", f"/{part}", content_type)

    def declare_extension(self, extension: str, content_type: str) -> None:
        """What all parts with that extension are that are not declared themselves."""
        self._declare("Default", "Extension", extension, content_type)

    def packed(self, seal: str) -> bytes:
        """The file. `seal` is the part that bears the seal. The very same bytes where nothing was changed."""
        name, part = self._names[seal.lower()], _SEAL.sub(b"", self.read(seal))
        self.put(name, part + _seal(checksums(self._data, {**self._changed, name: part})))
        before, after = checksums(self._data, {}), checksums(self._data, self._changed)
        changed = {name: part for name, part in self._changed.items() if before.get(name) != after[name]}
        return repacked(self._data, changed) if changed else self._data

    def _declare(self, entry: str, key: str, value: str, content_type: str) -> None:
        from lxml import etree

        root = self._xml(_TYPES_PART)
        if not any((e.get(key) or "").lower() == value.lower() for e in root.iterfind(_TYPES + entry)):
            element = etree.Element(_TYPES + entry, {key: value, "ContentType": content_type})
            root.insert(0 if entry == "Default" else len(root), element)
            self.put(_TYPES_PART, written(root))

    def _rels(self, part: str) -> _Element | None:
        return self._xml(_rels_of(part)) if _rels_of(part) in self else None

    def _xml(self, name: str) -> _Element:
        return parse_xml(self.read(name), name)


def is_sealed(data: bytes) -> bool:
    """Does the file bear the seal of just these parts?"""
    try:
        container = Container(data)
        return any(_bears(data, name, container.read(name)) for name in container.names if _SEALED in name.lower())
    except ContainerError:
        return False


def written(root: _Element) -> bytes:
    """An XML part as bytes."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _bears(data: bytes, name: str, part: bytes) -> bool:
    seal = _SEAL.search(part)
    return seal is not None and seal[0] == _seal(checksums(data, {name: part[: seal.start()]}))


def _seal(checksums: Mapping[str, int]) -> bytes:
    said = "\n".join(f"{name} {checksum}" for name, checksum in sorted(checksums.items()))
    return f"<!--checker {hashlib.sha256(said.encode()).hexdigest()}-->".encode()


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def _relation(entry: _Element, folder: str) -> Relation:
    """A target that begins with a slash is counted from the top, any other from the part's folder."""
    target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target") or ""))
    return Relation(entry.get("Id") or "", (entry.get("Type") or "").rpartition("/")[2], target.lstrip("/"))
