"""Checks as sentences, in the report's language and the document's number style."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import check
from checker.locales import Style
from checker.wording import exact, format_number

VI, EN = Style(".", ","), Style(",", ".")


@pytest.mark.parametrize(
    ("value", "decimals", "style", "text"),
    [
        ("1234.5", 2, VI, "1.234,5"),
        ("1234.5", 2, EN, "1,234.5"),
        ("1234567", 0, VI, "1.234.567"),
        ("-12.5", 1, VI, "−12,5"),
        ("0.05", 1, VI, "0,1"),
        ("0.04", 1, VI, "0"),
        ("2.5", 0, VI, "3"),
        ("-2.5", 0, VI, "−3"),
        ("0.06", 1, VI, "0,1"),
        ("999.999", 2, VI, "1.000"),
        ("0", 2, VI, "0"),
    ],
)
def test_numbers_in_the_style_of_a_document(value: str, decimals: int, style: Style, text: str) -> None:
    assert format_number(Fraction(value), decimals, style) == text


@pytest.mark.parametrize(
    ("value", "text"), [("53.13", "53.13"), ("200", "200"), ("355/3", "355/3"), ("-0.05", "-0.05"), ("1/8", "0.125"), ("10", "10")]
)
def test_exact_numbers_of_the_contract(value: str, text: str) -> None:
    assert exact(Fraction(value)) == text


@given(st.fractions())
def test_exact_numbers_are_exact(value: Fraction) -> None:
    assert Fraction(exact(value)) == value


TABLE = "| Mục | Kinh phí (triệu đồng) |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | {} |\n"


@pytest.mark.parametrize(
    ("total", "vi", "en"),
    [
        ("210,0", "ghi 210,0, tính ra 200 (lệch +10)", "stated 210,0, computed 200 (off by +10)"),
        ("190,0", "ghi 190,0, tính ra 200 (lệch −10)", "stated 190,0, computed 200 (off by −10)"),
        ("200,0", "khớp", "holds"),
    ],
)
def test_a_message_says_what_is_stated_computed_and_the_gap(total: str, vi: str, en: str) -> None:
    text = TABLE.format(total)
    for lang, message in (("vi", vi), ("en", en)):
        (made,) = check(text, select=["T101"], lang=lang).checks
        assert made.message == message


def test_numbers_are_told_in_the_unit_of_the_column() -> None:
    (finding,) = check(TABLE.format("210,0"), select=["T101"]).findings
    assert (finding.stated, finding.computed, finding.gap, finding.unit) == ("210,0", "200", "10", "1000000 VND")
    assert finding.working == "120,5 + 79,5 = 200 ≠ 210,0"


def test_pieces_are_told_as_pieces() -> None:
    text = (
        "| Nội dung | SL | Đơn giá (1.000đ) | Thành tiền (1.000đ) |\n|-|-|-|-|\n| Tờ rơi | 500 | 2 | 1.000 |\n| Băng | 10 | 350 | 4.500 |\n"
    )
    (finding,) = check(text, select=["T102"]).findings
    assert finding.working == "10 × 350 = 3.500 ≠ 4.500"


def test_a_negative_figure_keeps_its_sign() -> None:
    (finding,) = check("| Mục | Số dư (đồng) |\n|-|-|\n| An | 120 |\n| Ba | -20 |\n| Cộng | 110 |\n", select=["T101"]).findings
    assert finding.working == "120 + −20 = 100 ≠ 110"


def test_what_is_unknown_says_why(tmp_path: Path) -> None:
    rule = tmp_path / "own.yaml"
    rule.write_text(
        "pack: own\nrules:\n- id: own/two\n  code: Z101\n  title: {en: Two}\n  why: {en: two}\n  severity: error\n"
        "  find: {totals: {labels: {vi: [cộng]}}}\n  must: total == count(parts)\n  tests: {}\n",
        "utf-8",
    )
    (vi,), (en,) = (check(TABLE.format("2"), rules=[rule], select=["Z101"], lang=lang).checks for lang in ("vi", "en"))
    assert (vi.verdict, vi.finding) == ("unknown", False)
    assert vi.message == "chưa kết luận được: các đơn vị tính không cùng loại"
    assert en.message == "undecided: the units are not of one kind"


def test_a_share_shows_one_or_two_decimals_more_than_written() -> None:
    (finding,) = check("Có 2/3 xã đạt chuẩn, đạt 60,7%.", select=["N202"]).findings
    assert finding.message == "ghi 60,7, tính ra 66,7 (lệch −6)"
    assert finding.working == "100 × 2 ÷ 3 = 66,667 ≠ 60,7"
