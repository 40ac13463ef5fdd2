"""A Word file with a figure in every kind of place, and what is read back from files with comments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.oxml import parse_xml
from lxml import etree

from checker.document import Document, Footnote, Paragraph, Table
from checker.notes import Note
from checker.readers import read
from checker.report import Severity
from checker.text import Text
from tests.tools.docx_from_markdown import add_footnotes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
GRID = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def tbl(*cells: str) -> str:
    return f"<w:tbl>{GRID}<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


SHAPE = '<v:shape id="_x1" style="width:90pt;height:40pt"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>'
BODY = {
    "1.250": p(r("Có tổng cộng ") + r("1.2", "<w:b/>") + r("50 người")),
    "120": p(f'<w:ins w:id="90" w:author="A" w:date="2024-01-02T00:00:00Z">{r("Thêm 120 hộ")}</w:ins>' + r(" nữa")),
    "130": p(r("Xem ") + f'<w:hyperlink w:anchor="x">{r("bảng có 130 hộ")}</w:hyperlink>'),
    "140": p(f'<w:fldSimple w:instr=" DOCPROPERTY x ">{r("có 140 hộ")}</w:fldSimple>' + r(" nghèo")),
    "150": p(f'{BEGIN}<w:r><w:instrText xml:space="preserve"> =SUM(ABOVE) </w:instrText></w:r>{SEPARATE}{r("150")}{END}' + r(" hộ")),
    "155": p(f'{BEGIN}<w:r><w:instrText> HYPERLINK "http://a.vn" </w:instrText></w:r>{SEPARATE}{r("xem 155 hộ")}{END}'),
    "157": p(r("Mục ") + f"{BEGIN}<w:r><w:instrText>REF x</w:instrText></w:r>{SEPARATE}{r('có 157 hộ')}{END}{r(' nữa')}"),
    "160": p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('có 160 hộ')}</w:sdtContent></w:sdt>"),
    "170": tbl(p(r("Xã A")), p(r("170 hộ"))),
    "180": tbl(p(r("Xã B")), tbl(p(r("Thôn")), p(r("180"))) + p("")),
    "190": p(r("Trong khung: ") + f"<w:r><w:pict>{SHAPE.format(p(r('có 190 hộ')))}</w:pict></w:r>"),
    "1/2": p(r("Được ") + "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
    "51-52": p(r("nga\u0300y\u00a0họp") + "<w:r><w:tab/><w:t>số 51</w:t><w:noBreakHyphen/><w:t>52 họp</w:t></w:r>"),
    "260": p(r("Trang sau") + "<w:r><w:rPr><w:i/></w:rPr><w:lastRenderedPageBreak/><w:t>260</w:t></w:r>"),
    "hòa 7": p(r("Xã ho\u0300a 7 xa")),
    "280": p(r("Nhắc lại ") + '<w:r><w:t>280</w:t><w:footnoteReference w:id="1"/><w:t xml:space="preserve"> hộ</w:t></w:r>'),
}
WHOLE = {"140": "có 140 hộ", "157": "có 157 hộ"}
"""Figures in the result of a field, which has the comment as a whole."""
ELSEWHERE = {"190": "←", "210": "", "220": "←", "230": "←"}
"""Figures that cannot have a comment themselves, and what it encloses."""


def report() -> bytes:
    """A Word file with all of these, and a header, a footer and a footnote."""
    document = docx.Document()
    for content in BODY.values():
        document.element.body.insert(len(document.element.body) - 1, parse_xml(content.replace(">", f" {SPACES}>", 1)))
    document.sections[0].header.paragraphs[0].text = "Đầu trang có 220 hộ"
    document.sections[0].footer.paragraphs[0].text = "Chân trang có 230 hộ"
    add_footnotes(document, {1: "Trong đó 210 hộ"})
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def notes(data: bytes) -> list[Note]:
    """A note on each figure of that file."""
    return [note(data, figure) for figure in (*BODY, "210", "220", "230")]


def note(data: bytes, figure: str, comment: str = "") -> Note:
    for text in texts(read("a.docx", data)):
        if figure in text.value:
            begin = text.value.index(figure)
            place = text.place(begin, begin + len(figure))
            return Note(place, figure, Severity.ERROR, ("N201",), comment or f"lời bình về {figure}", f"Ở chỗ {figure}:")
    raise LookupError(figure)


def texts(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        if isinstance(block, Paragraph | Footnote):
            yield block.text
        else:
            yield from _cells(block)


def _cells(table: Table) -> Iterator[Text]:
    for row in table.rows:
        yield from (cell.text for cell in row)
    for nested in table.nested:
        yield from _cells(nested)


def commented(data: bytes) -> dict[str, str]:
    """The text of each comment, and the characters that it encloses; of one that encloses nothing "←" and the words before it."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    comments = etree.fromstring(archive.read("word/comments.xml"))
    texts = {c.get(W + "id"): "\n".join("".join(line.itertext()) for line in c.iter(W + "p")) for c in comments}
    open_: dict[str, str] = {}
    found: dict[str, str] = {}
    before = ""
    for element in etree.fromstring(archive.read("word/document.xml")).iter():
        id = element.get(W + "id")
        if element.tag == W + "commentRangeStart":
            open_[id] = ""
        elif element.tag == W + "commentRangeEnd":
            found[texts[id]] = open_.pop(id)
        elif element.tag == W + "commentReference":
            found.setdefault(texts[id], "←" + before)
        elif element.tag == W + "p":
            before = ""
        elif (shown := _shown(element)) and not any(e.tag == W + "txbxContent" for e in element.iterancestors()):
            before += shown
            open_ = {name: said + shown for name, said in open_.items()}
    assert len(found) == len(texts)
    assert not open_
    return found


def _shown(element: etree._Element) -> str:
    return {"t": element.text or "", "tab": "\t", "noBreakHyphen": "-", "den": "/"}.get(etree.QName(element).localname, "")
