"""Frames are no tables, nested tables are, and a cut table is joined whatever stands at the margin."""

from __future__ import annotations

from checker.document import Block, Cell, Document, Paragraph, Table
from checker.place import Place
from checker.recognise import recognise
from checker.recognise.frames import in_reading_order
from checker.recognise.grid import Grid
from checker.recognise.reading import Reading
from checker.text import Text, join


def at(words: str, paragraph: int, part: str = "body") -> Text:
    return Text.at(words, Place(part=part, paragraph=paragraph, offset=1))


def cell(*paragraphs: tuple[str, int]) -> Cell:
    return Cell(join([at(*paragraph) for paragraph in paragraphs]) if paragraphs else Text.at("", Place(part="body")))


def table(*rows: str, path: str = "1", first: int = 100, nested: tuple[Table, ...] = (), part: str = "body") -> Table:
    """Rows of cells between "|"."""
    split = [row.split("|") for row in rows]
    made = tuple(tuple(Cell(at(words, first + 10 * i + j, part)) for j, words in enumerate(row)) for i, row in enumerate(split))
    return Table(made, path, nested=nested)


def reading(*blocks: Block) -> Reading:
    return recognise(Document("a.docx", "docx", "", blocks))


SUMS = table("Mục|Số", "An|5", "Ba|7", "Cộng|13", path="1.1", first=20)
FRAME = Table(((cell(("Kết quả:", 10), ("- Có 12 người", 11), ("Hết.", 90)),),), "1", nested=(SUMS,))


def test_the_paragraphs_of_a_frame_are_running_text() -> None:
    found = in_reading_order([FRAME])
    assert [b.text.value if isinstance(b, Paragraph) else b for b in found] == ["Kết quả:", "- Có 12 người", SUMS, "Hết."]
    assert [b.text.place(2).paragraph for b in found if isinstance(b, Paragraph)] == [10, 11, 90]
    assert [b.text.place(2).offset for b in found if isinstance(b, Paragraph)] == [3, 3, 3]


def test_figures_and_tables_in_a_frame_are_read() -> None:
    here = reading(FRAME)
    assert [figure.text for figure in here.figures] == ["12", "5", "7", "13"]
    assert here.paragraphs[1].marker is not None


def test_empty_cells_around_the_only_one_make_it_no_table() -> None:
    around = Table(((cell(), cell(("Có 12 người.", 4)), cell()), (cell(), cell(), cell())), "1")
    assert [type(block) for block in in_reading_order([around])] == [Paragraph]


def test_frames_in_one_another() -> None:
    found = in_reading_order([Table(((cell(("Một.", 1)),),), "1", nested=(FRAME,))])
    assert [block.text.value for block in found if isinstance(block, Paragraph)] == ["Một.", "Kết quả:", "- Có 12 người", "Hết."]


def test_note_references_keep_their_place_in_a_frame() -> None:
    text = join([at("Một xã", 1), at("Hai xã", 2)])
    frame = Table(((Cell(text, notes=((6, "1"), (10, "2"), (13, "3"))),),), "1")
    found = in_reading_order([frame])
    assert [block.notes for block in found if isinstance(block, Paragraph)] == [((6, "1"),), ((3, "2"), (6, "3"))]


def test_a_real_table_stays_one_and_its_nested_tables_follow_it() -> None:
    outer = table("Xã|Chi tiết", "An|như sau", path="1", nested=(SUMS,))
    found = in_reading_order([outer, Paragraph(at("Sau.", 200))])
    assert [b.path if isinstance(b, Table) else b.text.value for b in found] == ["1", "1.1", "Sau."]


def test_nested_tables_are_read_like_any_other() -> None:
    here = reading(table("Xã|Chi tiết", "An|như sau", path="1", nested=(SUMS,)), Paragraph(at("Có 8 lớp ở xã.", 200)))
    assert [member.table.path if isinstance(member, Grid) else member.words for member in here.flow] == ["1", "1.1", "Có 8 lớp ở xã."]
    assert [figure.text for figure in here.figures] == ["8", "5", "7", "13"]
    orders = [member.order for member in here.flow]
    assert orders == sorted(set(orders))
    assert all(passage.order > orders[-1] for passage in here.cells)


def test_a_cell_of_several_paragraphs_in_a_real_table_is_one_text() -> None:
    wide = Table(((cell(("Xã", 1)), cell(("Kết quả", 2))), (cell(("An", 3)), cell(("Mở 5 lớp,", 4), ("có 12 người.", 5)))), "1")
    assert "Mở 5 lớp, có 12 người." in [passage.words for passage in reading(wide).cells]


def test_the_halves_of_a_cut_table_keep_their_nested_tables_and_skip_the_margins() -> None:
    first = table("Mục|Số", "An|5", nested=(table("a|1", "b|2", path="1.1"),))
    second = table("Ba|7", "Cộng|12", path="2", first=300, nested=(table("c|3", "d|4", path="2.1"),))
    box = [Paragraph(at("Trang sau", n, "textbox"), part="textbox") for n in range(200, 210)]
    inside = table("Ô|9", path="3", part="textbox")
    found = in_reading_order([first, *box, inside, second])
    tables = [block for block in found if isinstance(block, Table)]
    assert [(block.path, len(block.rows)) for block in tables] == [("1", 4), ("1.1", 2), ("2.1", 2), ("3", 1)]


def test_long_frames_are_cut_in_linear_time() -> None:
    long = Table(((Cell(join([at("Có 5 lớp.", n) for n in range(20_000)]), notes=tuple((n * 10, "1") for n in range(20_000))),),), "1")
    assert len(in_reading_order([long])) == 20_000
