"""Lines → paragraphs."""

from __future__ import annotations

import pytest

from tests.pages.paper import Paper, read, shown

ONE = "Trong năm vừa qua, các xã đã mở thêm nhiều lớp học nghề may cho bà con ở vùng cao và dạy nghề mộc cho thanh niên."
TWO = "Kinh phí do huyện cấp là 250 triệu đồng, các xã góp thêm 30 triệu đồng để mua máy may và vật tư cho các lớp đầu năm."
ITEMS = ["- Xã Hoà Lạc;", "- Xã Tân Phong;", "- Xã Bình An."]


@pytest.mark.parametrize("letters", [40, 52, 60, 75])
@pytest.mark.parametrize(("indent", "gap"), [(0.0, 6.0), (30.0, 0.0), (30.0, 6.0)])
def test_a_gap_or_an_indent_begins_a_paragraph(letters: int, indent: float, gap: float) -> None:
    paper = Paper()
    for text in (ONE, TWO, ONE):
        paper.set(text, letters, indent, gap)
    assert shown(paper) == [ONE, TWO, ONE]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = Paper(1).set(TWO).set(TWO, gap=6).lines("Năm nay toàn huyện đã đưa được nhiều lao động đi làm việc", gap=6), Paper(2)
    second.lines("tại Nhật Bản.").set(ONE, gap=6)
    assert shown(first, second) == [TWO, TWO, "Năm nay toàn huyện đã đưa được nhiều lao động đi làm việc tại Nhật Bản.", ONE]


def test_items_are_paragraphs_of_their_own() -> None:
    assert shown(Paper().set(ONE).lines(*ITEMS).set(TWO, gap=6)) == [ONE, *ITEMS, TWO]


def test_a_hanging_item_goes_on_below_its_words() -> None:
    paper = Paper().lines("- Đoàn chuyên gia phục hồi chức năng của Tổ chức đến khảo sát")
    paper.lines("huyện Tam Bình.", x=84).lines("- Đoàn bác sĩ.")
    assert shown(paper) == ["- Đoàn chuyên gia phục hồi chức năng của Tổ chức đến khảo sát huyện Tam Bình.", "- Đoàn bác sĩ."]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Căn cứ Nghị quyết của Hội đồng nhân dân tỉnh số 22/2020/NQ-", "HĐND của tỉnh", "22/2020/NQ-HĐND của tỉnh"),
        ("Quỹ hỗ trợ có tổng số vốn bằng tổng các phần là (1+2+3+", "4+5) như trên", "(1+2+3+4+5) như trên"),
        ("Mức chi cho mỗi người trong năm (tính bằng triệu đồng/người", ") là 5 triệu đồng", "đồng/người) là 5 triệu đồng"),
        ("Kế hoạch về phát triển kinh tế của tỉnh trong giai đoạn 2021", "- 2025 được thông qua", "2021 - 2025 được thông qua"),
        ("Sở đã có văn bản triển khai và hướng dẫn theo Nghị quyết số", "59/NQ-CP của Chính phủ", "số 59/NQ-CP của Chính phủ"),
        ("Nghị quyết của Hội đồng nhân dân tỉnh, số 22/2020/NQ-HĐND", "của tỉnh", "22/2020/NQ-HĐND của tỉnh"),
    ],
)
def test_where_a_line_ends(first: str, second: str, whole: str) -> None:
    (text,) = shown(Paper().lines(first, second))
    assert text == f"{first} {second}" or str(text).endswith(whole)
    assert str(text).endswith(whole)


def test_a_line_that_had_room_has_ended() -> None:
    assert shown(Paper().set(ONE).lines("Nơi nhận:", "Như trên").set(TWO, gap=6)) == [ONE, "Nơi nhận:", "Như trên", TWO]


def test_other_type_begins_a_paragraph() -> None:
    paper = Paper().lines("BÁO CÁO", size=16, bold=True).lines("Kết quả đào tạo nghề", bold=True).set(ONE)
    assert shown(paper) == ["BÁO CÁO", "Kết quả đào tạo nghề", ONE]
    assert [block.bold for block in read(paper)] == [True, True, False]  # type: ignore[union-attr]


def test_a_heading_that_the_file_lists_has_its_level() -> None:
    from checker.pages.shape import Heading

    paper = Paper().lines("II. KẾT QUẢ").set(ONE)
    paper.headings.append(Heading("II.  KẾT QUẢ", 1))
    assert [block.level for block in read(paper)] == [1, None]  # type: ignore[union-attr]


def test_places_are_page_row_and_column() -> None:
    paper = Paper(3).lines("Kinh phí là 250 triệu đồng, các xã góp thêm 30 triệu đồng để", "mua 12 máy may.")
    (block,) = read(paper)
    place = block.text.place(block.text.value.index("12"), block.text.value.index("12") + 2)  # type: ignore[union-attr]
    assert (place.file, place.page, place.line, place.column, place.end_line, place.end_column) == ("a.pdf", 3, 2, 5, 2, 7)
