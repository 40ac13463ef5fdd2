"""A place → where its characters stand."""

from __future__ import annotations

from checker.document import Table
from checker.pages.boxes import boxes
from checker.pages.shape import Box
from checker.place import Place
from tests.pages.paper import Paper, read


def rounded(found: list[Box]) -> list[tuple[int, ...]]:
    return [tuple(round(edge) for edge in box) for box in found]


def test_the_characters_of_a_figure() -> None:
    paper = Paper().lines("Kinh phí là 1.250 triệu đồng.")
    (block,) = read(paper)
    start = block.text.value.index("1.250")  # type: ignore[union-attr]
    place = block.text.place(start, start + 5)  # type: ignore[union-attr]
    assert rounded(boxes(paper.page, place)) == [(135, 78, 165, 90)]
    assert boxes(paper.page, place) == boxes(paper.page, block.text.place(start), 5)  # type: ignore[union-attr]


def test_a_stretch_over_two_lines_of_a_cell_stays_in_the_cell() -> None:
    paper = Paper().table((72.0, 200.0, 400.0), 100, [("a b", "Kế hoạch\nsố 12"), ("c", "d")])
    (table,) = [block for block in read(paper) if isinstance(block, Table)]
    place = table.rows[0][1].text.place(0, len("Kế hoạch số 12"))
    assert rounded(boxes(paper.page, place)) == [(205, 103, 250, 115), (205, 118, 232, 130)]


def test_a_place_that_is_not_there() -> None:
    page = Paper().lines("một dòng").page
    assert boxes(page, Place(page=1, line=9, column=1)) == boxes(page, Place(page=1, line=1, column=99)) == boxes(page, Place(page=1)) == []
