"""Numbers in words: printed, read back, in every spelling; an unknown word is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.locales import Locale, load
from checker.recognise.numerals import LIMIT, print_words, read_words

WORDS = re.findall(r"\S+", "không một mốt hai bốn tư năm lăm mười mươi trăm linh nghìn triệu tỷ rưỡi chẵn đồng và")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_small_numbers_are_read_back(language: str) -> None:
    locale = load(language)
    wrong = [n for n in [*range(10_000), *range(10_000, 100_000, 37)] if read_words(print_words(n, locale), locale) != n]
    assert wrong == []


@pytest.mark.parametrize("language", ["vi", "en"])
@given(st.integers(0, LIMIT) | st.tuples(st.integers(1, 999), st.integers(0, 4)).map(lambda t: t[0] * 1000 ** t[1]))
def test_numbers_up_to_the_limit_are_read_back(language: str, number: int) -> None:
    locale = load(language)
    number = min(number, LIMIT)
    assert read_words(print_words(number, locale), locale) == number


@pytest.mark.parametrize("number", [-1, LIMIT + 1])
def test_beyond_the_limit_nothing_is_printed(vi: Locale, number: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        print_words(number, vi)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (761_520_000, "bảy trăm sáu mươi mốt triệu năm trăm hai mươi nghìn"),
        (2_000_000_000, "hai tỷ"),
    ],
)
def test_how_a_number_is_said_in_vietnamese(vi: Locale, number: int, words: str) -> None:
    assert print_words(number, vi) == words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Một trăm lẻ năm", 105),
        ("một trăm linh năm", 105),
        ("hai mươi tư", 24),
        ("hai mươi bốn", 24),
        ("ba mươi lăm", 35),
        ("ba mươi nhăm", 35),
        ("ba mươi năm", 35),
        ("bốn mươi mốt", 41),
        ("bốn mươi một", 41),
        ("năm ngàn", 5_000),
        ("năm nghìn", 5_000),
        ("ba tỉ", 3_000_000_000),
        ("ba tỷ", 3_000_000_000),
        ("bẩy trăm bảy mươi bẩy", 777),
        ("hai triệu rưỡi", 2_500_000),
        ("một tỷ rưỡi", 1_500_000_000),
        ("năm triệu đồng chẵn", 5_000_000),
        ("năm triệu đồng chẵn.", 5_000_000),
        ("Bảy trăm sáu mươi mốt triệu, năm trăm hai mươi nghìn đồng", 761_520_000),
        ("một nghìn hai trăm tỷ", 1_200_000_000_000),
        ("một triệu không trăm linh năm", 1_000_005),
        ("mười lăm người", 15),
    ],
)
def test_every_spelling_is_read_in_vietnamese(vi: Locale, words: str, number: int) -> None:
    assert read_words(words, vi) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one hundred and five", 105),
        ("one hundred five", 105),
        ("Twenty-four", 24),
        ("twenty four", 24),
        ("a hundred", 100),
        ("two million five hundred thousand dong", 2_500_000),
        ("seven hundred and sixty-one million, five hundred and twenty thousand", 761_520_000),
        ("fourty people", 40),
        ("one thousand dollars only", 1_000),
    ],
)
def test_every_spelling_is_read_in_english(en: Locale, words: str, number: int) -> None:
    assert read_words(words, en) == number


@pytest.mark.parametrize(
    "words",
    [
        "", "đồng", "hai mươi chục", "mười hai con mèo", "năm trăm nghìn triệu nghìn", "hai ba bốn", "trăm", "mươi mốt", "hai mươi 5",
        "một trăm linh mười", "triệu một", "hai trăm không trăm", "bốn mươi mười", "năm rưỡi", "hai mươi mốt mốt", "x" * 5_000,
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_in_vietnamese(vi: Locale, words: str) -> None:
    assert read_words(words, vi) is None


@pytest.mark.parametrize(
    "words", ["", "twelve cats", "hundred thousand hundred", "twenty twelve", "one two", "million", "ten-two", "five hundred 5"]
)
def test_what_is_no_number_is_refused_in_english(en: Locale, words: str) -> None:
    assert read_words(words, en) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "không",
                "một",
                "mốt",
                "hai",
                "bốn",
                "tư",
                "năm",
                "lăm",
                "mười",
                "mươi",
                "trăm",
                "linh",
                "nghìn",
                "triệu",
                "tỷ",
                "rưỡi",
                "chẵn",
                "đồng",
                "và",
            ]
        ),
        max_size=9,
    )
)
def test_any_words_are_read_or_refused(words: list[str]) -> None:
    vi = load("vi")
    number = read_words(" ".join(words), vi)
    assert number is None or read_words(print_words(number, vi), vi) == number
