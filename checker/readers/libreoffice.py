"""Word's old files and rich text: .doc, .dot, .rtf, and .wps of Works, which LibreOffice turns into .docx.

What is kept and left out, and what a place says, is as in the reader of .docx; a place counts in the converted file. A .doc that is
a .docx or a web page by another name, as some programs write them, is read as what it is, without LibreOffice.
"""

from __future__ import annotations

from dataclasses import replace

from checker.document import Document
from checker.readers import ReadError, sha256
from checker.readers import read as read_on

EXTENSIONS = (".doc", ".dot", ".rtf", ".wps")

_OLE, _ZIP, _RICH = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"{\\rtf"
_PAGES = (b"<!doctype html", b"<html")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_SECTOR = 512
_WORD = b"\xec\xa5"
_VERSIONS = range(0x65, 0x200)
_FLAGS, _ENCRYPTED = 0x0A, 0x01


def recognises(data: bytes) -> bool:
    """Is this an old Word document, or rich text?"""
    return data.startswith(_RICH) or (data.startswith(_OLE) and _word_stream(data) is not None)


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is protected or damaged, or where there is no LibreOffice."""
    if not data:
        raise ReadError("empty")
    extension = path[path.rfind(".") :].lower() if "." in path else ".doc"
    other = _other(data)
    if other:
        return read_on(path, data, other)
    if not data.startswith((_OLE, _RICH)):
        raise ReadError("no_old_word", extension=extension)
    if _is_protected(data):
        raise ReadError("password")
    kind = ".rtf" if data.startswith(_RICH) else ".doc" if extension == ".rtf" else extension
    return replace(read_on(path, _converted(data, kind), ".docx"), format=kind[1:], sha256=sha256(data))


def _converted(data: bytes, kind: str) -> bytes:
    from checker.libreoffice import ConversionError, convert

    try:
        return convert(data, kind, ".docx")
    except ConversionError as error:
        raise ReadError(error.key, **error.values) from error


def _other(data: bytes) -> str:
    """The extension that the file should have, where it is none of these; else ""."""
    if data.startswith(_ZIP):
        return ".docx"
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return ".html" if head.startswith(_PAGES) else ""


def _is_protected(data: bytes) -> bool:
    if not data.startswith(_OLE):
        return False
    start = _word_stream(data)
    return _ENCRYPTED_PACKAGE in data or (start is not None and bool(data[start + _FLAGS + 1] & _ENCRYPTED))


def _word_stream(data: bytes) -> int | None:
    """Where the stream of the text begins: at the beginning of a sector, with Word's mark and a version that there is."""
    for start in range(_SECTOR, len(data) - _SECTOR + 1, _SECTOR):
        if data.startswith(_WORD, start) and int.from_bytes(data[start + 2 : start + 4], "little") in _VERSIONS:
            return start
    return None
