"""How the text output says where a finding stands in a file without lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Block, Cell, Document, Footnote, Paragraph, Table
from checker.place import Place
from checker.results import Results, Show
from checker.rules import Pack
from checker.run import check_document
from checker.text import Text
from checker.writers.text import write

Written = Callable[..., str]
WRONG = "Có 12 xã, gồm: 5 xã loại một, 6 xã loại hai."


@pytest.fixture
def written(packs: tuple[Pack, ...]) -> Written:
    """The text on a Word document, by rules with these codes."""

    def write_it(*blocks: Block, codes: tuple[str, ...] = (), lang: str = "", show: Show | None = None) -> str:
        rules = [rule for pack in packs for rule in pack.rules if rule.code in codes]
        report = check_document(Document("a.docx", "docx", "", blocks), packs, rules)
        return write(Results((report,), lang=lang), show or Show())

    return write_it


def at(words: str, paragraph: int, **where: str | int) -> Text:
    return Text.at(words, Place(paragraph=paragraph, offset=1, **where))  # type: ignore[arg-type]


def p(words: str, paragraph: int, part: str = "body") -> Paragraph:
    return Paragraph(at(words, paragraph, part=part), part=part)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("", "a.docx, mục “Kết quả của năm”, “Có 12 xã, gồm: 5 xã loại một, 6 …”\n"),
        ("en", "a.docx, section “Kết quả của năm”, “Có 12 xã, gồm: 5 xã loại một, 6 …”\n"),
    ],
)
def test_the_heading_and_a_few_words_instead_of_a_paragraph_number(written: Written, lang: str, expected: str) -> None:
    text = written(p("1. Kết quả của năm", 401), p(WRONG, 402), codes=("N201",), lang=lang)
    assert expected in text
    assert "402" not in text


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("textbox", "a.docx, khung chữ, mục “Kết quả của năm”, “Có 12 xã"),
        ("header", "a.docx, đầu trang, “Có 12 xã"),
        ("header2", "a.docx, đầu trang, “Có 12 xã"),
        ("footer", "a.docx, chân trang, “Có 12 xã"),
    ],
)
def test_what_stands_beside_the_body_says_so(written: Written, part: str, expected: str) -> None:
    assert expected in written(p("1. Kết quả của năm", 1), p(WRONG, 2, part), codes=("N201",))


def test_a_footnote(written: Written) -> None:
    note = Footnote("1", at(WRONG, 2, part="footnote"))
    assert "a.docx, chú thích cuối trang, “Có 12 xã" in written(p("Kết quả.", 1), note, codes=("N201",))


def test_a_long_heading_is_cut(written: Written) -> None:
    text = written(p("1. Kết quả đào tạo nghề cho lao động nông thôn của các xã trong huyện", 1), p(WRONG, 2), codes=("N201",))
    assert "mục “Kết quả đào tạo nghề cho lao động nông…”" in text


def cells(*lines: str) -> Table:
    split = [line.split("|") for line in lines]
    return Table(
        tuple(
            tuple(Cell(at(words, 500 + 10 * i + j, part="body", table="2", row=i, col=j)) for j, words in enumerate(row, 1))
            for i, row in enumerate(split, 1)
        ),
        "2",
    )


def test_a_cell_is_found_by_its_table_row_and_column(written: Written) -> None:
    text = written(cells("Mục|Số người", "An|5", "Ba|7", "Cộng|13"), codes=("T101",))
    assert "a.docx, bảng 2, hàng “Cộng”, cột “Số người”\n" in text


def test_figures_in_no_check_are_listed_by_what_stands_around_them(written: Written) -> None:
    text = written(p("1. Kết quả của năm", 1), p("Có 12 lớp.", 402), cells("Mục|Số người", "An|5"), show=Show(all_checks=True))
    assert "402" not in text
    lines = text.splitlines()
    assert lines[1].split() == ["ở", "ghi", "giá", "trị", "đơn", "vị"]
    assert lines[3].startswith("mục “Kết quả của năm”, “Có 12 lớp.”")
    assert lines[4].startswith("bảng 2, hàng “An”, cột “Số người”")


def test_figures_of_a_text_file_are_listed_by_line(written: Written) -> None:
    text = written(Paragraph(Text.at("Có 12 lớp.", Place(line=7, column=1))), show=Show(all_checks=True))
    assert [line.split()[:2] for line in text.splitlines()[1:4:2]] == [["dòng", "ghi"], ["7", "12"]]


def test_the_paragraph_where_nothing_else_is_known_and_the_page_where_it_is(written: Written) -> None:
    paged = Paragraph(Text.at(WRONG, Place(paragraph=2, offset=1, page=5)))
    assert "a.docx, trang 5, “Có 12 xã" in written(paged, codes=("N201",))
