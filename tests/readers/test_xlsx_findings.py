"""The tables of every report as a workbook, numbers as numbers under a format or as text: the same findings as from the text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import check
from checker.document import Paragraph, Table
from checker.locales import Style, load
from checker.readers import read
from checker.recognise.grid import is_data_row
from checker.recognise.numbers import read_number
from checker.report import Check, DiscrepancyReport

openpyxl = pytest.importorskip("openpyxl")

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "fixtures", ROOT / "tests" / "reports", ROOT.parent / "shared" / "seeds")
REPORTS = [path for folder in FOLDERS for path in sorted(folder.glob("*")) if path.suffix in (".md", ".txt")]
Given = tuple[list[str], list[list[str]]]
NUMBER = re.compile(r"(-?)(\d[\d.,]*)(%?)\Z")


def tables() -> Iterator[tuple[str, Given]]:
    """Each table that has a header, with the short paragraphs right above it."""
    for path in REPORTS:
        blocks = read(path.name, path.read_bytes()).blocks
        for index, block in enumerate(blocks):
            if isinstance(block, Table) and len(block.rows) > 2 and not is_data_row(block.rows[0]):
                above = [b.text.value for b in blocks[max(0, index - 2) : index] if isinstance(b, Paragraph) and len(b.text) < 160]
                yield f"{path.name}-{block.path}", (above, [[cell.text.value for cell in row] for row in block.rows])


TABLES = dict(tables())


def as_text(given: Given) -> bytes:
    above, (head, *rows) = given
    lines = ["| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in (head, *rows)]
    return "\n\n".join([*above, "\n".join([lines[0], "|" + "-|" * len(head), *lines[1:]])]).encode()


def as_workbook(given: Given, style: Style | None) -> bytes:
    """Every number that is written in `style` as a number with the format that shows it so; without one all as text."""
    book = openpyxl.Workbook()
    sheet = book.active
    above, rows = given
    for line in [*([text] for text in above), [], *rows]:
        sheet.append(line)
    for row in sheet.iter_rows(min_row=len(above) + 2):
        for cell in row:
            number = stored(str(cell.value or ""), style) if style else None
            if number is not None:
                cell.value, cell.number_format = number
            elif cell.value is not None:
                cell.data_type = "s"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def stored(text: str, style: Style) -> tuple[float, str] | None:
    match = NUMBER.match(text)
    quantity = read_number(match[2], style) if match else None
    if match is None or quantity is None:
        return None
    whole, _, decimals = match[2].partition(style.decimal)
    code = ("#,##0" if style.group in whole else "0" * len(whole)) + ("." + "0" * len(decimals) if decimals else "") + match[3]
    return float(quantity.value * (-1 if match[1] else 1) / (100 if match[3] else 1)), code


def said(checks: tuple[Check, ...]) -> list[tuple[str, str, str]]:
    return [(one.code, one.fingerprint, one.message) for one in checks if not one.code.startswith("X")]


def same(book: DiscrepancyReport, text: DiscrepancyReport) -> bool:
    return (
        said(book.findings) == said(text.findings)
        and len(said(book.checks)) == len(text.checks)
        and book.coverage.figures == text.coverage.figures
    )


@pytest.mark.parametrize("name", TABLES)
def test_the_findings_are_those_of_the_text(name: str) -> None:
    text = check(as_text(TABLES[name]), name="a.md")
    assert same(check(as_workbook(TABLES[name], None), name="a.xlsx"), text)
    style = load(text.locale).style
    if style == load("vi").style:  # what is stored says nothing of the style: a Vietnamese report is shown in the Vietnamese one
        assert same(check(as_workbook(TABLES[name], style), name="a.xlsx"), text)
