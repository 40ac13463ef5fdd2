"""TCVN3 and VNI: every letter there and back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.encodings import tcvn3, vni
from checker.encodings.syllables import is_syllable

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
WORDS = ("người", "nước", "đường", "Trà", "ưu", "đãi", "quỹ", "GIẢI", "QUYẾT", "LÀM", "hỗ", "y", "ngoài", "ĐƯỜNG", "huyện")
BARE = " 0123456789.,;:()%/-"


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("letter", SMALL + SMALL.upper())
def test_every_letter(letter: str) -> None:
    assert composed(vni.decoded(vni.encoded(letter))) == letter
    has_code = letter in SMALL or letter in "ĂÂÊÔƠƯĐ" or letter.isascii()
    assert tcvn3.decoded(tcvn3.encoded(letter)) == (letter if has_code else letter.lower())


@pytest.mark.parametrize("letter", [c for c in SMALL + SMALL.upper() if not c.isascii()])
def test_codes_are_characters_of_windows_1252(letter: str) -> None:
    for encoded in (tcvn3.encoded(letter), vni.encoded(letter)):
        assert encoded != letter or letter in "íìýÍÌ"
        assert len(encoded.encode("cp1252")) == len(encoded) <= 2


@given(st.text(st.sampled_from(SMALL + BARE)))
def test_tcvn3_loses_nothing(text: str) -> None:
    assert tcvn3.decoded(tcvn3.encoded(text)) == text
    assert len(tcvn3.encoded(text)) == len(text)


@given(st.lists(st.sampled_from(WORDS)))
def test_vni_loses_nothing_in_words(words: list[str]) -> None:
    text = " ".join(words)
    decoded = vni.decoded(vni.encoded(text))
    assert composed(decoded) == text
    assert len(decoded) == len(vni.encoded(text))


@pytest.mark.parametrize("word", "nghiêng Nguyễn thuở khuya gì giếng quyết oằn yêu ĂN quý uống xuân đ- hoà hòa".replace("đ- ", "").split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["réalisé", "für", "Tæng", "®Êt", "ngöôøi", "đ", "aà", "được2", "µg", "nhạć"])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)
