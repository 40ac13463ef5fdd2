"""The Word reader: files are written by hand here, part by part, so that each test shows the XML that it is about."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from checker import check
from checker.containers import Container
from checker.document import Document, Footnote, Paragraph, Table
from checker.flow.numerals import formatted
from checker.place import Place
from checker.readers import ReadError, read
from checker.readers.docx import recognises
from checker.readers.docx.names import W
from checker.readers.docx.notes import Marks
from checker.readers.docx.runs import at, read_inline
from checker.readers.docx.styles import Style, Styles

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}/relationships" xmlns:m="{OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph; words that are no XML become a run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else r(content)}</w:p>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<w:tc') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def item(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def relations(targets: dict[str, tuple[str, str]]) -> str:
    entries = "".join(f'<Relationship Id="{id}" Type="{OFFICE}/relationships/{kind}" Target="{to}"/>' for id, (kind, to) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def packed(body: str, main: str = "word/document.xml", **others: str) -> bytes:
    """A Word file; each of `others` is a part, named by its kind ("styles", "footnotes", "header1")."""
    folder, _, name = main.rpartition("/")
    targets = {kind: (kind.rstrip("0123456789"), f"{kind}.xml") for kind in others}
    parts = {
        "[Content_Types].xml": '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml"/></Types>',
        "_rels/.rels": relations({"rId1": ("officeDocument", main)}),
        main: f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{name}.rels": relations(targets),
    }
    for kind, content in others.items():
        root = {"header": "hdr", "footer": "ftr"}.get(kind[:6], kind)
        parts[f"{folder}/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
    return zipped(parts)


def document(body: str, **others: str) -> Document:
    return read("bao-cao.docx", packed(body, **others))


def paragraphs(body: str, **others: str) -> list[Paragraph]:
    return [block for block in document(body, **others).blocks if isinstance(block, Paragraph)]


def texts(body: str, **others: str) -> list[str]:
    return [paragraph.text.value for paragraph in paragraphs(body, **others)]


def table(body: str, **others: str) -> Table:
    return next(block for block in document(body, **others).blocks if isinstance(block, Table))


def shown(found: Table) -> list[list[str]]:
    """The cells' texts; a merged one in brackets where it is not the first."""
    return [[f"[{cell.text.value}]" if cell.merged else cell.text.value for cell in row] for row in found.rows]


# ------------------------------------------------------------------------------------------------ what is text


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = FIELD.format("begin"), FIELD.format("separate"), FIELD.format("end")
PAGE = f"{BEGIN}<w:r><w:instrText> PAGE </w:instrText></w:r>{SEPARATE}{r('12')}{END}"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("Số 51/NQ") + "<w:r><w:noBreakHyphen/></w:r>" + r("HĐND"), "Số 51/NQ-HĐND"),
        (r("đào") + "<w:r><w:softHyphen/></w:r>" + r("tạo"), "đàotạo"),
        (r("Cộng") + "<w:r><w:tab/></w:r>" + r("12"), "Cộng 12"),
        (r("một\n  hai"), "một   hai"),
        ('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "a≥5"),
        (f'<w:ins w:id="1">{r("12")}</w:ins><w:del w:id="2"><w:r><w:delText>13</w:delText></w:r></w:del>' + r(" hộ"), "12 hộ"),
        (f'<w:del w:id="2">{r("13")}</w:del>' + r("12 hộ"), "12 hộ"),
        (f"<w:moveFrom>{r('đi ')}</w:moveFrom><w:moveTo>{r('đến')}</w:moveTo>", "đến"),
        (f"<w:bdo>{r('a')}</w:bdo><w:customXml>{r('b')}</w:customXml><w:r><w:ptab/></w:r>{r('c')}", "ab c"),
        (f"<w:hyperlink>{r('liên kết ')}</w:hyperlink><w:smartTag>{r('nhãn')}</w:smartTag>", "liên kết nhãn"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('15 người')}</w:sdtContent></w:sdt>", "15 người"),
        (f'<w:fldSimple w:instr=" DOCPROPERTY x ">{r("kết quả")}</w:fldSimple>', "kết quả"),
        (r("Trang ") + f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>', "Trang"),
        (r("Trang ") + PAGE, "Trang"),
        (f"{BEGIN}<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>{SEPARATE}{r('26')}{END}" + r(" người"), "26 người"),
        (f"{BEGIN}{r('IF ')}{BEGIN}{SEPARATE}{r('lồng')}{END}{SEPARATE}{r('kết quả')}{END}", "kết quả"),
        (END + r("còn đây"), "còn đây"),
        (r("thấy") + r(" ẩn", "<w:vanish/>") + r(" rõ", '<w:vanish w:val="0"/>'), "thấy rõ"),
        (r("chữ hoa", "<w:caps/>"), "chữ hoa"),
        (r("797") + r("1", '<w:vertAlign w:val="superscript"/>') + r(", CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "797¹, CO2"),
        ("<m:oMath><m:f><m:num>" + m("1") + "</m:num><m:den>" + m("2") + "</m:den></m:f></m:oMath>" + r(" ha"), "1/2 ha"),
        (f"<m:oMath>{m('10')}<m:sup>{m('3')}</m:sup>{m('x')}<m:sub>{m('1')}</m:sub></m:oMath>", "10^3x_1"),
        (r("ghi") + '<w:commentRangeStart w:id="0"/>' + r(" chú") + '<w:r><w:commentReference w:id="0"/></w:r>', "ghi chú"),
        (r("nga\u0300y 5"), "ngày 5"),
    ],
)
def test_text_of_a_paragraph(content: str, expected: str) -> None:
    assert texts(p(content)) == [expected]


def test_empty_paragraphs_are_dropped_but_counted() -> None:
    (found,) = paragraphs(p("  ") + "<w:p/>" + p("ba"))
    assert found.text.place(0).paragraph == 3


def test_a_field_whose_end_is_missing_does_not_swallow_the_document() -> None:
    assert texts(p(f"{BEGIN}<w:r><w:instrText>TOC</w:instrText></w:r>") + p("Nội dung")) == ["Nội dung"]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("<w:r><w:br/></w:r>", ["Tổng số 5", "Trong đó 3"]),
        ("<w:r><w:cr/></w:r>", ["Tổng số 5", "Trong đó 3"]),
        ('<w:r><w:br w:type="page"/></w:r>', ["Tổng số 5", "Trong đó 3"]),
    ],
)
def test_a_line_break_ends_a_paragraph(between: str, expected: list[str]) -> None:
    found = paragraphs(p(r("Tổng số 5") + between + r("Trong đó 3"), item(1)), numbering=numbering("%1."))
    assert [paragraph.text.value for paragraph in found] == expected
    assert [paragraph.marker for paragraph in found] == ["1.", ""]
    assert [paragraph.page_break for paragraph in found] == [False, "page" in between]
    assert (found[1].text.place(0).paragraph, found[1].text.place(0).offset) == (1, 11)


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [("đã hỗ trợ cho", "12 hộ", 2), ("đã hỗ trợ cho", "các hộ nghèo", 1), ("gồm", "a) xã Bình Minh", 2), ("đã xong.", "còn lại", 2)],
)
def test_a_line_that_goes_on_in_the_middle_of_a_sentence(first: str, second: str, lines: int) -> None:
    assert len(texts(p(f"{r(first)}<w:r><w:br/></w:r>{r(second)}"))) == lines


def test_a_heading_stays_one_over_a_line_break() -> None:
    body = p(r("KẾT QUẢ") + "<w:r><w:br/></w:r>" + r("THỰC HIỆN"), '<w:outlineLvl w:val="0"/>')
    assert [(found.text.value, found.level) for found in paragraphs(body)] == [("KẾT QUẢ THỰC HIỆN", 1)]


def test_page_breaks_are_kept_for_what_follows() -> None:
    body = p("một") + p('<w:r><w:br w:type="page"/></w:r>') + p("hai") + p("ba", "<w:pageBreakBefore/>") + p("bốn")
    assert [found.page_break for found in paragraphs(body)] == [False, True, True, False]


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_paragraphs_whose_mark_is_deleted_are_one(change: str) -> None:
    gone = f'<w:rPr><w:{change} w:id="1"/></w:rPr>'
    (found,) = paragraphs(p("Có 12 ", gone) + p("", gone) + p("hộ nghèo", '<w:outlineLvl w:val="1"/>'))
    assert (found.text.value, found.level) == ("Có 12 hộ nghèo", 2)
    assert [(found.text.place(i).paragraph, found.text.place(i).offset) for i in (3, 6)] == [(1, 4), (3, 1)]


def test_a_paragraph_whose_mark_is_deleted_does_not_jump_over_a_table() -> None:
    blocks = document(p("trước", "<w:rPr><w:del/></w:rPr>") + tbl(tr("a")) + p("sau")).blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]


# ------------------------------------------------------------------------------------------------ places


def test_places_run_on_over_the_runs() -> None:
    (found,) = paragraphs(p("đầu") + p(r("  Có ") + r("ẩn", "<w:vanish/>") + "<w:r><w:tab/></w:r>" + r("12 hộ")))[1:]
    assert found.text.value == "Có  12 hộ"
    assert found.text.place(0) == Place(file="bao-cao.docx", part="body", paragraph=2, offset=3)
    assert found.text.place(4).offset == 7
    assert len(found.text.marks) == 1


def test_places_count_code_points_of_the_file_where_letters_are_decomposed() -> None:
    (found,) = paragraphs(p("nga\u0300y 5"))
    assert found.text.place(found.text.value.index("5")).offset == 7


def test_an_offset_leads_back_to_its_run() -> None:
    data = packed(p(r("Có ") + "<w:ins>" + "<w:r><w:tab/><w:t>12</w:t></w:r>" + "</w:ins>" + r(" hộ")))
    element = next(Container(data).xml("word/document.xml").iter(W + "p"))
    inline = read_inline(element, Style(), Styles(None), Marks())
    runs = list(element.iter(W + "r"))
    assert [at(inline, offset) for offset in (1, 4, 5, 6, 7, 10)] == [
        (runs[0], 0),
        (runs[1], 0),
        (runs[1], 1),
        (runs[1], 2),
        (runs[2], 0),
        None,
    ]


# ------------------------------------------------------------------------------------------------ headings, bold, numbering


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Muc1"><w:name w:val="heading 1"/><w:basedOn w:val="Thuong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rieng"><w:name w:val="Mục riêng"/><w:basedOn w:val="Muc1"/></w:style>
<w:style w:type="paragraph" w:styleId="Cap3"><w:name w:val="x"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="y"/><w:basedOn w:val="Vong"/></w:style>
<w:style w:type="paragraph" w:styleId="MucLuc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Dam"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="AnCon"><w:name w:val="An con"/><w:basedOn w:val="An"/></w:style>
<w:style w:type="paragraph" w:styleId="Cap3Con"><w:name w:val="z"/><w:basedOn w:val="Cap3"/></w:style>
<w:style w:type="numbering" w:styleId="DanhSach"><w:name w:val="Danh sách"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
"""


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("", None),
        (style("Muc1"), 1),
        (style("Rieng"), 1),
        (style("Cap3"), 3),
        (style("Vong"), None),
        (style("missing"), None),
        ('<w:outlineLvl w:val="1"/>', 2),
        (style("Muc1") + '<w:outlineLvl w:val="9"/>', None),
    ],
)
def test_heading_level(properties: str, level: int | None) -> None:
    assert paragraphs(p("Tình hình", properties), styles=STYLES)[0].level == level


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        (p(r("cả", "<w:b/>") + r(" "), ""), True),
        (p(r("một", "<w:b/>") + r(" phần")), False),
        (p("theo kiểu", style("Muc1")), True),
        (p(r("bỏ đậm", '<w:b w:val="0"/>'), style("Muc1")), False),
        (p(r("chữ", '<w:rStyle w:val="Dam"/>')), True),
    ],
)
def test_bold(body: str, bold: bool) -> None:
    assert paragraphs(body, styles=STYLES)[0].bold is bold


@pytest.mark.parametrize("name", ["An", "AnCon"])
def test_hidden_by_style(name: str) -> None:
    assert texts(p(r("thấy") + r("ẩn", f'<w:rStyle w:val="{name}"/>')), styles=STYLES) == ["thấy"]


def test_the_table_of_contents_is_left_out() -> None:
    assert texts(p("I. Tình hình 3", style("MucLuc")) + p("I. Tình hình", style("Muc1")), styles=STYLES) == ["I. Tình hình"]


def numbering(*levels: str, extra: str = "") -> str:
    """A list with such levels: "%1." or "%1.%2)|lowerLetter" or "%1.|decimal|5" (its start)."""
    made = ""
    for depth, level in enumerate(levels):
        pattern, shape, start = [*level.split("|"), *["decimal", "1"][level.count("|") :]]
        made += f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="7">{made}</w:abstractNum>'
    return abstract + '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' + extra


def markers(items: list[tuple[int, int]], definition: str) -> list[str]:
    body = "".join(p("mục", item(number, depth)) for number, depth in items)
    return [found.marker for found in paragraphs(body, numbering=definition)]


@pytest.mark.parametrize(
    ("definition", "items", "expected"),
    [
        (numbering("%1."), [(1, 0), (1, 0)], ["1.", "2."]),
        (numbering("%1.|upperRoman", "%2)|lowerLetter"), [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["I.", "a)", "b)", "II.", "a)"]),
        (numbering("%1.", "%1.%2.", "%1.%2.%3"), [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2)], ["1.", "1.1.", "1.1.1", "1.2.", "1.2.1"]),
        (numbering("%1.", "%1.%2."), [(1, 1), (1, 1)], ["1.1.", "1.2."]),
        (numbering("%1.|decimal|5"), [(1, 0), (1, 0)], ["5.", "6."]),
        (numbering("%1|decimalZero", "\uf0b7|bullet", "+|bullet", "o|bullet"), [(1, 0), (1, 1), (1, 2), (1, 3)], ["01", "•", "+", "-"]),
        (numbering("Điều %1."), [(1, 0)], ["Điều 1."]),
        (numbering("%1."), [(9, 0), (0, 0), (1, 5)], ["", "", ""]),
    ],
)
def test_automatic_numbers(definition: str, items: list[tuple[int, int]], expected: list[str]) -> None:
    assert markers(items, definition) == expected


def test_lists_of_one_definition_count_on_unless_they_have_a_start_of_their_own() -> None:
    extra = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    extra += '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    assert markers([(1, 0), (2, 0), (3, 0), (3, 0)], numbering("%1.", extra=extra)) == ["1.", "2.", "1.", "2."]


def test_a_level_may_be_told_never_to_begin_anew() -> None:
    definition = numbering("%1.", "%2)").replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>')
    assert markers([(1, 0), (1, 1), (1, 0), (1, 1)], definition) == ["1.", "1)", "2.", "2)"]


def test_numbering_by_style() -> None:
    definition = numbering("%1.|upperRoman", "%1.%2").replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Cap3"/>')
    found = paragraphs(
        p("cha", item(1)) + p("con", style("Cap3")) + p("không", style("Cap3") + item(0)), styles=STYLES, numbering=definition
    )
    assert [paragraph.marker for paragraph in found] == ["I.", "I.1", ""]


def test_numbering_by_the_style_that_a_style_is_based_on() -> None:
    own_level = style("Cap3Con") + '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    found = paragraphs(p("cha", style("Cap3Con")) + p("con", own_level), styles=STYLES, numbering=numbering("%1.", "%1.%2"))
    assert [paragraph.marker for paragraph in found] == ["1.", "1.1"]


def test_a_list_of_its_own_begins_at_the_first_level() -> None:
    styles = STYLES.replace('<w:numPr><w:numId w:val="1"/>', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/>')
    own = style("Cap3") + '<w:numPr><w:numId w:val="1"/></w:numPr>'
    assert paragraphs(p("mục", own), styles=styles, numbering=numbering("%1.", "%2)|lowerLetter"))[0].marker == "1."


def test_the_default_style_is_that_of_paragraphs_without_one() -> None:
    styles = STYLES.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:pPr><w:outlineLvl w:val="4"/></w:pPr>')
    assert paragraphs(p("mục"), styles=styles)[0].level == 5


def test_numbering_by_a_list_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    lists = '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="8"/></w:num>'
    found = paragraphs(p("mục", item(6)), styles=STYLES, numbering=linked + numbering("%1)|lowerLetter", extra=lists))
    assert found[0].marker == "a)"


def test_a_list_may_have_a_level_of_its_own() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="(%1)"/></w:lvl>'
    own = f'<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">{level}</w:lvlOverride></w:num>'
    assert markers([(2, 0), (2, 0)], numbering("%1.", extra=own)) == ["(C)", "(D)"]


def test_a_level_may_show_the_others_in_digits() -> None:
    definition = numbering("%1.|upperRoman", "%1.%2").replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>')
    assert markers([(1, 0), (1, 1)], definition) == ["I.", "1.1"]


def test_empty_and_deleted_paragraphs_in_a_list() -> None:
    body = p("một", item(1)) + p("", item(1)) + p("gộp ", item(1) + "<w:rPr><w:del/></w:rPr>") + p("lại", item(1))
    assert [(f.marker, f.text.value) for f in paragraphs(body, numbering=numbering("%1."))] == [("1.", "một"), ("3.", "gộp lại")]


def test_an_automatic_number_in_a_cell_is_part_of_its_text() -> None:
    found = table(tbl(tr(tc(p("", item(1))), tc(p("Bình Minh", item(1))))), numbering=numbering("%1."))
    assert shown(found) == [["1.", "2. Bình Minh"]]
    bullets = table(tbl(tr(tc(p("", item(1))), tc(p("mục", item(1))))), numbering=numbering("-|bullet"))
    assert shown(bullets) == [["", "- mục"]]
    words = found.rows[0][1].text
    assert [words.place(i).offset for i in (0, 1, 3, 5)] == [1, 1, 1, 3]


@pytest.mark.parametrize(
    ("value", "shape", "expected"),
    [
        (4, "upperRoman", "IV"),
        (49, "lowerRoman", "xlix"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (0, "upperRoman", "0"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (3, "chicago", "3"),
    ],
)
def test_formats_of_numbers(value: int, shape: str, expected: str) -> None:
    assert formatted(value, shape) == expected


# ------------------------------------------------------------------------------------------------ tables


SPAN2 = '<w:gridSpan w:val="2"/>'
DOWN, DOWN_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([tr("a", "b"), tr("c")], [["a", "b"], ["c", ""]]),
        ([tr(tc("gộp", SPAN2), "c"), tr("1", "2", "3")], [["gộp", "[gộp]", "c"], ["1", "2", "3"]]),
        ([tr(tc("a", DOWN), "b"), tr(tc("", DOWN_ON), "c"), tr(tc("d", DOWN), "e")], [["a", "b"], ["[a]", "c"], ["d", "e"]]),
        ([tr(tc("ô", SPAN2 + DOWN), "1"), tr(tc("", SPAN2 + DOWN_ON), "2")], [["ô", "[ô]", "1"], ["[ô]", "[ô]", "2"]]),
        ([tr(tc("a", DOWN)), tr(tc("", DOWN_ON)), tr(tc("", DOWN_ON))], [["a"], ["[a]"], ["[a]"]]),
        ([tr("a", properties='<w:gridAfter w:val="1"/>')], [["a", ""]]),
        ([tr(tc("mồ côi", DOWN_ON), "1")], [["mồ côi", "1"]]),
        ([tr("a", "b", "c"), tr("b", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')], [["a", "b", "c"], ["", "b", ""]]),
        ([tr("a"), tr("b", properties='<w:del w:id="1"/>'), tr("c", properties='<w:ins w:id="2"/>')], [["a"], ["c"]]),
        ([tr("a"), tr("ẩn", properties="<w:hidden/>")], [["a"]]),
        ([tr("a", tc("xoá", "<w:cellDel/>"), "b")], [["a", "b"]]),
        ([tr(tc("ngang", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "c")], [["ngang", "[ngang]", "c"]]),
        ([f"<w:sdt><w:sdtContent>{tr('a', 'b')}</w:sdtContent></w:sdt>"], [["a", "b"]]),
        ([tr(tc(p("hai") + p("") + p("dòng")), tc(p(r("một") + "<w:r><w:br/></w:r>" + r("Hai"))))], [["hai dòng", "một Hai"]]),
    ],
)
def test_grid(rows: list[str], expected: list[list[str]]) -> None:
    assert shown(table(tbl(*rows))) == expected


def test_senseless_widths_are_bounded() -> None:
    assert len(table(tbl(tr(tc("a", '<w:gridSpan w:val="999999"/>')))).rows[0]) < 100
    wide = document(tbl(tr(*["a"] * 1000), tr("b")))
    assert isinstance(wide.blocks[0], Table)
    assert {len(row) for row in wide.blocks[0].rows} == {256}
    assert "wider than 256 columns" in str(wide.warnings[0])


def test_a_table_of_short_rows_ends_before_it_is_mostly_empty() -> None:
    read_ = document(tbl(tr(*["x"] * 256), *[tr(f"{number}") for number in range(2_100)]))
    (table,) = (block for block in read_.blocks if isinstance(block, Table))
    assert {len(row) for row in table.rows} == {256}
    assert len(table.rows) == 1 + 500_000 // 255
    assert [warning.key for warning in read_.warnings] == ["large_left_out"]


def test_places_in_a_table() -> None:
    body = p("trước") + tbl(tr("a", "b"), tr("c", tc(p("đầu") + p("12 hộ")))) + p("sau")
    cell = table(body).rows[1][1]
    where = Place(file="bao-cao.docx", part="body", table="1", row=2, col=2, paragraph=6, offset=1)
    assert cell.text.place(4) == where
    assert cell.text.place(0).paragraph == 5
    assert paragraphs(body)[1].text.place(0).paragraph == 7
    empty = table(tbl(tr("a", "b"), tr(tc(p("") + p("")), properties='<w:gridAfter w:val="1"/>'))).rows[1]
    assert [(cell.text.place(0).paragraph, cell.text.place(0).row) for cell in empty] == [(3, 2), (None, 2)]


@pytest.mark.parametrize(("headers", "expected"), [("1100", 2), ("0000", None), ("1011", 1), ("1111", None)])
def test_header_rows(headers: str, expected: int | None) -> None:
    rows = [tr("x", properties="<w:tblHeader/>" if flag == "1" else '<w:tblHeader w:val="0"/>') for flag in headers]
    assert table(tbl(*rows)).headers == expected


def test_nested_tables() -> None:
    inner = tbl(tr("5", "6"))
    body = tbl(tr("một")) + tbl(tr(tc(p("ngoài") + inner + p("") + inner)), tr("cuối"))
    found = [block for block in document(body).blocks if isinstance(block, Table)][1]
    assert (found.path, shown(found)) == ("2", [["ngoài"], ["cuối"]])
    assert [nested.path for nested in found.nested] == ["2.1", "2.2"]
    assert found.nested[1].rows[0][1].text.place(0) == Place(
        file="bao-cao.docx", part="body", table="2.2", row=1, col=2, paragraph=7, offset=1
    )


def nest(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("đáy") + "</w:tc></w:tr></w:tbl>" * depth


def test_tables_nested_very_deep_are_left_out_with_a_warning() -> None:
    found = document(nest(60) + nest(60) + p("sau"))
    assert len(found.warnings) == 1
    assert "deep" in str(found.warnings[0])
    assert isinstance(found.blocks[-1], Paragraph)
    assert not document(nest(10)).warnings


def test_ten_thousand_nested_tables_are_refused() -> None:
    with pytest.raises(ReadError, match="deep"):
        document(nest(10_000))


def test_a_table_whose_rows_are_all_deleted_is_no_table() -> None:
    found = document(tbl(tr("a", properties="<w:del/>")) + tbl(tr("b")))
    assert [block.path for block in found.blocks if isinstance(block, Table)] == ["1"]


# ------------------------------------------------------------------------------------------------ notes, boxes, headers


def reference(kind: str, id: int, more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}" {more}/></w:r>'


def note(kind: str, id: int, text: str) -> str:
    return f'<w:{kind} w:id="{id}">{p(f"<w:r><w:{kind}Ref/></w:r>" + r(" " + text))}</w:{kind}>'


SEPARATOR = f'<w:footnote w:type="separator" w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:footnote>'


def test_notes() -> None:
    body = p(r("  Có 12 hộ") + reference("footnote", 5) + r(" nghèo") + reference("endnote", 2)) + tbl(
        tr(tc(p(r("30") + reference("footnote", 3))))
    )
    found = document(
        body,
        footnotes=SEPARATOR
        + note("footnote", 3, "Số liệu tháng 6")
        + note("footnote", 5, "Theo chuẩn mới")
        + note("footnote", 9, "mồ côi"),
        endnotes=note("endnote", 2, "Cuối bài"),
    )
    words, grid, *notes = found.blocks
    assert isinstance(words, Paragraph)
    assert isinstance(grid, Table)
    assert words.notes == ((8, "1"), (14, "i"))
    assert grid.rows[0][0].notes == ((2, "2"),)
    assert [(n.mark, n.text.value) for n in notes if isinstance(n, Footnote)] == [
        ("1", "Theo chuẩn mới"),
        ("2", "Số liệu tháng 6"),
        ("i", "Cuối bài"),
    ]
    first = notes[0]
    assert isinstance(first, Footnote)
    assert first.text.place(0) == Place(file="bao-cao.docx", part="footnote", paragraph=3, offset=2)


def test_references_in_decomposed_text_and_in_cells_of_several_paragraphs() -> None:
    words = p(r("nga\u0300y 5") + reference("footnote", 1))
    assert paragraphs(words)[0].notes == ((6, "1"),)
    cell = table(tbl(tr(tc(p("đầu") + p(r("30") + reference("footnote", 1)))))).rows[0][0]
    assert (cell.text.value, cell.notes) == ("đầu 30", ((6, "1"),))


def test_deleted_references_are_not_counted_and_own_signs_are_kept() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    body = p("<w:del>" + reference("footnote", 1) + "</w:del>" + r("a") + own + r("b") + reference("footnote", 3))
    (found,) = paragraphs(body, footnotes="")
    assert (found.text.value, found.notes) == ("ab", ((1, "*"), (2, "1")))


def box(content: str) -> str:
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def test_text_boxes_come_once_behind_their_paragraph() -> None:
    body = p(r("thân") + box(p("trong khung"))) + p("sau") + tbl(tr(tc(p(box(p("khung trong ô"))))))
    found = document(body).blocks
    assert [(b.text.value, b.part, b.text.place(0).part, b.text.place(0).paragraph) for b in found if isinstance(b, Paragraph)] == [
        ("thân", "body", "body", 1),
        ("trong khung", "textbox", "textbox", 2),
        ("sau", "body", "body", 4),
        ("khung trong ô", "textbox", "textbox", 6),
    ]


def test_old_text_boxes_and_tables_in_boxes() -> None:
    body = p(f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{tbl(tr('7'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")
    found = table(body + tbl(tr("8")))
    assert (found.path, found.rows[0][0].text.place(0).part) == ("1", "textbox")


def test_headers_and_footers_come_once_at_the_end() -> None:
    def section(*ids: str) -> str:
        return "<w:sectPr>" + "".join(f'<w:{id.rstrip("12")}Reference r:id="{id}"/>' for id in ids) + "</w:sectPr>"

    body = p("một", section("header1", "footer1")) + p("hai") + section("header1")
    found = paragraphs(body, header1=p("UBND huyện"), header2=p("không dùng"), footer1=p(r("Trang ") + PAGE))
    assert [(f.text.value, f.part) for f in found] == [("một", "body"), ("hai", "body"), ("UBND huyện", "header"), ("Trang", "footer")]
    assert found[2].text.place(0) == Place(file="bao-cao.docx", part="header", paragraph=1, offset=1)


def test_text_boxes_inside_a_drawing_and_in_a_header() -> None:
    group = f"<w:r><w:drawing>{box(p('một'))[5:-6]}</w:drawing></w:r>"
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    found = paragraphs(p(group) + section, header1=p(r("đầu") + box(p("khung"))))
    assert [(f.text.value, f.part) for f in found] == [("một", "textbox"), ("đầu", "header"), ("khung", "header")]


def test_text_boxes_in_one_another_are_bounded() -> None:
    content = p("đáy")
    for _ in range(30):
        content = p(f"<w:r><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></w:r>")
    assert "deep" in str(document(content).warnings[0])


def test_pieces_of_other_files_are_reported() -> None:
    assert "altChunk" in str(document(p("a") + '<w:altChunk r:id="x"/>').warnings[0])


# ------------------------------------------------------------------------------------------------ the file


def test_the_main_part_is_found_by_its_relation() -> None:
    data = packed(p("ở nơi khác", style("Muc1")), main="noi/dung.xml", styles=STYLES)
    (found,) = read("x.docm", data).blocks
    assert isinstance(found, Paragraph)
    assert (found.text.value, found.level) == ("ở nơi khác", 1)


def test_parts_that_are_named_otherwise_or_stand_elsewhere() -> None:
    files = {
        "_rels/.rels": relations({"a": ("officeDocument", "/Word/Document.xml")}),
        "word/DOCUMENT.xml": f"<w:document {NAMESPACES}><w:body/></w:document>",
    }
    assert read("x.docx", zipped(files)).blocks == ()
    outside = relations({"a": ("officeDocument", "word/document.xml")}).replace("Target=", 'TargetMode="External" Target=')
    with pytest.raises(ReadError, match="main part"):
        read("x.docx", zipped({**files, "_rels/.rels": outside}))


def test_strict() -> None:
    body = p("Tình hình", style("Muc1")) + tbl(tr(tc("gộp", SPAN2))) + "<w:sectPr>" + '<w:headerReference r:id="header1"/>' + "</w:sectPr>"
    strict: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(packed(body, styles=STYLES, header1=p("đầu trang")))) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            text = text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006", "http://purl.oclc.org/ooxml/wordprocessingml")
            strict[name] = text.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument")
    heading, grid, header = read("x.docx", zipped(strict)).blocks
    assert isinstance(heading, Paragraph)
    assert isinstance(grid, Table)
    assert isinstance(header, Paragraph)
    assert (heading.level, shown(grid), header.text.value) == (1, [["gộp", "[gộp]"]], "đầu trang")


GOOD = packed(p("một"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"Not a zip at all", "no Word document"),
        (GOOD[: len(GOOD) // 2], "damaged or cut off"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old kind"),
        (zipped({"[Content_Types].xml": "<Types/>"}), "main part is missing"),
        (zipped({"_rels/.rels": relations({"a": ("officeDocument", "word/document.xml")})}), "main part is missing"),
        (zipped({"_rels/.rels": relations({"a": ("officeDocument", "x.xml")}), "x.xml": "<w><"}), "no well-formed XML"),
        (zipped({"_rels/.rels": relations({"a": ("officeDocument", "x.xml")}), "x.xml": "<workbook/>"}), "no Word document"),
        (zipped({"_rels/.rels": relations({"a": ("officeDocument", "x.xml")}), "x.xml": "<!DOCTYPE a><a/>"}), "document type"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        read("bao-cao.docx", data)
    assert "\n" not in str(caught.value)


def test_missing_and_damaged_parts_that_a_document_can_do_without() -> None:
    (found,) = read("x.docx", packed(p("một", style("Muc1") + item(3)))).blocks
    assert isinstance(found, Paragraph)
    assert found.marker == ""
    damaged = document(p("một"), styles="<w:style>")
    assert len(damaged.blocks) == 1
    assert "styles.xml" in str(damaged.warnings[0])


def test_a_document_without_text_says_so() -> None:
    assert [str(warning) for warning in document("<w:p/>").warnings] == ["the document holds no text; text in pictures is not read"]


def test_recognises() -> None:
    assert recognises(GOOD)
    assert not recognises(b"# a report")
    assert not recognises(b"PK\x03\x04 cut off")
    assert not recognises(zipped({"x": ""}))
    assert read("", GOOD).format == "docx"


# ------------------------------------------------------------------------------------------------ the same report, two formats


REPORT = """# Báo cáo kết quả đào tạo năm 2023

Số: 15/BC-UBND

## I. Kết quả

Toàn huyện có 57 học viên, trong đó: lớp may 26, lớp điện 14, lớp hàn 10, lớp khác 5.

Đạt 80% kế hoạch (40/50 người).

| STT | Xã | Số người | Kinh phí (triệu đồng) |
|---|---|---|---|
| 1 | Bình Minh | 120 | 45,5 |
| 2 | Tân Lập | 80 | 30,5 |
| 3 | Hoà An | 50 | 24,0 |
| | Tổng cộng | 260 | 100,0 |
"""


def as_docx(markdown: str) -> bytes:
    made = docx.Document()
    rows: list[list[str]] = []
    for line in [*markdown.split("\n"), ""]:
        if line.startswith("|"):
            rows += [] if line.startswith("|-") else [[cell.strip() for cell in line[1:-1].split("|")]]
            continue
        if rows:
            grid = made.add_table(len(rows), len(rows[0]))
            for row, values in zip(grid.rows, rows, strict=True):
                for cell, value in zip(row.cells, values, strict=True):
                    cell.text = value
            rows = []
        if line.startswith("#"):
            made.add_heading(line.lstrip("# "), line.count("#"))
        elif line:
            made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_report_has_the_same_findings_as_markdown_and_as_docx() -> None:
    def findings(source: bytes, name: str) -> list[tuple[str, list[str], str]]:
        report = check(source, name=name)
        return sorted((f.code, [written.text for _, written in f.figures], f.fingerprint) for f in report.findings)

    expected = findings(REPORT.encode(), "x.md")
    assert len(expected) >= 2
    assert findings(as_docx(REPORT), "x.docx") == expected


LISTS = "| Xã | Số hộ |\n|-|-|\n| An | 12 |\n| Ba | 30 |\n{}\n| Xã | Số hộ |\n|-|-|\n| Cầu | 7 |\n| Dinh | 9 |\n| Tổng cộng | {} |\n"


@pytest.mark.parametrize(("between", "total"), [("Bảng 2. Số hộ vùng trên", 16), ("Số hộ vùng trên", 16), ("Bảng 1 (tiếp theo)", 58)])
def test_tables_with_one_header_are_two_behind_a_caption(between: str, total: int) -> None:
    report = check(as_docx("Bảng 1. Số hộ\n" + LISTS.format(between, total)), name="x.docx")
    assert [one.verdict.value for one in report.checks if one.code == "T101"] == ["holds"]


@pytest.mark.parametrize(("language", "said"), [("vi", "lồng nhau quá"), ("en", "deep in one another were left out")])
def test_what_was_left_out_is_said_in_the_language_of_the_report(language: str, said: str) -> None:
    assert said in document(nest(60)).warnings[0].told(language)
