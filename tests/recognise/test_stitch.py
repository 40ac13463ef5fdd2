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


def test_a_heading_separates_tables(reading: Read) -> None:
    assert len(reading(f"{HEAD}\n## Phần hai\n\n| Cầu | 7 |\n| Dinh | 9 |\n").grids) == 2
