"""Figures in running text: value, step, unit, bound, kind, rate; and numbers that are no figures."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checker.figure import Figure, Written
from checker.quantity import Bound

Scanned = Callable[..., tuple[Written, ...]]


def figures(scanned: Scanned, text: str, language: str = "vi") -> list[Figure]:
    return [w for w in scanned(text, language) if isinstance(w, Figure)]


@pytest.mark.parametrize(
    ("text", "value", "step", "unit", "counted"),
    [
        ("tổ chức 05 lớp", "5", "0", "", "class"),
        ("đưa 2.000 lao động", "2000", "0", "", "person"),
        ("nhận mới trong kỳ 134 đơn", "134", "0", "", "record"),
        ("kinh phí 761.520.000 đồng", "761520000", "0", "VND", ""),
        ("kinh phí 14,6 tỷ đồng", "14600000000", "100000000", "VND", ""),
        ("kinh phí 14,6 tỷ", "14600000000", "100000000", "VND", ""),
        ("tài trợ 90 ngàn USD", "90000", "1000", "USD", ""),
        ("đạt 53,13%", "53.13", "0.01", "percent", ""),
        ("đạt 53,13 %", "53.13", "0.01", "percent", ""),
        ("có 1,25 triệu người", "1250000", "10000", "", "person"),
        ("trồng 5,4 ha", "5.4", "0.1", "hectare", ""),
        ("trồng 54 ha", "54", "1", "hectare", ""),
        ("thu từ ngân sách cấp trên 486 triệu đồng", "486000000", "1000000", "VND", ""),
        ("nộp ngân sách cấp dưới 13 triệu đồng", "13000000", "1000000", "VND", ""),
        ("diện tích cây điều 450 ha", "450", "1", "hectare", ""),
        ("gia cố đê điều 90 tỷ đồng", "90000000000", "1000000000", "VND", ""),
        ("còn 26 LĐ", "26", "0", "", "person"),
        ("chi 3 tr.đ", "3000000", "1000000", "VND", ""),
        ("khám cho 3.800 lượt người", "3800", "0", "", "turn"),
        ("tăng 0,5 điểm phần trăm", "0.5", "0.1", "percent", ""),
        ("diện tích 1.250 m²", "1250", "1", "square_metre", ""),
        ("có 2022 người dự", "2022", "0", "", "person"),
        ("hỗ trợ 2.5 tỷ đồng", "2500000000", "100000000", "VND", ""),
        ("trong 12 tháng", "12", "0", "month", ""),
        ("tỷ suất sinh 13,53 phần nghìn", "13.53", "0.01", "permille", ""),
        ("giảm 0,25‰", "0.25", "0.01", "permille", ""),
        ("nhận trực tuyến 1,25 ngàn hồ sơ", "1250", "10", "", "record"),
        ("Sở Công Thương 1,7 ngàn HS", "1700", "100", "", ""),
    ],
)
def test_a_figure_in_vietnamese(scanned: Scanned, text: str, value: str, step: str, unit: str, counted: str) -> None:
    (figure,) = figures(scanned, text)
    assert (figure.quantity.value, figure.quantity.step) == (Fraction(value), Fraction(step))
    assert (figure.unit, figure.counted, figure.quantity.bound) == (unit, counted, None)


@pytest.mark.parametrize(
    ("text", "value", "step", "unit", "counted"),
    [
        ("opened 05 classes", "5", "0", "", "class"),
        ("sent 2,000 workers abroad", "2000", "0", "", "person"),
        ("a budget of 761,520,000 dong", "761520000", "0", "VND", ""),
        ("a budget of 14.6 billion dong", "14600000000", "100000000", "VND", ""),
        ("a grant of 90 thousand USD", "90000", "1000", "USD", ""),
        ("a grant of USD 1,200", "1200", "0", "USD", ""),
        ("a grant of $1.2 million", "1200000", "100000", "USD", ""),
        ("a grant of $1,200.50.", "1200.5", "0.01", "USD", ""),
        ("or 53.13% of the plan", "53.13", "0.01", "percent", ""),
        ("1.25 million people", "1250000", "10000", "", "person"),
        ("planted 5.4 hectares", "5.4", "0.1", "hectare", ""),
        ("2022 people came", "2022", "0", "", "person"),
    ],
)
def test_a_figure_in_english(scanned: Scanned, text: str, value: str, step: str, unit: str, counted: str) -> None:
    (figure,) = figures(scanned, text, "en")
    assert (figure.quantity.value, figure.quantity.step) == (Fraction(value), Fraction(step))
    assert (figure.unit, figure.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "language", "bound", "low", "high"),
    [
        ("trên 800 triệu đồng", "vi", Bound.OVER, 800_000_000, 900_000_000),
        ("gần 3.800 lượt người", "vi", Bound.UNDER, 3700, 3800),
        ("hơn 2.500 hộ", "vi", Bound.OVER, 2500, 2600),
        ("khoảng 40 đại biểu", "vi", Bound.ABOUT, 30, 50),
        ("ít nhất 20 người", "vi", Bound.AT_LEAST, 20, None),
        ("tối thiểu 20 người", "vi", Bound.AT_LEAST, 20, None),
        ("20 người trở lên", "vi", Bound.AT_LEAST, 20, None),
        ("không quá 12 người", "vi", Bound.AT_MOST, None, 12),
        ("tối đa 12 người", "vi", Bound.AT_MOST, None, 12),
        ("over 800 million VND", "en", Bound.OVER, 800_000_000, 900_000_000),
        ("nearly 3,800 visits", "en", Bound.UNDER, 3700, 3800),
        ("at least 20 people", "en", Bound.AT_LEAST, 20, None),
        ("over USD 1.2 million", "en", Bound.OVER, 1_200_000, 1_300_000),
        ("no more than 12 people", "en", Bound.AT_MOST, None, 12),
    ],
)
def test_words_that_make_it_a_bound(scanned: Scanned, text: str, language: str, bound: Bound, low: int | None, high: int | None) -> None:
    (figure,) = figures(scanned, text, language)
    assert figure.quantity.bound == bound
    assert (figure.quantity.bounded.low, figure.quantity.bounded.high) == (low, high)


@pytest.mark.parametrize("text", ["trên địa bàn 12 xã", "bình quân 12 người", "trên đây là 12 mô hình", "hơn nữa có 05 lớp"])
def test_words_that_make_it_none(scanned: Scanned, text: str) -> None:
    (figure,) = figures(scanned, text)
    assert figure.quantity.bound is None


def test_a_rate(scanned: Scanned) -> None:
    (figure,) = figures(scanned, "thu nhập 26.000.000 đồng/người/tháng")
    assert (figure.quantity.value, figure.unit, figure.per) == (26_000_000, "VND", "người/tháng")


def test_two_numbers_with_a_slash_are_a_pair(scanned: Scanned) -> None:
    over, under = figures(scanned, "đạt 170/100 lao động")
    assert [(f.text, f.pair, f.counted) for f in (over, under)] == [("170", "over", "person"), ("100", "under", "person")]


@pytest.mark.parametrize("text", ["17 - 20 triệu đồng", "từ 17 triệu đến 20 triệu đồng", "từ 17 đến 20 triệu đồng"])
def test_the_ends_of_a_range(scanned: Scanned, text: str) -> None:
    assert [(f.text, f.pair, f.quantity.value) for f in figures(scanned, text)] == [("17", "from", 17_000_000), ("20", "to", 20_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "dịch Covid-19", "đợt 3/2022", "đợt 13/2022", "điện thoại 0272.3826.123", "ĐT: 0903 123 456", "gọi 0903123456", "+84 272 3826 123",
        "Điều 5, khoản 2", "Phụ lục 2", "Quốc lộ 62", "ĐT.825", "ấp 3", "khóa 12", "cúm A/H5N1", "kỳ họp thứ 15", "lần thứ 3", "Chương trình 135",
        "lúc 18h30", "lúc 14 giờ 30 phút", "mục 2.1", "Bảng 3", "Mã số thuế 1100456789", "Nghị định số 38/2020/NĐ-CP", "Kế hoạch 33-KH/HU",
        "(1) tuyên truyền; (2) tập huấn", "ISO 9001", "Quốc lộ 1 Km 1142", "họp lần thứ 2 năm 2024", "khoản 3 ngày 05/6",
        "73.5134 người", "1,5 người", "7" * 10_000,
    ],
)  # fmt: skip
def test_numbers_that_are_no_figures_in_vietnamese(scanned: Scanned, text: str) -> None:
    assert [figure for figure in figures(scanned, text) if figure.certain] == []


@pytest.mark.parametrize(
    "text",
    [
        "Covid-19",
        "Phase 2",
        "Grade 5",
        "Article 12",
        "Tel. 0272 3826 123",
        "Decree No. 38/2020/ND-CP",
        "District 7",
        "at 9:30 am",
        "H5N1",
        "Annex 3",
    ],
)
def test_numbers_that_are_no_figures_in_english(scanned: Scanned, text: str) -> None:
    assert [figure for figure in figures(scanned, text, "en") if figure.certain] == []


def test_a_number_behind_a_name_is_uncertain(scanned: Scanned) -> None:
    (figure,) = figures(scanned, "Trường Bình Thành 2")
    assert not figure.certain
    (counted,) = figures(scanned, "Trường Bình Thành 2 lớp")
    assert counted.certain


def test_what_is_counted_follows_a_name_word(scanned: Scanned) -> None:
    assert [f.counted for f in figures(scanned, "mở khóa 12 học viên")] == ["person"]


def test_the_place_is_that_of_the_digits(scanned: Scanned) -> None:
    (figure,) = figures(scanned, "Đã đưa hơn 2.500 người đi")
    assert (figure.place.column, figure.place.end_column, figure.text) == (12, 17, "2.500")
