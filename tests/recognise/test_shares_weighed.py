"""Which figure is the likeliest whole of a percentage, and when it is told although it does not hold."""

from __future__ import annotations

import pytest

from checker import check
from checker.recognise.shares.reasons import likelihoods


def told(text: str) -> list[str]:
    return [c.working for c in check(text.encode()).findings if c.code == "N202" and c.verdict.value == "broken"]


LIKELIEST = [
    ("Toàn huyện có 1.846 lao động, trong đó 1.204 nam; 268 người đi Hàn Quốc, chiếm 94,5%.", "100 × 268 ÷ 1.846"),
    ("Kế hoạch vốn là 88.640 triệu đồng, ngân sách huyện 12.300 triệu đồng; giải ngân 79.245 triệu đồng, đạt 39,40% kế hoạch.", "÷ 88.640"),
    ("Of the 2,614 deliveries, 548 (71.0%) were by section.", "100 × 548 ÷ 2,614"),
]


@pytest.mark.parametrize(("text", "working"), LIKELIEST)
def test_the_likeliest_whole_is_told_although_it_does_not_hold(text: str, working: str) -> None:
    assert [working in each for each in told(text)] == [True]


UNLIKELY = [
    "Chi thường xuyên 143.000 triệu đồng; thu nội địa 79.245 triệu đồng, đạt 95,41% dự toán.",  # of its own plan
    "Có 968 cơ sở đạt, chiếm 85,9%; 159 cơ sở vi phạm, chiếm 14,1%.",  # parts beside each other
    "Có 12.480 hộ, trong đó 9.150 hộ dùng nước máy; tỷ lệ thất thoát 13,3%.",  # a subject of its own
    "Xã có 31 tổ. Đội kiểm tra 24 tổ; 12 tổ vi phạm, chiếm 78,7%.",  # small numbers: a slip explains anything
    "Cuối năm có 4.758 đảng viên; nữ 312 người, chiếm 6,26%.",  # nearly of a whole that is hardly larger
]


@pytest.mark.parametrize("text", UNLIKELY)
def test_what_is_unlikely_or_what_chance_explains_is_not_told(text: str) -> None:
    assert told(text) == []


def test_candidates_that_are_the_same_figure_count_together() -> None:
    once, other = likelihoods([(1.0, "a"), (1.0, "b")])
    twice, _, less = likelihoods([(1.0, "a"), (1.0, "a"), (1.0, "b")])
    assert once == other
    assert twice > once > less
