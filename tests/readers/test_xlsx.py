"""The reader of workbooks: what cells show, what is stored behind it, and where it stands."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.document import Cell, Document, Paragraph, Stored, Table
from checker.readers import read
from checker.readers.xlsx import recognises
from tests.tools.workbooks import MAIN, archive, cell, of_rows, parts_of, sheet, workbook

HEADER = ["Xã", "Số hộ", "Vốn"]
ROWS = [HEADER, ["An Hòa", 12, 3.5], ["Tân An", 7, 1.25], ["Cộng", ("SUM(B2:B3)", 19), ("SUM(C2:C3)", 4.75)]]


def document(xml: str, **more: object) -> Document:
    return read("a.xlsx", workbook({"KinhPhi": xml}, **more))  # type: ignore[arg-type]


def tables(found: Document) -> list[list[list[str]]]:
    return [[[cell.text.value for cell in row] for row in block.rows] for block in found.blocks if isinstance(block, Table)]


def only(xml: str, **more: object) -> Cell:
    """The second cell of the second row."""
    (table,) = (block for block in document(xml, **more).blocks if isinstance(block, Table))
    return table.rows[1][1]


def test_a_sheet_is_paragraphs_and_tables_with_places() -> None:
    found = document(sheet([["Bảng 1"], ["ĐVT: triệu đồng"], *ROWS, [], ["Nguồn: xã"]]))
    assert [block.text.value for block in found.blocks if isinstance(block, Paragraph)] == ["Bảng 1", "ĐVT: triệu đồng", "Nguồn: xã"]
    assert tables(found) == [[HEADER, ["An Hòa", "12", "3,5"], ["Tân An", "7", "1,25"], ["Cộng", "19", "4,75"]]]
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    place = table.rows[3][1].text.place(0)
    assert (place.sheet, place.cell, place.page, place.offset, place.table, place.row, place.col) == ("KinhPhi", "B6", 1, 1, "1", 4, 2)
    assert table.rows[3][1].stored == Stored(Fraction(19), "SUM(B2:B3)")
    assert table.rows[1][0].stored == Stored(is_text=True)
    assert (found.format, found.details, found.warnings) == ("xlsx", (("numbers", "1.234,5"),), ())


@pytest.mark.parametrize(
    ("words", "codes", "example"),
    [
        (["Xã", "Vốn"], [], "1.234,5"),
        (["Village", "Households", "Money"], [], "1,234.5"),
        (["Village", "Households", "Money"], ["#,##0 [$₫-42A]"], "1.234,5"),
        (["Village", "Households", "Money"], ["#\\.##0"], "1.234,5"),
        (["Xã", "Vốn"], ["#\\,##0"], "1,234.5"),
        (["A", "B"], [], "1.234,5"),
    ],
)
def test_the_workbook_has_one_number_style(words: list[str], codes: list[str], example: str) -> None:
    assert document(sheet([words, [1, 2]]), codes=codes).details == (("numbers", example),)


def test_every_sheet_is_read_and_what_is_hidden_is_said() -> None:
    hidden = '<cols><col min="2" max="2" hidden="1"/></cols>'
    rows = "".join(
        f'<row r="{r}"{hide}>{cell("Xã", f"A{r}")}{cell(r, f"B{r}")}</row>'
        for r, hide in ((1, ""), (2, ' hidden="1"'), (3, ' hidden="true"'), (5, ""))
    )
    data = workbook({"Một": sheet(ROWS), "Hai": of_rows(rows, before=hidden), "Ba": sheet(ROWS)}, states={"Ba": "veryHidden"})
    found = read("a.xlsm", data)
    assert [block.sheet for block in found.blocks if isinstance(block, Table)] == ["Một", "Hai", "Hai", "Ba"]
    assert [(w.key, w.values.get("sheet"), w.values.get("rows"), w.values.get("columns")) for w in found.warnings] == [
        ("sheet_hidden_rows", "Hai", "2-3", None),
        ("sheet_hidden_columns", "Hai", None, "B"),
        ("sheet_hidden", "Ba", None, None),
    ]
    second = [block for block in found.blocks if isinstance(block, Table)][1]
    assert [bool(row[0].stored and row[0].stored.hidden) for row in second.rows] == [False, True, True]


def test_merged_cells_stand_at_every_position() -> None:
    merged = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
    found = document(sheet([["Xã", "Năm 2024", None], [None, "Hộ", "Vốn"], ["An", 1, 2]], more=merged))
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert tables(found)[0][:2] == [["Xã", "Năm 2024", "Năm 2024"], ["Xã", "Hộ", "Vốn"]]
    assert [[cell.merged for cell in row] for row in table.rows[:2]] == [[False, False, True], [True, False, False]]


def test_texts_are_shared_rich_or_in_the_cell_without_phonetic_runs() -> None:
    strings = (
        "<si><t>Tỉnh</t></si><si><r><t>Số </t></r><r><rPr><b/></rPr><t>hộ</t></r><rPh sb='0' eb='1'><t>SO</t></rPh></si>"
        "<si><t>Dòng_x000D_\nhai</t></si>"
    )
    rich = "<is><r><t>An</t></r><r><t> Hòa</t></r><rPh sb='0' eb='1'><t>X</t></rPh></is>"
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
        f'<row r="2"><c r="A2" t="inlineStr">{rich}</c><c r="B2"><v>3</v></c><c r="C2" t="s"><v>99</v></c></row>'
    )
    assert tables(document(of_rows(rows), strings=strings)) == [[["Tỉnh", "Số hộ", "Dòng  hai"], ["An Hòa", "3", ""]]]


def test_shared_formulas_are_written_out_and_array_formulas_kept_in_braces() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+SUM(A$1:A1)</f><v>3</v></c><c r="C1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c>'
        '<c r="C2"><f t="array" ref="C2">SUM(A1:A2*2)</f><v>4</v></c></row>'
        '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><f t="shared" si="0"/><v>5</v></c><c r="C3"><f t="shared" si="7"/><v>5</v></c></row>'
    )
    (table,) = (block for block in document(of_rows(rows)).blocks if isinstance(block, Table))
    formulas = [[cell.stored.formula for cell in row if cell.stored] for row in table.rows]
    assert formulas == [
        ["", "A1*$C$1+SUM(A$1:A1)", ""],
        ["", "A2*$C$1+SUM(A$1:A2)", "{SUM(A1:A2*2)}"],
        ["", "A3*$C$1+SUM(A$1:A3)", ""],
    ]


@pytest.mark.parametrize(
    ("xml", "text", "stored"),
    [
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", Stored(None, "1/0")),
        ('<c r="B2" t="b"><v>1</v></c>', "TRUE", Stored()),
        ('<c r="B2" t="str"><f>A2&amp;"x"</f><v>Anx</v></c>', "Anx", Stored(None, 'A2&"x"', is_text=True)),
        ('<c r="B2" t="inlineStr"><is><t xml:space="preserve"> 1.250 </t></is></c>', "1.250", Stored(is_text=True)),
        ('<c r="B2"><v>0.30000000000000004</v></c>', "0,3", Stored(Fraction("0.30000000000000004"))),
        ('<c r="B2"><v>nan</v></c>', "nan", Stored(is_text=True)),
        ('<c r="B2"><v>1e999</v></c>', "1e999", Stored(is_text=True)),
        ('<c r="B2" s="77"><v>5</v></c>', "5", Stored(Fraction(5))),
    ],
)
def test_what_a_cell_holds(xml: str, text: str, stored: Stored) -> None:
    found = only(of_rows(f'<row r="1">{cell("Xã", "A1")}{cell("Hộ", "B1")}</row><row r="2">{cell("An", "A2")}{xml}</row>'))
    assert (found.text.value, found.stored) == (text, stored)


def test_a_blank_before_a_number_stored_as_text_keeps_its_place() -> None:
    found = only(sheet([["Xã", "Hộ"], ["An", "  12"]]))
    assert (found.text.value, found.text.place(0).offset) == ("12", 3)


def test_formulas_without_a_result_are_empty_and_said() -> None:
    found = document(sheet([["Xã", "Hộ"], ["An", 5], ["Cộng", ("SUM(B2:B2)", None)]]))
    assert [(w.key, w.values["count"]) for w in found.warnings] == [("formulas_without_results", 1)]
    assert tables(found)[0][2] == ["Cộng", ""]


def test_days_since_1904_and_zeros_that_are_not_shown() -> None:
    rows = [["Xã", "Ngày"], ["An", 42770]]
    assert only(sheet(rows, style=1), codes=["dd/mm/yyyy"]).text.value == "04/02/2017"
    assert only(sheet(rows, style=1), codes=["dd/mm/yyyy"], properties='date1904="1"').text.value == "05/02/2021"
    view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>'
    found = only(sheet([["Xã", "Hộ"], ["An", 0]], before=view))
    assert (found.text.value, found.stored) == ("", Stored(Fraction(0)))


def test_a_lone_number_keeps_what_is_stored() -> None:
    """Formulas name it; to those who read it is a paragraph."""
    found = document(sheet([[25000], [], *ROWS]))
    assert tables(found)[0] == [["25000"]]


def test_names_with_a_prefix_and_a_strict_workbook_are_read() -> None:
    data = parts_of(workbook({"KinhPhi": sheet(ROWS)}))
    xml = sheet(ROWS).replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
    data["xl/worksheets/sheet1.xml"] = xml
    assert tables(read("a.xlsx", archive(data)))[0][3] == ["Cộng", "19", "4,75"]
    strict = {
        name: (content.decode() if isinstance(content, bytes) else content)
        .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
        for name, content in parts_of(workbook({"KinhPhi": sheet(ROWS)})).items()
    }
    assert tables(read("a.xlsx", archive(strict)))[0][3] == ["Cộng", "19", "4,75"]


def test_cells_and_rows_without_addresses_follow_one_another() -> None:
    rows = (
        '<row><c t="inlineStr"><is><t>Xã</t></is></c><c><v>1</v></c></row><row><c t="inlineStr"><is><t>An</t></is></c><c><v>2</v></c></row>'
    )
    assert tables(document(of_rows(rows))) == [[["Xã", "1"], ["An", "2"]]]


def test_a_workbook_is_known_by_its_bytes() -> None:
    data = workbook({"A": sheet(ROWS)})
    assert recognises(data)
    assert read("input", data).format == "xlsx"
    assert not recognises(b"PK\x03\x04")
    assert not recognises(b"| a | b |")


def test_rows_are_made_when_they_are_asked_for() -> None:
    found = document(sheet([HEADER, *([f"Xã {n}", n, n] for n in range(5000))]))
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert not isinstance(table.rows, tuple)
    assert [cell.text.value for cell in table.rows[4000]] == ["Xã 3999", "3999", "3999"]
    assert len(table.rows) == 5001
