"""A PDF that LibreOffice makes of a Word file has the same findings as that, with the same fingerprints."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

import checker

pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

FIXTURES = Path(__file__).parents[2] / "fixtures"
WRONG = sorted(FIXTURES.glob("*.wrong.docx"))


def as_it_is(path: Path) -> docx.document.Document:
    return docx.Document(str(path))


def fit(document: docx.document.Document) -> None:
    """Tables as wide as the text, columns of one width."""
    section = document.sections[0]
    for table in document.tables:
        table.autofit = False
        width = int((section.page_width - section.left_margin - section.right_margin) / len(table.columns))
        for cell in (cell for part in (table.columns, *(row.cells for row in table.rows)) for cell in part):
            cell.width = width


def stretched(path: Path) -> docx.document.Document:
    """A4, larger type, stretched to the right edge, first lines indented, no space between paragraphs."""
    document = docx.Document(str(path))
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = Mm(210), Mm(297), Mm(30), Mm(15)
    document.styles["Normal"].font.size = Pt(14)
    for paragraph in document.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_after = Mm(10), Pt(0)
    fit(document)
    return document


def narrow(path: Path) -> docx.document.Document:
    """A5 and small type: cells of many lines, tables over several pages."""
    document = docx.Document(str(path))
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = Mm(148), Mm(210), Mm(15), Mm(15)
    document.styles["Normal"].font.size = Pt(10)
    fit(document)
    return document


LAYOUTS = {"as it is": as_it_is, "stretched": stretched, "narrow": narrow}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Path], tuple[Path, Path]]:
    """Every Word file in every layout, and its PDF, made in one go."""
    folder = tmp_path_factory.mktemp("pdf")
    names = {}
    for number, (layout, path) in enumerate((layout, path) for layout in LAYOUTS for path in WRONG):
        names[layout, path] = folder / f"{number}.docx"
        LAYOUTS[layout](path).save(str(names[layout, path]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *map(str, names.values())]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return lambda layout, path: (names[layout, path], names[layout, path].with_suffix(".pdf"))


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.name)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_findings(layout: str, path: Path, converted: Callable[[str, Path], tuple[Path, Path]]) -> None:
    word, paper = (checker.check(file) for file in converted(layout, path))
    assert {(f.code, f.fingerprint) for f in paper.findings} == {(f.code, f.fingerprint) for f in word.findings}
    assert (paper.coverage.figures, paper.coverage.checked) == (word.coverage.figures, word.coverage.checked)
    assert all(finding.place.page and finding.place.line for finding in paper.findings)
