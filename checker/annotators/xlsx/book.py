"""The parts of a workbook that notes touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.containers import ContainerError, parse_xml
from checker.opc import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = "http://purl.oclc.org/"
_MOST_SHEETS = 1_000


class Book:
    """A workbook: its parts, the part of each sheet by the sheet's name, in order. Raises ContainerError."""

    def __init__(self, data: bytes) -> None:
        self.parts = Parts(data)
        main = self.parts.related("", "officeDocument")
        if main is None:
            raise ContainerError("part_missing", name="workbook.xml")
        self.main = main.part
        root = self.xml(self.main)
        self.is_strict = namespace(root).startswith("{" + _STRICT)
        targets = {r.id: r.part for r in self.parts.relations(self.main) if r.kind == "worksheet" and r.part in self.parts}
        found = [(sheet.get("name") or "", targets.get(_id(sheet), "")) for sheet in root.iter(namespace(root) + "sheet")]
        self.sheets = {name: part for name, part in found[:_MOST_SHEETS] if part}

    def xml(self, name: str) -> _Element:
        return parse_xml(self.parts.read(name), name)


def namespace(root: _Element) -> str:
    """The namespace of a part, in braces: Strict files have another."""
    return str(root.tag).rpartition("}")[0] + "}"


def _id(sheet: _Element) -> str:
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
