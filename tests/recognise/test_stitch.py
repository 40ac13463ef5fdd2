"""A table that something has cut in two is one table again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.recognise.reading import Reading

Read = Callable[[str], Reading]
HEAD = "| Xã | Số hộ |\n|-|-|\n| An | 12 |\n| Ba | 30 |\n"


@pytest.mark.parametrize("between", ["\n", "\nMột dòng ghi chú ngắn ở giữa.\n\n", "\n¹ Theo số liệu tháng 6.\n\n"])
def test_rows_go_on_behind_a_cut(reading: Read, between: str) -> None:
    (grid,) = reading(f"Các xã có hộ¹ sau:\n\n{HEAD}{between}| Cầu | 7 |\n| Dinh | 9 |\n").grids
    assert [row.label.value for row in grid.rows] == ["An", "Ba", "Cầu", "Dinh"]


def test_a_repeated_header_is_dropped(reading: Read) -> None:
    (grid,) = reading(f"{HEAD}\nTrang sau.\n\n| Xã | Số hộ |\n|-|-|\n| Cầu | 7 |\n").grids
    assert [row.label.value for row in grid.rows] == ["An", "Ba", "Cầu"]


@pytest.mark.parametrize(
    "second",
    ["| Xã | Số lớp |\n|-|-|\n| Cầu | 7 |\n", "| Cầu | 7 | 8 |\n| Dinh | 9 | 1 |\n"],
)
def test_a_table_of_its_own_stays_apart(reading: Read, second: str) -> None:
    assert len(reading(f"{HEAD}\nBảng sau đây.\n\n{second}").grids) == 2


PIPES = (HEAD, "| Xã | Số hộ |\n|-|-|\n| Cầu | 7 |\n| Dinh | 9 |\n")
TABS = ("Xã\tSố hộ\nAn\t12\nBa\t30\n", "Xã\tSố hộ\nCầu\t7\nDinh\t9\n")
COUNTED = ("| TT | Xã | Số hộ |\n|-|-|-|\n| 1 | An | 12 |\n", "| TT | Xã | Số hộ |\n|-|-|-|\n| 2 | Cầu | 7 |\n")


@pytest.mark.parametrize("tables", [PIPES, TABS])
@pytest.mark.parametrize(
    "line",
    [
        "Bảng 2. Số hộ vùng trên", "Bảng 2.1: Số hộ vùng trên.", "Biểu số 3", "BIỂU SỐ 03", "Phụ biểu II", "**Số hộ vùng trên.**",
        "Số hộ vùng trên", "a) Vùng trên", "Kết quả ở vùng trên như sau:", "Kết quả ở vùng trên (đơn vị tính: hộ)", "Table 2: Upland",
        "Table B. Upland",
    ],
)  # fmt: skip
def test_a_title_begins_another_table(reading: Read, tables: tuple[str, str], line: str) -> None:
    assert len(reading(f"Bảng 1. Số hộ\n\n{tables[0]}\n{line}\n\n{tables[1]}").grids) == 2


@pytest.mark.parametrize("tables", [PIPES, TABS])
@pytest.mark.parametrize(
    "line",
    [
        "Bảng 1. Số hộ", "Bảng 1 (tiếp theo)", "Bảng 1. Số hộ - tiếp theo", "(tiếp theo trang trước)", "Table 1 (continued)", "3", "- 3 -",
        "Trang 3", "Đơn vị tính: hộ", "(Đơn vị tính: hộ)", "Ghi chú: số liệu ước tính", "(1) Số liệu đến tháng 6", "¹ Số liệu đến tháng 6",
        "Số liệu do các xã báo cáo.",
    ],
)  # fmt: skip
def test_what_a_page_leaves_between_does_not(reading: Read, tables: tuple[str, str], line: str) -> None:
    (grid,) = reading(f"Bảng 1. Số hộ\n\n{tables[0]}\n{line}\n\n{tables[1]}").grids
    assert [row.label.value for row in grid.rows] == ["An", "Ba", "Cầu", "Dinh"]


def test_rows_that_are_counted_on_are_of_one_table_behind_a_running_head(reading: Read) -> None:
    assert len(reading(f"{COUNTED[0]}\nKết quả công tác giảm nghèo năm 2024\n\n{COUNTED[1]}").grids) == 1
    assert len(reading(f"{COUNTED[0]}\nBảng 2. Số hộ vùng trên\n\n{COUNTED[1]}").grids) == 2


def test_a_table_without_a_header_behind_its_number_stays_apart(reading: Read) -> None:
    assert len(reading(f"{HEAD}\nBảng 2. Số hộ vùng trên\n\n| Cầu | 7 |\n| Dinh | 9 |\n").grids) == 2


def test_a_heading_separates_tables(reading: Read) -> None:
    assert len(reading(f"{HEAD}\n## Phần hai\n\n| Cầu | 7 |\n| Dinh | 9 |\n").grids) == 2
