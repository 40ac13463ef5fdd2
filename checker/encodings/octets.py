"""Bytes → characters. Every encoding read here gives as many characters as a person counts code points in the file."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.encodings.guess import OLD, Decoder, share, words
from checker.encodings.recode import recoded_lines
from checker.locales.unreadable import Unreadable

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ODD = re.compile(r"[\x80-\x9f]|[\u00a1-\u00bf\u00d7\u00f7]{2}")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE, _HEAD = 200_000, 4_096
_ENOUGH = 0.6


class Undecodable(Unreadable):
    """The bytes are no text that can be read."""


class Decoded(NamedTuple):
    """The characters, and what the encoding is called ("utf-8", "utf-16", "windows-1258", "tcvn3", "vni", "windows-1252")."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text in the bytes. Raises Undecodable."""
    decoded = _unicode(data) or _one_byte(data)
    if decoded.encoding.startswith("utf"):
        text, name = recoded_lines(decoded.text)
        decoded = Decoded(text, name or decoded.encoding)
    if _CONTROL.search(decoded.text):
        raise Undecodable("not_text")
    return decoded


def _unicode(data: bytes) -> Decoded | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            errors = "replace" if codec == "utf-16" else "strict"
            return _strictly(data, codec, errors, codec.removesuffix("-sig"))
    codec = _by_zeros(data)
    if codec:
        return Decoded(data.decode(codec, "replace"), "utf-16")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            raise Undecodable("not_utf8", byte=error.start + 1) from error
        return None


def _strictly(data: bytes, codec: str, errors: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec, errors), name)
    except UnicodeDecodeError as error:
        raise Undecodable("not_utf8", byte=error.start + 1) from error


def _by_zeros(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: letters of ASCII have a zero on one side, and only there."""
    head = data[:_HEAD]
    if len(data) % 2 or not head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    quarter = len(head) // 8
    if odd > quarter and even * 50 <= odd:
        return "utf-16-le"
    return "utf-16-be" if even > quarter and odd * 50 <= even else ""


def _is_mostly_utf8(data: bytes) -> bool:
    """Is it UTF-8 in which some bytes are broken? Other encodings have its sequences only by chance."""
    told = data[:_SAMPLE].decode("utf-8", "replace")
    broken = told.count("\ufffd")
    return sum(not c.isascii() for c in told) - broken > broken


def _one_byte(data: bytes) -> Decoded:
    """The encoding in which the words are syllables; Windows-1252 where none is, and it looks like words."""
    western = _western(data)
    found = words([western[:_SAMPLE]])
    if not found:
        found = words([western])
    decoders: dict[str, Decoder] = {"windows-1258": _windows_1258, **OLD}
    shares = {name: share(found, decode) for name, decode in decoders.items()}
    best = max(shares, key=lambda name: shares[name])
    if found and shares[best] >= _ENOUGH:
        return Decoded(decoders[best](western), best)
    if _CONTROL.search(western):
        raise Undecodable("not_text")
    if _ODD.search(western):
        raise Undecodable("not_utf8", byte=next(i for i, octet in enumerate(data, 1) if octet > 127))
    return Decoded(western, "windows-1252")


def _western(data: bytes) -> str:
    """Windows-1252, with the five codes that it leaves out as they are."""
    return data.decode("latin-1").translate(_TO_1252)


def _windows_1258(western: str) -> str:
    """What Windows-1258 has where Windows-1252 has these characters: five tones that stand behind their letter, and four letters."""
    return western.translate(_TO_1258)


def _differences() -> dict[int, str]:
    pairs = ((bytes((octet,)).decode("cp1252", "ignore"), bytes((octet,)).decode("cp1258", "ignore")) for octet in range(128, 256))
    return {ord(western): vietnamese for western, vietnamese in pairs if western and vietnamese and western != vietnamese}


_TO_1252 = {octet: bytes((octet,)).decode("cp1252", "ignore") or chr(octet) for octet in range(128, 160)}
_TO_1258 = _differences()
