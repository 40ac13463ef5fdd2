"""Numbers in parts, each with a multiple of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.figure import Figure, Written
from checker.quantity import Bound

Scanned = Callable[..., tuple[Written, ...]]


def figures(scanned: Scanned, text: str, language: str = "vi") -> list[Figure]:
    return [w for w in scanned(text, language) if isinstance(w, Figure)]


@pytest.mark.parametrize(
    ("text", "language", "written", "value", "step", "unit", "counted"),
    [
        ("đã chi 165 tỷ 603 triệu 599 nghìn đồng", "vi", "165 tỷ 603 triệu 599", 165_603_599_000, 1000, "VND", ""),
        ("phạt 3 tỷ 11 triệu, thu giấy phép", "vi", "3 tỷ 11", 3_011_000_000, 10**6, "VND", ""),
        ("thu 286 tỷ 970 triệu 654 nghìn", "vi", "286 tỷ 970 triệu 654", 286_970_654_000, 1000, "VND", ""),
        ("nợ 470 tỷ 581 triệu 046 nghìn đồng¹", "vi", "470 tỷ 581 triệu 046", 470_581_046_000, 1000, "VND", ""),
        ("vốn 3.579 tỷ 654 triệu đồng", "vi", "3.579 tỷ 654", 3_579_654_000_000, 10**6, "VND", ""),
        ("vốn 2 tỷ 300,5 triệu đồng", "vi", "2 tỷ 300,5", 2_300_500_000, 10**5, "VND", ""),
        ("vốn 3 tỷ 500.000.000 đồng", "vi", "3 tỷ 500.000.000", 3_500_000_000, 0, "VND", ""),
        ("1 triệu 200 ngàn người dự", "vi", "1 triệu 200", 1_200_000, 1000, "", "person"),
        ("có 2 nghìn 500 hộ vay", "vi", "2 nghìn 500", 2500, 0, "", "household"),
        ("a loan of 3 billion 654 million dong", "en", "3 billion 654", 3_654_000_000, 10**6, "VND", ""),
        ("a loan of VND 3 billion 654 million", "en", "3 billion 654", 3_654_000_000, 10**6, "VND", ""),
        ("1 million 200 thousand people came", "en", "1 million 200", 1_200_000, 1000, "", "person"),
    ],
)
def test_parts_are_one_figure(
    scanned: Scanned, text: str, language: str, written: str, value: int, step: int, unit: str, counted: str
) -> None:
    (figure,) = figures(scanned, text, language)
    assert (figure.text, figure.quantity.value, figure.quantity.step) == (written, value, step)
    assert (figure.unit, figure.counted, figure.certain) == (unit, counted, True)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 tỷ, 300 triệu đồng", [12 * 10**9, 300 * 10**6]),
        ("12 tỷ và 300 triệu đồng", [12 * 10**9, 300 * 10**6]),
        ("12 tỷ đồng; lãi 300 triệu đồng", [12 * 10**9, 300 * 10**6]),
        ("1,5 tỷ 200 triệu", [1_500_000_000, 200_000_000]),
        ("3 tỷ 5 tỷ", [3 * 10**9, 5 * 10**9]),
        ("3 tỷ 15%", [3 * 10**9, 15]),
        ("3 tỷ ngày 15/5/2024", [3 * 10**9]),
        ("1 triệu 500 nghìn đồng - 2 triệu đồng", [1_500_000, 2_000_000]),
    ],
)
def test_figures_side_by_side_stay_apart(scanned: Scanned, text: str, values: list[int]) -> None:
    assert [figure.quantity.value for figure in figures(scanned, text)] == values


@pytest.mark.parametrize(
    "text", ["thu 2 tỷ 5.", "1 triệu 200 người", "2 nghìn 5 hộ", "3 tỷ 1.200 triệu", "2 nghìn 300 tỷ", "2 tỷ 5 triệu 3"]
)
def test_what_may_be_meant_otherwise_is_no_figure(scanned: Scanned, text: str) -> None:
    assert figures(scanned, text) == []


def test_a_bound_stands_before_the_first_part(scanned: Scanned) -> None:
    (figure,) = figures(scanned, "phạt hơn 2 tỷ 879 triệu đồng")
    assert (figure.quantity.bound, figure.quantity.bounded.low, figure.quantity.bounded.high) == (Bound.OVER, 2_879 * 10**6, 2_880 * 10**6)


def test_the_place_is_that_of_all_parts(scanned: Scanned) -> None:
    (figure,) = figures(scanned, "Phạt 3 tỷ 11 triệu đồng")
    assert (figure.place.column, figure.place.end_column) == (6, 13)


def test_the_ends_of_a_range(scanned: Scanned) -> None:
    found = figures(scanned, "từ 1 triệu 500 nghìn đồng đến 2 triệu 300 nghìn đồng")
    assert [(f.pair, f.quantity.value) for f in found] == [("from", 1_500_000), ("to", 2_300_000)]
