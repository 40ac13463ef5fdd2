"""The number or letter that a heading, an item or a row begins with."""

from __future__ import annotations

import pytest

from checker.locales import Locale, load
from checker.recognise.markers import read_cell_marker, read_marker, roman


@pytest.mark.parametrize(
    ("line", "series", "path", "number", "words"),
    [
        ("IV. KẾT QUẢ", "roman", "", 4, "KẾT QUẢ"),
        ("IV/ Kết quả", "roman", "", 4, "Kết quả"),
        ("1/- Công tác", "arabic", "", 1, "Công tác"),
        ("1. Công tác", "arabic", "", 1, "Công tác"),
        ("12) Công tác", "arabic", "", 12, "Công tác"),
        ("2.1. Đào tạo", "dotted", "2.", 1, "Đào tạo"),
        ("2.1 Tổ chức thực hiện", "dotted", "2.", 1, "Tổ chức thực hiện"),
        ("1.2.3. Đào tạo", "dotted", "1.2.", 3, "Đào tạo"),
        ("a) Nội dung", "letter", "", 1, "Nội dung"),
        ("d) Nội dung", "letter", "", 4, "Nội dung"),
        ("đ) Nội dung", "letter", "", 5, "Nội dung"),
        ("A. PHẦN CHUNG", "upper", "", 1, "PHẦN CHUNG"),
        ("(1) Tuyên truyền", "paren", "", 1, "Tuyên truyền"),
        ("+ Tuyên truyền", "bullet", "", 0, "Tuyên truyền"),
        ("- Tuyên truyền", "bullet", "", 0, "Tuyên truyền"),
    ],
)
def test_the_marker_of_a_line(vi: Locale, line: str, series: str, path: str, number: int, words: str) -> None:
    marker = read_marker(line, vi)
    assert marker is not None
    assert (marker.series, marker.path, marker.number, line[marker.end :]) == (series, path, number, words)


@pytest.mark.parametrize(
    "line", ["12 người", "2.000 lao động", "2/3 số xã", "01 cuộc", "-5", "IIII. Sai", "5.2 ha rừng", "04/10/2022 họp", "Tổng số"]
)
def test_lines_without_a_marker(vi: Locale, line: str) -> None:
    assert read_marker(line, vi) is None


def test_a_decimal_with_its_unit_is_no_number_of_a_heading(en: Locale) -> None:
    assert read_marker("5.2 hectares were planted", en) is None
    assert read_marker("12.5 % of the plan", en) is None
    assert read_marker("5.2 Hectares", en) is not None


def test_english_letters_have_no_d_with_a_stroke(vi: Locale, en: Locale) -> None:
    assert [getattr(read_marker("e) x", locale), "number", 0) for locale in (vi, en)] == [6, 5]


@pytest.mark.parametrize(
    ("lines", "same"),
    [(("1. A", "2/- B"), True), (("a) A", "b. B"), True), (("1. A", "1.1. B"), False), (("- A", "+ B"), False), (("I. A", "1. B"), False)],
)
def test_markers_of_one_kind_stand_at_one_depth(lines: tuple[str, str], same: bool) -> None:
    one, other = (read_marker(line, load("vi")) for line in lines)
    assert one is not None
    assert other is not None
    assert (one.depth_key == other.depth_key) == same


@pytest.mark.parametrize(
    ("cell", "series", "number"),
    [
        ("1", "arabic", 1),
        ("01", "arabic", 1),
        ("1.", "arabic", 1),
        ("IX", "roman", 9),
        ("1.2", "dotted", 2),
        ("đ", "letter", 5),
        ("B", "upper", 2),
        ("-", "bullet", 0),
    ],
)
def test_the_marker_that_fills_a_cell(vi: Locale, cell: str, series: str, number: int) -> None:
    marker = read_cell_marker(cell, vi)
    assert marker is not None
    assert (marker.series, marker.number) == (series, number)


@pytest.mark.parametrize("cell", ["STT", "Tổng cộng", "", "53,13%", "1 lớp", "IIX"])
def test_cells_that_are_no_marker(vi: Locale, cell: str) -> None:
    assert read_cell_marker(cell, vi) is None


def test_roman_numerals() -> None:
    assert [roman(text) for text in ("I", "IV", "IX", "XIV", "XIX", "XXXIX")] == [1, 4, 9, 14, 19, 39]
    assert [roman(text) for text in ("IIII", "VV", "IIX", "VX")] == [None] * 4


@pytest.mark.parametrize(
    ("cell", "path", "number"), [("A1", "A", 1), ("B.12", "B.", 12), ("I.2", "I.", 2), ("II.3.1", "II.3.", 1), ("A.1)", "A.", 1)]
)
def test_a_row_may_have_a_code(vi: Locale, cell: str, path: str, number: int) -> None:
    marker = read_cell_marker(cell, vi)
    assert marker is not None
    assert (marker.series, marker.path, marker.number) == ("coded", path, number)


@pytest.mark.parametrize("cell", ["A123", "AB1", "Q1/2024", "H5N1"])
def test_what_is_no_code_of_a_row(vi: Locale, cell: str) -> None:
    assert read_cell_marker(cell, vi) is None
