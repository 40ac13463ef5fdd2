"""Separated values: separator, encoding, places, what is above and below the rows, what is refused."""

from __future__ import annotations

import pytest

from checker.document import Document, Paragraph, Table
from checker.readers import ReadError, read

ROWS = [["TT", "Xã", "Kinh phí"], ["1", "An Hòa", "120,5"], ["2", "Bình Lợi", "79,5"]]


def table(document: Document) -> Table:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def values(document: Document) -> list[list[str]]:
    return [[cell.text.value for cell in row] for row in table(document).rows]


def paragraphs(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separators_beside_decimal_commas(separator: str, ending: str) -> None:
    document = read("a.csv", ending.join(separator.join(row) for row in ROWS).encode())
    assert values(document) == ROWS
    assert dict(document.details) == {"encoding": "utf-8", "separator": {"\t": "tab"}.get(separator, separator)}


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ('TT,Xã,Kinh phí\n1,An Hòa,"120,5"\n2,Bình Lợi,"79,5"\n', ","),
        ("sep=,\nTT,Xã,Kinh phí\n1,An Hòa,120;5\n", ","),
        ("Tên;Số\nA, B;1,5\nC, D;2,5\n", ";"),
        ("Tên,Số\nA;B,1\nC,2\n", ","),
    ],
)
def test_which_sign_separates(text: str, separator: str) -> None:
    assert dict(read("a.csv", text.encode()).details)["separator"] == separator


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings(codec: str) -> None:
    text = "\n".join(";".join(row) for row in ROWS)
    document = read("a.csv", text.encode(codec))
    assert values(document) == ROWS
    assert dict(document.details)["encoding"] == codec[:6].rstrip("-")


def test_lines_above_and_below_are_paragraphs() -> None:
    text = "BÁO CÁO;;\nĐVT: triệu đồng\n\nTT;Xã;Kinh phí\n1;An Hòa;120,5\nGhi chú: tạm tính;;\n"
    document = read("a.csv", text.encode())
    assert paragraphs(document) == ["BÁO CÁO", "ĐVT: triệu đồng", "Ghi chú: tạm tính"]
    assert values(document) == [ROWS[0], ROWS[1]]


QUOTED = 'TT;"Xã ""mới""; cũ";"Kinh\nphí";Ghi chú\n1;"";"120,5";" x "\n'


def test_places_are_those_of_the_file_also_in_quotes() -> None:
    document = read("a.csv", QUOTED.encode())
    assert values(document) == [["TT", 'Xã "mới"; cũ', "Kinh phí", "Ghi chú"], ["1", "", "120,5", "x"]]
    lines = QUOTED.split("\n")
    for row, words in ((0, ("TT", "Xã", "mới", "cũ", "Kinh", "phí", "Ghi chú")), (1, ("1", "120,5", "x"))):
        for word in words:
            cell = next(cell for cell in table(document).rows[row] if word in cell.text.value)
            start = cell.text.value.index(word)
            place = cell.text.place(start, start + len(word))
            assert place.line is not None
            assert place.column is not None
            assert place.end_column is not None
            assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == word
            assert (place.table, place.row) == ("1", row + 1)


def test_unbalanced_quotes_are_characters() -> None:
    document = read("a.csv", 'TT;Xã;Số\n1;An "Hòa;12\n2;"Bình;5\n'.encode())
    assert values(document)[1:] == [["1", 'An "Hòa', "12"], ["2", '"Bình', "5"]]
    assert [warning.key for warning in document.warnings] == ["quotes_unbalanced"]


def test_rows_of_different_width_are_as_wide_as_the_widest() -> None:
    assert values(read("a.csv", b"a;b;c\n1;2\n1;2;3;4\n")) == [["a", "b", "c", ""], ["1", "2", "", ""], ["1", "2", "3", "4"]]


@pytest.mark.parametrize(("data", "why"), [(b"", "empty"), (b"\n \n", "empty"), (b"a;b\n1;\x002\n", "control"), (b"\x00" * 99, "control")])
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read("a.csv", data)


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        ("1;" * 5_000_000, "columns_left_out"),
        ("x" * 10_000_000 + ";1", "cell_cut"),
        ('"' + "x;" * 100_000, "columns_left_out"),
        (";" * 10_000, "columns_left_out"),
    ],
    ids=["columns", "cell", "quote", "empty"],
)
def test_a_monstrous_line_is_cut(line: str, warning: str) -> None:
    document = read("a.csv", f"Xã;Số\nAn;1\n{line}\n".encode())
    assert warning in [warning.key for warning in document.warnings]
    assert len(table(document).rows[0]) <= 256
    assert all(len(cell.text) < 40_000 for row in table(document).rows for cell in row)


def test_a_file_of_one_column_is_paragraphs() -> None:
    assert paragraphs(read("a.csv", b"one\ntwo\n\nthree\n")) == ["one", "two", "three"]
