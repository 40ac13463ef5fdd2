"""Old workbooks: displayed values, merged and hidden cells, what is refused. kinh-phi.xls is kinh-phi.fods, saved by LibreOffice."""

from __future__ import annotations

import contextlib
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check
from checker.document import Paragraph, Table
from checker.readers import ReadError, read

pytest.importorskip("xlrd")
FILE = Path(__file__).parent / "files" / "kinh-phi.xls"
DATA = FILE.read_bytes()


def table() -> Table:
    (found,) = (block for block in read("a.xls", DATA).blocks if isinstance(block, Table))
    return found


def test_cells_are_read_as_they_are_shown() -> None:
    assert [[cell.text.value for cell in row] for row in table().rows] == [
        ["Xã", "Kinh phí", "Kinh phí", "Tỷ lệ", "Ngày"],
        ["Xã", "Kế hoạch", "Thực hiện", "", ""],
        ["Đức Hòa", "1,200.5", "600.3", "50.0%", "15/03/2023"],
        ["Thủ Thừa", "800.0", "800.0", "100.0%", ""],
        ["Tổng cộng", "2,000.5", "1,500.3", "", ""],
    ]


def test_what_stands_behind_them_and_where() -> None:
    cell = table().rows[2][1]
    assert cell.stored is not None
    assert (cell.stored.value, cell.stored.hidden) == (Fraction("1200.54"), False)
    place = cell.text.place(0)
    assert (place.sheet, place.cell, place.table, place.row, place.col) == ("KinhPhi", "B5", "1", 3, 2)
    hidden = table().rows[3][1].stored
    assert hidden is not None
    assert hidden.hidden
    assert [cell.merged for cell in table().rows[0]] == [False, False, True, False, False]
    assert table().rows[1][0].merged


def test_titles_and_hidden_parts_are_said() -> None:
    document = read("a.xls", DATA)
    assert [block.text.value for block in document.blocks if isinstance(block, Paragraph)] == [
        "BẢNG KINH PHÍ",
        "ĐVT: triệu đồng",
        "Ghi chú",
    ]
    assert [warning.key for warning in document.warnings] == ["sheet_hidden_rows", "sheet_hidden"]


def test_a_wrong_total_is_found_in_the_style_of_the_words() -> None:
    (finding,) = check(DATA, name="a.xls").findings
    assert (finding.code, finding.stated, finding.place.sheet, finding.place.cell) == ("T101", "1.500,3", "KinhPhi", "C7")
    assert "600,3 + 800,0 = 1.400,3" in finding.working


@pytest.mark.parametrize("high", [0x7FF00000, 0xFFF00000, 0x7FF80000])
def test_what_is_no_finite_number_is_an_error(high: int) -> None:
    number = ((120054 << 2) | 3).to_bytes(4, "little")  # 1200,54, as old workbooks pack it
    assert DATA.count(number) == 1
    data = DATA.replace(number, high.to_bytes(4, "little"))
    (found,) = (block for block in read("a.xls", data).blocks if isinstance(block, Table))
    assert [cell.text.value for cell in found.rows[2]] == ["Đức Hòa", "#NUM!", "600.3", "50.0%", "15/03/2023"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "xls_is_new"),
        (b"<html><table>", "xls_is_page"),
        (b"a;b\n1;2", "xls_damaged"),
        (DATA[:3000], "xls_damaged"),
        (DATA[:600], "xls_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "xls_damaged"),
    ],
)
def test_what_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(ReadError) as refused:
        read("a.xls", data)
    assert refused.value.key == key


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    with pytest.raises(ReadError, match=r'pip install "report-checker\[xls\]"'):
        read("a.xls", DATA)


@pytest.mark.parametrize(("first", "second"), [(0, 0), (3, 1)])
def test_small_sectors_in_a_loop_are_refused(first: int, second: int) -> None:
    """A chain that comes back to itself would be read until the memory is full."""
    table = 512 + int.from_bytes(DATA[60:64], "little") * 512
    data = bytearray(DATA)
    data[table + 4 * first : table + 4 * first + 4] = second.to_bytes(4, "little")
    with pytest.raises(ReadError) as refused:
        read("a.xls", bytes(data))
    assert refused.value.key == "xls_damaged"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_file_with_wrong_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(DATA)
    for at, octet in changes:
        data[at] = octet
    with contextlib.suppress(ReadError):
        for block in read("a.xls", bytes(data)).blocks:
            assert not isinstance(block, Table) or all(len(row) <= 256 for row in block.rows)
