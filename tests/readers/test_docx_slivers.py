"""Columns of a Word table in which no text fits."""

from __future__ import annotations

import pytest

from checker.document import Table
from checker.readers import read
from tests.readers.test_docx import packed, shown, tbl, tc, tr


def widths(*columns: int) -> str:
    cells = [f'<w:gridCol w:w="{width}"/>' for width in columns]
    return f"<w:tblGrid>{''.join(cells)}</w:tblGrid>"


def span(text: str, columns: int) -> str:
    return tc(text, f'<w:gridSpan w:val="{columns}"/>')


def rows(grid: str, *rows: str) -> list[list[str]]:
    (table,) = (block for block in read("a.docx", packed(tbl(grid, *rows))).blocks if isinstance(block, Table))
    return shown(table)


def test_a_hair_between_the_edges_of_two_rows_makes_no_column() -> None:
    found = rows(widths(1200, 1, 1200), tr(span("A", 2), "B"), tr(span("1", 2), "2"), tr("Cộng", span("2", 2)))
    assert found == [["A", "B"], ["1", "2"], ["Cộng", "2"]]


@pytest.mark.parametrize("grid", [widths(1200, 800, 1200), widths(1200, 0, 1200), ""], ids=["text fits", "unknown", "no widths"])
def test_other_columns_stay(grid: str) -> None:
    assert rows(grid, tr(span("A", 2), "B"), tr("1", span("2", 2))) == [["A", "[A]", "B"], ["1", "2", "[2]"]]


def test_a_cell_alone_in_a_narrow_column_stays() -> None:
    assert rows(widths(1200, 20, 1200), tr("A", "7", "B"), tr(span("1", 2), "2")) == [["A", "7", "B"], ["1", "[1]", "2"]]
