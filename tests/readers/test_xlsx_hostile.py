"""Workbooks that are damaged, or made to harm: one clear line, and nothing blown up."""

from __future__ import annotations

import tracemalloc

import pytest

from checker.document import Document, Table
from checker.readers import MOST_COLUMNS, ReadError, read
from tests.tools.workbooks import HEAD, MAIN, archive, cell, of_rows, parts_of, sheet, workbook

ROWS = [["Xã", "Số hộ"], ["An Hòa", 12], ["Tân An", 7], ["Cộng", ("SUM(B2:B3)", 19)]]
GOOD = workbook({"KinhPhi": sheet(ROWS), "Khác": sheet(ROWS)})
MEGABYTE = 1 << 20


def changed(**parts: str | bytes | None) -> bytes:
    """The good workbook with parts in the stead of its own, or without them."""
    names = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml", "book": "xl/workbook.xml"}
    names |= {"rels": "xl/_rels/workbook.xml.rels", "top": "_rels/.rels"}
    made = parts_of(GOOD)
    for name, content in parts.items():
        if content is None:
            del made[names[name]]
        else:
            made[names[name]] = content
    return archive(made)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"not a workbook", "no_workbook"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "xls_password"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "old_workbook"),
        (archive({"a.txt": "a"}), "no_main_sheet"),
        (changed(top=None), "no_main_sheet"),
        (changed(book=None), "no_main_sheet"),
        (changed(book="<workbook"), "save_workbook_again"),
        (changed(book=f'{HEAD}<document xmlns="{MAIN}"/>'), "no_workbook"),
        (changed(rels=None), "no_sheet"),
        (changed(strings="<sst"), "save_workbook_again"),
        (changed(strings=f'{HEAD}<!DOCTYPE a [<!ENTITY b "c">]><sst xmlns="{MAIN}"/>'), "save_workbook_again"),
        (changed(styles="<styleSheet"), "save_workbook_again"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, key: str) -> None:
    with pytest.raises(ReadError) as raised:
        read("a.xlsx", data)
    assert raised.value.key == key
    assert "\n" not in raised.value.told("vi") + raised.value.told("en")


@pytest.mark.parametrize(
    "xml",
    [
        "<worksheet",
        sheet(ROWS)[:-60],
        f'{HEAD}<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
        f'{HEAD}<!DOCTYPE w SYSTEM "http://localhost/x.dtd"><worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
        of_rows('<row r="1"><c r="A1"><v>&undeclared;</v></c></row>'),
        None,
    ],
)
def test_a_sheet_that_is_damaged_is_left_out_and_the_rest_is_read(xml: str | None) -> None:
    found = read("a.xlsx", changed(sheet=xml))
    assert [block.sheet for block in found.blocks if isinstance(block, Table)] == ["Khác"]
    assert len(found.warnings) == 1


def test_a_workbook_without_texts_and_formats_is_read() -> None:
    assert len(read("a.xlsx", changed(strings=None, styles=None)).blocks) == 2


def read_in(data: bytes, most: int) -> Document:
    """Reads, in so many megabytes beside the file's own."""
    tracemalloc.start()
    try:
        return read("a.xlsx", data)
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < most * MEGABYTE


def test_only_what_is_there_counts() -> None:
    claimed = sheet(ROWS, before='<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="1"/></cols>')
    merged = '<mergeCells count="1"><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    assert len(read_in(changed(sheet=claimed.replace("</sheetData>", "</sheetData>" + merged)), 20).blocks) == 2
    far = of_rows(f'<row r="1">{cell("Xã", "A1")}</row><row r="1048576">{cell(1, "A1048576")}{cell(5, "XFD1048576")}</row>')
    found = read_in(changed(sheet=far), 60)
    assert [(w.key, w.values["count"], w.values["most"]) for w in found.warnings] == [("cells_left_out", 1, MOST_COLUMNS)]


def test_rows_and_cells_out_of_order_are_left_out() -> None:
    rows = f'<row r="3">{cell(1, "B3")}{cell(2, "A3")}{cell(3, "B3")}</row><row r="2">{cell(9, "A2")}</row>'
    rows += f'<row r="9999999">{cell(9, "A9999999")}</row>'
    found = read("a.xlsx", changed(sheet=of_rows(rows)))
    assert [(w.key, w.values["count"]) for w in found.warnings] == [("cells_left_out", 4)]


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>' + " " * (64 * MEGABYTE)
    found = read_in(changed(sheet=bomb), 20)
    assert [w.key for w in found.warnings] == ["sheet_left_out"]


def test_more_cells_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.readers.xlsx.MOST_CELLS", 10)
    with pytest.raises(ReadError, match="more than"):
        read("a.xlsx", GOOD)


def test_short_rows_of_a_wide_table_count_as_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = [[1] * 200, *([1, 2] for _ in range(200))]
    monkeypatch.setattr("checker.readers.xlsx.MOST_CELLS", 2_000)
    with pytest.raises(ReadError, match="more than"):
        read("a.xlsx", workbook({"A": sheet(wide)}))


@pytest.mark.parametrize("reference", ["A0", "1", "A", "", "ZZZZZ9", "$A$1", "a1", "A1:B2", "A99999999999", "-1", "Á1"])
def test_odd_addresses_harm_nobody(reference: str) -> None:
    rows = f'<row r="{reference}"><c r="{reference}" s="{reference}" t="{reference}"><v>{reference}</v></c></row>'
    merged = f'<mergeCells><mergeCell ref="{reference}"/></mergeCells><cols><col min="{reference}" max="x" hidden="1"/></cols>'
    read("a.xlsx", changed(sheet=of_rows(rows, merged)))


def test_macros_are_not_looked_at() -> None:
    parts = parts_of(GOOD) | {"xl/vbaProject.bin": b"\x00" * 100}
    assert len(read("a.xlsm", archive(parts)).blocks) == 2


def test_a_part_with_a_password_is_said() -> None:
    data = bytearray(GOOD)
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(ReadError) as raised:
        read("a.xlsx", bytes(data))
    assert raised.value.key == "save_workbook_again"
