"""PDF files with highlights: the original's bytes first, then a highlight on exactly the characters of each figure."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest

from checker.annotators import annotate, is_untouched
from checker.notes import Note
from checker.pages.pdf import pages
from checker.pages.shape import Box, Page
from checker.place import Place
from checker.readers import ReadError, read
from checker.report import Severity
from tests.tools.pdf_by_hand import line, one_page

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("pypdfium2")

TURNED = {0: (1, 0, 0, 1, 0, 0), 90: (0, 1, -1, 0, 842, 0), 180: (-1, 0, 0, -1, 595, 842), 270: (0, -1, 1, 0, 0, 595)}
COMMENT = "Lỗi T101: ghi 1.250, tính ra 1.205 (lệch +45)"


def report(degrees: int = 0) -> bytes:
    content = b"%d %d %d %d %d %d cm " % TURNED[degrees] + line("Total 1.250 people, among them 740") + line("in Korea and Japan", y=680)
    return one_page(content, page=b"/MediaBox[0 0 %d %d]/Rotate %d" % (*((842, 595) if degrees % 180 else (595, 842)), degrees))


def note(text: str = "1.250", column: int = 7, comment: str = COMMENT, **where: int) -> Note:
    place = Place(file="a.pdf", **{"page": 1, "line": 1, "column": column, **where})
    return Note(place, text, Severity.ERROR, ("T101",), comment, "trang 1")


def annotations(data: bytes) -> list[Any]:
    return [found.get_object() for page in pypdf.PdfReader(io.BytesIO(data)).pages for found in page.get("/Annots", [])]


def lit(data: bytes) -> Iterator[str]:
    """The characters that each highlight is on, as the page is in the file."""
    (page,) = pages(data)
    for found in annotations(data):
        left, bottom, right, top = (float(value) for value in found["/Rect"])
        yield under(page, Box(left, page.height - top, right, page.height - bottom))


def under(page: Page, box: Box) -> str:
    return "".join(
        letter
        for word in page.words
        for letter, x0, x1 in zip(word.text, word.edges, word.edges[1:], strict=False)
        if box.x0 <= (x0 + x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom
    )


def test_the_original_comes_first_and_the_highlight_is_on_the_figure() -> None:
    original = report()
    copy = annotate("a.pdf", original, [note(), note("740", 32)])
    assert copy.startswith(original)
    assert list(lit(copy)) == ["1.250", "740"]
    assert [(found["/Subtype"], found["/Contents"]) for found in annotations(copy)] == [("/Highlight", COMMENT)] * 2


@pytest.mark.parametrize("degrees", TURNED)
def test_on_a_page_that_is_turned(degrees: int) -> None:
    """A highlight lies where it would lie on the upright page, turned with it."""
    copy = annotate("a.pdf", report(degrees), [note()])
    (found,) = annotations(copy)
    points = [float(value) for value in found["/QuadPoints"]]
    upright = [float(value) for value in annotations(annotate("a.pdf", report(), [note()]))[0]["/QuadPoints"]]
    corners = list(zip(points[::2], points[1::2], strict=True))
    a, b, c, d, e, f = TURNED[degrees]
    expected = [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(upright[::2], upright[1::2], strict=True)]
    assert [value for corner in corners for value in corner] == pytest.approx([value for corner in expected for value in corner], abs=0.5)


def test_a_stretch_over_two_lines_has_two_parts() -> None:
    copy = annotate("a.pdf", report(), [note("740 in", 32, end_line=2, end_column=3)])
    (found,) = annotations(copy)
    assert len(found["/QuadPoints"]) == 16


def test_notes_do_not_pile_up() -> None:
    original = report()
    once = annotate("a.pdf", original, [note()])
    assert annotate("a.pdf", once, [note()]) == once
    other = annotate("a.pdf", once, [note("740", 32, "other")])
    assert [found["/Contents"] for found in annotations(other)] == ["other"]
    assert annotate("a.pdf", other, []) == original
    assert annotate("a.pdf", original, []) == original


def test_in_a_file_that_another_program_wrote_since() -> None:
    from pypdf.annotations import Text

    writer, out = pypdf.PdfWriter(clone_from=io.BytesIO(annotate("a.pdf", report(), [note()]))), io.BytesIO()
    writer.add_annotation(0, Text(rect=(9, 9, 30, 30), text="mine"))
    writer.write(out)
    assert not is_untouched("a.pdf", out.getvalue())
    again = annotate("a.pdf", out.getvalue(), [note("740", 32, "other")])
    assert again.startswith(out.getvalue())
    assert [found["/Contents"] for found in annotations(again)] == ["mine", "other"]
    assert [found["/Contents"] for found in annotations(annotate("a.pdf", out.getvalue(), []))] == ["mine"]


def test_a_copy_is_known_until_somebody_changes_it() -> None:
    copy = annotate("a.pdf", report(), [note()])
    assert is_untouched("a.pdf", copy)
    assert not is_untouched("a.pdf", copy + b"\n")
    assert not is_untouched("a.pdf", copy.replace(b"/MediaBox", b"/MediaBoy", 1))
    assert not is_untouched("a.pdf", report())


@pytest.mark.parametrize("where", [{"line": 9}, {"page": 7}, {"column": 99}])
def test_what_has_no_place_is_a_note_on_a_page(where: dict[str, int]) -> None:
    (found,) = annotations(annotate("a.pdf", report(), [note(**where)]))
    assert (found["/Subtype"], found["/Contents"]) == ("/Text", f"trang 1\n{COMMENT}")


def test_what_is_read_of_the_copy_is_what_is_read_of_the_original() -> None:
    def texts(data: bytes) -> list[str]:
        return [block.text.value for block in read("a.pdf", data).blocks]  # type: ignore[union-attr]

    assert texts(annotate("a.pdf", report(), [note()])) == texts(report())


def test_an_encrypted_file_is_left_alone() -> None:
    writer, out = pypdf.PdfWriter(clone_from=io.BytesIO(report())), io.BytesIO()
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(out)
    with pytest.raises(ReadError) as error:
        annotate("a.pdf", out.getvalue(), [note()])
    assert error.value.key == "pdf_not_marked"
