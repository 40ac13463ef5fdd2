"""Numbers that Word sets by itself make the same sections as typed ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document, Paragraph
from checker.locales import Locale
from checker.place import Place
from checker.recognise import recognise
from checker.recognise.markers import read_automatic, read_division
from checker.recognise.reading import Reading
from checker.text import Text


def automatic(*lines: tuple[str, str]) -> Reading:
    """Paragraphs of (marker, text)."""
    places = (Place(part="body", paragraph=number, offset=1) for number in range(1, 1000))
    return recognise(Document("a.docx", "docx", "", tuple(Paragraph(Text.at(text, next(places)), marker=marker) for marker, text in lines)))


def titles(reading: Reading, words: str) -> list[str]:
    passage = next(p for p in reading.paragraphs if p.words.startswith(words))
    return [section.title for section in passage.section.chain if section.title]


@pytest.mark.parametrize(
    ("marker", "series", "number"),
    [
        ("1", "arabic", 1),
        ("12.", "arabic", 12),
        ("1/-", "arabic", 1),
        ("(3)", "paren", 3),
        ("IV", "roman", 4),
        ("1.2", "dotted", 2),
        ("a", "letter", 1),
        ("B", "upper", 2),
        ("-", "bullet", 0),
        ("Điều 7.", "article", 7),
        ("CHƯƠNG II", "chapter", 2),
        ("Phần I:", "part", 1),
        ("Mục 3", "section", 3),
        ("Bước 1:", "bullet", 0),
        ("Phụ lục 1", "bullet", 0),
        ("Điều IIII.", "bullet", 0),
    ],
)
def test_automatic_markers(marker: str, series: str, number: int, vi: Locale) -> None:
    found = read_automatic(marker, vi)
    assert (found.series, found.number) == (series, number)


def test_bullets_of_words_are_of_their_own_kind(vi: Locale) -> None:
    assert read_automatic("Bước 1:", vi).depth_key == read_automatic("Bước 2:", vi).depth_key != read_automatic("-", vi).depth_key


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("Điều 1. Phạm vi", "article"),
        ("Chương II: Kết quả", "chapter"),
        ("PHẦN I KẾT QUẢ", "part"),
        ("Điều 3 Luật Ngân sách quy định", ""),
        ("Chương II", ""),
        ("Phần mềm 2. Cài đặt", ""),
        ("Mục tiêu 1. Giảm nghèo", ""),
    ],
)
def test_typed_divisions(text: str, series: str, vi: Locale) -> None:
    found = read_division(Text.at(text, Place()), vi)
    assert (found.series if found else "") == series


def test_english_divisions(en: Locale) -> None:
    found = read_division(Text.at("Chapter 2. Results", Place()), en)
    assert found is not None
    assert (found.series, found.number) == ("chapter", 2)


def test_divisions_of_words_order_the_sections() -> None:
    lines = [
        ("Phần I.", "Kết quả"),
        ("Chương 1.", "Đào tạo"),
        ("Điều 1.", "Mở lớp"),
        ("1", "Lớp ngắn hạn"),
        ("", "Có 12 người học."),
        ("Điều 2.", "Cấp chứng chỉ"),
        ("", "Đã cấp 11 người."),
        ("Chương 2.", "Việc làm"),
        ("", "Có 9 người."),
    ]
    found = automatic(*lines)
    assert titles(found, "Có 12") == ["Lớp ngắn hạn", "Mở lớp", "Đào tạo", "Kết quả"]
    assert titles(found, "Đã cấp") == ["Cấp chứng chỉ", "Đào tạo", "Kết quả"]
    assert titles(found, "Có 9") == ["Việc làm", "Kết quả"]
    assert [figure.text for figure in found.figures] == ["12", "11", "9"]


def test_a_typed_document_has_the_same_sections(reading: Callable[[str], Reading]) -> None:
    typed = reading("Chương 1. Đào tạo\n\nĐiều 1. Mở lớp\n\nCó 12 người học ở các xã.\n")
    assert titles(typed, "Có 12") == ["Mở lớp", "Đào tạo"]


def test_an_annex_that_is_numbered_by_itself() -> None:
    found = automatic(("", "Kinh phí tại Phụ lục 1, có 12 xã."), ("Phụ lục 1", "Danh mục các xã"), ("", "Có 12 xã của huyện."))
    heading, last = found.paragraphs[1:]
    assert (heading.heading, heading.folded, heading.section.annex, last.section.annex) == (True, "phụ lục 1 danh mục các xã", "1", "1")
    assert {heading.text.place(0), heading.text.place(10)} == {Place(part="body", paragraph=2, offset=1)}


@pytest.mark.parametrize("marker", ["-", "1.", "a)"])
def test_an_annex_in_a_list_is_no_heading(marker: str) -> None:
    found = automatic((marker, "Phụ lục 1: Danh mục các xã"), ("", "Có 12 xã."))
    assert not found.paragraphs[1].section.annex


def test_note_references_move_with_the_words() -> None:
    text = Text.at("Phạm vi", Place(part="body", paragraph=1, offset=1))
    found = recognise(Document("a.docx", "docx", "", (Paragraph(text, marker="Điều 1.", notes=((4, "1"),)),))).paragraphs[0]
    assert (found.text.value[: found.notes[0][0]], found.words) == ("Điều 1. Phạm", "Phạm vi")
