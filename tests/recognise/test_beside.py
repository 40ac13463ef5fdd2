"""Two measures of one thing, and two numbers of one measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.figure import Figure, Written

Scanned = Callable[..., tuple[Written, ...]]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("thụ lý 1.367 vụ/2.420 bị cáo", "vi", [("1.367", "", False), ("2.420", "", True)]),
        ("thụ lý 1.302 vụ - 2.286 bị cáo", "vi", [("1.302", "", False), ("2.286", "", True)]),
        ("cho vay 3 tỷ 659 triệu đồng/85 khách hàng", "vi", [("3 tỷ 659", "", False), ("85", "", True)]),
        ("heard 13 cases/24 people", "en", [("13", "", False), ("24", "", True)]),
        ("đạt 170/100 lao động", "vi", [("170", "over", False), ("100", "under", False)]),
        ("đạt 12 người/15 lao động", "vi", [("12", "over", False), ("15", "under", False)]),
        ("đạt 45 người/40 chỉ tiêu", "vi", [("45", "over", False), ("40", "under", False)]),
        ("12 vụ, 15 bị cáo", "vi", [("12", "", False), ("15", "", False)]),
        ("từ 10 - 20 hộ", "vi", [("10", "from", False), ("20", "to", False)]),
    ],
)
def test_a_second_measure(scanned: Scanned, text: str, language: str, expected: list[tuple[str, str, bool]]) -> None:
    assert [(f.text, f.pair, f.beside) for f in scanned(text, language) if isinstance(f, Figure)] == expected
