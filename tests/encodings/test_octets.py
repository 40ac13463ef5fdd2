"""Bytes → characters: the encoding is found out, or the file refused."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.encodings import tcvn3, vni
from checker.encodings.octets import Undecodable, decode

TEXT = "Báo cáo: toàn huyện đã hỗ trợ 1.250 lượt người, đạt 95,5% kế hoạch năm.\r\nĐơn vị: nghìn đồng\r\n"
FRENCH = "Le bénéficiaire a reçu 1.250 € – où, déjà, à l'été.\r\n"


def windows_1258(text: str) -> bytes:
    """As Windows writes it: the tone behind its letter, the rest composed."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        plain = unicodedata.normalize("NFC", "".join(c for c in apart if c not in tones))
        out += plain + "".join(c for c in apart if c in tones)
    return out.encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-be"), "utf-16"),
        (windows_1258(TEXT), "windows-1258"),
        (tcvn3.encoded(TEXT).encode("cp1252"), "tcvn3"),
        (vni.encoded(TEXT).encode("cp1252"), "vni"),
    ],
)
def test_one_text_in_every_encoding(data: bytes, encoding: str) -> None:
    text, found = decode(data)
    assert found == encoding
    assert unicodedata.normalize("NFC", text) == TEXT


def test_other_words_are_western() -> None:
    assert decode(FRENCH.encode("cp1252")) == (FRENCH, "windows-1252")
    assert decode(b"plain") == ("plain", "utf-8")
    assert decode(b"") == ("", "utf-8")


@pytest.mark.parametrize("encode", [tcvn3.encoded, vni.encoded])
def test_as_many_characters_as_bytes(encode: object) -> None:
    data = encode(TEXT).encode("cp1252")  # type: ignore[operator]
    assert len(decode(data).text) == len(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"abc\x00def", "control"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "control"),
        (TEXT.encode()[:-30] + b"\xf0 " + TEXT.encode(), "no UTF-8"),
        (b"\xef\xbb\xbf" + b"a\xff", "no UTF-8"),
        (b"\x90\x8d\x81 \x9d\xb2\xb3", "no UTF-8"),
        (b"\x00" * 100, "control"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(Undecodable, match=why):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(Undecodable):
        assert isinstance(decode(data).text, str)
