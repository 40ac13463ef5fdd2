"""The parts of a workbook: its sheets in order, its texts, its number formats.

Parts are found by the relationships that the file states. A sheet that is missing or damaged is left out with a warning; the rest
is read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.containers import Container, ContainerError
from checker.locales.unreadable import Unreadable, because
from checker.readers import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ON = ("1", "true", "on")


class SheetPart(NamedTuple):
    """A sheet as the workbook lists it: `number` counts from 1, `hidden` says that no tab shows it."""

    name: str
    number: int
    part: str
    hidden: bool


class Package:
    """The parts of one file. Raises ReadError where it is no workbook, or cannot be opened."""

    def __init__(self, data: bytes) -> None:
        self.warnings: list[Unreadable] = []
        self.container = _open(data)
        self._names = {name.lower(): name for name in self.container.names}
        try:
            main = next((part for kind, _, part in self._relations("") if kind == "officeDocument"), "")
            if not self._has(main):
                raise ReadError("no_main_sheet")
            self._workbook = self.container.xml(self._real(main))
            self._related = list(self._relations(main))
        except ContainerError as error:
            raise ReadError("save_workbook_again") from error
        if local(self._workbook) != "workbook":
            raise ReadError("no_workbook")

    @property
    def since_1904(self) -> bool:
        """Are days counted from 1904, as the first Macintoshes did?"""
        return any(properties.get("date1904") in _ON for properties in named(self._workbook, "workbookPr"))

    def sheets(self) -> Iterator[SheetPart]:
        """The sheets that hold cells, in the order of their tabs."""
        parts = {id: part for kind, id, part in self._related if kind == "worksheet"}
        for number, sheet in enumerate(named(self._workbook, "sheet"), 1):
            id = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
            name = sheet.get("name") or str(number)
            if id in parts and self._has(parts[id]):
                yield SheetPart(name, number, self._real(parts[id]), sheet.get("state", "visible") != "visible")
            elif id in parts:
                self.warnings.append(because(ContainerError("part_missing", name=parts[id]), "part_left_out"))

    def part(self, kind: str) -> str:
        """The name of the part of that kind, "" where the workbook has none."""
        return next((self._real(part) for of, _, part in self._related if of == kind and self._has(part)), "")

    def _has(self, part: str) -> bool:
        return part.lower() in self._names

    def _real(self, part: str) -> str:
        return self._names[part.lower()]

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Kind, id and part of each relation of a part, or of the whole file ("")."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", name + ".rels")
        if self._has(rels):
            for entry in self.container.xml(self._real(rels)):
                target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target") or ""))
                if entry.get("TargetMode") != "External":
                    yield (entry.get("Type") or "").rpartition("/")[2], entry.get("Id") or "", target.lstrip("/")


def local(element: _Element) -> str:
    """The name of an element without its namespace, which differs in a Strict file."""
    return str(element.tag).rpartition("}")[2]


def named(element: _Element, name: str) -> Iterator[_Element]:
    """The elements of that name below an element."""
    return element.iter(f"{{*}}{name}")


def _open(data: bytes) -> Container:
    if not data:
        raise ReadError("empty")
    if data.startswith(_OLE):
        raise ReadError("xls_password" if _ENCRYPTED in data else "old_workbook")
    if not data.startswith(b"PK"):
        raise ReadError("no_workbook")
    try:
        return Container(data)
    except ContainerError as error:
        raise ReadError(error.key, **error.values) from error
