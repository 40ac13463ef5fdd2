"""Ids of figures in the JSON output and on the page: one for each place, the same each time."""

from __future__ import annotations

import pytest

from checker.place import Place
from checker.shown import figure_id


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(line=12, column=5, part="body"), "f12.5"),
        (Place(paragraph=12, offset=5, part="body"), "f12.5"),
        (Place(paragraph=12, offset=5, part="footnote"), "ffootnote.12.5"),
        (Place(paragraph=1, offset=5, part="header"), "fheader.1.5"),
        (Place(paragraph=1, offset=5, part="header2"), "fheader2.1.5"),
        (Place(sheet="Thu", cell="B2"), "fThu.B2"),
        (Place(sheet="Chi", cell="B2"), "fChi.B2"),
        (Place(), "f"),
    ],
)
def test_the_id_says_the_place(place: Place, expected: str) -> None:
    assert figure_id(place.spot) == expected
