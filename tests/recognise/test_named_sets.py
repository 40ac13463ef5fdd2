"""Names that leave no room for others."""

from __future__ import annotations

import pytest

from checker.locales import load
from checker.recognise.named_sets import exhausts, is_one_beside


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["xếp loại tốt 06", "khá 11", "trung bình 09"], True),
        (["rất hài lòng 702 phiếu", "hài lòng 481 phiếu", "không hài lòng 4 phiếu"], True),
        (["giải quyết đúng hạn 120 hồ sơ", "quá hạn 3 hồ sơ"], True),
        (["khá 11", "trung bình 09"], False),
        (["khá 11", "khá 09", "tốt 2"], False),
        (["tốt 06", "khá 11", "xã An Phú 09"], False),
        (["đúng hạn 120 hồ sơ"], False),
        ([], False),
    ],
)
def test_each_says_another_name_of_one_set(texts: list[str], expected: bool) -> None:
    assert exhausts(texts, load("vi")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("khá 11, trung bình 09", True), ("thu nhập tăng, trung bình 09 triệu đồng", False), ("trung bình 09, yếu 03", True)],
)
def test_a_grade_is_no_mean(text: str, expected: bool) -> None:
    start = text.index("trung bình")
    assert is_one_beside(text, start, start + len("trung bình"), load("vi")) is expected
