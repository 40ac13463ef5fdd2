"""Things written are found again where they stand, and nowhere else."""

from __future__ import annotations

import pytest

from checker.figure import Phrase
from checker.place import Place
from checker.sought import Sought
from checker.text import Text, join

HERE = Place(part="body", paragraph=3, offset=1)
TEXT = join((Text.at("Có 12 lớp", HERE), Text.at("và 7 xã", Place(part="body", paragraph=3, offset=21))))


def offsets(text: Text, *places: Place) -> list[int]:
    return [start for start, _ in Sought(Phrase(text="x", place=place, start=0, end=1) for place in places).within(text)]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (HERE, [0]),
        (HERE.ahead(3), [3]),
        (HERE.ahead(15), []),  # between the two pieces
        (HERE.ahead(20), [10]),
        (HERE.ahead(27), [17]),  # right behind the last character
        (HERE.ahead(28), []),
        (Place(part="body", paragraph=4, offset=1), []),
        (Place(part="footnote", paragraph=3, offset=1), []),
        (Place(volume=2, part="body", paragraph=3, offset=1), []),
        (Place(volume=1, paragraph=3, offset=1), [0]),
        (Place(), []),
    ],
)
def test_where_in_a_text_a_place_stands(place: Place, found: list[int]) -> None:
    assert offsets(TEXT, place) == found


def test_several_of_one_line_are_found_in_order() -> None:
    line = Text.at("Có 12 lớp và 7 xã", Place(line=5, column=1, page=2))
    assert offsets(line, line.place(13), line.place(3), Place(line=5, column=4, page=1)) == [3, 13]


def test_a_cell_is_told_by_its_sheet_and_address() -> None:
    cell = Text.at("12 lớp", Place(sheet="A", cell="B2", page=1, offset=1))
    assert offsets(cell, Place(sheet="A", cell="B2", offset=1), Place(sheet="B", cell="B2", offset=1)) == [0]
