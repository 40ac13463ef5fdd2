"""What a person finds a place by in a file that counts no lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Block, Cell, Document, Paragraph, Table
from checker.figure import Phrase
from checker.place import Place
from checker.recognise import recognise
from checker.recognise.around import Around, around, quote
from checker.recognise.reading import Reading
from checker.text import Text, join

LONG = "Trong năm qua huyện đã mở 12 lớp dạy nghề cho lao động nông thôn ở các xã."


def at(words: str, paragraph: int, part: str = "body") -> Text:
    return Text.at(words, Place(part=part, paragraph=paragraph, offset=1))


def reading(*blocks: Block) -> Reading:
    return recognise(Document("a.docx", "docx", "", blocks))


def found(here: Reading) -> dict[str, Around]:
    """What stands around each figure, by its text."""
    known = around(here, here.figures)
    return {figure.text: known[figure.place.spot] for figure in here.figures}


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [
        ("Có 12 lớp.", "12", "Có 12 lớp."),
        (LONG, "12", "… năm qua huyện đã mở 12 lớp dạy nghề cho lao động …"),
        (LONG, "Trong", "Trong năm qua huyện đã mở 12 lớp …"),
        (LONG, "các xã.", "… lao động nông thôn ở các xã."),
        ("x" * 50 + "12" + "y" * 50, "12", "… 12 …"),
        (LONG, LONG, "Trong năm qua huyện đã mở 12 lớp dạy nghề cho lao động nông …"),
        ("x" * 200, "x" * 200, "x" * 32 + " …"),
    ],
)
def test_a_few_words_around(value: str, words: str, expected: str) -> None:
    start = value.index(words)
    assert quote(value, start, start + len(words)) == expected


def test_a_figure_in_a_sentence_has_the_heading_above_it() -> None:
    here = reading(Paragraph(at("I. KẾT QUẢ", 1)), Paragraph(at("Có 12 lớp.", 2)), Paragraph(at("Có 12 lớp và 7 xã.", 2, "footnote")))
    assert found(here)["7"].words == "Có 12 lớp và 7 xã."
    first = around(here, [f for f in here.figures if f.place.part == "body"])
    assert list(first.values()) == [Around("KẾT QUẢ", "Có 12 lớp.")]


def test_a_heading_is_not_told_twice() -> None:
    here = reading(Paragraph(at("I. KẾT QUẢ NĂM 2023", 1)))
    assert around(here, here.paragraphs[0].dates) == {(1, 12): Around("", "I. KẾT QUẢ NĂM 2023")}


def test_a_line_of_a_paragraph_with_line_breaks() -> None:
    first, second = (
        Text.at("Có 5 lớp", Place(part="body", paragraph=3, offset=1)),
        Text.at("Có 7 xã", Place(part="body", paragraph=3, offset=10)),
    )
    here = reading(Paragraph(first), Paragraph(second))
    assert {text: one.words for text, one in found(here).items()} == {"5": "Có 5 lớp", "7": "Có 7 xã"}


def test_a_cell_has_its_row_and_column() -> None:
    def cell(words: str, row: int, col: int) -> Cell:
        return Cell(Text.at(words, Place(part="body", table="1", row=row, col=col, paragraph=row * 10 + col, offset=1)))

    lines = [["Mục", "Số người"], ["Mở lớp tại 3 xã", "12"]]
    table = Table(tuple(tuple(cell(words, i, j) for j, words in enumerate(line, 1)) for i, line in enumerate(lines, 1)), "1")
    here = found(reading(table))
    assert here["12"] == Around("", "", "Mở lớp tại 3 xã", "Số người")
    assert here["3"] == Around("", "Mở lớp tại 3 xã", "Mở lớp tại 3 xã", "")


def test_a_table_is_called_as_its_caption_calls_it() -> None:
    """Its author counts no letterhead."""
    head = Table(((Cell(at("UBND HUYỆN", 1)), Cell(at("CỘNG HÒA", 2))),), "1")
    rows = [[("Xã", 4), ("Số người", 5)], [("An", 6), ("12", 7)], [("Bình", 8), ("15", 9)]]
    table = Table(tuple(tuple(Cell(at(words, number)) for words, number in row) for row in rows), "2")
    for caption, called in (("Bảng 1. Kết quả đào tạo", "Bảng 1"), ("Kết quả đào tạo", "")):
        assert found(reading(head, Paragraph(at(caption, 3)), table))["12"].table == called


def test_a_cell_of_several_paragraphs() -> None:
    table = Table(((Cell(at("Mục", 1)), Cell(at("Ghi chú", 2))), (Cell(at("An", 3)), Cell(join([at("Mở lớp", 4), at("ở 5 xã", 5)])))), "1")
    assert found(reading(table))["5"].words == "Mở lớp ở 5 xã"


def test_what_has_a_line_needs_nothing_else(reading: Callable[[str], Reading]) -> None:
    here = reading("Có 12 lớp.")
    assert around(here, here.figures) == {}


def test_what_stands_nowhere_has_nothing_around() -> None:
    here = reading(Paragraph(at("Có 12 lớp.", 1)))
    lost = Phrase(text="?", place=Place(part="body", paragraph=9, offset=9))
    assert around(here, [Phrase(text="", place=Place(file="a.docx")), lost]) == {lost.place.spot: Around()}
