"""A table of one row is no header: what stands in it is read."""

from __future__ import annotations

from collections.abc import Callable

from checker.recognise.reading import Reading


def test_figures_in_a_table_of_one_row_are_read(reading: Callable[[str], Reading]) -> None:
    here = reading("| Đã mở 12 lớp. | Có 355 người học. |\n")
    assert [figure.text for figure in here.figures] == ["12", "355"]


def test_a_row_that_is_stated_to_be_a_header_stays_one(reading: Callable[[str], Reading]) -> None:
    assert not reading("| Mở 12 lớp | Có 355 người |\n|-|-|\n").figures
