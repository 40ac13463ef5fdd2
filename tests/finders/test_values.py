"""Named values of a form: beside words of the text, or in a cell of a table."""

from __future__ import annotations

import pytest

from checker.judge import judge
from checker.readers import read
from checker.recognise import recognise
from checker.rules.validate import read_pack

RULE = """pack: form
rules:
- id: form/target
  code: F001
  title: {{en: The target is what is allotted}}
  why: {{en: because}}
  severity: error
  find: {{values: {{{find}}}}}
  must: {must}
  tests: {{}}
"""
TABLE = "\n\n| Đơn vị | Chỉ tiêu (người) | Ghi chú |\n|-|-|-|\n| Xã An | 70 | |\n| Xã Ba | 50 | |\n| Tổng cộng | 120 | |\n"
BARE = TABLE.replace("Chỉ tiêu", "Chi tieu")
CELL = "allotted: {table: [Đơn vị, Chỉ tiêu], row: tổng cộng, column: Chỉ tiêu}"


def verdicts(find: str, must: str, text: str) -> list[str]:
    _, rules = read_pack("form.yaml", RULE.format(find=find, must=must))
    return [check.verdict.value for check in judge(recognise(read("a.md", text.encode())), rules)]


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        ("target: {near: [chỉ tiêu], unit: person}, " + CELL, "Huyện được giao chỉ tiêu 120 lao động." + TABLE, ["holds"]),
        ("target: {near: [chỉ tiêu], unit: person}, " + CELL, "Huyện được giao chỉ tiêu 130 lao động." + TABLE, ["broken"]),
        ("target: {near: chỉ tiêu, unit: học viên}, " + CELL, "Huyện được giao chỉ tiêu 120 lao động." + TABLE, ["holds"]),
        ("target: {near: chỉ tiêu, unit: person}, " + CELL, "Huyện được giao chỉ tiêu của 03 xã là 120 lao động." + TABLE, ["holds"]),
        ("target: {near: {vi: chỉ tiêu}}, " + CELL, "Huyện được giao 120 chỉ tiêu." + TABLE, ["holds"]),
        ("target: {near: [chỉ tiêu], unit: person}, " + CELL, "Huyện được giao chỉ tiêu 15 tỷ đồng." + TABLE, []),
        ("target: {near: [chỉ tiêu], unit: person}, " + CELL, "Huyện được giao chỉ tiêu 130 lao động.", []),
        (
            "target: {near: [chi tieu], unit: person}, " + CELL,
            "Huyện được giao chỉ tiêu 130 lao động." + TABLE,
            [],
        ),
        ("target: {near: [chỉ tiêu], take: last}, " + CELL, "Chỉ tiêu đầu năm 90 người. Chỉ tiêu cuối năm 120 người." + TABLE, ["holds"]),
        (
            "target: {near: [chỉ tiêu], take: every}, " + CELL,
            "Chỉ tiêu đầu năm 90 người. Chỉ tiêu cuối năm 120 người." + TABLE,
            ["broken", "holds"],
        ),
        (
            "target: {row: xã an, column: chỉ tiêu}, allotted: {near: [xã An có]}",
            "Riêng xã An có 70 người." + BARE,
            ["holds"],
        ),
        ("target: {row: xã an, column: kinh phí}, allotted: {near: [xã An có]}", "Riêng xã An có 70 người." + TABLE, []),
    ],
)
def test_where_a_value_stands(find: str, text: str, expected: list[str]) -> None:
    assert verdicts(find, "target == allotted", text) == expected


def test_money_in_another_multiple_is_the_same() -> None:
    find = "given: {near: [được giao], unit: VND}, spent: {near: [đã chi], unit: VND}"
    assert verdicts(find, "spent <= given", "Đơn vị được giao 1,5 tỷ đồng, đã chi 1.480 triệu đồng.") == ["holds"]
    assert verdicts(find, "spent <= given", "Đơn vị được giao 1,5 tỷ đồng, đã chi 1.580 triệu đồng.") == ["broken"]


def test_a_value_that_is_nought_divides_nothing() -> None:
    find = "given: {near: [được giao], unit: person, nonzero: true}, met: {near: [đã đạt], unit: person}"
    assert verdicts(find, "met / given <= 1", "Huyện được giao 20 người, đã đạt 18 người.") == ["holds"]
    assert verdicts(find, "met / given <= 1", "Huyện được giao 0 người, đã đạt 18 người.") == []
