"""Whatever the format, the same findings: one report as text and in every other format, and what the checker says of each.

    python tests/tools/formats.py [NAME …]     # prints, for each format, how many reports give the same findings, and what differs

A report is read from its text, made into a Word file (word_of), and that into the other formats by LibreOffice, all reports in one
run. Of .xlsx and .csv each table is a file of its own, with the short lines above it, and is compared with the same as text.
A format whose reader or whose maker is not there is left out, with the reason.
"""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from checker.document import Document, Paragraph, Table
from checker.libreoffice import find
from checker.readers import ReadError, extensions, read
from checker.report import DiscrepancyReport
from checker.rules import load_packs
from checker.run import check_document
from tests.tools.scoring import REPORTS, Gold, changed, changes
from tests.tools.word_of import word_of

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
FIXTURES, SEEDS, GOLD = ROOT / "fixtures", SHARED / "seeds", SHARED / "score" / "gold"
INJECTED = 10
_SECONDS = 300
_LONGEST_CAPTION = 120
_MOST_CAPTION_LINES = 2
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z|\d+(?:,\d+)?\Z")

Finding = tuple[str, str, str, str]


class Source(NamedTuple):
    """A report as text. `kind` is fixture, report, seed or injected."""

    name: str
    text: str
    kind: str
    suffix: str = ".md"


class Format(NamedTuple):
    """A format: its extension, and what LibreOffice makes it from a Word file with; `back`: it is read as the reader of .doc does,
    through a Word file that LibreOffice makes of it."""

    extension: str
    filter: str = ""
    back: bool = False


FORMATS = (
    Format(".docx"),
    *(Format(f".{name}", name) for name in ("odt", "html", "pdf")),
    *(Format(f".{n}", n, True) for n in ("doc", "rtf")),
)
TABLE_FORMATS = (".xlsx", ".csv")


class Said(NamedTuple):
    """What the checker says of a report: its findings, how many figures there are and how many were checked."""

    findings: frozenset[Finding]
    figures: int
    checked: int


# ------------------------------------------------------------------------------------------------ reports


def sources() -> list[Source]:
    """Every report that there is here."""
    made = [Source(path.stem, path.read_text("utf-8"), "fixture") for path in sorted(FIXTURES.glob("*.md")) if path.stem != "README"]
    made += [
        Source(path.stem, path.read_text("utf-8"), "report", path.suffix)
        for path in sorted(REPORTS.glob("*.wrong.*"))
        if path.suffix != ".json"
    ]
    made += [Source(path.stem[:3], path.read_text("utf-8"), "seed", path.suffix) for path in sorted(SEEDS.glob("*.txt"))]
    return [*made, *injected()]


def injected() -> Iterator[Source]:
    """Copies of the annotated seeds, one figure of a true relation changed in each."""
    for path in sorted(GOLD.glob("*.json")):
        gold = msgspec.json.decode(path.read_bytes(), type=Gold)
        text = (SEEDS / gold.file).read_text("utf-8")
        rng = random.Random(gold.file)
        every = list(changes(gold, rng))
        for number, change in enumerate(rng.sample(every, min(INJECTED, len(every)))):
            yield Source(f"{gold.file[:3]}-{number:02d}", changed(text, change), "injected", ".txt")


# ------------------------------------------------------------------------------------------------ saying


@cache
def _packs() -> tuple:  # type: ignore[type-arg]
    return load_packs()


def said_of(path: str, data: bytes) -> Said:
    """What the checker says of a file; that it cannot be read is a finding."""
    try:
        document = read(path, data)
    except ReadError as error:
        return Said(frozenset({("unreadable", "", str(error), "")}), 0, 0)
    return _said(check_document(document, _packs(), [rule for pack in _packs() for rule in pack.rules]))


def _said(report: DiscrepancyReport) -> Said:
    found = frozenset((check.code, check.fingerprint, _words(check.stated), _words(check.computed)) for check in report.findings)
    return Said(found, report.coverage.figures, report.coverage.checked)


def _words(text: str | None) -> str:
    """Without the blanks of a gap that is left to be filled in: a browser shows one."""
    return " ".join((text or "").split())


@cache
def said_of_text(source: Source) -> Said:
    return said_of(source.name + source.suffix, source.text.encode())


# ------------------------------------------------------------------------------------------------ making


class Workshop:
    """Makes the files of a format, all at once, when the first one is asked for."""

    def __init__(self, folder: Path, sources: list[Source]) -> None:
        self.folder = folder
        self.sources = sources
        self._made: dict[str, Path] = {}

    def missing(self, format: Format) -> str:
        """Why a format cannot be tried here; "" where it can."""
        if format.extension not in extensions():
            return f"there is no reader of {format.extension} yet"
        return "" if find() or not format.filter else "LibreOffice is not on this machine"

    def said(self, source: Source, format: Format) -> Said:
        """What the checker says of a report in a format."""
        folder = self._folder(format)
        path = folder / (source.name + (".docx" if format.back else format.extension))
        return said_of(str(path), path.read_bytes())

    def _folder(self, format: Format) -> Path:
        if format.extension not in self._made:
            self._made[format.extension] = self._make(format)
        return self._made[format.extension]

    def _make(self, format: Format) -> Path:
        folder = self.folder / format.extension[1:]
        folder.mkdir(parents=True)
        if not format.filter:
            for source in self.sources:
                (folder / f"{source.name}.docx").write_bytes(word_of(read(source.name + source.suffix, source.text.encode())))
            return folder
        given = self._folder(FORMATS[0])
        self._convert(sorted(given.iterdir()), format.filter, folder)
        if not format.back:
            return folder
        back = folder / "back"
        self._convert(sorted(folder.iterdir()), "docx", back)
        return back

    def _convert(self, files: list[Path], to: str, folder: Path) -> None:
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = [find(), profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)


# ------------------------------------------------------------------------------------------------ tables


class Alone(NamedTuple):
    """A table of a report by itself, with the short lines above it."""

    name: str
    suffix: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> bytes:
        """As the report has it: Markdown says which row is the header, lines with tabs do not."""
        if self.suffix != ".md":
            return "\n\n".join([*self.lines, "\n".join("\t".join(row) for row in self.rows)]).encode()
        rows = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in self.rows]
        return "\n\n".join([*self.lines, "\n".join([rows[0], "|" + "---|" * len(self.rows[0]), *rows[1:]])]).encode()

    @property
    def csv(self) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows([*([line] for line in self.lines), *([[]] if self.lines else []), *self.rows])
        return out.getvalue().encode()

    @property
    def xlsx(self) -> bytes:
        import openpyxl

        book = openpyxl.Workbook()
        sheet = book.active
        for line in self.lines:
            sheet.append([line])
        for number, row in enumerate(self.rows, len(self.lines) + 2):
            for column, text in enumerate(row, 1):
                _fill(sheet.cell(number, column), text)
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    def made(self, extension: str) -> bytes:
        makers: dict[str, Callable[[], bytes]] = {".csv": lambda: self.csv, ".xlsx": lambda: self.xlsx}
        return makers[extension]()


def _fill(cell, text: str) -> None:  # type: ignore[no-untyped-def]
    """A number as a number that is shown as it was written; all else as text."""
    if not _NUMBER.match(text) or (text.startswith("0") and not text.startswith("0,") and text != "0"):
        cell.value = text or None
        return
    decimals = len(text.partition(",")[2])
    plain = text.replace(".", "").replace(",", ".")
    cell.value = float(plain) if decimals else int(plain)
    cell.number_format = ("#,##0" if "." in text else "0") + ("." + "0" * decimals if decimals else "")


def tables_of(source: Source) -> list[Alone]:
    """The tables of a report."""
    document = read(source.name + source.suffix, source.text.encode())
    tables = [(number, block) for number, block in enumerate(document.blocks) if isinstance(block, Table)]
    return [Alone(f"{source.name}-{table.path}", source.suffix, _above(document, number), _texts(table)) for number, table in tables]


def _texts(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text.value for cell in row) for row in table.rows)


def _above(document: Document, number: int) -> tuple[str, ...]:
    lines: list[str] = []
    for block in reversed(document.blocks[:number]):
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_CAPTION or len(lines) == _MOST_CAPTION_LINES:
            break
        lines.insert(0, block.text.value)
    return tuple(lines)


# ------------------------------------------------------------------------------------------------ printing


def difference(expected: Said, found: Said) -> list[str]:
    """What the one says and the other does not; codes with what is stated."""
    lost = [f"lost {f[0]} {f[2]} → {f[3]}" for f in sorted(expected.findings - found.findings, key=str)]
    new = [f"new {f[0]} {f[2]} → {f[3]}" for f in sorted(found.findings - expected.findings, key=str)]
    return [*lost, *new]


def main(wanted: list[str]) -> None:
    chosen = [source for source in sources() if not wanted or source.name in wanted]
    folder = Path(tempfile.mkdtemp(prefix="formats-"))
    workshop = Workshop(folder, chosen)
    for format in FORMATS:
        if reason := workshop.missing(format):
            print(f"{format.extension:6} left out: {reason}")
            continue
        for kind in ("fixture", "report", "seed", "injected"):
            _print(
                format, kind, [(source, said_of_text(source), workshop.said(source, format)) for source in chosen if source.kind == kind]
            )
    for extension in TABLE_FORMATS:
        if extension not in extensions():
            print(f"{extension:6} left out: there is no reader of {extension} yet")
            continue
        tables = [
            (table, said_of("t" + table.suffix, table.text), said_of("t" + extension, table.made(extension)))
            for s in chosen
            for table in tables_of(s)
        ]
        _print(Format(extension), "tables", tables)
    shutil.rmtree(folder, ignore_errors=True)


def _print(format: Format, kind: str, pairs) -> None:  # type: ignore[no-untyped-def]
    same = sum(not difference(text, other) for _, text, other in pairs)
    findings = sum(len(text.findings) for _, text, _ in pairs)
    checked = f"checked {sum(other.checked for *_, other in pairs)} as against {sum(text.checked for _, text, _ in pairs)}"
    print(f"{format.extension:6} {kind:9} {same}/{len(pairs)} the same ({findings} findings); {checked}")
    for source, text, other in pairs:
        for line in difference(text, other):
            print(f"       {source.name}: {line}")
        if abs(text.checked - other.checked) > 2 or abs(text.figures - other.figures) > 2:
            print(f"       {source.name}: figures {text.figures} checked {text.checked}, here {other.figures} checked {other.checked}")


if __name__ == "__main__":
    main(sys.argv[1:])
