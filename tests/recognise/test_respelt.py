"""Stored numbers in the style of the document."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.document import Cell, Document, Stored, Table
from checker.lazy import Lazy
from checker.place import Place
from checker.recognise.respelt import respelt
from checker.recognise.style import COMMA_GROUPS, DOT_GROUPS
from checker.text import Text


def shown(text: str, value: Fraction | None, style: object, is_text: bool = False) -> str:
    cell = Cell(Text.at(text, Place(line=1, column=7)), stored=Stored(value, is_text=is_text))
    document = Document("a", "xlsx", "0", (Table(Lazy(1, lambda _: (cell,)), "1"),))
    (table,) = respelt(document, style).blocks  # type: ignore[arg-type]
    assert isinstance(table, Table)
    made = table.rows[0][0].text
    assert (made.place(1).column, len(made)) == (8, len(text))
    return made.value


@pytest.mark.parametrize(
    ("text", "value", "vietnamese", "english"),
    [
        ("12.125", Fraction("12.125"), "12,125", "12.125"),
        ("12.125", Fraction(12125), "12.125", "12,125"),
        ("1,234.5", Fraction("1234.54"), "1.234,5", "1,234.5"),
        ("1.234,5", Fraction("1234.54"), "1.234,5", "1,234.5"),
        ("53.13%", Fraction("0.531349"), "53,13%", "53.13%"),
        ("(12.50)", Fraction("-12.5"), "(12,50)", "(12.50)"),
        ("-0.5 ha", Fraction("-0.5"), "-0,5 ha", "-0.5 ha"),
        ("15.03.2023", Fraction(45000), "15.03.2023", "15.03.2023"),
        ("15", Fraction(15), "15", "15"),
        ("1.250", None, "1.250", "1.250"),
    ],
)
def test_the_stored_value_tells_the_marks_apart(text: str, value: Fraction | None, vietnamese: str, english: str) -> None:
    assert shown(text, value, DOT_GROUPS) == vietnamese
    assert shown(text, value, COMMA_GROUPS) == english


def test_text_stays_as_it_was_typed() -> None:
    assert shown("1.5", Fraction("1.5"), DOT_GROUPS, is_text=True) == "1.5"


def test_a_document_without_stored_values_is_the_same() -> None:
    document = Document("a", "text", "0", (Table(((Cell(Text.at("1.5", Place())),),), "1"),))
    assert respelt(document, DOT_GROUPS) is document
