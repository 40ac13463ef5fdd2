"""Bytes → characters, and what is refused."""

from __future__ import annotations

import unicodedata

import pytest

from checker.document import Paragraph
from checker.readers import ReadError, read

LINE = "Đã mở 12 lớp."


def words(data: bytes, name: str = "a.txt") -> list[str]:
    return [b.text.value for b in read(name, data).blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "data",
    [
        LINE.encode(),
        b"\xef\xbb\xbf" + LINE.encode(),
        LINE.encode("utf-16"),
        b"\xfe\xff" + LINE.encode("utf-16-be"),
        unicodedata.normalize("NFD", LINE).encode(),
        LINE.encode() + b"\r\n",
        LINE.replace(" ", "\u00a0").encode(),
    ],
)
def test_encodings_of_one_line(data: bytes) -> None:
    assert words(data) == [LINE]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no UTF-8 text|control characters"),
        ("Đã mở 12 lớp.".encode() + b"\xf0", "no UTF-8 text"),
        (b"abc\x00def", "control characters"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read("a.txt", data)


def test_an_unknown_extension_is_named() -> None:
    with pytest.raises(ReadError, match=r"\.pptx cannot be read yet; known are .*\.md"):
        read("a.pptx", b"x")


@pytest.mark.parametrize("name", ["a.TXT", "dir.d/a.markdown", "", "README", "a b.md"])
def test_the_reader_is_chosen_by_the_name(name: str) -> None:
    assert words(LINE.encode(), name) == [LINE]


@pytest.mark.parametrize("text", ["(" * 20_000, "1" * 100_000, "|" * 20_000, "trong đó " * 20_000, "*" * 20_000, "a\t" * 20_000])
def test_a_monotonous_file_is_read(text: str) -> None:
    assert read("a.md", f"{text}\nx y\n".encode()).blocks
