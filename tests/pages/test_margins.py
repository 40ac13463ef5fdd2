"""What runs through the margins of pages, and the notes at their foot."""

from __future__ import annotations

import pytest

from checker.document import Paragraph
from checker.pages.shape import Box
from tests.pages.paper import Paper, read, shown

BODY = (
    "Huyện đã giao từng thành viên phụ trách địa bàn, duy trì họp giao ban hằng tháng, kịp thời tháo gỡ khó khăn ở các xã.",
    "Đài truyền thanh phát vào buổi sáng và buổi chiều, kết hợp tờ rơi và các buổi sinh hoạt cộng đồng của từng thôn.",
    "Tuy nhiên, cơ sở vật chất xuống cấp, đường vào khu sản xuất chưa được nâng cấp; sự phối hợp có lúc chưa chặt chẽ.",
    "Đến nay các hộ đã vay vốn, tự đầu tư và góp công làm đường; ngân sách huyện hỗ trợ theo quy định của tỉnh.",
    "Các tổ chức đoàn thể vận động hội viên cùng tham gia, đưa nội dung này vào tiêu chí bình xét cuối năm.",
)
PROSE = "Trong năm vừa qua, các xã đã mở thêm nhiều lớp học nghề may cho bà con ở vùng cao và dạy nghề mộc cho thanh niên."


def pages(count: int, head: str = "", foot: str = "", first: bool = True) -> list[Paper]:
    """Pages of prose with a line above and one below; "#" is the page's number."""
    papers = []
    for number in range(1, count + 1):
        paper = Paper(number).set(BODY[number - 1])
        for text, y in ((head, 40), (foot, 800)):
            if text and (first or number > 1):
                paper.put(280, y, text.replace("#", str(number)))
        papers.append(paper)
    return papers


@pytest.mark.parametrize("number", ["#", "- # -", "Trang #/4", "#/4", "Page #"])
@pytest.mark.parametrize("first", [True, False])
def test_page_numbers_are_left_out(number: str, first: bool) -> None:
    assert shown(*pages(4, head=number, first=first)) == list(BODY[:4])
    assert shown(*pages(4, foot=number, first=first)) == list(BODY[:4])


def test_the_second_of_two_pages_has_its_number() -> None:
    assert shown(*pages(2, head="#", first=False)) == list(BODY[:2])


def test_running_heads_and_feet_are_told_once() -> None:
    papers = pages(5, head="Báo cáo nội bộ", foot="Phòng Lao động huyện Vĩnh Hoà")
    assert shown(*papers) == [*BODY, "header: Báo cáo nội bộ", "footer: Phòng Lao động huyện Vĩnh Hoà"]
    assert read(*papers)[-1].text.place(0).part == "footer"  # type: ignore[union-attr]


def test_a_running_head_with_the_page_number_is_left_out() -> None:
    assert shown(*pages(5, head="Báo cáo năm 2024 trang #")) == list(BODY)


def test_headings_that_pages_begin_with_stay() -> None:
    papers = [Paper(n).lines(*([f"Phụ lục {n - 2}"] if n > 2 else [])).set(BODY[n - 1], gap=6 if n > 2 else 0) for n in range(1, 6)]
    assert [block for block in shown(*papers) if block not in BODY] == ["Phụ lục 1", "Phụ lục 2", "Phụ lục 3"]


def noted(number: int, mark: str, plain: bool = False, line: bool = True) -> Paper:
    paper = Paper(number).set(PROSE)
    end = paper.put(72, 300, "Đến nay đã cấp phép cho 865 vị trí")
    paper.put(end, 300, mark, size=7, raised=5)
    paper.put(end + 8, 300, "làm việc.")
    if line:
        paper.rules.append(Box(72, 700, 200, 700.5))
    size = 12 if plain else 9
    begin = paper.put(72, 720, mark, **({"size": 12} if plain else {"size": 6, "raised": 4}))
    paper.put(begin + 3, 720, "Trong đó: nhà quản lý 127 người; chuyên gia 342", size=size)
    paper.put(72, 735, "người; lao động kỹ thuật 396 người.", size=size)
    return paper


NOTE = "Trong đó: nhà quản lý 127 người; chuyên gia 342 người; lao động kỹ thuật 396 người."
REFERS = "Đến nay đã cấp phép cho 865 vị trí làm việc."


@pytest.mark.parametrize(("plain", "line"), [(False, True), (True, True), (False, False)])
def test_a_note_at_the_foot_is_set_apart(plain: bool, line: bool) -> None:
    paper = noted(1, "1", plain, line)
    assert shown(paper) == [PROSE, REFERS, f"1: {NOTE}"]
    refers = read(paper)[1]
    assert isinstance(refers, Paragraph)
    assert refers.notes == ((REFERS.index(" làm việc"), "1"),)


def test_marks_that_begin_anew_on_each_page_are_told_apart() -> None:
    found = read(noted(1, "1"), noted(2, "1"))
    marks = [mark for block in found if isinstance(block, Paragraph) for _, mark in block.notes]
    assert marks == [block.mark for block in found if not isinstance(block, Paragraph)]  # type: ignore[union-attr]
    assert len(set(marks)) == 2


def test_a_note_goes_on_on_the_next_page() -> None:
    second = Paper(2).set(PROSE)
    second.rules.append(Box(72, 700, 200, 700.5))
    second.put(72, 720, "Số còn lại chưa thống kê.", size=9)
    assert shown(noted(1, "1"), second)[-1] == f"1: {NOTE} Số còn lại chưa thống kê."


def test_a_power_is_no_note() -> None:
    paper = Paper().set(PROSE)
    for y, before, sign, after in ((200, "Diện tích 120 m", "2", "đất"), (240, "Số liệu 1.234", "5", "người")):
        end = paper.put(72, y, before)
        paper.put(end, y, sign, size=7, raised=5)
        paper.put(end + 8, y, after)
    assert shown(paper) == [PROSE, "Diện tích 120 m2 đất", "Số liệu 1.234⁵ người"]
