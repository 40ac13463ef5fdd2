"""Sentences and brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.recognise.clauses import Clauses


def sentences(value: str) -> list[str]:
    clauses, position, found = Clauses(value, value.lower(), 0), 0, []
    while position < len(value):
        start, end = clauses.sentence(position)
        found.append(value[start:end].strip())
        position = max(end, position + 1)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 12 người. Trong đó 5 nữ.", ["Có 12 người.", "Trong đó 5 nữ."]),
        ("Tổng 1.234 người, đạt 53.1 điểm. Hết", ["Tổng 1.234 người, đạt 53.1 điểm.", "Hết"]),
        ("Gồm sách, vở, v.v. và 12 cặp. Hết", ["Gồm sách, vở, v.v. và 12 cặp.", "Hết"]),
        ("Có 12 người (nữ 5. Nam 7) dự. Hết.", ["Có 12 người (nữ 5. Nam 7) dự.", "Hết."]),
        ("Ở TP. Tân An có 12 người. Hết", ["Ở TP. Tân An có 12 người.", "Hết"]),
        ("Có 12 người. Đạt 5 điểm. Ở xã có 3. được 4.", ["Có 12 người.", "Đạt 5 điểm.", "Ở xã có 3. được 4."]),
        ("Có 12 người.¹ Kỳ sau 5 người.", ["Có 12 người.", "¹ Kỳ sau 5 người."]),
        ("Đã xong! 12 lớp đã mở.", ["Đã xong!", "12 lớp đã mở."]),
        ("Một dấu ( không đóng. Câu hai.", ["Một dấu ( không đóng.", "Câu hai."]),
        ("Một dấu ) không mở. Câu hai.", ["Một dấu ) không mở.", "Câu hai."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_brackets_and_their_depth() -> None:
    text = "12 người (nữ 5 (Kinh 3), nam 7) và 4 (bốn)"
    clauses = Clauses(text, text, 0)
    assert [text[b.start : b.end] for b in clauses.within(0, len(text))] == ["(nữ 5 (Kinh 3), nam 7)", "(bốn)"]
    assert [clauses.depth(text.index(n)) for n in ("12", "5", "3", "7", "4", "bốn")] == [0, 1, 2, 1, 0, 1]
    assert clauses.bracket_at(0) is None


def test_what_stands_in_brackets_is_blanked_out() -> None:
    text = "có 12 (nữ 5), 4 (x)"
    assert Clauses(text, text, 0).clear(0, len(text)) == "có 12" + " " * 7 + ", 4" + " " * 4


@given(st.text(st.sampled_from("Aa1 .!?()đĐ,"), max_size=60), st.integers(0, 60))
def test_every_position_lies_in_its_sentence(text: str, position: int) -> None:
    clauses = Clauses(text, text.lower(), 0)
    start, end = clauses.sentence(min(position, max(0, len(text) - 1)))
    assert 0 <= start <= min(position, max(0, len(text) - 1)) <= end <= len(text)
    assert len(clauses.clear(start, end)) == end - start
