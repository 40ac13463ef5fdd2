"""The parts of an OpenDocument text: its content and its styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.containers import Container, ContainerError
from checker.locales.unreadable import Unreadable, because
from checker.readers import ReadError
from checker.readers.odt.names import OFFICE

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
_MIMETYPE, _CONTENT, _STYLES, _MANIFEST = "mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"
_ENCRYPTED = b"encryption-data"


class Package(NamedTuple):
    """`text` is the element that holds the body; the roots are those of content.xml and styles.xml."""

    content: _Element
    text: _Element
    styles: _Element | None
    warnings: tuple[Unreadable, ...]


def open_package(data: bytes) -> Package:
    """The parts of a file. Raises ReadError where it is no OpenDocument text, or cannot be opened."""
    if not data:
        raise ReadError("empty")
    try:
        container = Container(data)
    except ContainerError as error:
        raise ReadError(error.key, **error.values) from error
    if not is_text(container):
        raise ReadError("no_odt")
    if _is_encrypted(container):
        raise ReadError("password")
    try:
        content = container.xml(_CONTENT)
    except ContainerError as error:
        raise ReadError("boxes_too_deep" if "depth" in str(error) else "save_again") from error
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise ReadError("no_odt")
    styles, warnings = _optional(container, _STYLES)
    return Package(content, text, styles, warnings)


def is_text(container: Container) -> bool:
    """Is it an OpenDocument text, and no spreadsheet? Some writers leave the type out."""
    if _MIMETYPE not in container:
        return _CONTENT in container
    try:
        return container.read(_MIMETYPE).strip() in TEXT_TYPES
    except ContainerError:
        return False


def _is_encrypted(container: Container) -> bool:
    try:
        return _MANIFEST in container and _ENCRYPTED in container.read(_MANIFEST)
    except ContainerError:
        return False


def _optional(container: Container, part: str) -> tuple[_Element | None, tuple[Unreadable, ...]]:
    """A part that the document can do without."""
    if part not in container:
        return None, ()
    try:
        return container.xml(part), ()
    except ContainerError as error:
        return None, (because(error, "part_left_out"),)
