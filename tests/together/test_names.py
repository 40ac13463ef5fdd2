"""Annexes by the names of files and sheets, and by the lines that open one."""

from __future__ import annotations

import pytest

from checker.locales import load
from checker.text import Text
from checker.together.names import annex_named, annex_opened


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("phu-luc-1", "Phụ lục 1"), ("Phụ lục số 02", "Phụ lục 02"), ("PL3", "Phụ lục 3"), ("phu luc IV - kinh phi", "Phụ lục IV"),
        ("bieu_02", "Biểu 02"), ("Annex 2", "Annex 2"), ("Annex B", "Annex B"), ("PL 01 (tiếp)", "Phụ lục 01"),
        ("so-lieu-2024", ""), ("phu-luc", ""), ("bieu do 2", ""), ("plan 2", ""), ("KinhPhi", ""), ("1", ""), ("", ""),
        ("PL1.2", ""), ("Biểu 1.1", ""), ("PL 2024", ""), ("Phụ lục A", ""), ("Apple", ""),
    ],
)  # fmt: skip
def test_what_a_name_tells(name: str, heading: str) -> None:
    assert annex_named(name) == heading


@pytest.mark.parametrize(
    ("language", "name", "heading"),
    [
        ("vi", "Annex 3", "Phụ lục 3"), ("vi", "PL3", "Phụ lục 3"), ("vi", "bieu 3", "Biểu 3"),
        ("en", "Annex 3", "Annex 3"), ("en", "PL3", "Annex 3"), ("en", "Phụ lục 3", "Annex 3"), ("en", "Sheet3", ""),
    ],
)  # fmt: skip
def test_in_the_words_of_the_report(language: str, name: str, heading: str) -> None:
    assert annex_named(name, language) == heading


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Phụ lục 1", "1"), ("PHỤ LỤC IV: KINH PHÍ", "iv"), ("Biểu số 02", "02"), ("PHỤ LỤC", ""), ("BIỂU CHI", ""),
        ("Biểu chi tiết kinh phí", None), ("phụ lục 1", None), ("Kinh phí", None), ("Phụ lục 1 " + "x" * 200, None),
    ],
)  # fmt: skip
def test_what_a_line_opens(line: str, name: str | None) -> None:
    assert annex_opened(Text(line), load("vi")) == name
