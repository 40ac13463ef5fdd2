"""Masking the document as a page shows it: texts are covered, marks stay where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.masking import MASK, masked
from checker.masking.views import masked_view
from checker.report import DiscrepancyReport
from checker.results import Results
from checker.view.shape import Cell, Mark, Paragraph, Row, Table, Words

TEXT = "Ông Lê Văn Ví nhận 200.000 đồng, bà Trần Thị Thử 31/02/1985."


def words(text: str, *marked: str, note: str = "") -> Words:
    marks = tuple(Mark(text.index(piece), text.index(piece) + len(piece), (i,)) for i, piece in enumerate(marked))
    return Words(text, marks, ((text.index(note) + len(note), "1"),) if note else ())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (words(TEXT, "200.000"), ["200.000"]),
        (words(TEXT, "200.000", "31/02/1985"), ["200.000", "31/02/1985"]),
        (words(TEXT, "Lê Văn Ví nhận 200.000", "200.000"), [f"{MASK} nhận 200.000", "200.000"]),
        (words(TEXT, "Văn"), [MASK]),
        (words(TEXT, "nhận", "Trần Thị Thử 31/02/1985"), ["nhận", f"{MASK} 31/02/1985"]),
        (words("Có 5 xã.", "5"), ["5"]),
    ],
)
def test_marks_stay_on_their_words(given: Words, expected: list[str]) -> None:
    (made,) = masked_view((Paragraph("paragraph", given),), frozenset())
    assert isinstance(made, Paragraph)
    assert [made.words.text[mark.start : mark.end] for mark in made.words.marks] == expected
    assert [mark.spot for mark in made.words.marks] == [mark.spot for mark in given.marks]


def test_a_reference_to_a_note_stays_behind_its_word() -> None:
    (made,) = masked_view((Paragraph("paragraph", words(TEXT, note="đồng")),), frozenset())
    assert isinstance(made, Paragraph)
    ((offset, _),) = made.words.notes
    assert made.words.text[:offset] == f"Ông {MASK} nhận 200.000 đồng"


def test_cells_and_their_names() -> None:
    cell = Cell(words("12", "12"), row="Lê Văn Ví", column="Số tiền")
    (made,) = masked_view((Table((Row((Cell(Words("Lê Văn Ví")), cell)),), path="1"),), frozenset({"lê văn ví"}))
    assert isinstance(made, Table)
    name, amount = made.rows[0].cells
    assert (name.words.text, amount.words.text, amount.row, amount.column) == (MASK, "12", MASK, "Số tiền")


def test_the_masked_results_bring_it(checked: Callable[..., DiscrepancyReport]) -> None:
    (report,) = masked(Results((checked("Ông Lê Văn Ví có 12 xã."),))).reports
    (paragraph,) = report.view
    assert isinstance(paragraph, Paragraph)
    assert paragraph.words.text == f"Ông {MASK} có 12 xã."
