"""Files that mean harm, or that something has damaged: name → bytes, made when they are asked for.

None of them holds anything dangerous: the bombs are long runs of one character, the external references lead to a file that the
tests watch, or to a port where nobody listens.
"""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

MEGABYTE = 1024 * 1024
WATCHED = "file:///etc/passwd"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 8}">' for old, new in zip("bcdefghi", "cdefghij", strict=True))
    + "]>"
)
_EXTERNAL = f'<!DOCTYPE x [<!ENTITY j SYSTEM "{WATCHED}">]>'


def zipped(parts: Mapping[str, bytes | str], stored: tuple[str, ...] = ()) -> bytes:
    """An archive of these parts, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, head: str = "", **more: bytes | str) -> bytes:
    """A Word file with this body; `more` are further parts, "/" written "__" and "." written "_DOT_"."""
    document = f'{head}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>'
    return zipped(_package("word/document.xml", "wordprocessingml.document.main", document) | _named(more))


def xlsx(rows: str, before: str = "", head: str = "", **more: bytes | str) -> bytes:
    """A workbook of one sheet with these rows."""
    sheet = f'{head}<worksheet xmlns="{_S}" xmlns:r="{_R}">{before}<sheetData>{rows}</sheetData></worksheet>'
    book = f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
    relations = _relations(f'Type="{_R}/worksheet" Target="worksheets/sheet1.xml"')
    parts = _package("xl/workbook.xml", "spreadsheetml.sheet.main", book)
    return zipped(parts | {"xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.xml": sheet} | _named(more))


def odf(kind: str, body: str, head: str = "") -> bytes:
    """An OpenDocument file: `kind` is text or spreadsheet."""
    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table"))
    content = f"{head}<office:document-content {spaces}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return zipped({"mimetype": mime, "content.xml": content}, stored=("mimetype",))


def pdf(*objects: str, root: int = 1) -> bytes:
    """A PDF file of these objects, numbered from 1."""
    out, places = b"%PDF-1.5\n", []
    for number, source in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{source}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def png(width: int, height: int) -> bytes:
    """A black picture of that size, a few kilobytes long."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def _package(main: str, kind: str, source: str) -> dict[str, bytes | str]:
    types = (
        f'<Types xmlns="{_P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>'
    )
    return {"[Content_Types].xml": types, "_rels/.rels": _relations(f'Type="{_R}/officeDocument" Target="{main}"'), main: source}


def _relations(first: str) -> str:
    return f'<Relationships xmlns="{_P}/relationships"><Relationship Id="rId1" {first}/></Relationships>'


def _named(more: Mapping[str, bytes | str]) -> dict[str, bytes | str]:
    return {name.replace("__", "/").replace("_DOT_", "."): data for name, data in more.items()}


def _nested(opening: str, closing: str, deep: int = 10_000) -> str:
    return opening * deep + "12" + closing * deep


_TABLE = "table:table"
_PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_CELL = '<c r="{}"><v>1</v></c>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

UNREADABLE: Mapping[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: docx(" " * (300 * MEGABYTE)),
    "bomb.xlsx": lambda: xlsx(" " * (300 * MEGABYTE)),
    "bomb.odt": lambda: odf("text", " " * (300 * MEGABYTE)),
    "bomb.ods": lambda: odf("spreadsheet", " " * (300 * MEGABYTE)),
    "parts.docx": lambda: zipped({f"word/{number}.xml": "" for number in range(5_000)}),
    "entities.docx": lambda: docx(_PARAGRAPH.format("&j;"), _ENTITIES),
    "entities.xlsx": lambda: xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>', head=_ENTITIES),
    "entities.odt": lambda: odf("text", "<text:p>&j;</text:p>", _ENTITIES),
    "external.docx": lambda: docx(_PARAGRAPH.format("&j;"), _EXTERNAL),
    "external.odt": lambda: odf("text", "<text:p>&j;</text:p>", _EXTERNAL),
    "no-body.docx": lambda: zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"}),
    "no-sheets.xlsx": lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/styles.xml": "<x/>"}),
    "no-content.odt": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
    "cut.docx": lambda: docx(_PARAGRAPH.format("a"))[:400],
    "cut.xlsx": lambda: xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')[:400],
    "cut.odt": lambda: odf("text", "<text:p>a</text:p>")[:200],
    "cut.pdf": lambda: pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>")[:60],
    "locked.docx": lambda: _OLE,
    "locked.xlsx": lambda: _OLE,
    "no-ole.xls": lambda: _OLE,
    "loop.pdf": lambda: pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
    "million.pdf": lambda: pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 1000000 >>"),
    "deep.json": lambda: b"[" * 1_000_000,
    "aliases.yaml": lambda: ("a0: &a0 [1]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30))).encode(),
    "tags.yaml": lambda: b"- !!python/object/apply:os.system ['true']\n",
    "huge.png": lambda: png(60_000, 60_000),
    "cut.png": lambda: png(3_000, 3_000)[:200],
}
"""Each of these is one problem in one line."""

READABLE: Mapping[str, Callable[[], bytes]] = {
    "nested.docx": lambda: docx(_nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")),
    "nested.odt": lambda: odf("text", _nested(f"<{_TABLE}><{_TABLE}-row><{_TABLE}-cell>", f"</{_TABLE}-cell></{_TABLE}-row></{_TABLE}>")),
    "nested.html": lambda: _nested("<table><tr><td>", "</td></tr></table>").encode(),
    "nested-lists.html": lambda: _nested("<ul><li>", "</li></ul>").encode(),
    "far-cell.xlsx": lambda: xlsx(f'<row r="1048576">{_CELL.format("XFD1048576")}</row>', '<dimension ref="A1:XFD1048576"/>'),
    "columns.xlsx": lambda: xlsx(
        f'<row r="1" spans="1:1000000">{_CELL.format("A1")}</row>', '<cols><col min="1" max="1000000" hidden="1"/></cols>'
    ),
    "repeated.ods": lambda: odf(
        "spreadsheet",
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row></table:table>',
    ),
    "external.html": lambda: f'<p>12 <img src="http://127.0.0.1:9/x.png"><iframe src="{WATCHED}"></iframe></p>'.encode(),
    "macros.docm": lambda: docx(_PARAGRAPH.format("12"), word__vbaProject_DOT_bin=_OLE),
    "template.docx": lambda: docx(
        _PARAGRAPH.format("12"),
        word___rels__document_DOT_xml_DOT_rels=_relations(
            f'Type="{_R}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"'
        ),
    ),
    "one-line.csv": lambda: b"1," * (5 * MEGABYTE),
    "nul.csv": lambda: b"a,b\n" + bytes(100_000),
    "keys.json": lambda: json.dumps([{f"k{number}": number for number in range(100_000)}]).encode(),
    "brackets.html": lambda: b"<" * MEGABYTE,
}
"""These are read, or are one problem each; no more is asked of them than that they end."""
