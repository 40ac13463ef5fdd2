"""Opening what others packed: zip archives and XML, bounded, without entities, without the network.

Every reader of an OOXML or OpenDocument file gets its parts from here. What is refused raises `ContainerError` with a
sentence for the person who sent the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.locales.unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PARTS = 4_000
_MEGABYTE = 1024 * 1024
MOST_BYTES = 256 * _MEGABYTE
MOST_RATIO = 200
_SMALL = 4 * _MEGABYTE
_PIECE = 256 * 1024


class ContainerError(Unreadable):
    """The file cannot be opened safely, or is no container at all. The message says why."""


class Container:
    """The parts of a zip archive, read one at a time and never more than the bounds allow."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ContainerError("damaged") from error
        if len(self._parts) > MOST_PARTS:
            raise ContainerError("many_parts", count=len(self._parts), most=MOST_PARTS)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises ContainerError where it is missing, damaged, encrypted or too large."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, a piece at a time. Raises ContainerError as `read` does."""
        info = self._safe(name)
        size = 0
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_PIECE):
                    size += len(piece)
                    if size > MOST_BYTES:
                        raise ContainerError("part_large", name=name, size=MOST_BYTES // _MEGABYTE)
                    yield piece
        except ContainerError:
            raise
        except Exception as error:  # zipfile raises whatever its decompressors raise: zlib.error, EOFError, RuntimeError …
            raise ContainerError("part_damaged", name=name, why=str(error)) from error

    def _safe(self, name: str) -> zipfile.ZipInfo:
        """A part that may be opened."""
        info = self._parts.get(name)
        if info is None:
            raise ContainerError("part_missing", name=name)
        if info.flag_bits & 0x1:
            raise ContainerError("part_encrypted", name=name)
        if info.file_size > MOST_BYTES or (info.file_size > _SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size)):
            raise ContainerError("part_large", name=name, size=min(info.file_size, MOST_BYTES) // _MEGABYTE)
        return info

    def xml(self, name: str) -> _Element:
        """The root of an XML part."""
        return parse_xml(self.read(name), name)


def is_package(data: bytes, kind: str) -> bool:
    """Is this a file of OOXML parts of that kind ("wordprocessingml"), as the list of them says?"""
    if not data.startswith(b"PK"):
        return False
    try:
        return kind.encode() in Container(data).read("[Content_Types].xml")
    except ContainerError:
        return False


def parse_xml(data: bytes, name: str) -> _Element:
    """The root of an XML text: no entities, no DTD, no network, bounded depth. Raises ContainerError."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ContainerError("part_xml", name=name, why=error.msg) from error
    _without_dtd(root, name)
    return root


def iterate_xml(data: bytes, name: str, tags: tuple[str, ...]) -> Iterator[_Element]:
    """The elements with these tags, each when it ends; as safe as `parse_xml`. Who has read one clears it, so that a large part never
    stands in memory whole. Raises ContainerError."""
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(data),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    checked = False
    try:
        for _, element in events:
            checked = checked or _without_dtd(element, name)
            yield element
        _without_dtd(events.root, name)
    except etree.XMLSyntaxError as error:
        raise ContainerError("part_xml", name=name, why=error.msg) from error


def _without_dtd(element: _Element, name: str) -> bool:
    if element.getroottree().docinfo.internalDTD is not None:
        raise ContainerError("part_dtd", name=name)
    return True
