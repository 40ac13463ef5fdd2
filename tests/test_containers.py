"""Containers are opened within bounds, and what is refused is refused in a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker.containers import MOST_PARTS, Container, ContainerError, parse_xml


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_part_is_read_and_parsed() -> None:
    container = Container(packed(a=b"<r><x>1</x></r>"))
    assert container.names == ("a",)
    assert "a" in container
    assert "b" not in container
    assert container.xml("a")[0].text == "1"


def test_a_missing_part_is_named() -> None:
    with pytest.raises(ContainerError, match="document is missing"):
        Container(packed(a=b"x")).read("document")


@pytest.mark.parametrize("keep", [0, 10, 60, -30])
def test_a_truncated_archive_is_refused(keep: int) -> None:
    whole = packed(a=bytes(range(256)) * 40)
    with pytest.raises(ContainerError, match="damaged"):
        Container(whole[:keep])


def test_a_part_that_was_overwritten_is_damaged() -> None:
    whole = bytearray(packed(a=b"number " * 2000))
    whole[40:60] = b"\xff" * 20
    with pytest.raises(ContainerError, match="damaged"):
        Container(bytes(whole)).read("a")


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(ContainerError):
        Container("Báo cáo tháng".encode())


def test_a_bomb_is_not_opened() -> None:
    bomb = packed(a=bytes(30 * 1024 * 1024))
    assert len(bomb) < 100_000
    with pytest.raises(ContainerError, match="is larger than 30 MB"):
        Container(bomb).read("a")


def test_a_small_part_may_pack_well() -> None:
    assert len(Container(packed(a=bytes(1024 * 1024))).read("a")) == 1024 * 1024


def test_an_archive_of_too_many_parts_is_refused() -> None:
    with pytest.raises(ContainerError, match="parts"):
        Container(packed(**{f"p{n}": b"" for n in range(MOST_PARTS + 1)}))


def test_a_password_is_named() -> None:
    locked = bytearray(packed(a=b"secret"))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + flags] |= 1
    with pytest.raises(ContainerError, match="password"):
        Container(bytes(locked)).read("a")


@pytest.mark.parametrize(
    "hostile",
    [
        b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>',
        b'<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r>&f;</r>',
        b'<!DOCTYPE r SYSTEM "http://example.org/r.dtd"><r/>',
    ],
)
def test_entities_and_document_types_are_refused(hostile: bytes) -> None:
    with pytest.raises(ContainerError, match="document type"):
        parse_xml(hostile, "word/document.xml")


def test_a_part_that_is_no_xml_is_named() -> None:
    with pytest.raises(ContainerError, match=r"word/document\.xml"):
        parse_xml(b"<r><x></r>", "word/document.xml")


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ContainerError):
        parse_xml(b"<a>" * 100_000 + b"</a>" * 100_000, "deep.xml")
