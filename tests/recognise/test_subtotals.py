"""Subtotals that no word announces are known by their arithmetic in several columns."""

from __future__ import annotations

import pytest

from checker import check

HEAD = "| Thời gian | Số phiên | Lượt người |\n|-|-|-|\n"
QUARTERS = "| Tháng 1 | 3 | 427 |\n| Tháng 2 | 4 | 700 |\n| Quý I | 7 | 1.127 |\n| Tháng 4 | 5 | 624 |\n| Tháng 5 | 6 | 797 |\n"


def totals(rows: str) -> list[tuple[str, str, str]]:
    return [(c.verdict.value, c.stated, c.computed) for c in check(HEAD + rows, select=("T101",)).checks]


def test_each_subtotal_adds_up_the_rows_since_the_last_and_the_last_row_the_subtotals() -> None:
    rows = QUARTERS + "| Quý II | 11 | 1.421 |\n| Sáu tháng | 18 | 2.548 |\n"
    assert [(stated, computed) for _, stated, computed in totals(rows)] == [
        ("7", "7"), ("1.127", "1127"), ("11", "11"), ("1.421", "1421"), ("18", "18"), ("2.548", "2548"),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [QUARTERS.replace("| 7 |", "| 8 |"), "| Xã A | 3 | 427 |\n| Xã B | 4 | 700 |\n| Xã C | 7 | 512 |\n"])
def test_one_column_that_agrees_is_no_subtotal(rows: str) -> None:
    assert totals(rows) == []


def test_one_column_of_three_that_differs_is_wrong() -> None:
    head = "| Thời gian | Phiên | Lượt | Hồ sơ |\n|-|-|-|-|\n"
    rows = "| Tháng 1 | 3 | 427 | 58 |\n| Tháng 2 | 4 | 700 | 97 |\n| Quý I | 7 | 1.127 | 145 |\n"
    broken = [c for c in check(head + rows, select=("T101",)).checks if c.verdict == "broken"]
    assert [(c.stated, c.computed) for c in broken] == [("145", "155")]
