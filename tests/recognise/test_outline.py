"""Headings and their sections, annexes and templates; passages and what they write."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

Read = Callable[[str], Reading]
PLAN = """I. MỤC TIÊU

1. Mục tiêu chung

Đưa 2.000 lao động đi làm việc.

a) Cụ thể

- Mở 05 lớp.

II. NHIỆM VỤ

2.1. Tuyên truyền

In 500 tờ rơi.

PHỤ LỤC 1

Dự toán 12 triệu đồng.
"""


def passage(reading: Reading, words: str) -> Passage:
    return next(p for p in reading.paragraphs if p.words.startswith(words))


@pytest.mark.parametrize(
    ("words", "sections"),
    [
        ("Đưa 2.000", ["Mục tiêu chung", "MỤC TIÊU"]),
        ("Mở 05 lớp", ["Cụ thể", "Mục tiêu chung", "MỤC TIÊU"]),
        ("In 500", ["Tuyên truyền", "NHIỆM VỤ"]),
        ("Dự toán", ["PHỤ LỤC 1"]),
    ],
)
def test_a_passage_knows_the_headings_above_it(reading: Read, words: str, sections: list[str]) -> None:
    found = passage(reading(PLAN), words)
    assert [section.title for section in found.section.chain if section.title] == sections


def test_annexes_are_named(reading: Read) -> None:
    plan = reading(PLAN)
    assert passage(plan, "Dự toán").section.annex == "1"
    assert passage(plan, "In 500").section.annex == ""


def test_a_sentence_is_no_heading(reading: Read) -> None:
    found = reading("1. Đã mở 05 lớp cho các xã trong huyện.\n\n2. Công tác đào tạo\n\nĐã xong.").paragraphs
    assert [p.heading for p in found] == [False, True, False]


def test_markdown_headings(reading: Read) -> None:
    found = reading("# Report\n\n## Results of the year\n\nThe 12 workers left.\n").paragraphs
    assert [p.heading for p in found] == [True, True, False]
    assert found[2].section.title == "Results of the year"


def test_a_template_begins_at_its_own_state_header(reading: Read) -> None:
    plan = reading("Đã có 12 lớp của huyện.\n\nPHỤ LỤC 2\n\nMẫu sau đây.\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố người: …\n")
    assert [p.section.template for p in plan.paragraphs] == [False, False, False, True, True]


def test_markers_are_no_figures(reading: Read) -> None:
    assert [f.text for f in reading("1. Mở 05 lớp\n\n2) Có 12 xã dự\n\n3/- Được 7 người khen").figures] == ["05", "12", "7"]


def test_figures_of_a_stretch(reading: Read) -> None:
    found = reading("Có 12 người, 5 hộ và 3 xã của huyện. Thêm 8 lớp.").paragraphs[0]
    assert [f.text for f in found.sentence(0).figures] == ["12", "5", "3"]
    assert [f.text for f in found.figures_before(found.text.value.index("8"), 2)] == ["3", "5"]


def test_a_footnote_is_anchored_to_the_sentence_that_refers_to_it(reading: Read) -> None:
    plan = reading("Đã có 723 vị trí¹ được duyệt. Còn 12 vị trí.\n\n¹ Trong đó: 700 cũ, 23 mới.\n")
    (note,) = plan.footnotes.values()
    anchor = plan.anchor(note)
    assert anchor is not None
    assert [f.text for f in anchor.figures] == ["723"]
    assert [f.text for f in note.figures] == ["700", "23"]
