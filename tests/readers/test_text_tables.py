"""Tables in plain text: tabs and pipes, cut rows, notes in the middle, repeated headers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document, Footnote, Paragraph, Table

Read = Callable[[str], Document]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[cell.text.value for cell in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)]


WANTED = [["Xã", "Số hộ", "Đạt"], ["An Ninh", "12", "40,1%"], ["Ba Tri", "30", "50%"]]


@pytest.mark.parametrize(
    "text",
    [
        "Xã\tSố hộ\tĐạt\nAn Ninh\t12\t40,1%\nBa Tri\t30\t50%\n",
        "| Xã | Số hộ | Đạt |\n|----|:--:|---:|\n| An Ninh | 12 | 40,1% |\n| Ba Tri | 30 | 50% |\n",
        "Xã | Số hộ | Đạt\n--- | --- | ---\nAn Ninh | 12 | 40,1%\nBa Tri | 30 | 50%\n",
        "|Xã|Số hộ|Đạt|\n|-|-|-|\n|**An Ninh**|12|40,1%|\n|Ba Tri|30|50%|\n",
        "Xã\tSố hộ\tĐạt\r\nAn Ninh\t12\t40,1%\r\nBa Tri\t30\t50%\r\n",
        "| Xã | Số hộ | Đạt |\n|-|-|-|\n| An Ninh | 12 | 40,1% |\n\n| Ba Tri | 30 | 50% |\n",
        "Xã\tSố hộ\tĐạt\nAn Ninh\t12\t40,1%\n\n\nBa Tri\t30\t50%\n",
        "Xã\tSố hộ\tĐạt\nAn Ninh\t12\t40,1%\n\n7\n\nBa Tri\t30\t50%\n",
    ],
)
def test_the_same_table(document: Read, text: str) -> None:
    assert tables(document(text)) == [WANTED]


SPACED = [["Chỉ tiêu", "ĐVT", "2010", "2011"], ["Tổng số hộ", "hộ", "1.204", "1.380"], ["Số hộ nghèo", "hộ", "230", "198"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chỉ tiêu       ĐVT  2010   2011\nTổng số hộ     hộ   1.204  1.380\nSố hộ nghèo    hộ   230    198\n", [SPACED]),
        ("Như sau:\nChỉ tiêu     ĐVT  2010   2011\nTổng số hộ   hộ   1.204  1.380\nSố hộ nghèo  hộ   230    198\nHết.\n", [SPACED]),
        (
            "             2010   2011\nTổng số hộ   1.204  1.380\nSố hộ nghèo  230    198\n",
            [[["", "2010", "2011"], ["Tổng số hộ", "1.204", "1.380"], ["Số hộ nghèo", "230", "198"]]],
        ),
        (
            "An Ninh  12  40,1%\nBa Tri  30  50%\nCần Đước  7  -\n",
            [[["An Ninh", "12", "40,1%"], ["Ba Tri", "30", "50%"], ["Cần Đước", "7", "-"]]],
        ),
        (
            "Xã  Hộ  Đạt\nAn  12  40%\nBa  30  50%\nLớp  Nam  Nữ  Cộng\nMột  3  4  7\nHai  5  6  11\n",
            [
                [["Xã", "Hộ", "Đạt"], ["An", "12", "40%"], ["Ba", "30", "50%"]],
                [["Lớp", "Nam", "Nữ", "Cộng"], ["Một", "3", "4", "7"], ["Hai", "5", "6", "11"]],
            ],
        ),
    ],
)
def test_columns_set_apart_by_blanks(document: Read, text: str, wanted: list[list[list[str]]]) -> None:
    assert tables(document(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "UBND TỈNH        CỘNG HÒA XÃ HỘI\nSố: 12/BC-UBND    Độc lập\nLong An    ngày 5\n",
        "Xã An có 12 hộ  và 30 người.\nXã Ba có 15 hộ  và 40 người.\nXã Cần có 9 hộ  và 20 người.\n",
        "An Ninh  12  40,1%\nBa Tri  30  50%\n",
        "An Ninh  12  40,1%\nBa Tri  30\nCần Đước  7  12%\n",
        "An Ninh  12  40,1%\nBa Tri  30  khá\nCần Đước  7  12%\n",
        "An Ninh 12 40,1%\nBa Tri 30 50%\nCần Đước 7 12%\n",
        "1  2  3\n4  5  6\n7  8  9\n",
    ],
)
def test_lines_with_blanks_that_are_no_table(document: Read, text: str) -> None:
    assert tables(document(text)) == []


def test_a_cell_between_blanks_keeps_its_place(document: Read) -> None:
    (block,) = document("Xã      Hộ    Đạt\nAn      12    40%\nBa      30    50%\n").blocks
    assert isinstance(block, Table)
    place = block.rows[2][1].text.place(0, 2)
    assert (place.line, place.column, place.end_column, place.row, place.col) == (3, 9, 11, 3, 2)


def test_a_footnote_in_the_middle_of_a_table(document: Read) -> None:
    read = document("Xã\tSố hộ¹\tĐạt\nAn\t12\t40%\n¹ Theo số liệu rà soát.\nBa\t30\t50%\n")
    assert tables(read) == [[["Xã", "Số hộ¹", "Đạt"], ["An", "12", "40%"], ["Ba", "30", "50%"]]]
    assert [(b.mark, b.text.value) for b in read.blocks if isinstance(b, Footnote)] == [("¹", "Theo số liệu rà soát.")]


def test_a_row_that_goes_on_in_the_next_line(document: Read) -> None:
    read = document("TT\tNội dung\tSố lớp\tĐạt\n1\tĐào tạo nghề cho\nlao động nông thôn\t12\t40%\n2\tTuyên truyền\t3\t50%\n")
    assert tables(read)[0][1:] == [["1", "Đào tạo nghề cho lao động nông thôn", "12", "40%"], ["2", "Tuyên truyền", "3", "50%"]]


def test_words_of_a_cell_that_go_on_in_a_row_of_their_own(document: Read) -> None:
    read = document("| TT | Nội dung | Số lớp |\n|-|-|-|\n| 1 | Đào tạo nghề | 12 |\n| | cho lao động nữ | |\n| 2 | Tuyên truyền | 3 |\n")
    assert tables(read)[0][1:] == [["1", "Đào tạo nghề cho lao động nữ", "12"], ["2", "Tuyên truyền", "3"]]


def test_a_row_below_without_a_number_is_a_row(document: Read) -> None:
    read = document("| TT | Nội dung | Số lớp |\n|-|-|-|\n| 1 | Đào tạo | 12 |\n| | Tổng cộng | 12 |\n")
    assert tables(read)[0][-1] == ["", "Tổng cộng", "12"]


def test_a_header_that_a_page_break_repeats_is_left_out(document: Read) -> None:
    read = document("| Xã | Số hộ |\n|-|-|\n| An | 12 |\n| Xã | Số hộ |\n| Ba | 30 |\n")
    assert tables(read) == [[["Xã", "Số hộ"], ["An", "12"], ["Ba", "30"]]]


def test_rows_are_as_wide_as_the_widest(document: Read) -> None:
    assert tables(document("| A | B | C |\n|-|-|-|\n| An | 12 |\n| Ba | 30 | 5 |\n"))[0][1] == ["An", "12", ""]


def test_the_separator_says_which_rows_are_headers(document: Read) -> None:
    (table,) = (b for b in document("| A | B |\n| a | b |\n|-|-|\n| An | 12 |\n").blocks if isinstance(b, Table))
    assert table.headers == 2


def test_a_lone_line_with_a_tab_is_a_paragraph(document: Read) -> None:
    read = document("Nơi nhận:\tTM. UBND HUYỆN\n\nCác xã có 12 hộ.\n")
    assert tables(read) == []
    assert len([b for b in read.blocks if isinstance(b, Paragraph)]) == 2


def test_two_tables_in_a_row_with_headers_of_their_own(document: Read) -> None:
    assert len(tables(document("| A | B |\n|-|-|\n| An | 12 |\n\n| C | D |\n|-|-|\n| Ba | 30 |\n"))) == 2


def test_an_escaped_pipe_belongs_to_its_cell(document: Read) -> None:
    assert tables(document("| A | B |\n|-|-|\n| An \\| Ba | 12 |\n"))[0][1] == ["An | Ba", "12"]


def test_places_of_cells(document: Read) -> None:
    text = "Đầu trang.\n\n| Xã | Số hộ |\n|-|-|\n| An |   12 |\n"
    (table,) = (b for b in document(text).blocks if isinstance(b, Table))
    place = table.rows[1][1].text.place(0, 2)
    assert (place.line, place.column, place.end_column) == (5, 10, 12)
    assert (place.table, place.row, place.col, place.file) == ("1", 2, 2, "report.md")


def test_places_of_a_row_in_two_lines(document: Read) -> None:
    read = document("TT\tNội dung\tSố lớp\tĐạt\n1\tĐào tạo nghề cho\nlao động nông thôn\t12\t40%\n2\tTuyên truyền\t3\t50%\n")
    (table,) = (b for b in read.blocks if isinstance(b, Table))
    assert [(cell.text.place(0).line, cell.text.place(0).column) for cell in table.rows[1][1:]] == [(2, 3), (3, 20), (3, 23)]


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_line_of_very_many_cells_is_no_row(document: Read, mark: str) -> None:
    wide, rows = mark.join("a" * 300), ["cde", "fgh", "xyz"]
    assert tables(document("\n".join([wide, *map(mark.join, rows)]))) == [[list(row) for row in rows]]


def test_a_row_is_not_carried_on_for_ever(document: Read) -> None:
    (rows,) = tables(document("Xã\tSố hộ\tĐạt\n" + "An\t12\t40%\n" + "\tvà\tcác\n" * 100))
    assert len(rows) > 2
    assert len(rows[1][1]) < 400
