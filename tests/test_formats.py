"""Whatever the format, the same findings: fixtures and annotated reports always, the seeds where they are beside this checkout."""

from __future__ import annotations

import pytest

from checker.readers import extensions
from tests.tools.formats import FORMATS, TABLE_FORMATS, Format, Said, Workshop, difference, said_of, said_of_text, sources, tables_of

SOURCES = sources()
KINDS = ("fixture", "report", "seed", "injected")
ONLY = {".docx": ("fixture", "seed", "injected"), ".doc": ("fixture", "seed"), ".rtf": ("fixture", "seed")}  # conversions take their time
NEAR = 2

# how much more or less may be checked than in the text, where a format loses what tells
FARTHER: dict[tuple[str, str], int] = {}


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("formats"), SOURCES)


def told(name: str, expected: Said, found: Said, near: int = NEAR) -> list[str]:
    lines = difference(expected, found)
    if abs(expected.figures - found.figures) > near or abs(expected.checked - found.checked) > near:
        lines.append(f"{found.checked} of {found.figures} figures checked, in the text {expected.checked} of {expected.figures}")
    return [f"{name}: {line}" for line in lines]


@pytest.mark.parametrize(
    ("format", "kind"), [(f, kind) for f in FORMATS for kind in ONLY.get(f.extension, KINDS)], ids=lambda v: getattr(v, "extension", v)
)
def test_a_report_says_the_same_in_every_format(format: Format, kind: str, workshop: Workshop) -> None:
    chosen = [source for source in SOURCES if source.kind == kind]
    if reason := workshop.missing(format):
        pytest.skip(reason)
    if not chosen:
        pytest.skip("the seeds are not beside this checkout")
    lines = [
        line
        for source in chosen
        for line in told(
            source.name, said_of_text(source), workshop.said(source, format), FARTHER.get((source.name, format.extension), NEAR)
        )
    ]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("extension", TABLE_FORMATS)
def test_a_table_says_the_same_by_itself(extension: str) -> None:
    if extension not in extensions():
        pytest.skip(f"there is no reader of {extension} yet")
    tables = [table for source in SOURCES if source.kind in ("fixture", "seed") for table in tables_of(source)]
    lines = [
        line
        for table in tables
        for line in told(table.name, said_of("table" + table.suffix, table.text), said_of("table" + extension, table.made(extension)))
    ]
    assert tables
    assert not lines, "\n".join(lines)


def test_a_difference_is_seen() -> None:
    table = "| A | B |\n|-|-|\n| x | 1 |\n| y | 2 |\n| Cộng | {} |"
    right, wrong = (said_of("a.md", table.format(total).encode()) for total in (3, 4))
    assert not told("", right, right)
    assert any("new T101" in line for line in told("", right, wrong))
    assert any("figures checked" in line for line in told("", right, right._replace(figures=right.figures + NEAR + 1)))
