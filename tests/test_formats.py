"""Whatever the format, the same findings: fixtures and annotated reports always, the seeds where they are beside this checkout."""

from __future__ import annotations

import pytest

from checker.readers import extensions
from tests.tools.formats import FORMATS, TABLE_FORMATS, Format, Said, Workshop, difference, said_of, said_of_text, sources, tables_of

SOURCES = sources()
KINDS = ("fixture", "report", "seed", "injected")
ONLY = {".docx": ("fixture", "seed", "injected"), ".doc": ("fixture", "seed"), ".rtf": ("seed",)}  # conversions take their time
NEAR = 2

# (extension, report): what differs, and is known to. What no longer does makes the test fail, so that it is taken off here.
GAPS: dict[tuple[str, str], list[str]] = {}


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("formats"), SOURCES)


def told(expected: Said, found: Said) -> list[str]:
    """What the other format says otherwise; a figure or two less may be checked where it loses what tells."""
    lines = difference(expected, found)
    if abs(expected.figures - found.figures) > NEAR or abs(expected.checked - found.checked) > NEAR:
        lines.append(f"{found.checked} of {found.figures} figures checked, in the text {expected.checked} of {expected.figures}")
    return lines


@pytest.mark.parametrize(
    ("format", "kind"), [(f, kind) for f in FORMATS for kind in ONLY.get(f.extension, KINDS)], ids=lambda v: getattr(v, "extension", v)
)
def test_a_report_says_the_same_in_every_format(format: Format, kind: str, workshop: Workshop) -> None:
    chosen = [source for source in SOURCES if source.kind == kind]
    if reason := workshop.missing(format):
        pytest.skip(reason)
    if not chosen:
        pytest.skip("the seeds are not beside this checkout")
    found = {source.name: told(said_of_text(source), workshop.said(source, format)) for source in chosen}
    assert found == {source.name: GAPS.get((format.extension, source.name), []) for source in chosen}


@pytest.mark.parametrize("extension", TABLE_FORMATS)
def test_a_table_says_the_same_by_itself(extension: str) -> None:
    if extension not in extensions():
        pytest.skip(f"there is no reader of {extension} yet")
    tables = [table for source in SOURCES if source.kind in ("fixture", "seed") for table in tables_of(source)]
    found = {
        table.name: told(said_of("table" + table.suffix, table.text), said_of("table" + extension, table.made(extension)))
        for table in tables
    }
    assert found
    assert found == {table.name: GAPS.get((extension, table.name), []) for table in tables}


def test_a_difference_is_seen() -> None:
    table = "| A | B |\n|-|-|\n| x | 1 |\n| y | 2 |\n| Cộng | {} |"
    right, wrong = (said_of("a.md", table.format(total).encode()) for total in (3, 4))
    assert not told(right, right)
    assert any("new T101" in line for line in told(right, wrong))
    assert any("figures checked" in line for line in told(right, right._replace(figures=right.figures + NEAR + 1)))
