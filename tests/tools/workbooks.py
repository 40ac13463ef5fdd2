"""Workbooks written by hand, part by part: each test shows the XML that it is about; values and formulas are drawn as rows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from checker.place import cell_address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
Value = str | int | float | tuple[str, str | int | float] | None


def sheet(rows: Iterable[Sequence[Value]], style: int = 0, more: str = "", before: str = "") -> str:
    """The XML of a sheet: texts, numbers, and formulas as (formula, stored result), from A1 on."""
    made = (
        f'<row r="{r}">{"".join(cell(value, cell_address(r, c), style) for c, value in enumerate(row, 1))}</row>'
        for r, row in enumerate(rows, 1)
    )
    return of_rows("".join(made), more, before)


def of_rows(rows: str, more: str = "", before: str = "") -> str:
    return f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{more}</worksheet>'


def cell(value: Value, address: str, style: int = 0) -> str:
    formula, value = value if isinstance(value, tuple) else ("", value)
    written = f"<f>{escape(formula)}</f>" if formula else ""
    if value is None or value == "":
        return f'<c r="{address}" s="{style}">{written}</c>'
    if isinstance(value, int | float):
        return f'<c r="{address}" s="{style}">{written}<v>{value!r}</v></c>'
    if value.startswith("#"):
        return f'<c r="{address}" t="e">{written}<v>{value}</v></c>'
    if formula:
        return f'<c r="{address}" t="str">{written}<v>{escape(value)}</v></c>'
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def styles(codes: Sequence[str]) -> str:
    """Style 0 is General, 1 the first of the codes and so on."""
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>' for n, code in enumerate(codes))
    cells = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(codes)))
    return f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'


def workbook(
    sheets: Mapping[str, str], codes: Sequence[str] = (), strings: str = "", properties: str = "", states: Mapping[str, str] | None = None
) -> bytes:
    """A workbook of these sheets, by name; `strings` are the `si` elements that the cells share."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}" state="{(states or {}).get(name, "visible")}"/>'
        for n, name in enumerate(sheets, 1)
    )
    related = "".join(_relation(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1))
    related += _relation("rIdS", "styles", "styles.xml") + _relation("rIdT", "sharedStrings", "sharedStrings.xml")
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{TYPE}"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{_relation("r", "officeDocument", "xl/workbook.xml")}</Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr {properties}/><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "xl/styles.xml": styles(codes),
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>',
        **{f"xl/worksheets/sheet{n}.xml": xml for n, xml in enumerate(sheets.values(), 1)},
    }
    return archive(parts)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _relation(id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'
