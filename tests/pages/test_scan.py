"""Pictures of pages: straightened, their ruled lines found, their words and figures recognised."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2")
Image = pytest.importorskip("PIL.Image")
ImageDraw = pytest.importorskip("PIL.ImageDraw")
ImageFont = pytest.importorskip("PIL.ImageFont")

from checker.document import Document, Table  # noqa: E402
from checker.pages.scan import tesseract  # noqa: E402
from checker.pages.scan.hocr import Mark, pages  # noqa: E402
from checker.pages.scan.ink import ink_of, strokes  # noqa: E402
from checker.pages.scan.mending import mended  # noqa: E402
from checker.pages.scan.picture import Picture, cleaned, scaled, skew, straightened  # noqa: E402
from checker.pages.scan.ruling import ruling  # noqa: E402
from checker.pages.scan.signs import may_be_formula, roman, separated  # noqa: E402
from checker.place import Place  # noqa: E402
from checker.readers import ReadError, read  # noqa: E402
from checker.report import DiscrepancyReport  # noqa: E402
from checker.rules import Pack  # noqa: E402
from checker.run import check_document  # noqa: E402

FONTS = ("DejaVuSerif.ttf", "LiberationSerif-Regular.ttf")
WIDTH, HEIGHT = 2480, 3508
LEFT, TOP, ROW = 250, 900, 90
COLUMNS = (0, 200, 1100, 1600)
ROWS = (("STT", "Đơn vị", "Số người"), ("1", "Xã An Hòa", "317"), ("2", "Xã Tân Phú", "58"), ("3", "Xã Bình Long", "126"))


def font() -> object:
    for name in FONTS:
        try:
            return ImageFont.truetype(name, 54)
        except OSError:
            continue
    pytest.skip("no font with Vietnamese letters")


def sheet(total: str, dpi: int = 300, turned: float = 0.0) -> bytes:
    """A scanned page: a sentence, and a table with ruled lines whose parts make 501."""
    page = Image.new("L", (WIDTH, HEIGHT), 250)
    draw, letters = ImageDraw.Draw(page), font()
    draw.text((LEFT, 400), "BÁO CÁO KẾT QUẢ ĐÀO TẠO NĂM 2024", font=letters, fill=10)
    draw.text((LEFT, 600), "Năm 2024 đã mở lớp ở ba xã như bảng dưới đây.", font=letters, fill=10)
    rows = (*ROWS, ("", "Tổng cộng", total))
    for number, row in enumerate(rows):
        for x, cell in zip(COLUMNS, row, strict=False):
            draw.text((LEFT + x + 20, TOP + number * ROW + 12), cell, font=letters, fill=10)
    for number in range(len(rows) + 1):
        draw.line((LEFT, TOP + number * ROW, LEFT + COLUMNS[-1], TOP + number * ROW), fill=10, width=4)
    for x in COLUMNS:
        draw.line((LEFT + x, TOP, LEFT + x, TOP + len(rows) * ROW), fill=10, width=4)
    page = page.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=250)
    page = page.resize((WIDTH * dpi // 300, HEIGHT * dpi // 300), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    page.save(kept, "PNG", dpi=(dpi, dpi))
    return kept.getvalue()


def pixels(data: bytes) -> Picture:
    return Picture(np.asarray(Image.open(io.BytesIO(data))), 300)


@pytest.mark.parametrize("angle", [-2.5, -0.7, 0.0, 1.0])
def test_a_page_askew_is_turned_back_and_its_cells_are_found(angle: float) -> None:
    askew = pixels(sheet("501", turned=angle))
    assert skew(askew.pixels) == pytest.approx(-angle, abs=0.06)
    ruled = ruling(straightened(askew).pixels)
    assert len(ruled.cells) == 15
    assert len(ruled.lines) == 10
    assert len(ruled.tables) == 1


def test_letters_are_no_ruled_lines() -> None:
    page = Image.new("L", (WIDTH, HEIGHT), 250)
    ImageDraw.Draw(page).text((300, 400), "HILL 1111 — LLLL", font=font(), fill=10)
    ruled = ruling(np.asarray(page))
    assert (ruled.tables, ruled.cells) == ((), ())


def test_a_tall_letter_under_a_line_is_no_line() -> None:
    page = pixels(sheet("501")).pixels.copy()
    page[TOP + ROW : TOP + ROW + 60, LEFT + 700 : LEFT + 705] = 0
    assert len(ruling(page).lines) == 10


def test_grey_paper_becomes_white() -> None:
    page = np.tile(np.linspace(140, 230, 800).astype(np.uint8), (600, 1))
    page[300:330, 200:300] = 30
    clean = cleaned(page)
    assert int(clean[100, 50]) == int(clean[100, 750]) == 255
    assert clean[315, 250] < 20


def test_a_coarse_picture_is_enlarged() -> None:
    assert scaled(Picture(np.full((110, 85), 255, np.uint8), 10)).pixels.shape == (3300, 2550)


def test_hocr_gives_words_with_their_base_line() -> None:
    given = b"""<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page'>
      <span class='ocr_line' title="bbox 100 200 500 250; baseline 0.01 -10; x_size 50">
      <span class='ocrx_word' title='bbox 100 205 180 240; x_wconf 91'>S\xe1\xbb\x91</span>
      <span class='ocrx_word' title='bbox 300 205 380 240; x_wconf 33'><strong>12</strong></span></span></div>
      <div class='ocr_page'></div></body></html>"""
    first, second = pages(given)
    assert [(mark.text, mark.base, mark.size, mark.confidence) for mark in first] == [("Số", 240, 50, 91), ("12", 242, 50, 33)]
    assert second == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Tống cộng", "Tổng cộng"),
        ("TỐNG CỘNG:", "TỔNG CỘNG:"),
        ("Tống số hoc viên", "Tổng số hoc viên"),
        ("ông Tống Văn Cộng", "ông Tống Văn Cộng"),
        ("dân tôc thiểu sỐ", "dân tộc thiểu số"),
    ],
)
def test_known_phrases_get_their_marks_back(given: str, expected: str) -> None:
    marks = [Mark(word, 100 * i, 0, 100 * i + 90, 50, 50, 50, 90) for i, word in enumerate(given.split())]
    assert " ".join(mark.text for mark in mended(marks)) == expected


def test_a_phrase_goes_on_in_the_next_line_of_a_narrow_cell_but_not_farther() -> None:
    first, below, far = (
        Mark("Tống", 0, 0, 90, 50, 50, 50, 90),
        Mark("sỐ", 2, 60, 50, 110, 115, 50, 90),
        Mark("sỐ", 2, 260, 50, 310, 315, 50, 90),
    )
    assert [mark.text for mark in mended([first, below])] == ["Tổng", "số"]
    assert [mark.text for mark in mended([first, far])] == ["Tống", "sỐ"]


def bars(count: int) -> object:
    ink = np.full((40, 40 * count), 255, np.uint8)
    for number in range(count):
        ink[:, 40 * number + 15 : 40 * number + 22] = 0
    return ink


@pytest.mark.parametrize(
    ("said", "ink", "expected"),
    [
        ("Il", bars(2), "II"),
        ("H", bars(2), "II"),
        ("Ill", bars(3), "III"),
        ("|", bars(1), "I"),
        ("IV", bars(2), "IV"),
        ("Hi", bars(4), ""),
        ("Đ", bars(1), ""),
    ],
)
def test_strokes_tell_roman_numbers_apart(said: str, ink: object, expected: str) -> None:
    assert roman(said, strokes(ink)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1†2+3+4)", True),
        ("(3)=q)+(2)", True),
        ("(1+2+3)", False),
        ("12.500", False),
        ("(2024)", False),
        ("(Phụ", False),
        ("(1.000đ)", False),
    ],
)
def test_a_formula_with_a_misread_sign_is_read_again(text: str, expected: bool) -> None:
    assert may_be_formula(text) is expected


@pytest.mark.parametrize("text", ["1.964,800", "4,386,000", "12.5", "2.000.000", "7"])
def test_points_and_commas_are_told_apart_by_their_shape(text: str) -> None:
    page = Image.new("L", (600, 120), 255)
    ImageDraw.Draw(page).text((20, 20), text, font=font(), fill=0)
    ink = ink_of(np.asarray(page))
    assert ink is not None
    assert ink.separators == "".join(sign for sign in text if sign in ".,")


@pytest.mark.parametrize(
    ("text", "separators", "expected"),
    [("1,964,800", ".,", ("1.964,800", 90)), ("1964,800", ".,", ("1964,800", 40)), ("12.5%", ",", ("12,5%", 90))],
)
def test_the_shape_of_a_separator_counts(text: str, separators: str, expected: tuple[str, int]) -> None:
    assert separated(text, 90, separators) == expected


def test_more_ink_than_one_short_number_is_none() -> None:
    page = Image.new("L", (2000, 300), 255)
    ImageDraw.Draw(page).text((20, 20), "Tổng cộng\nhai dòng", font=font(), fill=0)
    assert ink_of(np.asarray(page)) is None
    assert ink_of(np.full((50, 50), 255, np.uint8)) is None


# ------------------------------------------------------------------------------------------------ files


def test_without_the_program_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError, match="apt install tesseract-ocr tesseract-ocr-vie"):
        read("scan.png", sheet("501"))


def test_without_vietnamese_the_message_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "languages", lambda: frozenset({"eng"}))
    monkeypatch.setattr(tesseract.shutil, "which", lambda _: "/usr/bin/tesseract")
    with pytest.raises(ReadError, match="tesseract-ocr-vie"):
        read("scan.png", sheet("501"))


needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or "vie" not in tesseract.languages(), reason="tesseract with Vietnamese is not installed"
)


@pytest.fixture(scope="module")
def scanned() -> Callable[..., Document]:
    return lambda total, dpi=300, turned=0.0: read("scan.png", sheet(total, dpi, turned))


@pytest.fixture(scope="module")
def report(packs: tuple[Pack, ...]) -> Callable[[Document], DiscrepancyReport]:
    return lambda document: check_document(document, packs, [rule for pack in packs for rule in pack.rules])


@needs_tesseract
@pytest.mark.parametrize(("dpi", "turned"), [(300, 0.0), (200, 1.0)])
def test_a_scanned_table_is_read_and_checked(
    scanned: Callable[..., Document], report: Callable[[Document], DiscrepancyReport], dpi: int, turned: float
) -> None:
    document = scanned("501", dpi, turned)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [tuple(cell.text.value for cell in row) for row in table.rows] == [*ROWS, ("", "Tổng cộng", "501")]
    assert report(document).findings == ()


@needs_tesseract
def test_a_wrong_total_is_found_with_its_place_and_picture(
    scanned: Callable[..., Document], report: Callable[[Document], DiscrepancyReport]
) -> None:
    found = report(scanned("541"))
    (check,) = [check for check in found.findings if check.code == "T101"]
    assert (check.place.page, check.place.table, check.place.row, check.place.col) == (1, "1", 5, 3)
    total = next(written for _, written in check.figures if written.text == "541")
    assert found.confidence[total.place.spot] > 80
    picture = np.asarray(Image.open(io.BytesIO(found.pictures[total.place.spot])))
    assert 40 < picture.shape[0] < 200
    assert picture.min() < 60


@needs_tesseract
def test_several_pages_of_one_tiff() -> None:
    first, second = (Image.open(io.BytesIO(sheet(total))) for total in ("501", "502"))
    kept = io.BytesIO()
    first.save(kept, "TIFF", save_all=True, append_images=[second], dpi=(300, 300))
    document = read("scan.tif", kept.getvalue())
    assert {block.text.place(0).page for block in document.blocks if not isinstance(block, Table)} == {1, 2}


@needs_tesseract
def test_pages_of_a_pdf_without_text_are_recognised(report: Callable[[Document], DiscrepancyReport]) -> None:
    pytest.importorskip("pypdfium2")
    kept = io.BytesIO()
    Image.open(io.BytesIO(sheet("541"))).save(kept, "PDF", resolution=300)
    document = read("scan.pdf", kept.getvalue())
    assert [check.code for check in report(document).findings if check.severity != "note"] == ["T101"]
    assert document.recognition is not None
    assert document.recognition.confidence(Place(page=2, line=1, column=1)) is None


@needs_tesseract
def test_a_page_on_its_side_is_turned_upright() -> None:
    kept = io.BytesIO()
    Image.open(io.BytesIO(sheet("501"))).rotate(90, expand=True).save(kept, "PNG", dpi=(300, 300))
    (table,) = [block for block in read("scan.png", kept.getvalue()).blocks if isinstance(block, Table)]
    assert table.rows[-1][-1].text.value == "501"


@needs_tesseract
@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", sheet("501")[:3000]], ids=["empty", "head", "other", "cut off"])
def test_what_is_no_picture_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(ReadError, match="picture is damaged"):
        read("scan.png", data)


@needs_tesseract
def test_a_picture_of_absurd_size_is_not_opened() -> None:
    kept = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(kept, "PNG")
    with pytest.raises(ReadError, match="too large"):
        read("scan.png", kept.getvalue())


@needs_tesseract
@pytest.mark.parametrize("size", [(1, 1), (30_000, 3), (200, 4), (40, 40)])
def test_a_picture_of_odd_shape_holds_no_text(size: tuple[int, int]) -> None:
    kept = io.BytesIO()
    Image.new("L", size, 0).save(kept, "PNG")
    assert [warning.key for warning in read("scan.png", kept.getvalue()).warnings] == ["no_text"]


@needs_tesseract
def test_noise_is_not_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "marks", lambda *_, **__: pytest.fail("recognised"))
    noise = np.random.default_rng(0).integers(0, 255, (HEIGHT, WIDTH), dtype=np.uint8)
    kept = io.BytesIO()
    Image.fromarray(noise).save(kept, "PNG", dpi=(300, 300), compress_level=0)
    assert read("scan.png", kept.getvalue()).blocks == ()


@needs_tesseract
def test_a_page_that_takes_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.pages.scan.scans.SECONDS", 0.001)
    document = read("scan.png", sheet("501"))
    assert document.blocks == ()
    assert [warning.key for warning in document.warnings] == ["scan_slow", "no_text"]


@needs_tesseract
def test_an_empty_page_is_no_text() -> None:
    kept = io.BytesIO()
    Image.new("L", (600, 800), 255).save(kept, "PNG")
    assert [warning.key for warning in read("scan.png", kept.getvalue()).warnings] == ["no_text"]
