"""The comment of a merge request: what it shows, and that no content of a report gets out of its cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.report import DiscrepancyReport
from checker.results import Results, Show
from checker.writers.markdown import escaped, write

NASTY = [
    "a | b | c",
    "a \\| b",
    "a\nb\r\n| c |",
    "<img src=x onerror=alert(1)><!-- </details>",
    "@everyone xem #12 và !34, ~nhãn $1",
    "[here](javascript:x) ![x](y) `code` **x** _y_",
    "http://vi.du www.vi.du a@vi.du",
    "&lt;b&gt; &#124; &amp;",
    "```\n# x\n```",
]


def test_the_verdict_heads_the_comment(vietnamese: Results) -> None:
    assert write(vietnamese, Show()).startswith("## report-checker: 4 lỗi, 1 cảnh báo, 1 lưu ý, 1 tệp không đọc được\n")
    assert write(replace(vietnamese, lang="en"), Show()).startswith(
        "## report-checker: errors: 4, warnings: 1, notes: 1, unreadable files: 1\n"
    )


def test_a_consistent_report_has_no_table(checked: Callable[..., DiscrepancyReport]) -> None:
    text = write(Results((checked("Có 11 xã, gồm: 5 xã loại một, 6 xã loại hai."),)), Show())
    assert text.splitlines() == ["## report-checker: không có gì cần xem lại", "", "### report.md", "", "3 số liệu, 3 đã kiểm tra"]


def test_a_finding_has_place_both_numbers_and_working(vietnamese: Results) -> None:
    (row,) = [line for line in write(vietnamese, Show()).splitlines() if "T101" in line]
    assert cells(row)[:4] == ["✖ lỗi T101", "bảng 1, hàng “Tổng cộng”, cột “Cộng (đồng)”, dòng 12", "4.700.000", "4.600.000"]
    assert cells(row)[4].endswith("<br>1.500.000 + 1.700.000 + 1.400.000 = 4.600.000 ≠ 4.700.000")


def test_accepted_findings_are_folded_away_with_their_reason(vietnamese: Results) -> None:
    before, after = write(vietnamese, Show()).split("<details>")
    assert "N201" not in before
    assert "<summary>đã giải thích: 1</summary>\n\n|" in after
    assert "bà ••• đã đối chiếu" in after
    assert after.count("</details>") == 1


@pytest.mark.parametrize("text", NASTY)
def test_content_stays_in_its_cell(said: Callable[..., Results], text: str) -> None:
    results = said(text, text)
    lines = write(results, Show()).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert [len(cells(row)) for row in rows] == [5, 5, 5]
    tags = re.findall(r"<[^>]*>?", "\n".join(lines))
    assert set(tags) <= {"<br>"}
    assert len(lines) == len(write(said("x", "x"), Show()).splitlines())


@pytest.mark.parametrize("text", NASTY)
def test_nothing_of_it_is_markup_and_it_can_be_read_all_the_same(text: str) -> None:
    import html

    made = escaped(text)
    assert not re.search(r"[\\`*_\[\]<>|@^~$]|www\.|[a-z]://|&(?!#\d+;)", made)
    assert not re.search(r"[@#!~$]\w", html.unescape(made))
    assert html.unescape(made).replace("\u2060", "") == " ".join(text.split())


def test_a_long_list_of_findings_and_a_long_working_are_cut(vietnamese: Results) -> None:
    (report,) = vietnamese.reports
    many = replace(report, checks=tuple(check for check in report.open if check.code == "T101") * 130)
    text = write(Results((many,)), Show())
    assert text.count("T101") == 100
    assert "và 30 chỗ nữa" in text


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]
