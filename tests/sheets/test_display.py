"""What a number, a day or a text shows under its number format."""

from __future__ import annotations

import pytest

from checker.locales import Style
from checker.sheets.display import shown, shown_text

VI, EN = Style(".", ","), Style(",", ".")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (12.3456, "0.0", "12,3"),
        (1.005, "0.00", "1,01"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (1234567, "#,##0", "1.234.567"),
        (999999.5, "#,##0", "1.000.000"),
        (1e15, "#,##0", "1.000.000.000.000.000"),
        (999, "#,##0", "999"),
        (0.5313, "0.00%", "53,13%"),
        (0.5, "0 %", "50 %"),
        (1234567, "#,##0,", "1.235"),
        (1234567890, "#,##0.0,,", "1.234,6"),
        (1234567, "#\\.###\\.###", "1.234.567"),
        (7, "00", "07"),
        (12.5, "0.##", "12,5"),
        (12, "0.##", "12"),
        (0.5, ".00", ",50"),
        (0.5, "#.0", ",5"),
        (0, "#", ""),
        (-1234.5, "#,##0.00", "-1.234,50"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1.234,50)"),
        (-12.5, "#,##0.0_);[Red](#,##0.0)", "(12,5)"),
        (-12, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "(12)"),
        (0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-"),
        (-5, "[Red]-0;0", "5"),
        (5, ";;;", ""),
        (7, '[<10]"ít";[>=10]"nhiều"', "ít"),
        (12, '[<10]"ít";[>=10]"nhiều"', "nhiều"),
        (355, '0" người"', "355 người"),
        (3, '"Đợt "0', "Đợt 3"),
        (355, "0\\ \\đ", "355 đ"),
        (1250000, "#,##0\\ [$₫-42A]", "1.250.000 ₫"),
        (12, 'General" hộ"', "12 hộ"),
        (12.3456, "General", "12,3456"),
        (0.1 + 0.2, "General", "0,3"),
        (1 / 3, "General", "0,333333333"),
        (1234567, "General", "1234567"),
        (123456.123456789, "General", "123456,1235"),
        (123456789012, "General", "1,23457E+11"),
        (1e-10, "General", "1E-10"),
        (-5, "General", "-5"),
        (5, "# ?/?", "5"),
        (5, "0.00E+00", "5"),
        (5, "@", "5"),
        (5, "", ""),
    ],
)
def test_a_number(value: float, code: str, text: str) -> None:
    assert shown(value, code, VI) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (44232, "dd/mm/yyyy", "05/02/2021"),
        (44232, "m/d/yy", "05/02/2021"),
        (44232, "yyyy-mm-dd", "05/02/2021"),
        (44232, "[$-42A]dddd, d mmmm yyyy", "05/02/2021"),
        (44232, "mmm-yy", "02/2021"),
        (44232, "d/m", "05/02"),
        (44232, "yyyy", "2021"),
        (44232.5, "dd/mm/yyyy hh:mm", "05/02/2021 12:00"),
        (44232, "mm/yyyy", "02/2021"),
        (0.25, "h:mm", "06:00"),
        (1.5, "[h]:mm", "36:00"),
        (44232, '"Ngày" dd "tháng" mm "năm" yyyy', "Ngày 05 tháng 02 năm 2021"),
        (61, "dd/mm/yyyy", "01/03/1900"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (-4, "dd/mm/yyyy", "-4"),
        (1e9, "dd/mm/yyyy", "1000000000"),
    ],
)
def test_a_date(value: float, code: str, text: str) -> None:
    assert shown(value, code, VI) == text


def test_days_may_be_counted_from_1904() -> None:
    assert shown(45000, "dd/mm/yyyy", VI, since_1904=True) == "16/03/2027"
    assert shown(2_957_003, "dd/mm/yyyy", VI, since_1904=True) == "31/12/9999"
    assert shown(2_957_004, "dd/mm/yyyy", VI, since_1904=True) == "2957004"


def test_the_style_is_that_of_the_workbook() -> None:
    assert shown(1234567.891, "#,##0.00", EN) == "1,234,567.89"
    assert shown(12.5, "General", EN) == "12.5"


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [("An", "General", "An"), ("An", "@", "An"), ("An", '"Xã "@', "Xã An"), ("An", '0;-0;0;"Xã "@', "Xã An"), ("An", "0;0;0", "An")],
)
def test_a_text(text: str, code: str, told: str) -> None:
    assert shown_text(text, code) == told


@pytest.mark.parametrize(
    "code",
    ["[" * 500, '"' * 99, "\\", "_", "*", "0" * 400, "#,##0." + "0" * 390, ";" * 99, "[$", "0,,,,,,,,,,,,,,,,,,,,,,", "%" * 300 + "0"],
)
def test_no_format_is_too_odd(code: str) -> None:
    for value in (0, 5, -1234.5, 1e300, 5e-324, -1e-300):
        assert isinstance(shown(value, code, VI), str)
