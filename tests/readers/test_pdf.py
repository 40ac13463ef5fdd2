"""PDF files: what is read of them, and what is said of those that cannot be."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document, Table
from checker.readers import ReadError, read
from tests.tools.pdf_by_hand import CATALOG, form, line, one_page, pdf, stream

pytest.importorskip("pypdfium2")

HELLO = line("Total: 12 + 13 = 25 people")
PICTURE = stream(b"\0" * 3, b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8")
SHOWN = b"q 595 0 0 842 0 0 cm /X Do Q\n"


def texts(data: bytes) -> list[str]:
    return [block.text.value for block in read("a.pdf", data).blocks if not isinstance(block, Table)]


def problem(data: bytes) -> str:
    with pytest.raises(ReadError) as error:
        read("a.pdf", data)
    return error.value.key


def test_a_page_of_text() -> None:
    document: Document = read("a.pdf", one_page(HELLO + line("Second line", y=650)))
    assert (document.format, document.warnings) == ("pdf", ())
    assert [block.text.value for block in document.blocks] == ["Total: 12 + 13 = 25 people", "Second line"]  # type: ignore[union-attr]
    assert document.blocks[1].text.place(7).column == 8  # type: ignore[union-attr]


def test_input_without_a_name_is_known() -> None:
    assert read("-", one_page(HELLO)).format == "pdf"


def test_a_ruled_table() -> None:
    rules = b"".join(b"72 %d m 472 %d l S\n" % (y, y) for y in (600, 620, 640)) + b"".join(
        b"%d 600 m %d 640 l S\n" % (x, x) for x in (72, 272, 472)
    )
    cells = line("Name", 80, 625) + line("Sum", 280, 625) + line("May", 80, 605) + line("1.250", 280, 605)
    (table,) = read("a.pdf", one_page(rules + cells)).blocks
    assert isinstance(table, Table)
    assert [[cell.text.value for cell in row] for row in table.rows] == [["Name", "Sum"], ["May", "1.250"]]


def test_borders_drawn_as_boxes_and_as_strips() -> None:
    boxes = b"72 600 200 20 re 272 600 200 20 re S 72 620 400 0.5 re 72 640 400 0.5 re 72 620 0.5 20 re 272 620 0.5 20 re 471.5 620 0.5 20 re f\n"
    cells = line("Name", 80, 625) + line("Sum", 280, 625) + line("May", 80, 605) + line("1.250", 280, 605)
    (table,) = read("a.pdf", one_page(boxes + cells)).blocks
    assert isinstance(table, Table)
    assert [[cell.text.value for cell in row] for row in table.rows] == [["Name", "Sum"], ["May", "1.250"]]


@pytest.mark.parametrize(
    ("degrees", "matrix"),
    [(90, b"0 1 -1 0 842 0 cm "), (180, b"-1 0 0 -1 595 842 cm "), (270, b"0 -1 1 0 0 595 cm ")],
)
def test_a_page_that_is_turned_is_read_upright(degrees: int, matrix: bytes) -> None:
    data = one_page(
        matrix + HELLO + line("Second line", y=650),
        page=b"/MediaBox[0 0 %d %d]/Rotate %d" % (*((595, 842) if degrees == 180 else (842, 595)), degrees),
    )
    assert texts(data) == ["Total: 12 + 13 = 25 people", "Second line"]


def test_turned_text_is_left_out() -> None:
    stamp = b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (COPY) Tj ET\n"
    assert texts(one_page(HELLO + stamp)) == ["Total: 12 + 13 = 25 people"]


def test_what_lies_outside_the_page_is_not_shown() -> None:
    cut = b"/MediaBox[0 0 595 842]/CropBox[50 600 400 800]"
    data = one_page(HELLO + line("below", y=300), page=cut)
    assert texts(data) == ["Total: 12 + 13 = 25 people"]


def test_text_in_a_form_is_text() -> None:
    assert texts(one_page(b"/X Do\n", form(HELLO, 6))) == ["Total: 12 + 13 = 25 people"]


@pytest.fixture
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the extra `ocr` is not installed."""
    monkeypatch.setitem(sys.modules, "cv2", None)


@pytest.mark.usefixtures("no_recognition")
def test_a_page_that_is_a_picture_is_named() -> None:
    two = pdf(
        [
            CATALOG,
            b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            stream(HELLO),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            PICTURE,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 8 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
            stream(SHOWN),
        ]
    )
    document = read("a.pdf", two)
    assert [(warning.key, warning.values.get("pages")) for warning in document.warnings] == [("scan_extra", None), ("pdf_pictures", "2")]


@pytest.mark.usefixtures("no_recognition")
def test_a_scan_says_what_to_do() -> None:
    with pytest.raises(ReadError, match=r"report-checker\[ocr\]"):
        read("a.pdf", one_page(SHOWN, PICTURE))


def test_an_empty_page_is_no_scan() -> None:
    assert [warning.key for warning in read("a.pdf", one_page(b"")).warnings] == ["no_text"]


@pytest.mark.parametrize(("password", "opens"), [("", True), ("secret", False)])
def test_passwords(password: str, opens: bool) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer, out = pypdf.PdfWriter(clone_from=io.BytesIO(one_page(HELLO))), io.BytesIO()
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(out)
    if opens:
        assert texts(out.getvalue()) == ["Total: 12 + 13 = 25 people"]
    else:
        assert problem(out.getvalue()) == "pdf_password"


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"report-checker\[pdf\]"):
        read("a.pdf", one_page(HELLO))


LOOP = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"
HOSTILE = {
    "no PDF at all": (b"hello", "pdf_damaged"),
    "nothing": (b"", "pdf_damaged"),
    "only its first line": (b"%PDF-1.7\n", "pdf_damaged"),
    "cut off": (one_page(HELLO)[:200], "pdf_damaged"),
    "a loop in its page tree": (pdf([CATALOG, LOOP]), "pdf_damaged"),
    "a million pages": (one_page(HELLO, count=b"1000000"), "pdf_pages"),
    "a form in itself": (one_page(b"/X Do", form(b"/X Do /X Do", 6)), "pdf_heavy"),
    "forms in forms": (one_page(b"/X Do", *(form(b"/X Do " * 10, 7 + n) for n in range(30)), form(HELLO, 6)), "pdf_heavy"),
    "a gigabyte of one character": (one_page(b"0" * 400_000_000), "pdf_heavy"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_a_hostile_file_is_one_problem(name: str) -> None:
    data, key = HOSTILE[name]
    assert problem(data) == key


def test_a_page_of_no_limits() -> None:
    assert texts(one_page(HELLO, page=b"/MediaBox[0 0 1000000000 1000000000]")) == ["Total: 12 + 13 = 25 people"]


def test_pages_that_are_not_there_are_named() -> None:
    (warning,) = read("a.pdf", one_page(HELLO, count=b"3")).warnings
    assert (warning.key, warning.values["pages"]) == ("pdf_pages_damaged", "2, 3")


def test_reading_a_word_file_needs_no_pdf_library() -> None:
    import subprocess

    fixture = Path(__file__).parents[2] / "fixtures" / "ke-hoach-dua-lao-dong.docx"
    code = f"import sys, checker; checker.check({str(fixture)!r}); print('pypdfium2' in sys.modules, 'pypdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False False\n"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_file_with_wrong_bytes_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(one_page(HELLO * 3 + b"/X Do 72 600 200 20 re S\n", form(HELLO, 6)))
    for _ in range(data.draw(st.integers(1, 12))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReadError):
        read("a.pdf", bytes(whole[: data.draw(st.integers(1, len(whole)))]))
