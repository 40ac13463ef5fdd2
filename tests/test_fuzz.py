"""Whatever becomes of a file on its way: it is read, or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker
from checker import ReadError
from tests.tools.mutating import Slip, mutated, slips

_FIXTURES = Path(__file__).parent.parent / "fixtures"
_BY_OTHER_PROGRAMS = (".doc", ".rtf", ".png", ".jpg", ".tif", ".toml")
SAMPLES = sorted(
    path
    for path in [*(_FIXTURES / "formats").glob("*"), _FIXTURES / "ke-hoach-dua-lao-dong.docx", _FIXTURES / "ke-hoach-dua-lao-dong.md"]
    if path.suffix not in _BY_OTHER_PROGRAMS
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(found=slips, inside=st.booleans())
def test_a_damaged_file_is_read_or_refused(sample: Path, found: list[Slip], inside: bool) -> None:
    assert "\n" not in said(mutated(sample.read_bytes(), found, inside), sample.name)


def said(data: bytes, name: str) -> str:
    """Why it cannot be read, in both languages; nothing where it can."""
    try:
        checker.check(data, name=name)
    except ReadError as error:
        return f"{error} {error.told('vi')}"
    return ""
