"""Text boxes, headers and footers stand apart: they break no list, head no section, caption no table."""

from __future__ import annotations

import pytest

from checker.document import Block, Cell, Document, Footnote, Paragraph, Table
from checker.place import Place
from checker.recognise import recognise
from checker.recognise.grid import Grid
from checker.recognise.lists import items_above, items_below
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.text import Text


def p(words: str, part: str = "body", level: int | None = None) -> Paragraph:
    return Paragraph(Text.at(words, Place(part=part, paragraph=1, offset=1)), level=level, part=part)


def t(*rows: str, part: str = "body") -> Table:
    return Table(tuple(tuple(Cell(Text.at(words, Place(part=part, table="1"))) for words in row.split("|")) for row in rows), "1")


def reading(*blocks: Block) -> Reading:
    return recognise(Document("a.docx", "docx", "", blocks))


def words(reading: Reading) -> list[str]:
    return [here.words if isinstance(here, Passage) else "|" for here in reading.flow]


BOX = p("I. KHUNG CHỮ", "textbox", level=1)


def test_the_body_comes_first() -> None:
    note = Footnote("1", Text.at("Chú thích", Place(part="footnote")))
    found = reading(p("Một"), BOX, p("Hai"), note, p("Ba", "header"), p("Bốn", "header2"), p("Năm", "header"))
    assert words(found) == ["Một", "Hai", "I. KHUNG CHỮ".removeprefix("I. "), "Chú thích", "Ba", "Năm", "Bốn"]
    assert [here.order for here in found.flow] == list(range(7))


def test_a_text_box_does_not_break_a_list() -> None:
    found = reading(p("Gồm 2 xã như sau:"), p("- Xã An: 5 người"), BOX, p("- Xã Ba: 7 người"), p("Hết."))
    assert [item.words for item in items_below(found, found.paragraphs[0])] == ["Xã An: 5 người", "Xã Ba: 7 người"]
    assert [item.words for item in items_above(found, found.paragraphs[3])] == ["Xã An: 5 người", "Xã Ba: 7 người"]


def test_a_running_head_is_no_item_of_the_last_list() -> None:
    found = reading(p("Gồm:"), p("- Xã An: 5 người"), p("- Trang 7 của 9 xã", "header"))
    assert [item.words for item in items_below(found, found.paragraphs[0])] == ["Xã An: 5 người"]
    assert found.preceding_passage(found.paragraphs[2]) is None


@pytest.mark.parametrize("part", ["textbox", "header", "footer", "footer2"])
def test_only_the_body_has_headings(part: str) -> None:
    found = reading(p("I. KẾT QUẢ", level=1), p("PHẦN MỘT: KẾT QUẢ", part, level=1), p("Phụ lục 1", part), p("Có 5 lớp."))
    assert [here.heading for here in found.paragraphs] == [True, False, False, False]
    assert found.paragraphs[1].section.title == "KẾT QUẢ"
    assert not any(here.section.annex for here in found.paragraphs)


def test_a_header_stands_in_no_section_and_a_text_box_where_it_is_anchored() -> None:
    found = reading(p("I. KẾT QUẢ", level=1), p("Khung", "textbox"), p("II. NHIỆM VỤ", level=1), p("Đầu trang", "header"))
    assert {here.words: here.section.title for here in found.paragraphs[2:]} == {"Khung": "KẾT QUẢ", "Đầu trang": ""}


def test_a_text_box_is_no_caption() -> None:
    found = reading(p("Biểu thu chi"), p("Đơn vị: triệu đồng"), BOX, t("Mục|Số", "An|5"), t("Mục|Số", "Ba|7", part="header"))
    first, second = found.grids
    assert (first.caption, first.columns[1].measure.power) == ("Biểu thu chi", 6)
    assert (second.caption, found.preceding(second, 3)) == ("", ())


def test_the_identity_is_that_of_the_body() -> None:
    found = reading(p("Số: 99/BC-SYT", "textbox"), p("Số: 12/BC-UBND"), p("BÁO CÁO"), p("Tháng 5", "textbox"), p("Kết quả năm 2023"))
    assert found.identity.number is not None
    assert (found.identity.number.number, found.identity.title) == ("12", "BÁO CÁO Kết quả năm 2023")


def test_a_table_in_a_text_box_stays_one_of_its_own() -> None:
    found = reading(t("Mục|Số", "An|5"), t("Ba|7", part="textbox"), t("Tư|9"))
    assert [len(grid.table.rows) for grid in found.flow if isinstance(grid, Grid)] == [3, 1]


def test_an_empty_document() -> None:
    assert reading().flow == ()
    assert reading(p("Có 5 lớp.")).preceding_passage(reading(p("Có 5 lớp.")).paragraphs[0]) is None
