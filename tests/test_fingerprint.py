"""A finding keeps its name while unrelated text moves, and loses it when it is another finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.report import DiscrepancyReport

Checked = Callable[..., DiscrepancyReport]
TABLE = "Bảng 1. Kinh phí\n\n| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | 210,0 |\n"
SENTENCE = "Đã cấp phép cho 57 lao động, gồm: cấp mới 50 lao động, cấp lại 06 lao động.\n"


def names(report: DiscrepancyReport) -> list[str]:
    return [finding.fingerprint for finding in report.findings]


@pytest.mark.parametrize(
    "changed",
    [
        "Báo cáo của xã.\n\n" + TABLE + "\n" + SENTENCE,
        TABLE + "\nĐã mở 12 lớp cho 30 người.\n\n" + SENTENCE,
        TABLE.replace("| An |", "| An |").replace("Kinh phí |", "KINH PHÍ |") + "\n" + SENTENCE,
        TABLE.replace("|-|-|", "|:---|---:|") + "\n\n\n" + SENTENCE.replace(" ", "\u00a0"),
    ],
)
def test_it_is_stable(checked: Checked, changed: str) -> None:
    before = names(checked(TABLE + "\n" + SENTENCE, "T101", "N201"))
    assert len(before) == 2
    assert names(checked(changed, "T101", "N201")) == before


@pytest.mark.parametrize(
    "changed",
    [
        TABLE.replace("210,0", "211,0"),
        TABLE.replace("79,5", "78,5"),
        TABLE.replace("Bảng 1", "Bảng 2"),
        TABLE.replace("| Ba | 79,5 |", "| Ba | 79,5 |\n| Ca | 5,0 |"),
    ],
)
def test_it_changes_with_the_figures_and_the_caption(checked: Checked, changed: str) -> None:
    assert names(checked(TABLE, "T101")) != names(checked(changed, "T101"))
    assert names(checked(changed, "T101"))


def test_equal_findings_are_numbered(checked: Checked) -> None:
    once, twice = names(checked(TABLE, "T101")), names(checked(f"{TABLE}\nMột đoạn khác.\n\n{TABLE}", "T101"))
    assert len(set(twice)) == 2
    assert twice[0] == once[0]


def test_the_language_of_the_messages_does_not_matter(checked: Checked) -> None:
    from checker import check

    assert names(check(TABLE, lang="en", select=["T101"])) == names(checked(TABLE, "T101"))
