"""Paragraphs in plain text: joined where a line's width or a page break has cut them, apart where they are apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document, Footnote, Paragraph

Read = Callable[[str], Document]


def paragraphs(document: Document) -> list[str]:
    return [b.text.value for b in document.blocks if isinstance(b, Paragraph)]


CUT = "Trong kỳ báo cáo toàn huyện đã đưa được 355 lao động đi làm việc ở nước ngoài"


@pytest.mark.parametrize(
    "text",
    [
        f"{CUT},\nđạt 118% kế hoạch.\n",
        f"{CUT},\n\n7\n\nđạt 118% kế hoạch.\n",
        f"{CUT},\n\n- 7 -\n\nđạt 118% kế hoạch.\n",
        f"{CUT},\n\n\fđạt 118% kế hoạch.\n",
        f"{CUT},\r\nđạt 118% kế hoạch.\r\n",
        f"{CUT},\n¹ Không kể lao động nữ.\nđạt 118% kế hoạch.\n",
    ],
)
def test_a_paragraph_that_was_cut(document: Read, text: str) -> None:
    assert paragraphs(document(text)) == [f"{CUT}, đạt 118% kế hoạch."]


def test_a_wrapped_file_is_joined_at_its_width() -> None:
    from checker.readers import read

    sentence = "Trong năm 2023 các xã An Ninh Đông và Đức Hòa Hạ đã mở 12 lớp cho 355 Học viên, gồm 5 lớp May và 7 lớp Điện. "
    words, lines, line = (sentence * 6).split(), [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line.rstrip())
            line = ""
        line += word + " "
    text = "\n".join([*lines, line.rstrip()])
    found = paragraphs(read("a.txt", text.encode()))
    assert " ".join(found) == " ".join(words)
    assert len(found) <= 6


@pytest.mark.parametrize(
    "text",
    [
        "Đã mở 12 lớp.\nĐã có 355 học viên.\n",
        "Kết quả như sau:\n- Mở 12 lớp;\n- Có 355 học viên.\n",
        "I. KẾT QUẢ\n1. Đào tạo\n",
        "# Kết quả\nĐã mở 12 lớp.\n",
        "Một câu đã xong.\n\nMột câu khác.\n",
        "a) Mở 12 lớp\nb) Có 355 học viên\n",
        "1/- Mở 12 lớp\n2/- Có 355 học viên\n",
    ],
)
def test_what_is_apart_stays_apart(document: Read, text: str) -> None:
    lines = [line.lstrip("# ") for line in text.splitlines() if line]
    assert paragraphs(document(text)) == lines


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Đã mở **12** lớp", "Đã mở 12 lớp"),
        ("*Đã mở* __12__ lớp", "Đã mở 12 lớp"),
        ("1\\. Mở 12 lớp", "1. Mở 12 lớp"),
        ("12 lớp &amp; 5 xã", "12 lớp & 5 xã"),
        ("12&nbsp;lớp", "12 lớp"),
        ("12 m<sup>2</sup>", "12 m2"),
        ("2 * 3 và 5 * 6", "2 * 3 và 5 * 6"),
        ("[bookmark: _Hlk1]12 lớp", "12 lớp"),
        ("> 12 lớp", "12 lớp"),
    ],
)
def test_markup_is_taken_away(document: Read, raw: str, plain: str) -> None:
    assert paragraphs(document(raw)) == [plain]


def test_places_do_not_count_without_the_markup(document: Read) -> None:
    (paragraph,) = (b for b in document("Đã **mở** được **12** lớp\n").blocks if isinstance(b, Paragraph))
    offset = paragraph.text.value.index("12")
    place = paragraph.text.place(offset, offset + 2)
    assert (place.line, place.column, place.end_column) == (1, 18, 20)


def test_places_of_a_joined_paragraph(document: Read) -> None:
    (paragraph,) = (b for b in document(f"{CUT},\n\n7\n\nđạt 118% kế hoạch.\n").blocks if isinstance(b, Paragraph))
    place = paragraph.text.place(paragraph.text.value.index("118"))
    assert (place.line, place.column) == (5, 5)


def test_footnotes_and_their_references(document: Read) -> None:
    read = document("Đã duyệt 723 vị trí¹, 12 m² và 5 xã[^a].\n\n¹ Trong đó có 12 vị trí mới.\n[^a]: Xã biên giới.\n")
    (paragraph,) = (b for b in read.blocks if isinstance(b, Paragraph))
    assert [mark for _, mark in paragraph.notes] == ["¹", "a"]
    assert [(b.mark, b.text.value) for b in read.blocks if isinstance(b, Footnote)] == [
        ("¹", "Trong đó có 12 vị trí mới."),
        ("a", "Xã biên giới."),
    ]


def test_headings_state_their_level_and_bold_lines_are_bold(document: Read) -> None:
    found = [b for b in document("## Kết quả\n\n**Đào tạo nghề**\n\nĐã **mở** 12 lớp.\n").blocks if isinstance(b, Paragraph)]
    assert [(b.level, b.bold) for b in found] == [(2, False), (None, True), (None, False)]


def test_a_running_head_is_left_out(document: Read) -> None:
    page = "UBND huyện Tân Trụ\n\nĐoạn {n} có {n} xã tham gia.\n\n{n}\n\n"
    assert paragraphs(document("".join(page.format(n=n) for n in range(3, 8)))) == [f"Đoạn {n} có {n} xã tham gia." for n in range(3, 8)]
