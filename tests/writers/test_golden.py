"""Each format as a whole, byte for byte. `python tests/writers/test_golden.py` writes the files of `golden/` anew: look at the difference."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker import writers
from checker.results import Show

sys.path.insert(0, str(Path(__file__).parent))
from samples import GOLDEN, SAMPLES, sample

FORMATS = {"json": "json", "sarif": "sarif", "junit": "xml", "github": "github.txt", "markdown": "markdown.txt", "text": "txt"}
PRIVATE = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Ví", "Phạm Thị Dụ", "001085012345", "1085012345", "31/02/1985", "Giả")
PRIVATE_ENGLISH = ("Sample", "Exemplar", "Instance", "Specimen", "12345678", "31/02/1985", "Made-Up")


def written(name: str, lang: str) -> bytes:
    return writers.get(name).write(sample(lang), Show(all_checks=True, verdict="exit 2: 1 file could not be read")).encode()


@pytest.mark.parametrize("lang", SAMPLES)
@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_what_it_was(name: str, lang: str) -> None:
    assert written(name, lang) == (GOLDEN / f"{lang}.{FORMATS[name]}").read_bytes()


@pytest.mark.parametrize("lang", SAMPLES)
@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"text"}))
def test_no_format_but_the_terminals_tells_who_a_person_is(name: str, lang: str) -> None:
    text = written(name, lang).decode()
    assert "•••" in text
    assert not [word for word in PRIVATE + PRIVATE_ENGLISH if word in text]


def test_the_terminal_does() -> None:
    assert "Phạm Thị Dụ" in written("text", "vi").decode()


def test_every_format_has_its_files() -> None:
    """But the page for a browser, whose tests are its own."""
    assert FORMATS.keys() == set(writers.names()) - {"html"}


if __name__ == "__main__":
    for name, ending in FORMATS.items():
        for lang in SAMPLES:
            (GOLDEN / f"{lang}.{ending}").write_bytes(written(name, lang))
