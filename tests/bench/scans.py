"""Scans of reports: are wrong figures in tables still found, and is nothing right called an error?

    python tests/bench/scans.py [--seeds DIR --gold DIR] [--most 15] [--cache DIR] [--only NAME] [--condition 200-turned]

Every report (those of tests/reports that are Markdown, and the seeds where they are) becomes a Word file, a PDF file (LibreOffice), and pictures
of its pages (pdftoppm): at 300 and 200 dots an inch, clean, and turned by one degree with noise and JPEG's artefacts. Measured in each way:

  false      errors that the report as text does not have (and warnings)
  injected   one figure of a true relation in a table is changed, in a copy: copies with a new finding that points at it; as error, as warning

What was recognised of a page is kept under --cache, so that a copy costs its changed page only: empty it after a change in checker/pages/scan.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import pickle
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / "tools"), str(TESTS.parent)]

from docx_from_markdown import docx_from_markdown  # noqa: E402
from scoring import _harmless, _variant  # noqa: E402

from checker.document import Document  # noqa: E402
from checker.pages.blocks import blocks  # noqa: E402
from checker.pages.scan.page import Recognised, recognised  # noqa: E402
from checker.pages.scan.picture import Picture  # noqa: E402
from checker.pages.scan.recognition import ScanRecognition  # noqa: E402
from checker.readers import read  # noqa: E402
from checker.report import Check, DiscrepancyReport, Severity  # noqa: E402
from checker.rules import Pack, load_packs  # noqa: E402
from checker.run import check_document  # noqa: E402

SEED = 11
LETTER, CELL_MARGINS = 0.21, 0.45
"""Centimetres: the width of a letter of 11 points, that of a cell's margins. No number is cut in two."""
Pixels = np.ndarray[Any, np.dtype[np.uint8]]
SEPARATOR = re.compile(r"\|[\s:|-]+\|?$")


class Condition(NamedTuple):
    """How a page is scanned."""

    name: str
    dpi: int
    turned: float
    noise: float
    quality: int


CONDITIONS = (
    Condition("300-clean", 300, 0, 0, 0),
    Condition("300-turned", 300, 1, 6, 80),
    Condition("200-clean", 200, 0, 0, 0),
    Condition("200-turned", 200, -1, 6, 80),
)


class Report(NamedTuple):
    name: str
    file: str
    text: str
    relations: list[Any]


class Copy(NamedTuple):
    """A report with one figure changed."""

    text: str
    old: str
    new: str
    others: tuple[str, ...]
    kind: str


# ------------------------------------------------------------------------------------------------ reports


def reports(seeds: Path, gold: Path) -> Iterator[Report]:
    for path in sorted(TESTS.joinpath("reports").glob("*.md")):
        if not path.name.endswith(".wrong.md") and path.name != "README.md":
            yield Report(path.stem, path.name, path.read_text("utf-8"), _relations(path.with_suffix(".json")))
    for path in sorted(seeds.glob("*.txt")) if seeds.is_dir() else ():
        yield Report(path.name[:3], path.name, path.read_text("utf-8"), _relations(gold / f"{path.stem}.json"))


def _relations(path: Path) -> list[Any]:
    return json.loads(path.read_text("utf-8"))["relations"] if path.is_file() else []


def copies(report: Report, most: int) -> list[Copy]:
    """Copies with one figure of a true relation in a table changed, as tests/tools/scoring.py changes them."""
    rng = random.Random(f"{SEED} {report.name}")
    lines = report.text.split("\n")
    found = []
    for relation in report.relations:
        for index in relation["mutate"] if relation["holds"] else ():
            figure = relation["figures"][index]
            row, start = lines[figure["line"] - 1], figure["column"] - 1
            if not ("\t" in row or row.lstrip().startswith("|")):
                continue
            new = _variant(figure["text"], rng)
            if _harmless(_Kind(relation["kind"], relation["note"]), figure["text"], new):
                continue
            changed = row[:start] + new + row[start + len(figure["text"]) :]
            text = "\n".join([*lines[: figure["line"] - 1], changed, *lines[figure["line"] :]])
            others = tuple(f["text"] for i, f in enumerate(relation["figures"]) if i != index)
            found.append(Copy(text, figure["text"], new, others, relation["kind"]))
    return rng.sample(found, min(most, len(found)))


class _Kind(NamedTuple):
    kind: str
    note: str


# ------------------------------------------------------------------------------------------------ paper


def markdown(text: str) -> str:
    """Rows with tabs as pipe tables; pipe tables evened out."""
    out: list[str] = []
    rows: list[list[str]] = []

    def flush() -> None:
        width = max(map(len, rows), default=0)
        for number, row in enumerate(rows):
            out.append("| " + " | ".join([*row, *[""] * (width - len(row))]) + " |")
            if not number:
                out.append("|" + "---|" * width)
        rows.clear()

    for line in [*text.replace("<br>", " ").split("\n"), ""]:
        plain = line.strip()
        if plain.startswith("|"):
            if not SEPARATOR.match(plain):
                rows.append([cell.strip() for cell in plain.strip("|").split("|")])
        elif "\t" in plain or (rows and "\t" in line):
            rows.append([cell.strip().replace("|", "/") for cell in line.split("\t")])
        elif plain or not rows:
            flush()
            out.append(line)
    flush()
    return "\n".join(out)


def word_file(text: str) -> bytes:
    """With columns as wide as what they hold, in 11 points, as offices set them."""
    from docx import Document as open_document
    from docx.shared import Cm, Pt

    document = open_document(io.BytesIO(docx_from_markdown(markdown(text))))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        need = [0.0] * len(table.columns)
        long = [0.0] * len(table.columns)
        for row in table.rows:
            for index, cell in enumerate(row.cells):
                need[index] = max(need[index], CELL_MARGINS + LETTER * max(map(len, cell.text.split()), default=1))
                long[index] = max(long[index], min(len(cell.text), 120))
                for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                    run.font.size = Pt(11)
        left = max(0.0, room / Cm(1) - sum(need))
        table.autofit = False
        for index, column in enumerate(table.columns):
            column.width = Cm(need[index] + left * long[index] / (sum(long) or 1))
            for cell in column.cells:
                cell.width = column.width
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_files(texts: list[str], folder: Path) -> list[Path]:
    names = [folder / f"{number:03d}.docx" for number in range(len(texts))]
    for name, text in zip(names, texts, strict=True):
        name.write_bytes(word_file(text))
    for begin in range(0, len(names), 25):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, names[begin : begin + 25])]
        subprocess.run(command, capture_output=True, check=True, timeout=600)
    return [name.with_suffix(".pdf") for name in names]


def signatures(pdf: Path) -> list[str]:
    """What stands where on each page: pages that have the same one look the same."""
    said = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout
    return [hashlib.sha256(page).hexdigest()[:24] for page in said.split(b"<page ")[1:]]


def printed(pdf: Path, number: int, dpi: int) -> Pixels:
    """A page as a picture."""
    from PIL import Image

    page = ["-f", str(number), "-l", str(number)]
    shown = subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", *page, str(pdf)], capture_output=True, check=True).stdout
    return np.asarray(Image.open(io.BytesIO(shown)))


def scanned(pixels: Pixels, how: Condition) -> Pixels:
    import cv2

    if how.turned:
        height, width = pixels.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), how.turned, 1)
        pixels = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=255)
    if how.noise:
        pixels = np.clip(pixels + np.random.default_rng(SEED).normal(0, how.noise, pixels.shape), 0, 255).astype(np.uint8)
    if how.quality:
        pixels = cv2.imdecode(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, how.quality])[1], 0)
    return pixels


# ------------------------------------------------------------------------------------------------ checking


def read_scan(pdf: Path, how: Condition, kept: Path, name: str) -> Document:
    """As the reader of pictures reads it."""
    found = [_recognised(pdf, number, how, kept, sign) for number, sign in enumerate(signatures(pdf), 1)]
    pages = {number: one.page._replace(number=number) for number, one in enumerate(found, 1)}
    recognition = ScanRecognition(lambda number: Picture(scanned(printed(pdf, number, how.dpi), how), how.dpi), pages, {})
    return Document(name, "image", "", tuple(blocks(pages.values(), name)), recognition=recognition)


def _recognised(pdf: Path, number: int, how: Condition, kept: Path, sign: str) -> Recognised:
    path = kept / f"{sign}-{how.name}.pickle"
    if path.is_file():
        return pickle.loads(path.read_bytes())
    found = recognised(Picture(scanned(printed(pdf, number, how.dpi), how), how.dpi), number, 120)
    path.write_bytes(pickle.dumps(found))
    return found


@cache
def packs() -> tuple[Pack, ...]:
    return load_packs()


def checked(document: Document) -> DiscrepancyReport:
    return check_document(document, packs(), [rule for pack in packs() for rule in pack.rules])


def key(check: Check) -> tuple[str, tuple[str, ...]]:
    """What a finding says, wherever it stands."""
    return check.rule, tuple("".join(written.text.split()) for _, written in check.figures)


def points(check: Check, copy: Copy) -> bool:
    texts = Counter(written.text for _, written in check.figures)
    others = sum((texts & Counter(copy.others)).values())
    return copy.new in texts or others >= min(2, max(1, len(copy.others)))


def grave(check: Check) -> bool:
    return check.severity.rank >= Severity.WARNING.rank


def measure(report: Report, how: Condition, pdfs: list[Path], changed: list[Copy], kept: Path) -> Counter[str]:
    count: Counter[str] = Counter()
    as_text = {key(check) for check in checked(read(report.file, report.text.encode())).findings if grave(check)}
    rules_as_text = Counter(rule for rule, _ in as_text)
    base = checked(read_scan(pdfs[0], how, kept, f"{report.name}.pdf"))
    for check in base.findings:
        if grave(check) and key(check) not in as_text:
            excess = Counter(c.rule for c in base.findings if grave(c))[check.rule] > rules_as_text[check.rule]
            count[f"false {check.severity}s" if excess else f"same {check.severity}s, told with other words"] += 1
            print(
                f"    {'FALSE' if excess else 'other'} {check.severity} {check.code} p{check.place.page} {check.message[:140]} | {check.working[:90]}"
            )
    known = {key(check) for check in base.findings}
    for copy, pdf in zip(changed, pdfs[1:], strict=True):
        found = checked(read_scan(pdf, how, kept, f"{report.name}.pdf"))
        fresh = [check for check in found.findings if grave(check) and key(check) not in known]
        hits = [check for check in fresh if points(check, copy)]
        in_text = [
            c for c in checked(read(report.file, copy.text.encode())).findings if grave(c) and key(c) not in as_text and points(c, copy)
        ]
        count["injected"] += 1
        count["found in text"] += bool(in_text)
        count["found"] += bool(hits)
        count["as error"] += any(check.severity == Severity.ERROR for check in hits)
        if not hits:
            print(
                f"    UNSEEN {copy.kind}: {copy.old} -> {copy.new} ({', '.join(copy.others[:4])}){'' if in_text else ', unseen in text too'}"
            )
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, default=Path("/work/shared/seeds"))
    parser.add_argument("--gold", type=Path, default=Path("/work/shared/score/gold"))
    parser.add_argument("--most", type=int, default=15, help="at most so many copies of a report")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir(), "checker-bench-scans"))
    parser.add_argument("--only", default="", help="reports whose name begins so")
    parser.add_argument("--condition", default="", help="conditions whose name begins so")
    asked = parser.parse_args()
    asked.cache.mkdir(parents=True, exist_ok=True)
    total: dict[str, Counter[str]] = {}
    for report in reports(asked.seeds, asked.gold):
        if not report.name.startswith(asked.only):
            continue
        changed = copies(report, asked.most)
        with tempfile.TemporaryDirectory() as folder:
            pdfs = pdf_files([report.text, *(copy.text for copy in changed)], Path(folder))
            for how in CONDITIONS:
                if how.name.startswith(asked.condition):
                    print(f"  {report.name} {how.name}", flush=True)
                    count = measure(report, how, pdfs, changed, asked.cache)
                    print(f"    {dict(count)}", flush=True)
                    total[how.name] = total.get(how.name, Counter()) + count
    for name, count in total.items():
        print(f"{name}: {dict(count)}")


if __name__ == "__main__":
    main()
