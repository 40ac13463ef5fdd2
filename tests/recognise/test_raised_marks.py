"""A note's mark behind a figure in a cell is no part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.report import DiscrepancyReport


@pytest.mark.parametrize("figure", ["13¹", "13 ²", "13 người¹"])
def test_a_figure_with_a_mark_is_added_up(figure: str, checked: Callable[..., DiscrepancyReport]) -> None:
    report = checked(f"| Mục | Số người |\n|-|-|\n| An | 12 |\n| Ba | {figure} |\n| Cộng | 26 |\n\n¹ Cả nữ.\n", "T101")
    assert [(found.stated, found.computed) for found in report.findings] == [("26", "25")]
