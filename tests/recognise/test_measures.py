"""What stands behind a number, and units by themselves in headers."""

from __future__ import annotations

import pytest

from checker.locales import load
from checker.recognise.cells import header_measure, unit_text
from checker.recognise.measures import read_measure


@pytest.mark.parametrize(
    ("words", "language", "power", "unit", "counted", "per"),
    [
        (" triệu đồng/hộ/năm", "vi", 6, "VND", "", "hộ/năm"),
        (" ngàn usd", "vi", 3, "USD", "", ""),
        (" lượt người", "vi", 0, "", "turn", ""),
        ("%", "vi", 0, "percent", "", ""),
        ("%/năm", "vi", 0, "percent", "", "năm"),
        (" tỷ", "vi", 9, "VND", "", ""),
        (" nghìn tỷ đồng", "vi", 12, "VND", "", ""),
        (" nghìn người", "vi", 3, "", "person", ""),
        (" tổ chức", "vi", 0, "", "organisation", ""),
        ("đ", "vi", 0, "VND", "", ""),
        (" nghìn", "vi", 3, "", "", ""),
        (" ngàn bông hoa", "vi", 3, "", "", ""),
        (" phần nghìn", "vi", 0, "permille", "", ""),
        ("‰", "vi", 0, "permille", "", ""),
        (" thousand", "en", 3, "", "", ""),
        (" per thousand", "en", 0, "permille", "", ""),
        (" million dong", "en", 6, "VND", "", ""),
        (" thousand people", "en", 3, "", "person", ""),
        (" percentage points", "en", 0, "percent", "", ""),
        (" m2", "en", 0, "square_metre", "", ""),
    ],
)
def test_a_measure(words: str, language: str, power: int, unit: str, counted: str, per: str) -> None:
    measure = read_measure(words, 0, load(language))
    assert (measure.power, measure.unit, measure.counted, measure.per) == (power, unit, counted, per)


@pytest.mark.parametrize(
    ("words", "language"), [(" tr", "vi"), (" bông hoa", "vi"), ("", "vi"), (" million", "en"), (", người", "vi"), (" hộp", "vi")]
)
def test_no_measure(words: str, language: str) -> None:
    assert not read_measure(words, 0, load(language)).known


@pytest.mark.parametrize(
    ("header", "power", "unit", "counted"),
    [
        ("đơn giá (1.000đ)", 3, "VND", ""),
        ("chỉ tiêu (người)", 0, "", "person"),
        ("kinh phí (triệu đồng)", 6, "VND", ""),
        ("kinh phí (đvt: 1.000 đồng)", 3, "VND", ""),
        ("tỷ lệ %", 0, "percent", ""),
        ("tỷ lệ (%)", 0, "percent", ""),
        ("diện tích (ha)", 0, "hectare", ""),
        ("kinh phí (dự kiến)", 0, "", ""),
        ("nội dung", 0, "", ""),
    ],
)
def test_the_unit_in_a_header(header: str, power: int, unit: str, counted: str) -> None:
    measure = header_measure(header, load("vi"))
    assert (measure.power, measure.unit, measure.counted) == (power, unit, counted)


@pytest.mark.parametrize(
    ("words", "power", "unit"),
    [("1.000.000đ", 6, "VND"), ("triệu đồng", 6, "VND"), ("1.000 usd", 3, "USD"), ("bao nhiêu cũng được", 0, "")],
)
def test_a_unit_by_itself(words: str, power: int, unit: str) -> None:
    measure = unit_text(words, load("vi"))
    assert (measure.power, measure.unit) == (power, unit)
