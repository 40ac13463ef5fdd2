"""What a number format makes of a stored number."""

from __future__ import annotations

import pytest

from checker.sheets.formats import is_date, show_date, show_number


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234.56, "#,##0.0", "1,234.6"),
        (12.3456, "0.0", "12.3"),
        (1234567.0, "#,##0", "1,234,567"),
        (999.0, "#,##0", "999"),
        (0.5313, "0.00%", "53.13%"),
        (0.1234, "0%", "12%"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (-12.5, "0.00", "-12.50"),
        (-12.5, "#,##0.00;(#,##0.00)", "(12.50)"),
        (-12.5, "#,##0.0_);[Red](#,##0.0)", "(12.5)"),
        (0.0, '#,##0;-#,##0;"-"', "-"),
        (1234567.0, "#,##0,", "1,235"),
        (5.0, "00", "05"),
        (12.0, "0.##", "12"),
        (12.5, "0.##", "12.5"),
        (0.5, ".00", ".50"),
        (1500.0, '#,##0 "đ"', "1,500 đ"),
        (1500.0, "#,##0\\ [$₫-42A]", "1,500 ₫"),
        (3.0, '"Đợt "0', "Đợt 3"),
        (12.0, "General", "12"),
        (12.5, "General", "12.5"),
        (1 / 3, "General", "0.33333333333"),
        (123456789012.0, "General", "123456789012"),
        (7.25, "# ?/?", "7.25"),
        (7.25, "0.00E+00", "7.25"),
        (7.0, "@", "7"),
        (1e300, "0.0", "1E+300"),
        (5.0, "#" * 10_000, "5"),
        (5.0, "0" * 10_000, "0" * 29 + "5"),
        (5.0, ";;;", ""),
        (5.0, "", "5"),
    ],
)
def test_numbers(value: float, code: str, shown: str) -> None:
    assert show_number(value, code) == shown


@pytest.mark.parametrize(
    ("code", "date"),
    [("dd/mm/yyyy", True), ("[$-42A]d mmmm yyyy", True), ("h:mm", True), ("General", False), ('0 "ngày"', False), ("[Red]0.0", False)],
)
def test_which_formats_are_dates(code: str, date: bool) -> None:
    assert is_date(code) is date


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (45000.0, "dd/mm/yyyy", "15/03/2023"),
        (45000.0, "mm/yyyy", "03/2023"),
        (45000.5, "h:mm", "12:00"),
        (-1.0, "dd/mm/yyyy", ""),
        (1e9, "dd/mm/yyyy", ""),
    ],
)
def test_dates(value: float, code: str, shown: str) -> None:
    assert show_date(value, code) == shown
    assert show_date(45000.0, "dd/mm/yyyy", since_1904=True) == "16/03/2027"
