"""The start of every element of a large part, and the characters between: no tree is built, however long the part is.

A part that declares a document type is refused, so there are no entities.
"""

from __future__ import annotations

from typing import NoReturn, Protocol
from xml.parsers import expat

from checker.containers import Container, ContainerError


class Start(Protocol):
    def __call__(self, name: str, attributes: dict[str, str], /) -> None: ...


class End(Protocol):
    def __call__(self, name: str, /) -> None: ...


class Handler(Protocol):
    """`root` is told the prefix of the names ("", or "x:") and gives what is called when another element starts, and, if it needs
    to know, when one ends. The characters come to `characters`."""

    characters: list[str]

    def root(self, prefix: str) -> tuple[Start, End | None]: ...


def walk(container: Container, part: str, handler: Handler) -> None:
    """Tells `handler` of every element of a part but the first. Raises ContainerError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16

    def first(name: str, _: dict[str, str]) -> None:
        prefix, colon, _rest = name.rpartition(":")
        parser.StartElementHandler, parser.EndElementHandler = handler.root(prefix + colon)

    def doctype(*_: object) -> NoReturn:
        raise ContainerError("part_dtd", name=part)

    parser.StartElementHandler = first
    parser.CharacterDataHandler = handler.characters.append
    parser.StartDoctypeDeclHandler = doctype
    try:
        for piece in container.pieces(part):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ContainerError("part_xml", name=part, why=expat.ErrorString(error.code)) from error
