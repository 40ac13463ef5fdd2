"""OpenDocument workbooks: displayed text, values, formulas, repeated and merged cells, what is refused."""

from __future__ import annotations

import io
import zipfile
from fractions import Fraction

import pytest

from checker.document import Document, Paragraph, Stored, Table
from checker.readers import ReadError, read

NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style"))
HIDDEN = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'


def packed(content: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", content)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def content(*sheets: str, looks: str = "", head: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{head}<office:document-content {NAMES}><office:automatic-styles>{looks}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body></office:document-content>"
    )


def sheet(*rows: str, name: str = "S", more: str = "", columns: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{columns}{"".join(rows)}</table:table>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def number(text: str, value: str, more: str = "") -> str:
    return cell(text, f'office:value-type="float" office:value="{value}" {more}')


COVERED = "<table:covered-table-cell/>"
HEAD, DATA = row(cell("Xã"), cell("Vốn")), row(cell("An Hòa"), number("3,5", "3.54"))


def document(*sheets: str, looks: str = "") -> Document:
    return read("a.ods", packed(content(*sheets, looks=looks)))


def tables(made: Document) -> list[list[list[str]]]:
    return [[[cell.text.value for cell in row] for row in block.rows] for block in made.blocks if isinstance(block, Table)]


def test_a_sheet() -> None:
    made = document(sheet(row(cell("Bảng 1")), HEAD, DATA, name="KinhPhi"))
    assert [block.text.value for block in made.blocks if isinstance(block, Paragraph)] == ["Bảng 1"]
    assert tables(made) == [[["Xã", "Vốn"], ["An Hòa", "3,5"]]]
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    found = table.rows[1][1]
    assert found.stored == Stored(Fraction("3.54"))
    place = found.text.place(0)
    assert (place.sheet, place.cell, place.table, place.row, place.col) == ("KinhPhi", "B3", "1", 2, 2)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("a<text:s text:c='3'/>b", "a b"),
        ("a<text:line-break/>b", "a b"),
        ("a<text:tab/>b", "a b"),
        ("<text:span>a<text:a>b</text:a>c</text:span>d", "abcd"),
        ("a<office:annotation><text:p>no</text:p></office:annotation>b", "ab"),
    ],
)
def test_what_a_cell_shows(inside: str, text: str) -> None:
    assert tables(document(sheet(HEAD, row(cell(inside), cell("1")))))[0][1] == [text, "1"]


def test_a_comment_is_no_part_of_a_cell() -> None:
    noted = "<table:table-cell><office:annotation><text:p>no</text:p></office:annotation><text:p>5</text:p><text:p>6</text:p></table:table-cell>"
    assert tables(document(sheet(HEAD, row(cell("An"), noted))))[0][1] == ["An", "5 6"]


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("of:=SUM([.C3:.C12];1)", "SUM(C3:C12,1)"),
        ("of:=[.A1]*[$Nam.$B$2]", "A1*Nam!$B$2"),
        ("oooc:=[.A1]", "A1"),
        ("", ""),
    ],
)
def test_formulas_are_written_as_in_other_workbooks(written: str, formula: str) -> None:
    (table,) = document(sheet(HEAD, row(cell("An"), number("5", "5", f'table:formula="{written}"')))).blocks
    assert isinstance(table, Table)
    stored = table.rows[1][1].stored
    assert stored is not None
    assert stored.formula == formula


def test_merged_cells_stand_wherever_they_cover() -> None:
    wide = row(cell("Kinh phí", 'table:number-columns-spanned="2"'), COVERED)
    tall = row(cell("An", 'table:number-rows-spanned="2"'), number("1", "1")), row(COVERED, number("2", "2"))
    (table,) = (block for block in document(sheet(HEAD, wide, *tall)).blocks if isinstance(block, Table))
    assert [[cell.text.value for cell in row] for row in table.rows] == [["Xã", "Vốn"], ["Kinh phí", "Kinh phí"], ["An", "1"], ["An", "2"]]
    assert [[cell.merged for cell in row] for row in table.rows[1:]] == [[False, True], [False, False], [True, False]]


def test_repeated_cells_and_rows() -> None:
    repeated = row(cell("An"), number("1", "1", 'table:number-columns-repeated="3"'), more='table:number-rows-repeated="2"')
    assert tables(document(sheet(row(*map(cell, "abcd")), repeated))) == [[list("abcd"), *[["An", "1", "1", "1"]] * 2]]


def test_a_sheet_ends_with_millions_of_empty_rows() -> None:
    empty = row(cell(more='table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048570"')
    assert tables(document(*[sheet(HEAD, DATA, empty)] * 40)) == [[["Xã", "Vốn"], ["An Hòa", "3,5"]]] * 40


def test_a_row_repeated_a_million_times_is_cut() -> None:
    repeated = row(cell("An"), number("1", "1", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048570"')
    made = document(sheet(HEAD, repeated, row(cell("Cuối"), cell("x"))))
    assert {warning.key for warning in made.warnings} == {"rows_repeated", "columns_left_out"}
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert len(table.rows) <= 1_002
    assert len(table.rows[0]) <= 256


@pytest.mark.parametrize("times", ["-5", "0", "x", "99999999999999", "1e9", ""])
def test_wrong_counts_are_one(times: str) -> None:
    repeated = row(cell("An"), number("1", "1"), more=f'table:number-rows-repeated="{times}"')
    assert tables(document(sheet(HEAD, repeated))) == [[["Xã", "Vốn"], ["An", "1"]]]


def test_gaps_between_filled_rows_are_bounded() -> None:
    gap = row(cell(), more='table:number-rows-repeated="1000000"')
    with pytest.raises(ReadError, match="more than 1048576 rows"):
        document(sheet(HEAD, gap, DATA, gap, DATA))


def test_hidden_parts_are_read_and_said() -> None:
    hidden = row(cell("Bí"), number("1", "1"), more='table:visibility="collapse"')
    column = '<table:table-column/><table:table-column table:visibility="filter"/>'
    made = document(sheet(HEAD, hidden, DATA, columns=column), sheet(HEAD, DATA, name="N", more='table:style-name="h"'), looks=HIDDEN)
    assert [warning.key for warning in made.warnings] == ["sheet_hidden_rows", "sheet_hidden"]
    table = made.blocks[0]
    assert isinstance(table, Table)
    assert [[bool(cell.stored and cell.stored.hidden) for cell in row] for row in table.rows] == [
        [False, True],
        [True, True],
        [False, True],
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"no zip", "damaged"),
        (packed(content(sheet())), "empty"),
        (packed("<a"), "well-formed"),
        (packed(content(head='<!DOCTYPE a [<!ENTITY x "y">]>')), "document type"),
        (packed(content(sheet(row(cell("&x;"))), head='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), "document type"),
        (packed("", **{"META-INF__manifest_xml": "<manifest:encryption-data/>"}), "password"),
        (packed(content(sheet(row(cell("<text:span>" * 5_000))))), "well-formed"),
        (packed(content(sheet(HEAD, DATA)))[:-200], "damaged"),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read("a.ods", data)
