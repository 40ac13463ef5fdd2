"""The document as a page shows it: blocks, merged cells, marks; and of a very long table the rows around findings."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator

import pytest

from checker.document import Block, Cell, Document, Footnote, Paragraph, Table
from checker.place import Place
from checker.recognise import recognise
from checker.recognise.reading import Reading
from checker.report import DiscrepancyReport
from checker.text import Text
from checker.view import making, shape
from checker.view.making import view_of
from checker.view.shape import View, Words

Reads = Callable[[str], Reading]
Checked = Callable[..., DiscrepancyReport]


def texts(view: View) -> Iterator[Words]:
    for block in view:
        if isinstance(block, shape.Table):
            yield from (cell.words for row in block.rows for cell in row.cells)
        else:
            yield block.words


def marked(view: View) -> list[str]:
    return [words.text[mark.start : mark.end] for words in texts(view) for mark in words.marks]


def table(view: View) -> shape.Table:
    return next(block for block in view if isinstance(block, shape.Table))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("# BÁO CÁO\n\nCó 12 xã.", [("heading", 1), ("paragraph", 1)]),
        ("I. KẾT QUẢ\n\n1. Về xã\n\nCó 12 xã.", [("heading", 1), ("heading", 2), ("paragraph", 1)]),
        ("- Một việc;\n\n+ việc nhỏ;\n\n+ việc nhỏ nữa;\n\n- Hai việc.", [("item", 1), ("item", 2), ("item", 2), ("item", 1)]),
        ("Có 12 xã[^1].\n\n[^1]: Theo sổ.", [("paragraph", 1), ("note", 1)]),
    ],
)
def test_what_a_paragraph_is_and_how_deep(reading: Reads, given: str, expected: list[tuple[str, int]]) -> None:
    view = view_of(reading(given), ())
    assert [(block.kind, block.level) for block in view if isinstance(block, shape.Paragraph)] == expected


def test_every_figure_is_marked_and_other_things_only_where_a_finding_speaks_of_them(checked: Checked) -> None:
    text = "Ngày 12/3/2024 có 12 xã. Ngày 31/02/2024 có 5 xã.\n\n| Xã | Số hộ |\n|-|-|\n| Một (2 ấp) | 1.200 |\n| Hai | 300 |"
    assert marked(checked(text, "D301").view) == ["12", "ngày 31/02/2024".capitalize(), "5", "2", "1.200", "300"]


def test_marks_lie_in_one_another_or_apart(checked: Checked) -> None:
    text = "Từ ngày 21/9 đến ngày 15/9/2023, Sở họp tại 3 xã."
    (words,) = texts(checked(text).view)
    outer, inner, figure = words.marks
    assert words.text[outer.start : outer.end] == "ngày 21/9 đến ngày 15/9/2023"
    assert words.text[inner.start : inner.end] == "ngày 15/9/2023"
    assert words.text[figure.start : figure.end] == "3"
    assert outer.start < inner.start < inner.end <= outer.end < figure.start


def test_a_text_that_stands_a_little_behind_its_place_is_in_the_mark(checked: Checked) -> None:
    text = "UBND HUYỆN\n\nSố: 93/KH-UBND\n\nBÌNH AN, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nNăm 2024\n\nPhụ lục 1\n\n"
    text += "(Ban hành kèm theo Kế hoạch số 39/KH-UBND ngày 05/3/2024 của UBND huyện)"
    assert "Số: 93" in marked(checked(text, "R401").view)


def test_letters_of_several_code_points_do_not_shift_the_marks(checked: Checked) -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Tổng số hộ được cấp giấy là 12 xã, gồm: 5 xã loại một, 6 xã loại hai.")
    assert marked(checked(text).view) == ["12", "5", "6"]


def at(words: str, paragraph: int, **where: str | int) -> Text:
    return Text.at(words, Place(paragraph=paragraph, offset=1, **where))  # type: ignore[arg-type]


def merged() -> Table:
    head, wide = Cell(at("Xã", 1)), Cell(at("Số hộ", 2))
    rows = (
        (head, wide, Cell(wide.text, merged=True)),
        (Cell(head.text, merged=True), Cell(at("Nghèo", 3)), Cell(at("Cận nghèo", 4))),
        (Cell(at("Một", 5)), Cell(at("12", 6)), Cell(at("7", 7))),
    )
    return Table(rows, path="1", headers=2)


def seen(*blocks: Block) -> View:
    return view_of(recognise(Document("a.docx", "docx", "", blocks)), ())


def test_merged_cells_cover_what_they_cover() -> None:
    rows = table(seen(merged())).rows
    assert [[(cell.words.text, cell.columns, cell.rows) for cell in row.cells] for row in rows] == [
        [("Xã", 1, 2), ("Số hộ", 2, 1)],
        [("Nghèo", 1, 1), ("Cận nghèo", 1, 1)],
        [("Một", 1, 1), ("12", 1, 1), ("7", 1, 1)],
    ]
    assert [cell.kind for row in rows for cell in row.cells] == ["head"] * 4 + ["label", "number", "number"]
    assert [(cell.row, cell.column) for cell in rows[2].cells] == [("", ""), ("Một", "Nghèo"), ("Một", "Cận nghèo")]


def test_pages_sheets_and_parts_are_said() -> None:
    cells = tuple(
        tuple(Cell(Text.at(word, Place(sheet="Thu chi", cell=f"{'BC'[j]}{i + 3}"))) for j, word in enumerate(row))
        for i, row in enumerate([("Mục", "Số tiền"), ("Thu", "12"), ("Chi", "7")])
    )
    view = seen(
        Paragraph(Text.at("Có 12 xã.", Place(page=2, line=1, column=1))),
        Table(cells, path="1", sheet="Thu chi"),
        Footnote("1", Text.at("Theo sổ.", Place(part="footnote", paragraph=1, offset=1))),
    )
    first, sheet, note = view
    assert (first.page, first.line) == (2, 1)
    assert isinstance(sheet, shape.Table)
    assert (sheet.sheet, sheet.first, [row.number for row in sheet.rows]) == ("Thu chi", 2, [3, 4, 5])
    assert sheet.letters == ("B", "C")
    assert isinstance(note, shape.Paragraph)
    assert (note.part, note.kind, note.marker) == ("footnote", "note", "1")


def test_a_sheet_begins_with_its_title_and_is_no_page() -> None:
    rows = [("Mục", "Số tiền"), ("Thu", "12"), ("Chi", "7")]
    cells = tuple(
        tuple(Cell(Text.at(word, Place(page=2, sheet="Thu chi", cell=f"{'AB'[j]}{i + 2}"))) for j, word in enumerate(row))
        for i, row in enumerate(rows)
    )
    title, table = seen(
        Paragraph(Text.at("Bảng thu chi", Place(page=2, sheet="Thu chi", cell="A1", offset=1))),
        Table(cells, path="1", sheet="Thu chi"),
    )
    assert (title.sheet, title.page) == ("Thu chi", None)
    assert isinstance(table, shape.Table)
    assert [table.page, *(row.page for row in table.rows)] == [None] * 4


def long_table(rows: int, wrong: int) -> str:
    body = [f"| Xã {i} | {i} | {i + 1} | {2 * i + 1 + (i == wrong)} |" for i in range(1, rows + 1)]
    return "\n".join(["| Xã | Nam | Nữ | Cộng |", "|-|-|-|-|", *body])


def test_of_a_long_table_the_rows_around_findings_are_shown(checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "MOST_CELLS", 200)
    report = checked(long_table(300, 150), "T104")
    (finding,) = report.findings
    rows = table(report.view).rows
    assert [row.left_out for row in rows if row.left_out] == [135, 136]
    shown = [row.cells[0].words.text for row in rows if not row.left_out]
    assert shown[0] == "Xã"
    assert [name for name in shown if "14" in name or "15" in name] == ["Xã 148", "Xã 149", "Xã 150", "Xã 151", "Xã 152"]
    assert sum(row.left_out for row in rows) + len(shown) == 301
    assert finding.place.spot in {mark.spot for words in texts(report.view) for mark in words.marks}


def test_it_is_made_when_somebody_asks_and_is_sent_to_another_process_only_then(checked: Checked) -> None:
    report = checked("Có 12 xã, gồm: 5 xã loại một, 6 xã loại hai.")
    assert "view" not in vars(report)
    assert pickle.loads(pickle.dumps(report)).view == ()
    assert report.view
    assert pickle.loads(pickle.dumps(report)).view == report.view
