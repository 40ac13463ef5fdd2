"""The finders of workbooks: what they say, what they leave alone, and that the author reads it once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker import check
from checker.report import DiscrepancyReport
from tests.tools.workbooks import Value, sheet, workbook

HEADER: Sequence[Value] = ["Nội dung", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"]
FLYERS: Sequence[Value] = ["Tờ rơi", 500, 2, ("B2*C2", 1000)]
FLAGS: Sequence[Value] = ["Cờ", 4, 15, ("B4*C4", 60)]
BOOKS: Sequence[Value] = ["Sổ tay", 30, 12, ("B3*C3", 360)]


def checked(*sheets: Sequence[Sequence[Value]], lang: str = "vi", codes: Sequence[str] = ()) -> DiscrepancyReport:
    made = {f"S{n}": sheet(rows, style=1 if codes else 0) for n, rows in enumerate(sheets, 1)}
    return check(workbook(made, codes=codes), name="a.xlsx", lang=lang)


def found(report: DiscrepancyReport) -> list[tuple[str, str, str | None]]:
    return [(finding.code, finding.severity.value, finding.place.cell) for finding in report.findings]


@pytest.mark.parametrize(
    ("rows", "finding", "message"),
    [
        (
            [HEADER, FLYERS, BOOKS, FLAGS, ["Cộng", None, None, ("SUM(D2:D4)", 1440)]],
            ("X701", "error", "D5"),
            "ô đang hiện 1440, nhưng công thức =SUM(D2:D4) cho 1.420",
        ),
        (
            [HEADER, FLYERS, BOOKS, FLAGS, ["Cộng", None, None, ("SUM(D2:D3)", 1360)]],
            ("X702", "error", "D5"),
            "công thức =SUM(D2:D3) bỏ sót D4",
        ),
        (
            [HEADER, FLYERS, ["Sổ tay", 30, 12, 380], FLAGS, ["Cộng", None, None, ("SUM(D2:D4)", 1440)]],
            ("X704", "error", "D3"),
            "380 là số gõ tay giữa các công thức; theo các ô bên cạnh thì đây là =B3*C3, tức 360",
        ),
        (
            [HEADER, FLYERS, ["Sổ tay", 30, 12, "360 "], FLAGS, ["Cộng", None, None, ("SUM(D2:D4)", 1060)]],
            ("X705", "error", "D3"),
            "“360” được lưu là chữ, SUM không tính ô này",
        ),
        (
            [["Xã", "Hộ"], ["A", 12], ["B", 7], ["Cộng I", ("SUM(B2:B3)", 19)], ["C", 5], ["Tổng cộng", ("SUM(B2:B5)", 43)]],
            ("X703", "error", "B6"),
            "công thức =SUM(B2:B5) tính hai lần những gì B4 đã cộng",
        ),
    ],
)
def test_what_a_table_rule_says_too_is_told_once(rows: list[list[Value]], finding: tuple[str, str, str], message: str) -> None:
    report = checked(rows)
    assert found(report) == [finding]
    assert report.findings[0].message == message


def test_the_working_is_spelled_out_for_few_cells_and_not_for_many() -> None:
    few = checked([HEADER, FLYERS, BOOKS, FLAGS, ["Cộng", None, None, ("SUM(D2:D4)", 1440)]])
    assert few.findings[0].working == "1000 + 360 + 60 = 1.420 ≠ 1440"
    many = checked([["Xã", "Hộ"], *([f"Xã {n}", 10] for n in range(60)), ["Cộng", ("SUM(B2:B61)", 610)]])
    assert found(many) == [("X701", "error", "B62")]
    assert many.findings[0].computed == "600"
    assert "10 + 10" not in many.findings[0].working


def test_formulas_reach_over_sheets() -> None:
    spent = [["Xã", "Đã chi"], ["An", 12.5], ["Bình", 7]]
    left = [["Xã", "Được giao", "Đã chi"], ["An", 20, ("S1!B2", 12.5)], ["Bình", 10, ("'s1'!B3+0", 8)]]
    report = checked(spent, left)
    assert [(f.code, f.place.sheet, f.place.cell) for f in report.findings] == [("X701", "S2", "C3")]


@pytest.mark.parametrize(
    ("formula", "stored", "codes"),
    [
        ("B2+B3", 0.30000000000000004, []),
        ("B2+B3-0.3", 5.551115123125783e-17, []),
        ("B2/B3", 0.5000001, ["0.0"]),
        ("ROUND(B2*10/3,2)", 0.33, []),
    ],
)
def test_what_a_computer_loses_or_the_cell_does_not_show_is_no_difference(formula: str, stored: float, codes: list[str]) -> None:
    assert not checked([["Chỉ tiêu", "Số"], ["An", 0.1], ["Bình", 0.2], ["Kết quả", (formula, stored)]], codes=codes).findings


def test_a_percentage_is_compared_in_points() -> None:
    report = checked(
        [["Xã", "Kế hoạch", "Thực hiện", "Tỷ lệ"], ["An", 12, 6, ("C2/B2", 0.6)], ["Bình", 7, 7, ("C3/B3", 1)]], codes=["0.0%"]
    )
    assert [f.computed for f in report.findings] == ["50"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Xã", "Hộ"], ["An", 12], ["Bình", 7], ["Cộng", ("SUM(B2:B3)", 19)], ["Tăng", 3]],
        [["Xã", "Hộ"], ["Cộng", ("SUM(B3:B4)", 19)], ["An", 12], ["Bình", 7], ["Trong đó: nghèo", 4]],
        [["STT", "Xã", "Hộ"], [1, "An", 12], [2, "Bình", 7], [3, "Châu", None], [None, "Cộng", ("SUM(C2:C3)", 19)]],
        [["Chỉ tiêu", "2023", "2024"], ["Năm", 2023, 2024], ["An", 12, 3], ["Bình", 7, 4], ["Cộng", ("SUM(B3:B4)", 19), ("SUM(C3:C4)", 7)]],
        [["Xã", "Hộ"], ["An", 12], ["Bình", 7], ["Chênh lệch", ("B2-B3", 5)], ["Cộng", ("SUM(B2:B3)", 19)]],
        [["Xã", "Hộ", "Người"], ["An", 12, 40], ["Bình", 7, 30], ["Cộng", ("SUM(S2!B2:B9)", 19), 70]],
    ],
)
def test_a_sum_that_leaves_out_what_it_should_is_left_alone(rows: list[list[Value]]) -> None:
    assert not [f for f in checked(rows).findings if f.code in ("X702", "X703")]


def test_a_sum_is_looked_at_before_anything_has_reckoned_it() -> None:
    """A workbook that a program wrote holds formulas without results."""
    rows = [["Xã", "Hộ"], ["An", 12], ["Bình", 7], ["Châu", 5], ["Cộng", ("SUM(B2:B3)", None)]]
    assert found(checked(rows)) == [("X702", "error", "B5")]
    assert not found(checked([*rows[:-1], ["Cộng", ("SUM(B2:B4)", None)]]))


def test_a_row_between_an_empty_row_and_the_total_is_left_out_too() -> None:
    rows = [["Xã", "Hộ"], ["An", 12], ["Bình", 7], [], ["Châu", 5], ["Cộng", ("SUM(B2:B3)", 19)]]
    assert found(checked(rows)) == [("X702", "error", "B6")]


def test_an_error_is_told_where_it_begins() -> None:
    rows = [["Xã", "Kế hoạch", "Thực hiện", "Tỷ lệ"], ["An", None, 6, ("C2/B2", "#DIV/0!")], ["Bình", 7, 7, ("C3/B3", 1)]]
    report = checked([*rows, ["Cộng", None, None, ("SUM(D2:D3)", "#DIV/0!")]], [["Xã", "Tỷ lệ"], ["An", ("S1!D2", "#DIV/0!")]])
    assert [(f.code, f.place.sheet, f.place.cell, f.message) for f in report.findings] == [("X706", "S1", "D2", "ô hiện #DIV/0!")]


def test_a_document_that_is_no_workbook_has_no_such_checks() -> None:
    report = check("| Xã | Hộ |\n|-|-|\n| An | 12 |\n| Cộng | =SUM(B2:B2) |\n| Lỗi | #REF! |".encode(), name="a.md")
    assert not [c for c in report.checks if c.code.startswith("X")]


def test_a_column_of_running_totals_is_decided_as_far_as_there_is_room() -> None:
    rows = [["Tháng", "Hộ", "Luỹ kế"], *([f"Tháng {n}", 1, (f"SUM(B$2:B{n})", n - 1)] for n in range(2, 400))]
    report = checked(rows)
    assert sum(c.code == "X701" for c in report.checks) == 398
    assert not [f for f in report.findings if f.code == "X701"]
