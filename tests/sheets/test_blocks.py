"""Where on a sheet the tables stand."""

from __future__ import annotations

import pytest

from checker.document import Cell, Paragraph, Table
from checker.place import Place, cell_address
from checker.sheets.blocks import SheetCells, blocks
from checker.text import Text


def sheet(drawn: str) -> SheetCells:
    """A sheet drawn with a line a row and a bar between cells."""
    rows = [[cell.strip() for cell in line.split("|")] for line in drawn.strip("\n").split("\n")]
    filled = [sum(1 << column for column, cell in enumerate(row) if cell) for row in rows]

    def cell(row: int, column: int) -> Cell:
        value = rows[row][column] if column < len(rows[row]) else ""
        return Cell(Text.at(value, Place(sheet="S", cell=cell_address(row + 1, column + 1))))

    return SheetCells(filled, cell, "S")


def shown(drawn: str) -> list[str]:
    """The blocks, tables drawn as sheets are."""
    return [
        "\n".join("|".join(cell.text.value for cell in row) for row in block.rows) if isinstance(block, Table) else block.text.value
        for block in blocks(sheet(drawn))
        if isinstance(block, Table | Paragraph)
    ]


TABLE = "Xã|Số hộ|Vốn\nAn Hòa|12|3,5"
SECTIONS = "Xã|Số hộ|Vốn\nI. Miền núi||\nAn Hòa|12|3,5"
WIDE = "TT|Xã|a|b|c|d\n1|An Hòa|1|2|3|4"
TWO_HEADERS = "||Năm 2023|||Năm 2024\nTT|Xã|a|b|c|d\n1|An Hòa|1|2|3|4"
BESIDE = "Xã|Vốn||Thu|Chi\nAn Hòa|3,5||3|4\nTân An|5||6|9"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (TABLE, [TABLE]),
        (f"Bảng 1\nĐVT: người\n{TABLE}", ["Bảng 1", "ĐVT: người", TABLE]),
        (f"{TABLE}\nGhi chú: số tạm tính", [TABLE, "Ghi chú: số tạm tính"]),
        (SECTIONS, [SECTIONS]),
        (f"UBND XÃ||Số 1/BC\n\n{TABLE}", ["UBND XÃ||Số 1/BC", TABLE]),
        (f"UBND XÃ|||||Số 1/BC\nBÁO CÁO\n{WIDE}", ["UBND XÃ", "Số 1/BC", "BÁO CÁO", WIDE]),
        (TWO_HEADERS, [TWO_HEADERS]),
        ("||\n|Xã|Vốn\n|An Hòa|3,5", ["Xã|Vốn\nAn Hòa|3,5"]),
        (f"{TABLE}\n\nTổng||3,5", [TABLE, "Tổng||3,5"]),
        (f"{TABLE}\n\n|Tổng|3,5", [TABLE, "|Tổng|3,5"]),
        (f"{TABLE}\nBảng 2\n{TABLE}", [TABLE, "Bảng 2", TABLE]),
        ("Xã|Vốn||Xã|Hộ\nAn Hòa|3,5||Bình Lợi|4\nTân An|5||Tân Trụ|9", ["Xã|Vốn\nAn Hòa|3,5\nTân An|5", "Xã|Hộ\nBình Lợi|4\nTân Trụ|9"]),
        (BESIDE, [BESIDE]),
        ("một\nhai\n\nba", ["một", "hai", "ba"]),
        ("", []),
    ],
)
def test_a_sheet_falls_into_paragraphs_and_tables(drawn: str, expected: list[str]) -> None:
    assert shown(drawn) == expected


def test_cells_know_where_they_stand() -> None:
    title, table = blocks(sheet("Bảng\n\n|Xã|Vốn\n|An|3"), tables=4)
    assert isinstance(title, Paragraph)
    assert isinstance(table, Table)
    assert title.text.place(0).cell == "A1"
    place = table.rows[1][1].text.place(0)
    assert (place.sheet, place.cell, place.table, place.row, place.col) == ("S", "C4", "5", 2, 2)
    assert (table.path, table.sheet) == ("5", "S")


def test_a_merged_title_is_a_paragraph_and_a_merged_header_fills_its_columns() -> None:
    drawn = sheet("Bảng 1\nXã|Năm 2024\n|a|b|c|d\nAn Hòa|1|2|3|4")
    merged = SheetCells(drawn.filled, drawn.cell, "S", {0: 0b11110, 1: 0b11100, 2: 0b1})
    title, table = blocks(merged)
    assert isinstance(title, Paragraph)
    assert isinstance(table, Table)
    assert len(table.rows) == 3


def test_rows_are_made_when_they_are_asked_for() -> None:
    asked: list[int] = []

    def cell(row: int, column: int) -> Cell:
        asked.append(row)
        return Cell(Text.at(f"{row}.{column}", Place()))

    (table,) = blocks(SheetCells([0b11] * 1000, cell))
    assert isinstance(table, Table)
    assert len(table.rows) == 1000
    assert not asked
    assert table.rows[999] is table.rows[-1]
    assert set(asked) == {999}
    assert [row[0].text.value for row in table.rows[1:3]] == ["1.0", "2.0"]
