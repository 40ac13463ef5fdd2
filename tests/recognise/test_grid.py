"""Table structure: headers, kinds of columns, units, numbering, labels."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checker.recognise.grid import Grid
from checker.recognise.reading import Reading

Read = Callable[[str], Reading]


@pytest.fixture(scope="session")
def grid(reading: Read) -> Callable[[str], Grid]:
    """The only table of a text."""

    def only(text: str) -> Grid:
        (found,) = reading(text).grids
        return found

    return only


Table = Callable[[str], Grid]
COSTS = """Bảng 1. Dự toán kinh phí

| TT | Nội dung | SL | ĐVT | Đơn giá (1.000đ) | Thành tiền (1.000đ) | Ghi chú |
|-|-|-|-|-|-|-|
| I | Tuyên truyền | | | | 7.499 | |
| 1 | Tờ rơi | 500 | tờ | 2,5 | 1.250 | in màu |
| 2 | Mở lớp | 3 | lớp | 2.083 | 6.249 | |
| | Tổng cộng | | | | 7.499 | |
"""


def test_kinds_of_columns(grid: Table) -> None:
    assert [column.kind for column in grid(COSTS).columns] == ["numbering", "label", "number", "unit", "number", "number", "text"]


def test_units_come_from_the_header_or_the_row(grid: Table) -> None:
    sheets, classes = (row.figures for row in grid(COSTS).rows[1:3])
    assert (sheets[4].quantity.value, sheets[4].quantity.step, sheets[4].unit) == (2500, 100, "VND")
    assert (classes[5].quantity.value, classes[5].quantity.step) == (6_249_000, 1000)
    assert [row[2].counted for row in (sheets, classes)] == ["copy", "class"]
    assert sheets[2].quantity.step == 0


def test_rows_have_marker_label_and_figures(grid: Table) -> None:
    rows = grid(COSTS).rows
    assert [row.label.value for row in rows] == ["Tuyên truyền", "Tờ rơi", "Mở lớp", "Tổng cộng"]
    assert [row.marker.series if row.marker else "" for row in rows] == ["roman", "arabic", "arabic", ""]
    assert [sorted(row.figures) for row in rows] == [[5], [2, 4, 5], [2, 4, 5], [5]]


def test_the_caption_stands_above(grid: Table) -> None:
    assert grid(COSTS).caption == "Bảng 1. Dự toán kinh phí"


def test_a_line_above_gives_the_unit_of_all_figures(grid: Table) -> None:
    found = grid(
        "Bảng 2\n\nĐVT: triệu đồng\n\n| Xã | Dự toán | Đạt (%) | Số hộ |\n|-|-|-|-|\n| An | 12,5 | 40,1 | 30 |\n| Ba | 7,5 | 50,2 | 12 |"
    )
    assert found.caption == "Bảng 2"
    assert [(f.quantity.value, f.unit, f.counted) for f in found.rows[0].figures.values()] == [
        (12_500_000, "VND", ""),
        (Fraction("40.1"), "percent", ""),
        (30, "", "household"),
    ]


def test_an_english_table(grid: Table) -> None:
    found = grid(
        "Unit: thousand USD\n\n"
        "| No | District | Budget | Share (%) | Workers (people) |\n|-|-|-|-|-|\n"
        "| 1 | North | 14.6 | 53.1 | 1,200 |\n| 2 | South | 12.9 | 46.9 | 300 |"
    )
    assert [c.kind for c in found.columns] == ["numbering", "label", "number", "number", "number"]
    assert [(f.quantity.value, f.unit, f.counted) for f in found.rows[0].figures.values()] == [
        (14_600, "USD", ""),
        (Fraction("53.1"), "percent", ""),
        (1_200, "", "person"),
    ]


def test_headers_of_two_rows_and_an_index_row(grid: Table) -> None:
    found = grid(
        "| Huyện | Chỉ tiêu (người) | Kết quả | |\n|-|-|-|-|\n"
        "| | | Nam | Nữ |\n| (1) | (2) | (3) | (4)=(2)-(3) |\n| Bến | 200 | 90 | 110 |\n| Đức | 218 | 118 | 100 |"
    )
    assert found.header_rows == 3
    assert [column.header for column in found.columns] == ["huyện", "chỉ tiêu (người)", "kết quả | nam", "kết quả | nữ"]
    assert found.index_row[3].value == "(4)=(2)-(3)"
    assert len(found.rows) == 2


def test_a_table_without_a_header(grid: Table) -> None:
    assert grid("An\t12\t5\nBa\t30\t7\nCầu\t42\t12").header_rows == 0


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("1.250", 1250, ""), ("1 250 000", 1_250_000, ""), ("05", 5, ""), ("-12", -12, ""), ("−12", -12, ""), ("12%", 12, "percent"),
        ("(12)", -12, ""),
        ("12 triệu đồng", 12_000_000, "VND"), ("12 người", 12, ""),
        ("+12", 12, ""),
    ],
)  # fmt: skip
def test_a_cell_that_holds_a_figure(grid: Table, cell: str, value: int, unit: str) -> None:
    found = grid(f"| Tên | Kết quả |\n|-|-|\n| Một | {cell} |\n| Hai | 20 |\n| Ba | 30 |")
    assert (found.rows[0].figures[1].quantity.value, found.rows[0].figures[1].unit) == (value, unit)


@pytest.mark.parametrize("cell", ["", "-", "…", "x", "12 bài hát", "5/2022", "73.5134", "khoảng 12", "(12", "1-2", "1" * 10_000])
def test_a_cell_that_holds_none(grid: Table, cell: str) -> None:
    found = grid(f"| Tên | Kết quả |\n|-|-|\n| Một | {cell} |\n| Hai | 20 |\n| Ba | 30 |")
    assert found.rows[0].figures == {}
    assert found.columns[1].kind == "number"


@pytest.mark.parametrize(("cell", "value"), [("$1,200", 1200), ("USD 300", 300), ("$1.2 million", 1_200_000)])
def test_a_cell_that_begins_with_its_currency(grid: Table, cell: str, value: int) -> None:
    found = grid(f"| Item | Amount of the grants |\n|-|-|\n| Food | {cell} |\n| Fuel | USD 20 |")
    assert (found.rows[0].figures[1].quantity.value, found.rows[0].figures[1].unit) == (value, "USD")


def test_a_percentage_row_in_a_column_of_counts(grid: Table) -> None:
    found = grid("| Chỉ số | Năm 2023 |\n|-|-|\n| Số hộ nghèo | 120 |\n| Tỷ lệ hộ nghèo (%) | 4,5 |")
    assert [row.figures[1].unit for row in found.rows] == ["", "percent"]


def test_the_place_of_a_cell_is_table_row_column_and_line(grid: Table) -> None:
    place = grid(COSTS).rows[1].figures[5].place
    assert (place.table, place.row, place.col, place.line) == ("1", 3, 6, 6)
    line = COSTS.splitlines()[5]
    assert place.column == line.index("1.250") + 1
    assert place.end_column == line.index("1.250") + 6


def test_an_accountant_writes_negatives_in_brackets(grid: Table) -> None:
    found = grid("| Tên | Vượt (thiếu) |\n|-|-|\n| Một | 12 |\n| Hai | (5,5) |\n| Ba | 30 |")
    assert [row.figures[1].quantity.value for row in found.rows] == [12, Fraction(-55, 10), 30]


def test_numbers_that_all_stand_in_brackets_are_none(grid: Table) -> None:
    found = grid("| Tên | Kết quả |\n|-|-|\n| Một | (12) |\n| Hai | (5) |\n| Ba | (30) |")
    assert [row.figures[1].quantity.value for row in found.rows] == [12, 5, 30]


def test_the_unit_of_a_row_is_that_of_its_quantity(grid: Table) -> None:
    found = grid("| Nội dung | ĐVT | Số lượng | Thành tiền |\n|-|-|-|-|\n| Gạo | kg | 20 | 300 |\n| Dầu | lít | 5 | 200 |")
    assert [(row.figures[2].unit, row.figures[3].unit) for row in found.rows] == [("kilogram", ""), ("litre", "")]


def test_the_unit_of_a_row_is_that_of_all_columns_where_none_is_called_quantity(grid: Table) -> None:
    found = grid("| Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện |\n|-|-|-|-|\n| Lúa | tấn | 20 | 18,5 |\n| Vốn | tỷ đồng | 5 | 4,5 |")
    assert [[f.unit for f in row.figures.values()] for row in found.rows] == [["tonne", "tonne"], ["VND", "VND"]]
    assert found.rows[1].figures[3].quantity.value == 4_500_000_000
