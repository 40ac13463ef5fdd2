"""The reader of .doc and .rtf: what is handed to LibreOffice, what is not, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check, libreoffice
from checker.document import Paragraph
from checker.readers import ReadError, read, sha256
from checker.readers.libreoffice import recognises

FIXTURE = Path(__file__).resolve().parent.parent.parent / "fixtures" / "bao-cao-hoat-dong-doi-ngoai-thanh-pho.wrong.docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH = rb"{\rtf1\ansi\ansicpg1252 \u272?\u227? c\u7845?p 57 gi\u7845?y ph\u233?p\par}"
here = pytest.mark.skipif(not libreoffice.find(), reason="LibreOffice is not on this machine")


def compound(encrypted: bool = False, extra: bytes = b"") -> bytes:
    """So much of an old Word file as tells what it is: its head, and the sector in which the text's stream begins."""
    stream = b"\xec\xa5" + (0xC1).to_bytes(2, "little") + bytes(6) + bytes([0, int(encrypted)])
    return OLE + bytes(504) + bytes(512) + stream + bytes(512 - len(stream)) + extra


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What LibreOffice is asked for; it answers with the Word fixture."""
    asked: list[tuple[str, str]] = []

    def convert(_: bytes, extension: str, to: str) -> bytes:
        asked.append((extension, to))
        return FIXTURE.read_bytes()

    monkeypatch.setattr(libreoffice, "convert", convert)
    return asked


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.doc", compound(), ".doc"),
        ("a.DOC", compound(), ".doc"),
        ("a.rtf", RICH, ".rtf"),
        ("a.doc", RICH, ".rtf"),
        ("a.wps", compound(), ".wps"),
        ("", RICH, ".rtf"),
    ],
)
def test_what_it_is_says_the_file_and_not_its_name(name: str, data: bytes, kind: str, given: list[tuple[str, str]]) -> None:
    document = read(name, data)
    assert given == [(kind, ".docx")]
    assert (document.path, document.format, document.sha256) == (name, kind[1:], sha256(data))
    assert {block.text.place(0).file for block in document.blocks if isinstance(block, Paragraph)} == {name}


@pytest.mark.parametrize(("data", "format"), [(FIXTURE.read_bytes(), "docx"), (b"\xef\xbb\xbf\n<HTML><p>57 xe", "html")])
def test_a_file_that_has_only_the_name_is_read_as_what_it_is(data: bytes, format: str, given: list[tuple[str, str]]) -> None:
    assert read("a.doc", data).format == format
    assert not given


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.doc", b"", "empty"),
        ("a.doc", "Số 5".encode(), "no_old_word"),
        ("a.rtf", b"\x89PNG\r\n", "no_old_word"),
        ("a.doc", compound(encrypted=True), "password"),
        ("a.doc", OLE + bytes(1024) + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, data: bytes, key: str, given: list[tuple[str, str]]) -> None:
    with pytest.raises(ReadError) as caught:
        read(name, data)
    assert caught.value.key == key
    assert not given


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: "")
    with pytest.raises(ReadError) as caught:
        read("a.doc", compound())
    assert ".docx" in str(caught.value)
    assert "LibreOffice" in caught.value.told("vi")


@here
@pytest.mark.parametrize(("name", "to"), [("a.doc", ".doc"), ("a.rtf", ".rtf")])
def test_a_report_says_the_same_as_in_word(name: str, to: str) -> None:
    word = check(FIXTURE)
    other = check(libreoffice.convert(FIXTURE.read_bytes(), ".docx", to), name=name)
    assert [(f.code, f.fingerprint) for f in other.findings] == [(f.code, f.fingerprint) for f in word.findings]
    assert other.format == to[1:]


@here
@pytest.mark.parametrize("data", [compound(), OLE + bytes(100), b"{\\rtf1 " + b"{" * 100_000], ids=["hollow", "cut off", "deep"])
def test_damaged_files_are_refused_or_read(data: bytes) -> None:
    try:
        assert read("a.doc", data).blocks is not None
    except ReadError as error:
        assert error.key in ("conversion_failed", "conversion_slow")  # noqa: PT017


def test_it_is_recognised_without_a_name() -> None:
    assert recognises(RICH)
    assert recognises(compound())
    assert not recognises(OLE + bytes(2048))
    assert not recognises(b"PK\x03\x04")
