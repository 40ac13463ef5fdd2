"""The tables of the fixtures, with the lines above them, as .csv, .json, .ods and .xls: the same findings as from the text."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import check
from checker.document import Paragraph, Table
from checker.encodings import tcvn3, vni
from checker.readers import read
from checker.recognise.grid import is_data_row
from checker.report import DiscrepancyReport

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "fixtures", ROOT / "tests" / "reports", ROOT.parent / "shared" / "seeds")
REPORTS = [path for folder in FOLDERS for path in sorted(folder.glob("*")) if path.suffix in (".md", ".txt")]
Rows = list[list[str]]
Given = tuple[str, list[str], Rows]


def tables() -> Iterator[Given]:
    """Each table of the reports that has a header, by name, with the short paragraphs right above it."""
    for path in REPORTS:
        blocks = read(path.name, path.read_bytes()).blocks
        for index, block in enumerate(blocks):
            if isinstance(block, Table) and len(block.rows) > 2 and not is_data_row(block.rows[0]):
                above = [b.text.value for b in blocks[max(0, index - 2) : index] if isinstance(b, Paragraph) and len(b.text) < 160]
                yield f"{path.name}-{block.path}", above, [[cell.text.value for cell in row] for row in block.rows]


TABLES = {name: (name, above, rows) for name, above, rows in tables()}
WORKBOOKS = [given for name, given in TABLES.items() if ".wrong.md" in name and name.startswith(("bao-cao", "ke-hoach"))]
every = pytest.mark.parametrize("name", TABLES)


def as_text(given: Given) -> bytes:
    _, above, (head, *rows) = given
    lines = ["| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in (head, *rows)]
    return "\n\n".join([*above, "\n".join([lines[0], "|" + "-|" * len(head), *lines[1:]])]).encode()


def as_csv(given: Given, separator: str = ";") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([*([line] for line in given[1]), [], *given[2]])
    return out.getvalue().encode()


def said(report: DiscrepancyReport) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.fingerprint, finding.message) for finding in report.findings]


@every
def test_separated_values(name: str) -> None:
    text = check(as_text(TABLES[name]), name="a.md")
    for separator in ";,":
        values = check(as_csv(TABLES[name], separator), name="a.csv")
        assert said(values) == said(text)
        assert (values.coverage.figures, len(values.checks)) == (text.coverage.figures, len(text.checks))


@every
def test_old_letters_in_separated_values(name: str) -> None:
    for encoded in (tcvn3.encoded, vni.encoded):
        plain = as_csv(TABLES[name]).decode()
        plain = tcvn3.decoded(tcvn3.encoded(plain)) if encoded is tcvn3.encoded else plain
        if sum(not letter.isascii() for letter in plain) > 40:
            other = check(encoded(plain).encode("cp1252", "replace"), name="a.csv")
            assert said(other) == said(check(plain.encode(), name="a.csv"))


@every
def test_records(name: str) -> None:
    """Where the keys tell the columns apart."""
    head, *rows = TABLES[name][2]
    if len(set(head)) < len(head) or "" in head:
        pytest.skip("two columns have the same name")
    records = json.dumps([dict(zip(head, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)
    assert said(check(records.encode(), name="a.json")) == said(check(as_text((name, [], [head, *rows])), name="a.md"))


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some tables as .ods and .xls, the cells as the text that the report shows."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("workbooks")
    for number, given in enumerate(WORKBOOKS):
        (folder / f"{number}.csv").write_bytes(as_csv(given))
    columns = "/".join(f"{column}/2" for column in range(1, 40))  # 2: text
    for kind in ("ods", "xls"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        filter_ = f"--infilter=CSV:59,34,76,1,{columns}"
        command = [office, "--headless", profile, "--convert-to", kind, filter_, "--outdir", str(folder), *map(str, folder.glob("*.csv"))]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        assert list(folder.glob(f"*.{kind}")), done.stderr
    return folder


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_workbooks(workbooks: Path, kind: str) -> None:
    if kind == "xls":
        pytest.importorskip("xlrd")
    for number, given in enumerate(WORKBOOKS):
        text = check(as_text(given), name="a.md")
        assert said(check(workbooks / f"{number}.{kind}")) == said(text), given[0]
