"""Input formats: bytes → Document, one format a file.

A reader is a module with `EXTENSIONS` (".docx"), optionally `recognises(data)` for input without a name and `ONLY_NAMED` where a
folder's files of that kind are mostly no reports, and `read(path, data) -> Document`, which raises `ReadError` with the key of a
sentence of the locales' problems. What it reads in TCVN3 or VNI letters is put into Unicode afterwards. Readers of other
packages are entry points of the group `checker.readers`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Protocol, cast

from checker.document import Document
from checker.encodings import octets
from checker.encodings.octets import Decoded
from checker.encodings.recode import recoded
from checker.locales.unreadable import Unreadable
from checker.plugins import Plugins

MOST_COLUMNS = 256
"""No table is wider: each short row would be as wide as its widest."""


class ReadError(Unreadable):
    """The document cannot be read. The message says what is wrong and what to do."""


class Reader(Protocol):
    """What a reader module offers."""

    EXTENSIONS: tuple[str, ...]
    read: Callable[[str, bytes], Document]


_PLUGINS = Plugins(__name__)


def _every() -> Iterator[Reader]:
    return _PLUGINS.modules()


def extensions(named: bool = True) -> tuple[str, ...]:
    """Every extension that some reader reads; without those that are read only where the file is `named`."""
    readers = (reader for reader in _every() if named or not getattr(reader, "ONLY_NAMED", False))
    return tuple(sorted({extension for reader in readers for extension in reader.EXTENSIONS}))


def read(path: str, data: bytes, extension: str = "") -> Document:
    """The document in `data`; the reader is chosen by `extension` (".docx"), or by that of `path`, or by the bytes where it has none.

    A reader that turns a file into one of another format hands it on so, under the path that its author knows. Raises ReadError.
    """
    return recoded(_choose(extension or path, data).read(path, data))


def decode(data: bytes) -> Decoded:
    """The characters of a text file, and their encoding. Raises ReadError."""
    try:
        return octets.decode(data)
    except Unreadable as error:
        raise ReadError(error.key, **error.values) from error


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _choose(path: str, data: bytes) -> Reader:
    extension = "." + path.rsplit(".", 1)[-1].lower() if "." in path.replace("\\", "/").rsplit("/", 1)[-1] else ""
    for reader in _likely_first(extension):
        if extension in reader.EXTENSIONS:
            return reader
    if not extension:
        return next((r for r in _every() if getattr(r, "recognises", lambda _: False)(data)), _text())
    known = ", ".join(extensions())
    raise ReadError("kind", extension=extension, known=known)


def _likely_first(extension: str) -> Iterator[Reader]:
    """Every reader; first the one that is called like the extension and that of texts, so that no other is imported for those."""
    own = _PLUGINS.own()
    yield from (_PLUGINS.get(name) for name in (extension.removeprefix("."), "text") if name in own)
    yield from _every()


def _text() -> Reader:
    return cast(Reader, _PLUGINS.get("text"))
