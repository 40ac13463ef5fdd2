"""Bytes → characters: by the byte order mark, by what the page declares, else UTF-8."""

from __future__ import annotations

import codecs
import re

from checker.readers import ReadError

_HEAD = 2048
_DECLARED = re.compile(
    rb"<meta[^<>]{1,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})|<\?xml[^<>]{1,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BROWSERS = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
"""What browsers take a declared encoding for."""
_PAGE = re.compile(rb"<(?:!doctype\s{1,5}html|html[\s>])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes) -> tuple[str, str]:
    """The characters, and the encoding where it is another than UTF-8. Raises ReadError for what is no text."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    declared = marked or _declared(data)
    text = _decoded(data, declared) if declared != "utf-8" else None
    if text is not None:
        return _checked(text), declared
    try:
        return _checked(data.decode("utf-8-sig")), ""
    except UnicodeDecodeError as error:
        raise ReadError("not_utf8", byte=error.start + 1) from error


def looks_like_html(data: bytes) -> bool:
    """Does it begin like a page?"""
    head = data[: 4 * _HEAD]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.replace(b"\0", b"")[2:]
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return head.startswith(b"<") and _PAGE.search(head) is not None


def _declared(data: bytes) -> str:
    """The encoding that the page names, by Python's name; "utf-8" where it names none that is known."""
    found = _DECLARED.search(data[:_HEAD])
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name if found else "utf-8"
    except LookupError:
        return "utf-8"
    return _BROWSERS.get(name, name)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # a LookupError: an encoding of bytes into bytes, such as "hex"
        return None


def _checked(text: str) -> str:
    if _CONTROL.search(text):
        raise ReadError("not_text")
    return text
