"""Which language a document is in, and how it writes numbers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checker.document import Document
from checker.readers import read
from checker.recognise import recognise, style_name
from checker.recognise.reading import Reading


@pytest.mark.parametrize(
    ("text", "language", "style"),
    [
        ("Tổng số lao động là 2.000 người, đạt 53,1%.", "vi", "vi"),
        ("The total number of workers is 2,000, or 53.1% of the plan.", "en", "en"),
        ("Kinh phí 1,234,567 đồng, 2,345,678 đồng và 1,000,000 đồng của các xã, đạt 53.1%.", "vi", "en"),
        ("The budget of 1.234.567 dong, 2.345.678 dong and 1.000.000 dong was used.", "en", "vi"),
        ("Các lớp: 1,5 và 2,5 của 12 xã", "vi", "vi"),
    ],
)
def test_language_and_style_are_detected(reading: Callable[[str], Reading], text: str, language: str, style: str) -> None:
    read_ = reading(text)
    assert (read_.locale.language, style_name(read_.style)) == (language, style)


def test_the_style_can_be_told() -> None:
    document: Document = read("a.md", "Kinh phí của các xã là 1,234 đồng".encode())
    values = [recognise(document, locale).figures[0].quantity.value for locale in ("vi", "en")]
    assert values == [Fraction("1.234"), 1234]


def test_one_table_may_have_a_style_of_its_own(reading: Callable[[str], Reading]) -> None:
    text = "Đã chi 1.234.567 đồng cho các lớp, đạt 53,1% và 2.000.000 đồng cho xã.\n\n"
    text += "| Xã | Kinh phí (đồng) |\n|-|-|\n| An | 1,234,567 |\n| Bình | 2,345,678 |"
    (grid,) = reading(text).grids
    assert [row.figures[1].quantity.value for row in grid.rows] == [1_234_567, 2_345_678]


TABLE = "Đã chi 1.234.567 đồng cho các xã, đạt 53,1%.\n\n| Chỉ tiêu | 2010 | 2011 |\n|-|-|-|\n| Tổng số hộ | {} | {} |\n| Tỷ lệ | {} | {} |"


def test_numbers_without_groups_tell_the_decimal_mark(reading: Callable[[str], Reading]) -> None:
    (grid,) = reading(TABLE.format("412204.00", "421820.00", "15.40", "12.11")).grids
    assert [figure.quantity.value for figure in grid.rows[0].figures.values()] == [412_204, 421_820]
    assert [figure.quantity.value for figure in grid.rows[1].figures.values()] == [Fraction("15.4"), Fraction("12.11")]


@pytest.mark.parametrize(
    "cells", [("412204.00", "1.820", "15", "12"), ("412204.00", "421820", "15,4", "12,1"), ("15.40", "12.11", "10.44", "8.88")]
)
def test_where_the_mark_is_not_certain_nothing_is_read(reading: Callable[[str], Reading], cells: tuple[str, ...]) -> None:
    (grid,) = reading(TABLE.format(*cells)).grids
    values = {figure.quantity.value for row in grid.rows for figure in row.figures.values()}
    assert not values & {Fraction(412_204), Fraction("12.11")}
