"""Workbooks with notes and fills: on the very cell, and every row as it was."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from checker.annotators import annotate, is_untouched
from checker.notes import Note
from checker.place import Place
from checker.readers import ReadError
from checker.report import Severity

openpyxl = pytest.importorskip("openpyxl")

from openpyxl.comments import Comment  # noqa: E402
from openpyxl.formatting.rule import CellIsRule  # noqa: E402
from openpyxl.styles import PatternFill  # noqa: E402

SHEET, STYLES, TYPES = "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"
RELS = "xl/worksheets/_rels/sheet1.xml.rels"
NEW = {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}


def note(cell: str, text: str = "ghi 30, tính ra 31", severity: Severity = Severity.ERROR, sheet: str = "Kinh phí") -> Note:
    return Note(Place(sheet=sheet, cell=cell), "30", severity, ("T101",), text, f"Ở {cell}:")


def book(comment: str = "", rule: bool = False, second: bool = False) -> bytes:
    """A sheet of three rows and a total, and what may stand on it besides."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Kinh phí"
    for row in (("Mục", "Kinh phí"), ("A", 10), ("B", 21), ("Cộng", "=SUM(B2:B3)")):
        sheet.append(row)
    sheet["B4"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.merge_cells("A6:B6")
    sheet["A6"].hyperlink = "https://a.vn"
    if rule:
        sheet.conditional_formatting.add("B4", CellIsRule("greaterThan", ["5"], fill=PatternFill(bgColor="FFFF00FF")))
    if comment:
        sheet["B4"].comment = Comment(comment, "Lan")
        sheet["A1"].comment = Comment("khác", "Lan")
    if second:
        made.create_sheet("Phụ lục").append(("x", 1))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def noted(data: bytes, sheet: str = "Kinh phí") -> dict[str, str]:
    cells = (cell for row in openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def filled(data: bytes, sheet: str = "Kinh phí") -> dict[str, str]:
    """The colours of our fills, by the cells."""
    formats = openpyxl.load_workbook(io.BytesIO(data))[sheet].conditional_formatting
    return {str(f.sqref): rule.dxf.fill.bgColor.rgb for f in formats for rule in f.rules if rule.formula == ['N("checker")=0']}


def test_a_note_and_a_fill_on_the_cell() -> None:
    once = annotate("a.xlsx", book(), [note("B4"), note("B3", "xem lại", Severity.WARNING), note("A2", "lưu ý", Severity.NOTE)])
    assert noted(once) == {"B4": "Checker:\nghi 30, tính ra 31", "B3": "Checker:\nxem lại", "A2": "Checker:\nlưu ý"}
    assert filled(once) == {"B4": "FFFFC7CE", "B3": "FFFFEB9C", "A2": "FFDDEBF7"}


def test_several_findings_of_one_cell_are_one_note_of_the_highest_severity() -> None:
    once = annotate("a.xlsx", book(), [note("B4", "một", Severity.NOTE), note("B4", "hai"), note("B4", "ba", Severity.WARNING)])
    assert noted(once) == {"B4": "Checker:\nmột\n\nhai\n\nba"}
    assert filled(once) == {"B4": "FFFFC7CE"}


@pytest.mark.parametrize("options", [{}, {"rule": True}, {"comment": "của Lan"}, {"second": True}])
def test_nothing_else_is_changed(options: dict[str, object]) -> None:
    data = book(**options)
    before, after = parts(data), parts(annotate("a.xlsx", data, [note("B4")]))
    touched = {name for name in after if before.get(name) != after[name]}
    assert list(after)[: len(before)] == list(before)
    assert touched - {"xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml"} <= {SHEET, STYLES, TYPES, RELS, *NEW}
    ours = re.compile(
        rb'<conditionalFormatting sqref="B4"><cfRule[^>]*><formula>N\("checker"\)=0.*?</conditionalFormatting>|<legacyDrawing[^>]*>'
    )
    plain = re.compile(rb"<legacyDrawing[^>]*>")
    assert ours.sub(b"", after[SHEET]) == plain.sub(b"", before[SHEET])


def test_the_fill_leaves_the_authors_own_format() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(annotate("a.xlsx", book(), [note("B4")])))["Kinh phí"]
    assert sheet["B4"].fill.fgColor.rgb == "FF00FF00"


def test_twice_is_once() -> None:
    for data in (book(), book(comment="của Lan"), book(rule=True), book(second=True)):
        given = [note("B4"), note("A1", "khác nữa", Severity.WARNING)]
        once = annotate("a.xlsx", data, given)
        assert annotate("a.xlsx", once, given) == once
        assert is_untouched("a.xlsx", once)
        assert not is_untouched("a.xlsx", data)


def test_notes_of_a_mended_file_are_taken_out() -> None:
    once = annotate("a.xlsx", book(), [note("B4"), note("B3")])
    left = annotate("a.xlsx", once, [note("B3", "còn lại")])
    assert (noted(left), list(filled(left))) == ({"B3": "Checker:\ncòn lại"}, ["B3"])
    none = annotate("a.xlsx", left, [])
    assert (noted(none), filled(none)) == ({}, {})
    assert parts(none)["xl/drawings/vmlDrawing1.vml"].count(b"<v:shape ") == 0


def test_without_notes_the_file_stays_as_it_is() -> None:
    data = book(comment="của Lan", rule=True)
    assert annotate("a.xlsx", data, []) is data


def test_other_peoples_notes_stay_and_ours_follow_below() -> None:
    data = book(comment="của Lan")
    once = annotate("a.xlsx", data, [note("B4"), note("B3")])
    below = "của Lan\n\nChecker:\nghi 30, tính ra 31"
    assert noted(once) == {"A1": "khác", "B4": below, "B3": "Checker:\nghi 30, tính ra 31"}
    assert annotate("a.xlsx", once, [note("B4"), note("B3")]) == once
    assert noted(annotate("a.xlsx", once, [])) == {"A1": "khác", "B4": "của Lan"}
    boxes = parts(once)["xl/drawings/commentsDrawing1.vml"]
    assert boxes.count(b'ObjectType="Note"') == 3


def test_rules_of_others_stay() -> None:
    data = book(rule=True)
    once = annotate("a.xlsx", data, [note("B4")])
    formats = [rule for f in openpyxl.load_workbook(io.BytesIO(once))["Kinh phí"].conditional_formatting for rule in f.rules]
    assert [(rule.type, rule.priority) for rule in formats] == [("cellIs", 1), ("expression", 2)]
    assert parts(annotate("a.xlsx", once, []))[SHEET].replace(b" ", b"").count(b"<cfRule") == 1


def test_rules_that_another_program_put_together_are_taken_apart() -> None:
    """Excel saves the rules of the same cells in one block."""
    found = parts(annotate("a.xlsx", book(rule=True), [note("B4")]))
    found[SHEET] = found[SHEET].replace(b'</conditionalFormatting><conditionalFormatting sqref="B4">', b"")
    assert found[SHEET].count(b"<conditionalFormatting") == 1
    once = parts(annotate("a.xlsx", zipped(found), []))[SHEET]
    assert (once.count(b"<conditionalFormatting"), once.count(b"<cfRule"), b"checker" in once) == (1, 1, False)


def test_a_fill_whose_note_somebody_deleted_is_taken_out() -> None:
    data = book()
    found = parts(annotate("a.xlsx", data, [note("B4")]))
    found[RELS] = found[RELS].replace(b"/comments", b"/gone")
    assert filled(annotate("a.xlsx", zipped(found), [])) == {}


def zipped(found: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    return out.getvalue()


BUTTON = (
    b'<v:shape id="_x0000_s1025" type="#_x0000_t201"><v:textbox><div>M\xe1\xbb\x99t<br>hai</div></v:textbox>'
    b'<x:ClientData ObjectType="Button"/></v:shape>'
)


def test_a_drawing_that_is_no_well_formed_xml_keeps_its_buttons() -> None:
    data = book()
    found = parts(annotate("a.xlsx", data, []))
    found["xl/drawings/vmlDrawing7.vml"] = b'<xml xmlns:v="v" xmlns:x="x">' + BUTTON + b"</xml>"
    relation = (
        b'<Relationship Id="k" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" '
        b'Target="../drawings/vmlDrawing7.vml"/></Relationships>'
    )
    found[RELS] = found[RELS].replace(b"</Relationships>", relation)
    legacy = b'<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="k"/></worksheet>'
    found[SHEET] = found[SHEET].replace(b"</worksheet>", legacy)
    once = annotate("a.xlsx", zipped(found), [note("B4")])
    drawing = parts(once)["xl/drawings/vmlDrawing7.vml"]
    assert BUTTON in drawing
    assert b"_x0000_s1026" in drawing
    assert parts(annotate("a.xlsx", once, []))["xl/drawings/vmlDrawing7.vml"].count(b"<v:shape ") == 1
    assert parts(once)[SHEET].count(b"<legacyDrawing") == 1


@pytest.mark.parametrize(
    ("given", "sheet", "text"),
    [
        (note("B1", sheet="Phụ lục"), "Phụ lục", {"B1": "Checker:\nghi 30, tính ra 31"}),
        (note("B1", sheet="Không có"), "Kinh phí", {"A1": "Checker:\nỞ B1:\nghi 30, tính ra 31"}),
        (note("B1")._replace(place=Place(sheet="Phụ lục")), "Phụ lục", {"A1": "Checker:\nỞ B1:\nghi 30, tính ra 31"}),
    ],
)
def test_the_sheet(given: Note, sheet: str, text: dict[str, str]) -> None:
    once = annotate("a.xlsx", book(second=True), [given])
    assert noted(once, sheet) == text
    assert noted(once, {"Kinh phí": "Phụ lục", "Phụ lục": "Kinh phí"}[sheet]) == {}


def test_a_cell_that_the_sheet_does_not_have() -> None:
    once = annotate("a.xlsx", book(), [note("Z99")])
    assert noted(once) == {"Z99": "Checker:\nghi 30, tính ra 31"}


def test_a_prefix_for_the_namespace_of_the_sheet() -> None:
    found = parts(book())
    found[SHEET] = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", found[SHEET]).replace(b'xmlns="', b'xmlns:x="')
    once = annotate("a.xlsx", zipped(found), [note("B4")])
    assert (noted(once), list(filled(once))) == ({"B4": "Checker:\nghi 30, tính ra 31"}, ["B4"])
    assert annotate("a.xlsx", once, [note("B4")]) == once


def test_macros_stay() -> None:
    data = zipped({**parts(book()), "xl/vbaProject.bin": bytes(range(256))})
    assert parts(annotate("a.xlsm", data, [note("B4")]))["xl/vbaProject.bin"] == bytes(range(256))


@pytest.mark.parametrize("sheet", [b"<worksheet/>", b"<worksheet><sheetData>", b"\xff\xfe<\0", b"<a><sheetData/></a>"])
def test_a_damaged_sheet_is_said_so(sheet: bytes) -> None:
    found = parts(book())
    found[SHEET] = sheet
    with pytest.raises(ReadError, match="sheet1"):
        annotate("a.xlsx", zipped(found), [note("B4")])
