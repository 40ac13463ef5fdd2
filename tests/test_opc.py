"""Archives with parts replaced: whatever is not replaced stays as it lies there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from checker.containers import ContainerError
from checker.opc import Parts, is_sealed
from checker.repacking import repacked


def archive(parts: dict[str, bytes], write: Callable[[zipfile.ZipFile, str, bytes], None] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            write(made, name, part) if write else made.writestr(name, part)
    return out.getvalue()


class Unseekable(io.BytesIO):
    """Where sizes follow the parts, as other programs write them."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError

    def tell(self) -> int:
        raise OSError


def streamed(parts: dict[str, bytes]) -> bytes:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return out.getvalue()


PARTS = {"b.xml": b"<b/>" * 100, "Ảnh.png": bytes(range(256)), "a/c.xml": b"<c/>", "empty": b""}


@pytest.mark.parametrize("pack", [archive, streamed, lambda parts: b"#!prefix\n" + archive(parts)])
def test_parts_are_replaced_and_the_others_stay(pack: Callable[[dict[str, bytes]], bytes]) -> None:
    done = zipfile.ZipFile(io.BytesIO(repacked(pack(PARTS), {"b.xml": b"<new/>", "z.xml": b"<z/>"})))
    assert done.testzip() is None
    assert {name: done.read(name) for name in done.namelist()} == {**PARTS, "b.xml": b"<new/>", "z.xml": b"<z/>"}
    assert done.namelist() == [*PARTS, "z.xml"]


def test_what_is_not_replaced_is_not_even_unpacked() -> None:
    def damaged(made: zipfile.ZipFile, name: str, part: bytes) -> None:
        made.writestr(name, part)
        made.filelist[-1].CRC ^= 1

    data = archive({"a": b"x" * 999}, damaged)
    done = zipfile.ZipFile(io.BytesIO(repacked(data, {"b": b"y"})))
    assert done.testzip() == "a"
    assert done.read("b") == b"y"


RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RELATION = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
FILE = {
    "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": RELS.format(RELATION.format("officeDocument", "/W/main.xml")).encode(),
    "w/main.xml": b"<main/>",
    "w/comments.xml": b"<comments/>",
}


def test_relations_lead_from_part_to_part() -> None:
    parts = Parts(archive(FILE))
    main = parts.related("", "officeDocument")
    assert main is not None
    assert (main.part, parts.read(main.part)) == ("W/main.xml", b"<main/>")
    assert parts.relate("w/main.xml", "comments", "w/comments.xml") == "rId1"
    assert parts.relate("w/main.xml", "styles", "styles.xml", strict=True) == "rId2"
    assert [(r.id, r.kind, r.part) for r in parts.relations("w/main.xml")] == [
        ("rId1", "comments", "w/comments.xml"),
        ("rId2", "styles", "styles.xml"),
    ]


def test_a_seal_breaks_when_any_part_is_changed() -> None:
    parts = Parts(archive(FILE))
    parts.put("w/main.xml", b"<new/>")
    data = parts.packed(seal="w/comments.xml")
    found = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in FILE}
    assert is_sealed(data)
    assert is_sealed(archive(found))
    assert not is_sealed(archive({**found, "w/main.xml": b"<other/>"}))
    assert not is_sealed(archive({**found, "w/comments.xml": found["w/comments.xml"].replace(b"comments/", b"comments /")}))
    assert not is_sealed(archive({**found, "more": b""}))
    assert not is_sealed(archive(FILE))
    assert not is_sealed(b"no archive")


def test_nothing_changed_is_the_same_bytes() -> None:
    parts = Parts(archive(FILE))
    parts.put("w/main.xml", b"<new/>")
    data = parts.packed(seal="w/comments.xml")
    again = Parts(data)
    again.put("w/main.xml", b"<new/>")
    assert again.packed(seal="w/comments.xml") is data


def test_a_damaged_archive_is_said_so() -> None:
    with pytest.raises(ContainerError):
        Parts(b"PK")
