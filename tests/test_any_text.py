"""Whatever the text: no rule crashes, and every form of one report gives the same findings."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import check
from checker.report import DiscrepancyReport

Checked = Callable[..., DiscrepancyReport]
FRAGMENTS = (
    "12", "2.000", "1,5", "53,13%", "170/100", "05", "14,6 tỷ đồng", "90 ngàn USD", "người", "lao động", "hộ", "trong đó", "gồm:",
    "cụ thể như sau:", "đạt", "kế hoạch", "tăng", "giảm", "so với cùng kỳ", "chiếm", "tổng số", "Tổng cộng", "nam", "nữ",
    "ngày 27 tháng 02 năm 2024", "31/6/2024", "28/7", "đến", "giai đoạn 2021 - 2025", "Quý 1/2024",
    "Nghị quyết số 18/2019/NQ-HĐND", "của HĐND tỉnh", "Phụ lục 2", "Số:   /BC-UBND", "bằng chữ:", "hai mươi mốt", "(", ")", ":",
    ";", ",", ".", "-", "+", "1.", "a)", "I.", "|", "|-|-|", "\t", "\n", "\n\n", "# ", "**", "¹", "…", "Nhật Bản", "hơn", "gần",
    "(1) = (2) + (3)", "STT", "Số lượng", "Đơn giá", "Thành tiền", "Tỷ lệ (%)", "ĐVT: triệu đồng", "of", "workers", "total",
    "plan", "increase", "7" * 40, "0", "00", "%", "/",
)  # fmt: skip
quick = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def crashes(report: DiscrepancyReport) -> list[str]:
    return [f"{c.code}: {c.claim.named.get('error')}" for c in report.checks if c.outcome.reason == "crash"]


@quick
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60))
def test_no_rule_crashes_on_any_words(checked: Checked, fragments: list[str]) -> None:
    assert crashes(checked("x " + " ".join(fragments))) == []


@quick
@given(
    st.lists(
        st.lists(st.sampled_from(FRAGMENTS).filter(lambda f: "\n" not in f and "|" not in f), min_size=3, max_size=5),
        min_size=2,
        max_size=8,
    )
)
def test_no_rule_crashes_on_any_table(checked: Checked, rows: list[list[str]]) -> None:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    assert crashes(checked("\n".join([lines[0], "|" + "-|" * len(rows[0]), *lines[1:]]))) == []


@quick
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_no_rule_crashes_on_any_characters(checked: Checked, text: str) -> None:
    assert crashes(checked("Có 12 người, trong đó " + text)) == []


REPORT = """BÁO CÁO
Kết quả năm 2023

Toàn huyện đã cấp phép cho 57 lao động, gồm: cấp mới 50 lao động, cấp lại 06 lao động.

Đã đưa 170/100 lao động đi làm việc ở nước ngoài, đạt 175% kế hoạch, từ ngày 31/6/2023.

| Đơn vị | Số hộ | Kinh phí (triệu đồng) |
|-|-|-|
| Đức Hòa | 12 | 120,5 |
| Thủ Thừa | 30 | 79,5 |
| Tổng cộng | 43 | 200,0 |
"""


@pytest.mark.parametrize(
    "data",
    [
        unicodedata.normalize("NFD", REPORT).encode(),
        REPORT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + REPORT.encode(),
        REPORT.encode("utf-16"),
        REPORT.replace("Đ", "\u00d0").encode(),
        REPORT.replace("Hòa", "Hoà").replace("Thủ", "Th\u200bủ").encode(),
        REPORT.replace("Có ", "Có\u00a0").encode(),
    ],
)
def test_one_report_in_any_form_of_unicode(data: bytes) -> None:
    plain, other = check(REPORT), check(data)
    assert {f.code for f in plain.findings} >= {"N201", "N202", "T101", "D301"}
    assert [(f.code, f.stated, f.computed, f.place.line) for f in other.findings] == [
        (f.code, f.stated, f.computed, f.place.line) for f in plain.findings
    ]


def test_places_in_a_decomposed_report_are_those_of_the_file() -> None:
    text = unicodedata.normalize("NFD", REPORT)
    lines = text.splitlines()
    for finding in check(text).findings:
        for _, written in finding.figures:
            place = written.place
            assert place.line is not None
            assert place.column is not None
            assert place.end_column is not None
            assert unicodedata.normalize("NFC", lines[place.line - 1][place.column - 1 : place.end_column - 1]) == written.text
