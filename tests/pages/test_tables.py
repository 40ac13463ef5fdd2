"""Ruled lines and words → tables, over page breaks too."""

from __future__ import annotations

from checker.document import Table
from checker.pages.shape import Box
from tests.pages.paper import Paper, read, shown

XS = (72.0, 110.0, 300.0, 400.0, 520.0)
HEAD = ("TT", "Nội dung", "Số người", "Kinh phí")
PROSE = "Trong năm vừa qua, các xã đã mở thêm nhiều lớp học nghề may cho bà con ở vùng cao và dạy nghề mộc cho thanh niên."


def table_of(*papers: Paper) -> list[list[str]]:
    (only,) = [block for block in shown(*papers) if isinstance(block, list)]
    return only


def test_a_cell_has_all_its_lines() -> None:
    rows = [HEAD, ("1", "Lớp may công nghiệp\ncho thanh niên", "25", "12.500"), ("", "Cộng", "25", "12.500")]
    paper = Paper().set(PROSE).table(XS, 200, rows).set(PROSE)
    assert shown(paper) == [PROSE, [[cell.replace("\n", " ") for cell in row] for row in rows], PROSE]


def test_merged_cells_cover_their_positions() -> None:
    ys = (100.0, 120.0, 140.0, 160.0)
    without = [(72.0, 120.0, 110.0, 120.0), (300.0, 100.0, 300.0, 120.0), (400.0, 100.0, 400.0, 120.0)]
    paper = Paper().grid(XS, ys, without)
    paper.put(77, 125, "TT")
    paper.put(200, 115, "Số liệu cả năm")
    for x, text in zip(XS[1:], ("Xã", "Nam", "Nữ"), strict=False):
        paper.put(x + 5, 135, text)
    for x, text in zip(XS, ("1", "Hoà Lạc", "12", "13"), strict=False):
        paper.put(x + 5, 155, text)
    (table,) = [block for block in read(paper) if isinstance(block, Table)]
    assert [[("~" if c.merged else "") + c.text.value for c in row] for row in table.rows] == [
        ["TT", "Số liệu cả năm", "~Số liệu cả năm", "~Số liệu cả năm"],
        ["~TT", "Xã", "Nam", "Nữ"],
        ["1", "Hoà Lạc", "12", "13"],
    ]


def test_places_in_a_table() -> None:
    (table,) = [block for block in read(Paper(2).table(XS, 100, [HEAD, ("1", "Lớp may", "25", "12.500")])) if isinstance(block, Table)]
    place = table.rows[1][3].text.place(0, 6)
    assert (place.page, place.line, place.table, place.row, place.col, place.column, place.end_column) == (2, 2, "1", 2, 4, 14, 20)


def test_a_table_goes_on_over_the_page_without_its_repeated_head() -> None:
    first = Paper(1).set(PROSE).table(XS, 600, [HEAD, ("1", "Lớp may", "25", "12.500")])
    second = Paper(2).table(XS, 60, [HEAD, ("2", "Lớp mộc", "10", "5.000")])
    assert table_of(first, second) == [list(HEAD), ["1", "Lớp may", "25", "12.500"], ["2", "Lớp mộc", "10", "5.000"]]


def test_a_row_that_the_page_cuts_is_put_together() -> None:
    first = Paper(1).set(PROSE).table(XS, 600, [HEAD, ("1", "Tổ chức lớp dạy nghề may cho\nthanh niên các xã vùng cao đã", "25", "12.500")])
    second = Paper(2).table(XS, 60, [HEAD, ("", "hoàn thành chương trình", "", ""), ("2", "Lớp mộc", "10", "5.000")])
    assert table_of(first, second)[1:] == [
        ["1", "Tổ chức lớp dạy nghề may cho thanh niên các xã vùng cao đã hoàn thành chương trình", "25", "12.500"],
        ["2", "Lớp mộc", "10", "5.000"],
    ]


def test_rows_that_only_look_alike_are_not_put_together() -> None:
    first = Paper(1).table(XS, 600, [HEAD, ("1", "Lớp may", "25", "12.500")])
    second = Paper(2).table(XS, 60, [("", "Cộng", "25", "12.500")])
    assert table_of(first, second)[1:] == [["1", "Lớp may", "25", "12.500"], ["", "Cộng", "25", "12.500"]]


def test_other_columns_are_another_table() -> None:
    first = Paper(1).table(XS, 600, [HEAD, ("1", "Lớp may", "25", "12.500")])
    second = Paper(2).table((72.0, 200.0, 520.0), 60, [("Xã", "Số người"), ("Hoà Lạc", "12")])
    assert [len(block[0]) for block in shown(first, second)] == [4, 2]


def test_two_tables_in_the_same_columns_on_one_page() -> None:
    paper = Paper().table((72.0, 300.0, 520.0), 100, [("Xã", "Số người"), ("Hoà Lạc", "12")]).set(PROSE, gap=20)
    paper.table((72.0, 300.0, 520.0), 400, [("Huyện", "Số xã"), ("Vĩnh Hoà", "6")])
    assert [len(block) if isinstance(block, list) else block for block in shown(paper)] == [2, PROSE, 2]


def test_a_frame_is_no_table() -> None:
    paper = Paper().set(PROSE).grid((50.0, 560.0), (50.0, 800.0))
    assert shown(paper) == [PROSE]


def test_open_sides_are_columns_too() -> None:
    paper = Paper()
    for y in (100.0, 120.0, 140.0):
        paper.rules.append(Box(72, y, 520, y + 0.5))
    paper.rules.append(Box(300, 100, 300.5, 140))
    for y, row in ((115, ("Xã", "Số người")), (135, ("Hoà Lạc", "12"))):
        for x, text in zip((77, 305), row, strict=True):
            paper.put(x, y, text)
    assert table_of(paper) == [["Xã", "Số người"], ["Hoà Lạc", "12"]]


def test_a_number_too_long_for_its_cell_is_one_number() -> None:
    rows = [("Xã", "Số"), ("Hoà Lạc", "1.234.5\n67"), ("Bình An", "120\n80")]
    assert table_of(Paper().table((72.0, 200.0, 256.0), 100, rows)) == [["Xã", "Số"], ["Hoà Lạc", "1.234.567"], ["Bình An", "120 80"]]


def test_numbers_in_columns_without_lines_are_a_table() -> None:
    paper = Paper().set(PROSE)
    rows = [("Xã", "Nam", "Nữ"), ("Hoà Lạc", "12", "13"), ("Tân Phong", "120", "99"), ("Bình An", "7", "8"), ("Tổng cộng", "139", "120")]
    for number, row in enumerate(rows):
        y = paper.y + 20 + number * 16
        paper.put(72, y, row[0])
        for right, text in zip((330, 450), row[1:], strict=True):
            paper.put(right - 6 * len(text), y, text)
    assert shown(paper) == [PROSE, [list(row) for row in rows]]


def test_words_in_columns_without_lines_are_no_table() -> None:
    paper = Paper()
    for number, (left, right) in enumerate([("Nơi nhận:", "CHỦ TỊCH"), ("- Như trên;", "đã ký"), ("- Lưu: VT.", "Nguyễn Văn Bình")]):
        paper.put(72, 100 + number * 15, left)
        paper.put(350, 100 + number * 15, right)
    assert all(isinstance(block, str) for block in shown(paper))


def test_a_mesh_of_lines_is_left_alone() -> None:
    paper = Paper().set(PROSE)
    paper.grid([i * 0.9 for i in range(650)], [i * 0.9 for i in range(650)][:2])
    assert any(PROSE[:20] in str(block) for block in shown(paper))
