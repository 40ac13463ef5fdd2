"""What a percentage is a share of, shown by the figures."""

from __future__ import annotations

import pytest

from checker import check

HELD = [
    ("Giải quyết 19.630 hồ sơ; hồ sơ đúng hạn 19.255 (đạt 96,55%), hồ sơ đến hạn 19.944.", "100 × 19.255 ÷ 19.944"),
    ("The office closed 19,630 files, on time 19,255 (reached 96.55%), files due 19,944.", "100 × 19,255 ÷ 19,944"),
]


@pytest.mark.parametrize(("text", "working"), HELD)
def test_two_figures_that_give_it_exactly_are_its_part_and_whole(text: str, working: str) -> None:
    shares = [c for c in check(text.encode()).checks if c.code == "N202"]
    assert [c.verdict.value for c in shares] == ["holds"]
    assert shares[0].working.startswith(working)


def test_few_digits_tell_nothing() -> None:
    """46% of something may be that of many pairs."""
    checks = check("Có 50 trường, 23 trường đạt chuẩn, chiếm 40% số trường; phấn đấu 20 trường đạt mức 2.".encode()).checks
    assert "100 × 20 ÷ 50" not in " ".join(c.working for c in checks)
