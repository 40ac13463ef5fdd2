"""Cells that span columns and rows, for every reader alike."""

from __future__ import annotations

import pytest

from checker.document import Cell
from checker.flow.grid import Given, Grid, filled
from checker.text import Text

COVERED: Given[str] = Given(None)


def laid(*rows: list[Given[str]], widest: int = 9, room: int = 100) -> list[str]:
    """The rows as words: a capital where a cell is the first of its positions, a dot where there is none."""
    grid: Grid[str] = Grid(widest, room)
    for row in rows:
        grid.add(row)
    return ["".join("." if s.cell is None else s.cell.upper() if s.first else s.cell for s in row) for row in grid.rows()]


def g(cell: str, across: int = 1, down: int = 1) -> Given[str]:
    return Given(cell, across, down)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[g("a"), g("b", 2)], [g("c"), g("d"), g("e")]], ["ABb", "CDE"]),
        ([[g("a", 1, 2), g("b")], [g("c")]], ["AB", "aC"]),
        ([[g("a", 2, 2), g("b")], [g("c")]], ["AaB", "aaC"]),
        ([[g("a"), g("b", 1, 2)], [g("c", 2)]], ["AB", "Cb"]),
        ([[g("a", 1, 9)], [], [g("b")]], ["A.", "a.", "aB"]),
        ([[g("a"), g("b", 1, 2)], [g("c")], [g("d")]], ["AB", "Cb", "D."]),
        ([[g("a", 2), COVERED, g("b")], [COVERED, g("c")]], ["AaB", ".C."]),
        ([[g("a", 1, 2), g("b")], [COVERED, g("c")]], ["AB", "aC"]),
        ([[g("a", 0, 0)]], ["A"]),
    ],
)
def test_where_cells_stand(rows: list[list[Given[str]]], expected: list[str]) -> None:
    assert laid(*rows) == expected


def test_what_is_wider_is_cut() -> None:
    grid: Grid[str] = Grid(3)
    grid.add([g("a", 1_000_000)])
    grid.add([g(letter) for letter in "bcde"])
    assert (grid.is_wide, [len(row) for row in grid.rows()]) == (True, [3, 3])


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([[g("a", 5, 99), g("b")], *[[]] * 50], 2),  # spans
        ([[g(c)] for c in "abcdefgh"] + [[g(c) for c in "ijklmnop"]], 1),  # padding
        ([[g("a"), g("b")]] * 9, 6),  # the same cells again
    ],
)
def test_positions_that_no_cell_fills_are_bounded(rows: list[list[Given[str]]], kept: int) -> None:
    grid: Grid[str] = Grid(9, room=10)
    for row in rows:
        grid.add(row)
    assert len(grid.rows()) == kept
    assert grid.is_full
    assert grid.room >= 0


def test_a_cell_is_made_once() -> None:
    made: list[tuple[str, int, int]] = []

    def cell(of: str, row: int, column: int) -> Cell:
        made.append((of, row, column))
        return Cell(Text(of))

    grid: Grid[str] = Grid(9)
    for _ in range(2):
        grid.add([g("a", 2), g("b")])
    rows = filled(grid.rows(), cell, lambda _: Cell(Text("")))
    assert made == [("a", 1, 1), ("b", 1, 3)]
    assert [[(c.text.value, c.merged) for c in row] for row in rows] == [[("a", False), ("a", True), ("b", False)]] * 2
