"""The reader of web pages."""

from __future__ import annotations

import pytest

from checker import check
from checker.document import Document, Footnote, Paragraph, Table
from checker.place import Place
from checker.readers import ReadError, read
from checker.readers.html import recognises


def document(body: str | bytes) -> Document:
    return read("trang.html", body if isinstance(body, bytes) else body.encode())


def paragraphs(body: str | bytes) -> list[Paragraph]:
    return [block for block in document(body).blocks if isinstance(block, Paragraph)]


def texts(body: str | bytes) -> list[str]:
    return [paragraph.text.value for paragraph in paragraphs(body)]


def marked(body: str) -> list[tuple[str, str]]:
    return [(paragraph.marker, paragraph.text.value) for paragraph in paragraphs(body)]


def table(body: str) -> Table:
    return next(block for block in document(body).blocks if isinstance(block, Table))


def shown(body: str) -> list[list[str]]:
    """The cells' texts; a merged one in brackets where it is not the first."""
    return [[f"[{cell.text.value}]" if cell.merged else cell.text.value for cell in row] for row in table(body).rows]


# ------------------------------------------------------------------------------------------------ what is text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>một\n   hai</p>", ["một hai"]),
        ("<p>một <b> hai</b> <i>ba</i></p>", ["một hai ba"]),
        ("chữ<p>một<p>hai</p>ba<div>bốn<div>năm</div>sáu</div>", ["chữ", "một", "hai", "ba", "bốn", "năm", "sáu"]),
        ("<p>1&nbsp;200 &amp; &lt;5&gt; &#8211; &sup2;</p>", ["1 200 & <5> – ²"]),
        ("<p>Dòng một<br>Dòng hai<br/>dòng ba</p>", ["Dòng một", "Dòng hai dòng ba"]),
        ("<p>123 m<sup>2</sup>, 797<sup>1</sup> và CO<sub>2</sub></p>", ["123 m², 797¹ và CO2"]),
        ("<p>12<del>13</del><ins>14</ins></p>", ["1214"]),
        ("<script>var a = 7</script><style>p{}</style><!-- 8 --><p>x<!-- 9 --></p><noscript>10</noscript><template>11</template>", ["x"]),
        ("<p hidden>1</p><p style='display: none'>2</p><p>a<span style='color:red;visibility:hidden'>3</span></p>", ["a"]),
        ("<title>nhan đề</title><p>x</p><select><option>1</option></select><textarea>2</textarea><iframe>3</iframe>", ["x"]),
        ("<pre>Một  hai\n  Ba</pre>", ["Một  hai", "Ba"]),
        ("<p>Trang <sdfield type=PAGE>3</sdfield></p><p><sdfield type=DATETIME>2/3/2024</sdfield></p>", ["Trang", "2/3/2024"]),
        ("<dl><dt>thuật ngữ</dt><dd>giải thích</dd></dl><blockquote>trích</blockquote>", ["thuật ngữ", "giải thích", "trích"]),
        ("<p>đào\u00adtạo <wbr>nghề<img alt='9' src='http://x/y.png'></p>", ["đàotạo nghề"]),
    ],
)
def test_what_a_page_shows(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_headings_bold_and_page_breaks() -> None:
    body = "<h2>hai</h2><p><b>đậm</b></p><p><b>đậm</b> không</p><p style='font-weight: 700'>đậm <span style='font-weight:normal'>nhạt</span></p>"
    found = paragraphs(body + "<p style='page-break-before: always'>trang</p><h3>a<br>b</h3>")
    assert [(block.level, block.bold, block.page_break) for block in found] == [
        (2, True, False),
        (None, True, False),
        (None, False, False),
        (None, False, False),
        (None, False, True),
        (3, True, False),
    ]


# ------------------------------------------------------------------------------------------------ lists


def test_numbers_of_lists() -> None:
    body = "<ol start=3><li>a<li value=7>b<ol type=a><li>c</ol></li><li>d</ol><ol reversed><li>e<li>f</ol><ul><li>g</ul>"
    assert marked(body) == [("3.", "a"), ("7.", "b"), ("a.", "c"), ("8.", "d"), ("2.", "e"), ("1.", "f"), ("•", "g")]


def test_the_shape_of_a_list_can_stand_in_its_style() -> None:
    body = "<ol style='list-style-type: upper-roman'><li>a</ol><ul style='list-style: none'><li>b</ul><ol type=A><li type=i>c<li>d</ol>"
    assert marked(body) == [("I.", "a"), ("", "b"), ("i.", "c"), ("B.", "d")]


def test_the_first_paragraph_of_an_item_has_its_number() -> None:
    assert marked("<ol><li><p>a</p><p>b</p></li><li></li><li>c</ol>") == [("1.", "a"), ("", "b"), ("3.", "c")]


# ------------------------------------------------------------------------------------------------ tables


def test_cells_that_span_rows_and_columns() -> None:
    body = "<table><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D<tr><td>1<td>2<td>3</table>"
    assert shown(body) == [["A", "B", "[B]"], ["[A]", "C", "D"], ["1", "2", "3"]]
    assert table(body).headers == 2


def test_a_span_ends_with_its_group_and_never_covers_a_cell_that_is_there() -> None:
    body = "<table><thead><tr><th rowspan=9>A<th>B</thead><tbody><tr><td rowspan=0>1<td>2<tr><td>3</tbody><tbody><tr><td>4<td>5</tbody></table>"
    assert shown(body) == [["A", "B"], ["1", "2"], ["[1]", "3"], ["4", "5"]]
    assert shown("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>") == [["a", "b"], ["c", "[b]"]]


def test_the_foot_comes_last_and_hidden_rows_are_left_out() -> None:
    body = "<table><thead><tr><td>A<td>B</thead><tfoot><tr><td>Cộng<td>3</tfoot><tbody><tr><td>x<td>3<tr hidden><td>y<td>9</tbody></table>"
    assert shown(body) == [["A", "B"], ["x", "3"], ["Cộng", "3"]]
    assert table(body).headers == 1


def test_a_caption_stands_before_its_table() -> None:
    first, second = document("<table><caption>Bảng 1. Kinh phí</caption><tr><td>a<td>1</table>").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Table)
    assert first.text.value == "Bảng 1. Kinh phí"


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>một</p><p>hai</p></td></tr></table>",
        "<table role=presentation><tr><td>một<td>hai</table>",
        "<table><tr><td>một<td><h2>hai</h2></table>",
        "<table><tr><td>một<tr><td><table role=presentation><tr><td>hai</table></table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_none(body: str) -> None:
    assert texts(body) == ["một", "hai"]
    assert not [block for block in document(body).blocks if isinstance(block, Table)]


def test_tables_inside_a_layout_are_tables_and_nested_ones_belong_to_theirs() -> None:
    inner = "<table><tr><td>a<td>1<tr><td>b<td>2</table>"
    assert shown(f"<table><tr><td>trước<td>{inner}</table>") == [["a", "1"], ["b", "2"]]
    found = table(f"<table><tr><th>A<th>B<tr><td>x<td>{inner}</table>")
    assert [(one.path, len(one.rows)) for one in found.nested] == [("1.1", 2)]


def test_a_list_in_a_cell_has_its_numbers_before_the_text() -> None:
    assert shown("<table><tr><td>x<td><ol><li>Lớp<li>Hội</ol></table>") == [["x", "1. Lớp 2. Hội"]]


# ------------------------------------------------------------------------------------------------ notes and page headers

LIBREOFFICE = (
    "<p>723 vị trí<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a>.</p>"
    "<div id=sdfootnote1><p><a class=sdfootnotesym name=sdfootnote1sym href='#sdfootnote1anc'>1</a>\n Trong đó: 113 người.</p><p>Thêm.</p></div>"
)
WORD = (
    "<p>723 vị trí<a href='#_ftn1' name='_ftnref1' title=''><span style='vertical-align:super'>[1]</span></a>.</p><div><hr>"
    "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1' title=''><span>[1]</span></a> Trong đó: 113 người.</p><p>Thêm.</p></div></div>"
)
PANDOC = (
    "<p>723 vị trí<a href='#fn1' class=footnote-ref id=fnref1><sup>1</sup></a>.</p><section><ol>"
    "<li id=fn1><p>Trong đó: 113 người.</p><p>Thêm.<a href='#fnref1'>↩︎</a></p></li></ol></section>"
)
BY_HAND = "<p>723 vị trí<sup><a href='#n'>1</a></sup>.</p><p id=n><sup>1</sup> Trong đó: 113 người. Thêm.</p>"


@pytest.mark.parametrize("body", [LIBREOFFICE, WORD, PANDOC, BY_HAND], ids=["libreoffice", "word", "pandoc", "by hand"])
def test_footnotes(body: str) -> None:
    first, note = document(body).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(note, Footnote)
    assert (first.text.value, first.notes) == ("723 vị trí.", ((10, "1"),))
    assert (note.mark, note.text.value, note.text.place(0).part) == ("1", "Trong đó: 113 người. Thêm.", "footnote")


def test_a_note_that_is_referred_to_in_a_cell() -> None:
    body = "<table><tr><td>x<td>797<a href='#n' id=r><sup>1</sup></a></table><p id=n><a href='#r'>1</a> Cả nữ.</p>"
    cell = table(body).rows[0][1]
    assert (cell.text.value, cell.notes) == ("797", ((3, "1"),))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p><a href='#a'>1</a> <a href='#b'>2</a></p><h2 id=a>Một</h2><h2 id=b>Hai</h2>", ["1 2", "Một", "Hai"]),
        ("<p>Xem <a href='#a'>phụ lục 1</a></p><p id=a>Phụ lục 1</p>", ["Xem phụ lục 1", "Phụ lục 1"]),
        ("<p>x<a href='#nowhere'><sup>1</sup></a></p>", ["x¹"]),
        ("<p>x<a href='http://x/#a'><sup>1</sup></a></p><p id=a>y</p>", ["x¹", "y"]),
    ],
)
def test_other_links_are_text(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_one_note_does_not_take_the_page_with_it() -> None:
    body = f"<div>{BY_HAND}<p>sau</p></div>"
    assert [block.text.value for block in document(body).blocks] == ["723 vị trí.", "sau", "Trong đó: 113 người. Thêm."]  # type: ignore[union-attr]


def test_page_headers_and_footers_of_libreoffice() -> None:
    found = paragraphs("<body><div title=header><p>đầu</p></div><p>thân</p><div title=footer><p>chân</p></div></body>")
    assert [(block.text.value, block.part) for block in found] == [("thân", "body"), ("đầu", "header"), ("chân", "footer")]


# ------------------------------------------------------------------------------------------------ places


def test_a_place_names_the_line_of_the_source_the_paragraph_and_the_character() -> None:
    body = "<html>\n<body>\n<!-- a\nb --><p>một</p>\n<script>\n\n</script>\n"
    body += "<p>có\n   12 <b>lớp\nhọc</b> mới</p>\n<table><tr>\n<td>a<td>\n  34</table>"
    first, second = paragraphs(body)
    assert second.text.value == "có 12 lớp học mới"
    assert first.text.place(0) == Place(file="trang.html", part="body", line=4, paragraph=1, offset=1)
    assert second.text.place(3) == Place(file="trang.html", part="body", line=9, paragraph=2, offset=4)
    assert second.text.place(10).line == 10
    assert table(body).rows[0][1].text.place(0) == Place(
        file="trang.html", part="body", line=13, paragraph=4, offset=1, table="1", row=1, col=2
    )


def test_a_line_beyond_those_that_the_parser_counts() -> None:
    body = "<p>x</p>\n" * 70_000 + "<p>cuối</p>"
    assert paragraphs(body)[-1].text.place(0).line == 70_001


def test_findings_of_one_line_stand_in_the_order_of_the_page() -> None:
    rows = "".join(
        f"<tr><td>{label}<td>{figure}" for label, figure in (("Mục", "Kinh phí"), ("An", "120,5"), ("Ba", "79,5"), ("Cộng", "210,0"))
    )
    report = check(
        f"<p>Bảng 1</p><table>{rows}</table><p>Đã cấp 57 giấy phép, gồm: cấp mới 50 giấy phép, cấp lại 06 giấy phép.</p>", name="a.html"
    )
    assert [finding.code for finding in report.findings] == ["T101", "N201"]
    assert report.format == "html"


# ------------------------------------------------------------------------------------------------ encodings

LINE = "Đã mở 12 lớp ở Huế"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LINE.encode(), ""),
        (b"\xef\xbb\xbf" + LINE.encode(), ""),
        (f"<p>{LINE}</p>".encode("utf-16"), "utf-16"),
        (f"<meta charset=utf-8><p>{LINE}</p>".encode(), ""),
        (f"<meta charset=iso-8859-1><p>{LINE}</p>".encode("utf-16"), "utf-16"),
        (f"<meta charset=hex><p>{LINE}</p>".encode(), ""),
        (f"<meta charset=no-such-thing><p>{LINE}</p>".encode(), ""),
        (f"<?xml version='1.0' encoding='utf-8'?><html><p>{LINE}</p></html>".encode(), ""),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    found = document(data)
    assert texts(data) == [LINE]
    assert found.details == ((("encoding", encoding),) if encoding else ())


def test_windows_1258_and_what_old_pages_call_latin() -> None:
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">'
    found = document(meta.encode() + "Tông sô đa´n".replace("´", "\u0301").encode("cp1258"))
    assert found.details == (("encoding", "cp1258"),)
    assert texts(meta.encode() + "Tông sô đán".replace("á", "a\u0301").encode("cp1258")) == ["Tông sô đán"]
    assert texts(b"<meta charset=iso-8859-1>12 \x96 15") == ["12 – 15"]


# ------------------------------------------------------------------------------------------------ what cannot be read


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b" \n ", "empty"),
        (b"<p>\xff\xfe\xfa</p>", "not_utf8"),
        (b"<p>\x00\x01\x02</p>", "not_text"),
        (b"<div>" * 10_000 + b"x", "too_deep"),
        (b"<table><tr><td>" * 10_000 + b"x", "too_deep"),
        (b"<ul><li>" * 10_000 + b"x", "too_deep"),
        (b"<b>" * 10_000 + b"x", "too_deep"),
        (b"<p>" + b"12 h\xe1\xbb\x99 " * 5_500_000, "file_large"),
        (b"<p>" + b"x" * 12_000_000, "file_large"),
        (b"<p>1" * 1_000_000, "many_tags"),
    ],
    ids=["empty", "no text", "control", "divisions", "tables", "lists", "bold", "50 MB in one line", "one word", "tags"],
)
def test_what_cannot_be_read_is_said(data: bytes, key: str) -> None:
    with pytest.raises(ReadError) as caught:
        document(data)
    assert caught.value.key == key
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("body", ["<p></p>", "<script>x</script>", "<p>&nbsp;</p>"])
def test_a_page_without_text_says_so(body: str) -> None:
    assert [warning.key for warning in document(body).warnings] == ["no_text"]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]><p>&b;&e;</p>'
    assert "aaaa" not in "".join(texts(bomb))
    assert "root" not in "".join(texts(bomb))


@pytest.mark.parametrize(
    ("body", "warning"),
    [
        ("<table><tr><td colspan=1000000>x<td>y" + "<tr><td>z" * 5 + "</table>", "wide_left_out"),
        ("<table>" + "<tr><td>x" * 20_000 + "<tr>" + "<td>y" * 200 + "</table>", "large_left_out"),
        ("<table><tr><td rowspan=65534 colspan=200>x<td>y" + "<tr>" * 50_000 + "</table>", "large_left_out"),
        ("<table>" + "<tr><td>x" * 900 + "<tr>" + "<td>y" * 250 + "</table>" + "<table><tr><td>a<td>b</table>" * 2, ""),
        ("<table><tr><th>A<th>" * 60 + "</table>" * 60, "deep_left_out"),
    ],
    ids=["columns", "rows", "spans", "wide", "deep"],
)
def test_what_claims_to_be_huge_is_cut(body: str, warning: str) -> None:
    found = document(body)
    assert [one.key for one in found.warnings] == [warning] * bool(warning)
    assert sum(len(block.rows) * len(block.rows[0]) for block in found.blocks if isinstance(block, Table)) <= 600_000


@pytest.mark.parametrize("piece", ["<", "<a href='#x'><sup>1</sup></a>", "<p id=x>", "</p>", "&#", "<br>", "<td>", "<!--->"])
def test_what_is_repeated_is_read(piece: str) -> None:
    assert texts(piece * 3_000 + " cuối")[-1].endswith("cuối")


def test_it_is_recognised_without_a_name() -> None:
    assert recognises(b"\xef\xbb\xbf \n<!doctype HTML><p>x")
    assert recognises("<html lang=vi>".encode("utf-16"))
    assert not recognises("Số < 5 <html>".encode())
    assert read("", "<!DOCTYPE html><p>không tên</p>".encode()).format == "html"
