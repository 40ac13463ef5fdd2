"""Text in any Unicode form is one text, and its places are those of the file as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.place import Place
from checker.text import Text, bare, fold, fold_words, join

START = Place(file="a.txt", line=3, column=5)
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
vietnamese = st.text(st.sampled_from(LETTERS + LETTERS.upper() + "ÐĐ 0123456789.,–-()"), max_size=40)
typed = st.text(st.sampled_from("hoàHÒAđÐ \t\u00a0\u200b\u00ad\ufeffe\u0301\u0323\u0302x9–-\u2011İß"), max_size=30)


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        (unicodedata.normalize("NFD", "Tổng số lao động"), "Tổng số lao động"),
        ("\u00d0ồng Tháp", "Đồng Tháp"),
        ("5\u00a0000\u202fđ", "5 000 đ"),
        ("xuất\u00adkhẩu\u200b lao\ufeff động", "xuấtkhẩu lao động"),
        ("18\u2011KH/TU", "18-KH/TU"),
        ("cột\tcột", "cột cột"),
    ],
)
def test_one_canonical_form(raw: str, canonical: str) -> None:
    assert Text.at(raw, START).value == canonical


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@given(before=vietnamese, after=vietnamese)
def test_places_refer_to_the_file_as_it_is(form: str, before: str, after: str) -> None:
    raw = unicodedata.normalize(form, before + "§" + after)  # type: ignore[arg-type]
    text = Text.at(raw, START)
    offset = text.value.index("§")
    assert text.place(offset).column == 5 + raw.index("§")
    assert text.place(offset, offset + 1).end_column == 5 + raw.index("§") + 1


@given(typed)
def test_every_letter_knows_its_own_place(raw: str) -> None:
    text = Text.at(raw, Place(line=1, column=1))
    for offset, character in enumerate(text.value):
        column = text.place(offset).column
        assert column is not None
        original = unicodedata.normalize("NFD", raw[column - 1])[0]
        assert original == unicodedata.normalize("NFD", character)[0] or character in " -Đ" or unicodedata.combining(character)


def test_a_composed_letter_ends_behind_its_last_mark() -> None:
    raw = unicodedata.normalize("NFD", "số 5 số")
    text = Text.at(raw, Place(line=1, column=1))
    assert text.place(1, 2).end_column == raw.index(" ") + 1
    assert text.place(5, 7).end_column == len(raw) + 1
    assert text.cut(0, 2).place(0, 2).end_column == raw.index(" ") + 1
    behind = join([text.cut(0, 2), text.cut(5)])
    assert behind.place(0, 2).end_column == raw.index(" ") + 1
    assert behind.place(3, 5).end_column == len(raw) + 1


@given(vietnamese, st.integers(0, 40), st.integers(0, 40))
def test_a_cut_keeps_places(raw: str, one: int, other: int) -> None:
    text = Text.at(unicodedata.normalize("NFD", raw), START)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    piece = text.cut(start, end)
    assert piece.value == text.value[start:end]
    assert [piece.place(i).column for i in range(len(piece))] == [text.place(i).column for i in range(start, end)]


@given(vietnamese, vietnamese)
def test_joined_texts_keep_their_own_places(one: str, other: str) -> None:
    second = Place(file="a.txt", line=4, column=2)
    joined = join([Text.at(one, START), Text.at("x" + other, second)])
    behind = len(unicodedata.normalize("NFC", one)) + 1
    assert joined.value[behind] == "x"
    assert (joined.place(behind).line, joined.place(behind).column) == (4, 2)
    if one:
        assert (joined.place(0).line, joined.place(0).column) == (3, 5)


def test_a_stretch_over_two_lines_ends_in_the_second() -> None:
    joined = join([Text.at("lao", START), Text.at("động", Place(file="a.txt", line=4, column=1))])
    place = joined.place(0, len(joined))
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 5, 4, 5)


def test_stripping_moves_the_place_to_the_first_letter() -> None:
    stripped = Text.at("\u200b  \tTổng ", START).strip()
    assert stripped.value == "Tổng"
    assert stripped.place(0).column == 9


def test_a_text_within_a_table_says_so_at_every_character() -> None:
    text = join([Text.at("a", START), Text.at("b", START)]).within(table="2", row=3)
    assert [(text.place(i).table, text.place(i).row) for i in (0, 2)] == [("2", 3), ("2", 3)]


@given(st.text(max_size=40))
def test_folding_keeps_the_length(value: str) -> None:
    assert len(fold(value)) == len(value)
    assert len(bare(value)) == len(value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà giải", "Hòa giải"),
        ("UỶ BAN", "Ủy ban"),
        ("khoẻ", "khỏe"),
        ("2021 – 2025", "2021 - 2025"),
        ("thuỷ lợi", "thủy lợi"),
        ("“A”", '"a"'),
    ],
)
def test_folding_makes_spellings_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("hoa", "hoà"), ("bản", "bàn"), ("quý", "quy"), ("dong", "đồng")])
def test_folding_keeps_other_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_words_of_data_are_folded_whatever_their_form() -> None:
    assert fold_words(unicodedata.normalize("NFD", " Tổng \n cộng ")) == "tổng cộng"


@given(st.text(st.sampled_from(LETTERS + LETTERS.upper()), max_size=20))
def test_bare_words_have_no_marks(value: str) -> None:
    assert bare(value).isascii()
