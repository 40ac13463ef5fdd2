"""Where a list says that its items are countries, and which of them make a claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.report import DiscrepancyReport

Checked = Callable[..., DiscrepancyReport]
HEAD = "BÁO CÁO\n\n"


def table(header: str, *cells: str) -> str:
    rows = "".join(f"| {number} | {cell} | {number * 3} |\n" for number, cell in enumerate(cells, 1))
    return f"| STT | {header} | Số người |\n|-|-|-|\n{rows}"


HOLDS = [
    (table("Thị trường", "Nhật Bản", "Đài Loan (Trung Quốc)", "Nước khác"), ["Nhật Bản", "Đài Loan"]),
    (table("Nội dung", "Nhật Bản", "Hàn Quốc", "Úc"), ["Nhật Bản", "Hàn Quốc", "Úc"]),
    ("Sang các nước: Lào, Thái Lan và Mỹ.", ["Lào", "Thái Lan", "Mỹ"]),
    ("Khách chia theo quốc tịch: Hoa Kỳ 21 người, Úc 06 người và Pháp 02 người.", ["Hoa Kỳ", "Úc", "Pháp"]),
    ("Còn 09 chuyên gia lưu trú dài hạn (Hàn Quốc 04, Nhật Bản 03, Hà Lan 02).", ["Hàn Quốc", "Nhật Bản", "Hà Lan"]),
    ("Theo thị trường:\n\n- Nhật Bản: 740 lao động;\n- Hàn Quốc: 44 lao động.", ["Nhật Bản", "Hàn Quốc"]),
    ("Workers left for Japan, Korea, Taiwan (China) and others.", ["Japan", "Korea", "Taiwan"]),
]
MISSES = [
    (table("Thị trường", "Nhật Bản", "Thái Lang"), ("Thái Lang", "Thái Lan")),
    (table("Nội dung", "Nhật Bản", "Lào", "Thái Lang"), ("Thái Lang", "Thái Lan")),
    (table("Đối tác", "Nhat Ban", "Hàn Quốc", "Nước khác"), ("Nhat Ban", "Nhật Bản")),
    ("Sang 03 nước gồm: Lào, Thái Lang và Mỹ.", ("Thái Lang", "Thái Lan")),
    ("Sang các nước như Hàn Quôc 12 người, Nhật Bản 03 người.", ("Hàn Quôc", "Hàn Quốc")),
    ("Trong đó Nhật Bản 740 lao động, Hàn Quốc 44 lao động, Sigapore 12 lao động.", ("Sigapore", "Singapore")),
    ("Khách đến từ Pháp, Đức, Hàn Quốc, Trung Qốc.", ("Trung Qốc", "Trung Quốc")),
    ("Còn 09 chuyên gia (Hàn Quốc 04, Nhật Bảng 03, Hà Lan 02).", ("Nhật Bảng", "Nhật Bản")),
    ("Theo thị trường:\n\n- Nhật Bản: 740 lao động;\n- Ma-lai-xi-e: 44 lao động.", ("Ma-lai-xi-e", "Ma-lai-xi-a")),
    ("They came from Japan, Germny, Singapore and Laos.", ("Germny", "Germany")),
    ("| Đơn vị | Nhật Bản | Hàn Quôc | Lào |\n|-|-|-|-|\n| Huyện A | 12 | 3 | 4 |\n| Huyện B | 5 | 6 | 7 |", ("Hàn Quôc", "Hàn Quốc")),
]
SILENT = [
    table("Thị trường", "Hà Nam", "Hà Nội", "Thái Bình"),
    table("Thị trường", "Thái Lang", "Hàn Quôc"),
    table("Đơn vị", "Nhật Bản", "Công ty Thái Lang", "Hội Phụ nữ", "Trung tâm Y tế", "Sở Nội vụ"),
    "Bà Nhật Bảng, ông Thái Lang và chị Hàn Quôc.",
    "Ký với Công ty Thái Lang, chi nhánh Hà Nội, và đối tác Nhật Bản.",
    "Chương trình mục tiêu quốc gia, Thái Lang.",
    "Đi Thái Lang.",
    "",
]


def findings(report: DiscrepancyReport) -> list[tuple[str, str]]:
    return [(check.stated, check.computed) for check in report.findings]


@pytest.mark.parametrize(("text", "expected"), HOLDS)
def test_known_names_hold(checked: Checked, text: str, expected: list[str]) -> None:
    report = checked(HEAD + text, "P501")
    assert [check.stated for check in report.checks if check.verdict == "holds"] == expected
    assert findings(report) == []


@pytest.mark.parametrize(("text", "expected"), MISSES)
def test_a_near_miss_among_countries_is_found(checked: Checked, text: str, expected: tuple[str, str]) -> None:
    assert findings(checked(HEAD + text, "P501")) == [expected]


@pytest.mark.parametrize("text", SILENT)
def test_no_finding_where_nothing_says_that_these_are_countries(checked: Checked, text: str) -> None:
    assert findings(checked(HEAD + text, "P501")) == []


def test_the_message_names_the_likely_spelling(checked: Checked) -> None:
    (finding,) = checked(HEAD + "Sang 03 nước gồm: Lào, Thái Lang và Mỹ.", "P501").findings
    assert "“Thái Lan”" in finding.message
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (3, 24, 33)
