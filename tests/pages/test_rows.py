"""Rows: what stands at one height, where its words are, and what is raised beside it."""

from __future__ import annotations

from checker.pages.rows import rows
from tests.pages.paper import Paper


def said(paper: Paper) -> list[str]:
    return [
        "".join(("" if p.glued or not i else " ") + ("^" if p.raised else "") + p.word.text for i, p in enumerate(row))
        for row in rows(paper.words)
    ]


def test_a_row_runs_across_the_page_and_counts_its_columns() -> None:
    paper = Paper()
    paper.put(300, 100, "phải 25")
    paper.put(72, 101, "bên trái")
    paper.put(72, 116, "dưới")
    assert said(paper) == ["bên trái phải 25", "dưới"]
    assert [(p.line, p.column) for row in rows(paper.words) for p in row] == [(1, 1), (1, 5), (1, 10), (1, 15), (2, 1)]


def test_a_mark_is_raised_beside_a_larger_word() -> None:
    paper = Paper()
    end = paper.put(72, 100, "865 vị trí")
    paper.put(end, 100, "1", size=7, raised=5)
    paper.put(end + 10, 100, "và hơn")
    paper.put(72, 115, "dòng sau")
    assert said(paper) == ["865 vị trí^1 và hơn", "dòng sau"]


def test_a_lowered_sign_is_of_the_row_above() -> None:
    paper = Paper()
    end = paper.put(72, 100, "CO")
    paper.put(end, 103.8, "2", size=7)
    assert said(paper) == ["CO2"]


def test_small_type_by_itself_is_a_row() -> None:
    paper = Paper()
    paper.put(72, 100, "chữ lớn")
    paper.put(400, 94, "chữ nhỏ", size=7)
    assert said(paper) == ["chữ nhỏ", "chữ lớn"]
