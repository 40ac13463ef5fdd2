"""A line that is nothing but a pipe."""

from __future__ import annotations

import pytest

from checker.document import Table
from checker.readers import read


@pytest.mark.parametrize(
    ("text", "cells"), [("|", [[""]]), ("\n|", [[""]]), ("|\n|", [[""], [""]]), ("|\n| a | b |", [["", ""], ["a", "b"]])]
)
def test_a_lone_pipe_is_an_empty_row(text: str, cells: list[list[str]]) -> None:
    (table,) = read("a.md", text.encode()).blocks
    assert isinstance(table, Table)
    assert [[cell.text.value for cell in row] for row in table.rows] == cells
