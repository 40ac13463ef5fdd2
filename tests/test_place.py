"""One notion of where a thing stands: what tells places apart, and in which order they are read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from checker.place import Place


@pytest.mark.parametrize(
    ("this", "other"),
    [
        (Place(part="body", paragraph=3, offset=5), Place(part="footnote", paragraph=3, offset=5)),
        (Place(part="header", paragraph=1, offset=1), Place(part="header2", paragraph=1, offset=1)),
        (Place(sheet="Thu", cell="B2"), Place(sheet="Chi", cell="B2")),
        (Place(sheet="Thu", cell="B2"), Place(sheet="Thu", cell="B3")),
        (Place(line=3, column=5), Place(line=3, column=6)),
        (Place(paragraph=3, offset=5), Place(paragraph=5, offset=3)),
    ],
)
def test_places_that_differ(this: Place, other: Place) -> None:
    assert this.spot != other.spot


@pytest.mark.parametrize(
    ("this", "other"),
    [
        (Place(file="a.docx", part="body", paragraph=3, offset=5), Place(paragraph=3, offset=5)),
        (Place(line=3, column=5, end_line=3, end_column=7), Place(line=3, column=5, end_line=4, end_column=1)),
        (Place(line=3, column=5, table="1", row=2, col=1), Place(line=3, column=5)),
    ],
)
def test_what_makes_no_other_place(this: Place, other: Place) -> None:
    assert this.spot == other.spot


def test_nothing_says_where() -> None:
    assert Place(file="a.md").spot == ()


def test_the_body_is_read_first() -> None:
    places = [
        Place(part="body", paragraph=2, offset=9),
        Place(part="body", paragraph=10, offset=1),
        Place(part="footnote", paragraph=1, offset=1),
        Place(part="endnote", paragraph=1, offset=1),
        Place(part="textbox", paragraph=4, offset=1),
        Place(part="header", paragraph=5, offset=1),
        Place(part="header2", paragraph=1, offset=1),
        Place(part="footer", paragraph=1, offset=1),
        Place(part="margin", paragraph=1, offset=1),
    ]
    assert all(before.order < after.order for before, after in pairwise(places))


def test_lines_and_columns_are_read_in_order() -> None:
    places = [Place(file="a.md"), Place(line=2, column=9), Place(line=10, column=1), Place(line=10, column=2)]
    assert all(before.order < after.order for before, after in pairwise(places))
