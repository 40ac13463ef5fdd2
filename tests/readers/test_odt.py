"""The reader of .odt: files are written by hand here, part by part, so that each test shows the XML that it is about."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker import check
from checker.document import Document, Footnote, Paragraph, Table
from checker.place import Place
from checker.readers import ReadError, read
from checker.readers.odt import recognises

OASIS = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
PREFIXES = {
    "office": "office",
    "style": "style",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{OASIS.format(name)}"' for prefix, name in PREFIXES.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def td(content: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{content if content.startswith('<') else p(content)}</table:table-cell>"


def tr(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(c if c.startswith('<table') else td(c) for c in cells)}</table:table-row>"


def tbl(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def item(*content: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{''.join(c if c.startswith('<') else p(c) for c in content)}</text:list-item>"


def lst(*items: str, style: str = "L", attributes: str = "") -> str:
    return f'<text:list text:style-name="{style}" {attributes}>{"".join(i if i.startswith("<") else item(i) for i in items)}</text:list>'


def level(number: int, attributes: str, kind: str = "number") -> str:
    return f'<text:list-level-style-{kind} text:level="{number}" {attributes}/>'


def list_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


DECIMAL = level(1, 'style:num-format="1" style:num-suffix="."')
COVERED = "<table:covered-table-cell/>"


def packed(body: str, automatic: str = "", styles: str | None = "", **others: str) -> bytes:
    """A file: its body, its automatic styles, the inside of styles.xml (None: there is none), further parts."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    parts = {"mimetype": MIMETYPE, "content.xml": f"<office:document-content {NAMESPACES}>{content}</office:document-content>"}
    if styles is not None:
        parts["styles.xml"] = f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>"
    return zipped({**parts, **others})


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def document(body: str, automatic: str = "", styles: str | None = "") -> Document:
    return read("bao-cao.odt", packed(body, automatic, styles))


def paragraphs(body: str, automatic: str = "", styles: str = "") -> list[Paragraph]:
    return [block for block in document(body, automatic, styles).blocks if isinstance(block, Paragraph)]


def texts(body: str, automatic: str = "", styles: str = "") -> list[str]:
    return [paragraph.text.value for paragraph in paragraphs(body, automatic, styles)]


def markers(body: str, automatic: str = "", styles: str = "") -> list[str]:
    return [paragraph.marker for paragraph in paragraphs(body, automatic, styles)]


def shown(table: str) -> list[list[str]]:
    """The cells' texts; a merged one in brackets where it is not the first."""
    found = next(block for block in document(table).blocks if isinstance(block, Table))
    return [[f"[{cell.text.value}]" if cell.merged else cell.text.value for cell in row] for row in found.rows]


# ------------------------------------------------------------------------------------------------ what is text

HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'

POSITIONS = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties style:text-position="{position}"/></style:style>'
    for name, position in (("S", "super 58%"), ("S2", "33% 58%"), ("D", "sub 58%"))
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Cộng<text:tab/>12", "Cộng 12"),
        ("  một\n   hai  ", "một hai"),
        ('ngày<text:s text:c="3"/>tháng', "ngày   tháng"),
        ("a <text:span>  b</text:span> c", "a b c"),
        ("đào\u00adtạo", "đàotạo"),
        ("a<text:line-break/>B", "a|B"),
        ("một<text:line-break/>hai", "một hai"),
        ("12<text:change text:change-id='x'/> hộ", "12 hộ"),
        ("<text:change-start text:change-id='x'/>thêm<text:change-end text:change-id='x'/>", "thêm"),
        ("Trang <text:page-number>3</text:page-number>/<text:page-count>9</text:page-count>", "Trang /"),
        ("<text:date>02/3/2024</text:date>", "02/3/2024"),
        ('<text:a href="x">liên kết</text:a> <text:bookmark-start text:name="b"/>neo', "liên kết neo"),
        ("số<office:annotation><text:p>lời bình 7</text:p></office:annotation> 5", "số 5"),
        ('thấy<text:span text:style-name="H"> ẩn</text:span> rõ', "thấy rõ"),
        ('<text:hidden-text text:is-hidden="true">ẩn</text:hidden-text>hiện', "hiện"),
        ('<text:hidden-text text:is-hidden="false">thấy</text:hidden-text>', "thấy"),
        ('797<text:span text:style-name="S">1</text:span>, 12 m<text:span text:style-name="S2">2</text:span>', "797¹, 12 m²"),
        ('CO<text:span text:style-name="D">2</text:span>', "CO2"),
        ("<text:ruby><text:ruby-base>gốc</text:ruby-base><text:ruby-text>phụ</text:ruby-text></text:ruby>", "gốc"),
    ],
)
def test_what_a_paragraph_shows(content: str, expected: str) -> None:
    assert "|".join(texts(p(content), HIDDEN + POSITIONS)) == expected


def test_a_hidden_paragraph_and_a_hidden_section_are_left_out() -> None:
    hidden = p('<text:hidden-paragraph text:is-hidden="true"/>ẩn')
    section = f'<text:section text:display="none">{p("ẩn")}</text:section><text:section text:name="a">{p("hiện")}</text:section>'
    assert texts(hidden + section) == ["hiện"]


def test_deletions_the_table_of_contents_and_forms_are_left_out() -> None:
    deleted = f"<text:tracked-changes><text:changed-region><text:deletion>{p('đã xóa')}</text:deletion></text:changed-region></text:tracked-changes>"
    contents = f"<text:table-of-content><text:index-body>{p('I. Kết quả 2')}</text:index-body></text:table-of-content>"
    assert texts(f"{deleted}<office:forms/>{contents}{p('còn lại')}") == ["còn lại"]


def test_headings_have_the_level_of_the_outline() -> None:
    common = '<office:styles><style:style style:name="B" style:family="paragraph" style:default-outline-level="2"/></office:styles>'
    based = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="B"/>'
    body = '<text:h text:outline-level="3">ba</text:h><text:h>một</text:h>' + p("hai", "P1") + p("không")
    assert [(block.text.value, block.level) for block in paragraphs(body, based, common)] == [
        ("ba", 3),
        ("một", 1),
        ("hai", 2),
        ("không", None),
    ]


def test_bold_comes_from_the_span_its_style_or_the_style_of_the_paragraph() -> None:
    style = '<style:style style:name="{}" style:family="{}"><style:text-properties fo:font-weight="{}"/></style:style>'
    automatic = style.format("P1", "paragraph", "bold") + style.format("T1", "text", "normal")
    body = p("đậm", "P1") + p('đậm, <text:span text:style-name="T1">không</text:span>', "P1") + p("không")
    assert [block.bold for block in paragraphs(body, automatic)] == [True, False, False]


def test_styles_of_the_same_name_in_two_parts_are_two() -> None:
    hidden = '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    span = '<text:span text:style-name="T1">chữ</text:span>'
    page = f'<style:master-page style:name="S"><style:header>{p(span)}</style:header></style:master-page>'
    pages = f"<office:master-styles>{page}</office:master-styles>"
    assert texts(p(span), "", f"<office:automatic-styles>{hidden}</office:automatic-styles>{pages}") == ["chữ"]


# ------------------------------------------------------------------------------------------------ numbers of lists


def test_a_list_counts_and_begins_anew_unless_it_says_otherwise() -> None:
    body = lst("một", "hai", attributes='xml:id="a"') + p("chữ") + lst("ba", attributes='text:continue-numbering="true"')
    body += lst("bốn", attributes='text:continue-list="a"') + lst("một")
    assert markers(body, list_style(DECIMAL)) == ["1.", "2.", "", "3.", "4.", "1."]


def test_levels_formats_prefixes_and_starts() -> None:
    style = list_style(
        level(1, 'style:num-format="I" style:num-suffix="."'),
        level(2, 'style:num-format="1" text:display-levels="2" style:num-suffix=")" text:start-value="4"'),
        level(3, 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"'),
        level(4, 'text:bullet-char="–"', "bullet"),
        level(5, 'text:bullet-char="●"', "bullet"),
    )
    deep = lst(item("bốn", lst(item("năm", lst("sáu")))))
    body = lst("một", item("hai", lst("x", item("y", deep))), item("ba", lst("x")), item("bảy", attributes='text:start-value="7"'))
    assert markers(body, style) == ["I.", "II.", "II.4)", "II.5)", "(a)", "\u2013", "-", "III.", "III.4)", "VII."]


def test_the_shape_that_newer_files_state_goes_before_prefix_and_suffix() -> None:
    shape = level(1, 'style:num-format="1" style:num-suffix="." style:num-list-format="Bước %1%:"')
    assert markers(lst("một", "hai"), list_style(shape)) == ["Bước 1:", "Bước 2:"]


def test_only_the_first_paragraph_of_an_item_has_the_number_and_a_list_header_none() -> None:
    body = lst(item("một", "nữa"), f"<text:list-header>{p('đầu')}</text:list-header>", "hai")
    assert markers(body, list_style(DECIMAL)) == ["1.", "", "", "2."]


def test_headings_are_numbered_by_the_outline_unless_switched_off() -> None:
    outline = "".join(
        f'<text:outline-level-style text:level="{n}" style:num-format="{f}" style:num-suffix="."/>'
        for n, f in ((1, "I"), (2, "1"), (3, ""))
    )
    common = f"<office:styles><text:outline-style>{outline}</text:outline-style></office:styles>"
    off = '<style:style style:name="P1" style:family="paragraph" style:list-style-name=""/>'
    heads = [(1, ""), (2, ""), (2, ""), (1, ""), (1, "P1"), (2, ""), (3, "")]
    body = "".join(f'<text:h text:outline-level="{n}" text:style-name="{s}">x</text:h>' for n, s in heads)
    assert markers(body, off, common) == ["I.", "1.", "2.", "II.", "", "1.", ""]


def test_in_a_cell_the_number_stands_before_the_text() -> None:
    numbered = td(lst("Lớp học")), td(lst(item("", attributes='text:start-value="5"')))
    table = next(b for b in document(tbl(tr(*numbered)), list_style(DECIMAL)).blocks if isinstance(b, Table))
    assert [cell.text.value for cell in table.rows[0]] == ["1. Lớp học", "5."]


# ------------------------------------------------------------------------------------------------ tables


def test_cells_that_cover_others() -> None:
    top = tr(
        td("A", 'table:number-rows-spanned="2"'),
        td("B", 'table:number-columns-spanned="2"'),
        COVERED,
    )
    rows = tbl(top, tr(COVERED, "C", "D"), tr("1", "2", "3"))
    assert shown(rows) == [["A", "B", "[B]"], ["[A]", "C", "D"], ["1", "2", "3"]]


def test_a_cell_can_cover_a_block_of_positions() -> None:
    rows = tbl(tr(td("A", 'table:number-rows-spanned="2" table:number-columns-spanned="2"'), COVERED, "x"), tr(COVERED, COVERED, "y"))
    assert shown(rows) == [["A", "[A]", "x"], ["[A]", "[A]", "y"]]


def test_a_covered_cell_that_nothing_covers_is_empty_and_short_rows_are_filled() -> None:
    assert shown(tbl(tr("1", COVERED, "3"), tr("4"))) == [["1", "", "3"], ["4", "", ""]]


def test_repeated_rows_and_cells() -> None:
    repeated = '<table:table-cell table:number-columns-repeated="2"/>'
    assert shown(tbl(tr("a", repeated), tr("b", "c", "d", attributes='table:number-rows-repeated="2"'))) == [
        ["a", "", ""],
        ["b", "c", "d"],
        ["b", "c", "d"],
    ]


def test_header_rows_groups_and_hidden_rows() -> None:
    head = f"<table:table-header-rows>{tr('A', 'B')}{tr('(1)', '(2)')}</table:table-header-rows>"
    hidden = tr("9", "9", attributes='table:visibility="collapse"')
    group = f"<table:table-row-group><table:table-rows>{tr('1', '2')}</table:table-rows></table:table-row-group>"
    (table,) = document(tbl(head, group, hidden)).blocks
    assert isinstance(table, Table)
    assert (table.headers, len(table.rows)) == (2, 3)


def test_a_nested_table_belongs_to_its_table() -> None:
    (table,) = document(tbl(tr("ngoài", td(p("trước") + tbl(tr("trong")) + p("sau"))))).blocks
    assert isinstance(table, Table)
    assert [cell.text.value for cell in table.rows[0]] == ["ngoài", "trước sau"]
    assert [(inner.path, inner.rows[0][0].text.value) for inner in table.nested] == [("1.1", "trong")]


# ------------------------------------------------------------------------------------------------ notes, frames, headers


def note(text: str, kind: str = "footnote", mark: str = "1") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


def test_notes_stand_at_the_end_and_their_references_where_they_are() -> None:
    body = p(f"723 vị trí{note('cuối', 'endnote', 'i')} và{note('Trong đó: 113 người.')}.") + tbl(tr("a", p(f"b{note('ô', mark='2')}")))
    first, table, *notes = document(body).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(table, Table)
    assert (first.text.value, first.notes) == ("723 vị trí và.", ((10, "i"), (13, "1")))
    assert table.rows[0][1].notes == ((1, "2"),)
    assert [(n.mark, n.text.value, n.text.place(0).part) for n in notes if isinstance(n, Footnote)] == [
        ("1", "Trong đó: 113 người.", "footnote"),
        ("2", "ô", "footnote"),
        ("i", "cuối", "endnote"),
    ]


def test_frames_and_shapes_follow_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('khung')}</draw:text-box><svg:title>ảnh</svg:title></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('hình')}</draw:custom-shape></draw:g>"
    found = paragraphs(p(f"trước{box}") + shape + p("sau") + tbl(tr(p(f"ô{box}"))))
    assert [(block.text.value, block.part) for block in found] == [
        ("trước", "body"),
        ("khung", "textbox"),
        ("hình", "textbox"),
        ("sau", "body"),
        ("khung", "textbox"),
    ]


def test_headers_and_footers_of_the_page_styles_in_use() -> None:
    def page(name: str, content: str, attributes: str = "") -> str:
        return f'<style:master-page style:name="{name}" {attributes}>{content}</style:master-page>'

    pages = (
        page(
            "Standard",
            f"<style:header>{p('đầu')}</style:header><style:header-left style:display='false'>{p('ẩn')}</style:header-left>",
            'style:next-style-name="Next"',
        ),
        page("Unused", f"<style:header>{p('không dùng')}</style:header>"),
        page("Next", f"<style:header>{p('đầu hai')}</style:header><style:footer>{p('chân')}</style:footer>"),
    )
    found = paragraphs(p("thân"), "", f"<office:master-styles>{''.join(pages)}</office:master-styles>")
    assert [(block.text.value, block.part) for block in found] == [
        ("thân", "body"),
        ("đầu", "header"),
        ("đầu hai", "header2"),
        ("chân", "footer"),
    ]


# ------------------------------------------------------------------------------------------------ places


def test_a_place_names_the_paragraph_of_the_part_and_the_character() -> None:
    body = p("một") + tbl(tr(p(""), p("số  12")))
    table = document(body).blocks[1]
    assert isinstance(table, Table)
    assert table.rows[0][1].text.place(3) == Place(file="bao-cao.odt", part="body", paragraph=3, offset=4, table="1", row=1, col=2)


def test_a_finding_stands_at_its_figure() -> None:
    rows = [tr("Mục", "Kinh phí"), tr("An", "120,5"), tr("Ba", "79,5"), tr("Cộng", "210,0")]
    report = check(packed(p("Bảng 1") + tbl(*rows)), name="a.odt")
    (finding,) = [finding for finding in report.findings if finding.code == "T101"]
    assert (finding.place.paragraph, finding.place.offset, finding.place.row, finding.place.col) == (9, 1, 4, 2)
    assert report.format == "odt"


# ------------------------------------------------------------------------------------------------ what cannot be read


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (packed(p("x"))[:300], "damaged"),
        (zipped({"mimetype": MIMETYPE}), "save_again"),
        (zipped({"a.txt": "x"}), "no_odt"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "no_odt"),
        (zipped({"mimetype": MIMETYPE, "content.xml": "<x/>"}), "no_odt"),
        (zipped({"mimetype": MIMETYPE, "content.xml": "<x"}), "save_again"),
        (packed(p("x"), **{"META-INF__manifest.xml": "<m><manifest:encryption-data/></m>"}), "password"),
        (packed("<text:section>" * 300 + "</text:section>" * 300), "boxes_too_deep"),
        (packed("<table:table><table:table-row><table:table-cell>" * 10_000), "boxes_too_deep"),
        (zipped({"mimetype": MIMETYPE, "content.xml": '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>'}), "save_again"),
        (zipped({"mimetype": MIMETYPE, "content.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}), "save_again"),
        (zipped({"mimetype": MIMETYPE, "content.xml": " " * 30_000_000}), "save_again"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, key: str) -> None:
    with pytest.raises(ReadError) as caught:
        read("a.odt", data)
    assert caught.value.key == key
    assert "\n" not in str(caught.value)


def test_a_missing_or_damaged_styles_part_is_done_without() -> None:
    assert [block.text.value for block in document(p("x"), styles=None).blocks if isinstance(block, Paragraph)] == ["x"]
    read_ = read("a.odt", packed(p("x"), styles=None, **{"styles.xml": "<x"}))
    assert [warning.key for warning in read_.warnings] == ["part_left_out"]


def test_a_document_without_text_says_so() -> None:
    assert [warning.key for warning in document(p("")).warnings] == ["no_text"]


@pytest.mark.parametrize(
    ("table", "warning"),
    [
        (tbl(tr(td("1", 'table:number-columns-spanned="1000000"')), *[tr()] * 9), "wide_left_out"),
        (tbl(*[tr("1", attributes='table:number-rows-repeated="1000000"')] * 50, tr(*["1"] * 200)), "large_left_out"),
        (tbl(tr(td("1", 'table:number-rows-spanned="1000000" table:number-columns-spanned="200"')), *[tr()] * 20_000), "large_left_out"),
        (tbl(tr("1", '<table:table-cell table:number-columns-repeated="1000000"/>')) * 3, "wide_left_out"),
        (
            "<table:table><table:table-row><table:table-cell>" * 30 + p("x") + "</table:table-cell></table:table-row></table:table>" * 30,
            "deep_left_out",
        ),
    ],
    ids=["columns", "rows", "spans", "cells", "deep"],
)
def test_what_claims_to_be_huge_is_cut(table: str, warning: str) -> None:
    found = document(table)
    assert warning in [one.key for one in found.warnings]
    assert sum(len(block.rows) * len(block.rows[0]) for block in found.blocks if isinstance(block, Table)) <= 600_000


def test_many_blanks_are_bounded_and_nested_spans_are_read() -> None:
    assert len(texts(p('a<text:s text:c="1000000000"/>b'))[0]) < 1000
    assert texts(p("<text:span>" * 200 + "x" + "</text:span>" * 200)) == ["x"]


def test_it_is_recognised_without_a_name() -> None:
    assert recognises(packed(p("x")))
    assert not recognises(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}))
    assert not recognises(b"PK\x03\x04")
    assert read("", packed(p("không tên"))).format == "odt"
