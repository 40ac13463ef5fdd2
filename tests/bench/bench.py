"""How long the checker takes, and how much memory, beside what is asked for.

python tests/bench/bench.py [start] [word] [text] [table] [rules] [excel] [pdf]
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from documents import HOSTILE, hostile, rule_file, ruled, table, word

MEGABYTE = 1024 * 1024
TIMEOUT = 120.0


class Run(NamedTuple):
    """One process: seconds until it ended, and the most memory it held."""

    seconds: float
    memory: float


class Row(NamedTuple):
    what: str
    measured: str
    asked: str = ""
    good: bool = True


def run(command: Sequence[str], cwd: Path | None = None) -> Run:
    """Runs a command to its end, or for `TIMEOUT` seconds."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd)
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if time.perf_counter() - began > TIMEOUT:
            process.kill()
        time.sleep(0.002)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in (0, 1) and seconds < TIMEOUT:
        sys.exit(
            f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}\n{process.stderr.read().decode() if process.stderr else ''}"
        )
    return Run(seconds, usage.ru_maxrss * 1024 / MEGABYTE)


def checked(path: Path, times: int = 1) -> Run:
    """The median of some checks of a file."""
    runs = [run([sys.executable, "-m", "checker", "check", str(path)]) for _ in range(times)]
    return Run(statistics.median(r.seconds for r in runs), max(r.memory for r in runs))


def start(folder: Path) -> Iterator[Row]:
    report = put(folder, "14-pages.docx", word(14))
    pairs = [(checked(report).seconds, run([sys.executable, "-c", "import pydantic, pint"]).seconds) for _ in range(5)]
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    yield Row("`import pydantic, pint`", f"{theirs:.2f} s")
    yield Row("cold start, .docx of 14 pages", f"{ours:.2f} s = {ours / theirs:.2f} ×", "≤ 2,5 ×", ours <= 2.5 * theirs)


def pages(folder: Path) -> Iterator[Row]:
    bare = checked(put(folder, "1-page.docx", word(1)), 3)
    runs = {count: checked(put(folder, f"{count}-pages.docx", word(count))) for count in (200, 400)}
    took = {count: r.seconds - bare.seconds for count, r in runs.items()}
    for count, r in runs.items():
        rate = count / took[count]
        yield Row(f".docx of {count} pages", f"{took[count]:.2f} s = {rate:.0f} pages/s", "≥ 100 pages/s", rate >= 100)
        yield Row(
            f".docx of {count} pages, memory", f"{r.memory:.0f} MB", "≤ 200 MB" if count == 200 else "", r.memory <= 200 or count != 200
        )
    growth = took[400] / took[200]
    yield Row(".docx, twice the pages", f"{growth:.2f} × the time", "≤ 2,2 ×", growth <= 2.2)


def texts(folder: Path) -> Iterator[Row]:
    bare = checked(put(folder, "bare.md", b"7\n"), 3)
    for name, piece in HOSTILE.items():
        took = checked(put(folder, "hostile.md", hostile(piece))).seconds - bare.seconds
        shown = f"{took:.2f} s" if took < TIMEOUT - 1 else f"stopped after {TIMEOUT:.0f} s"
        yield Row(f"a megabyte of {name}", shown, "≤ 2 s", took <= 2)


def tables(folder: Path) -> Iterator[Row]:
    bare = checked(put(folder, "bare.md", b"7\n"), 3)
    took = {}
    for rows in (20_000, 40_000):
        r = checked(put(folder, f"{rows}-rows.md", table(rows)))
        took[rows] = r.seconds - bare.seconds
        yield Row(f"table of {rows} rows", f"{took[rows]:.2f} s = {rows / took[rows]:.0f} rows/s, {r.memory:.0f} MB")
    growth = took[40_000] / took[20_000]
    yield Row("twice the rows", f"{growth:.2f} × the time", "≤ 2,2 ×", growth <= 2.2)


LOADING = """
import sys, time, checker.rules as r
r.load_packs()
began = time.perf_counter()
r.load_packs((sys.argv[1],))
print(time.perf_counter() - began)
"""


def rules(folder: Path) -> Iterator[Row]:
    """500 rules of a form that the report is not of: how long they take to load, and how much longer the report takes."""
    report, file = put(folder, "14-pages.docx", word(14)), put(folder, "form.yaml", rule_file(500))
    both = [float(subprocess.run([sys.executable, "-c", LOADING, str(file)], capture_output=True, check=True).stdout) for _ in range(5)]
    yield Row("loading 500 rules and the shipped", f"{statistics.median(both):.2f} s", "≤ 0,25 s", statistics.median(both) <= 0.25)
    command = [sys.executable, "-m", "checker", "check", str(report)]
    pairs = [(run([*command, "--rules", str(file)]).seconds, run(command).seconds) for _ in range(5)]
    more = statistics.median(ours - bare for ours, bare in pairs)
    yield Row(".docx of 14 pages with 500 more rules", f"{more:.2f} s more", "≤ 0,5 s", more <= 0.5)


READING = """
import sys, time
path = sys.argv[1]
began = time.process_time()
if sys.argv[2] == "calamine":
    from python_calamine import CalamineWorkbook
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
else:
    from checker.readers import read, xlsx
    began = time.process_time()
    read(path, open(path, "rb").read())
print(time.process_time() - began)
"""


def excel(folder: Path) -> Iterator[Row]:
    """The values alone, as calamine reads them, and all of it as the reader does; in turns, in processor time."""
    path = folder / "200000-rows.xlsx"
    making = f"from documents import workbook; open({str(path)!r}, 'wb').write(workbook(200_000))"
    run([sys.executable, "-c", making], cwd=Path(__file__).parent)  # in a process of its own: a child's memory counts its parent's
    pairs = [(reading(path, "checker"), reading(path, "calamine")) for _ in range(3)]
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    yield Row(".xlsx, 200.000 rows × 10, calamine", f"{theirs:.2f} s")
    yield Row(".xlsx, 200.000 rows × 10", f"{ours:.2f} s = {ours / theirs:.2f} ×", "≤ 4 ×", ours <= 4 * theirs)
    memory = run([sys.executable, "-c", READING, str(path), "checker"]).memory
    yield Row(".xlsx, 200.000 rows × 10, memory", f"{memory:.0f} MB", "≤ 500 MB", memory <= 500)
    took = {}
    for rows in (20_000, 40_000):
        making = f"from documents import workbook; open({str(folder / f'{rows}.xlsx')!r}, 'wb').write(workbook({rows}))"
        run([sys.executable, "-c", making], cwd=Path(__file__).parent)
        r = checked(folder / f"{rows}.xlsx")
        took[rows] = r.seconds
        yield Row(
            f".xlsx, {rows} rows × 10, checked",
            f"{r.seconds:.1f} s = {rows / r.seconds:.0f} rows/s, {r.memory:.0f} MB",
            "≤ 500 MB",
            r.memory <= 500,
        )
    growth = took[40_000] / took[20_000]
    yield Row("twice the rows of a sheet", f"{growth:.2f} × the time", "≤ 2,2 ×", growth <= 2.2)


def reading(path: Path, by: str) -> float:
    command = [sys.executable, "-c", READING, str(path), by]
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


PAGES = """
import sys, time, resource
from checker.readers import read
data = open(sys.argv[1], 'rb').read()
began = time.perf_counter()
read(sys.argv[1], data)
took = time.perf_counter() - began
print(took, sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024)
"""
COUNTING = "import sys, pypdfium2; print(len(pypdfium2.PdfDocument(sys.argv[1])))"


def paper(folder: Path) -> Iterator[Row]:
    """How fast a PDF file is read, which LibreOffice makes of a Word file; memory is that of both processes together."""
    if shutil.which("soffice") is None:
        yield Row(".pdf", "LibreOffice is not installed")
        return
    for name, data, least in (("text", word(180), 80), ("tables", ruled(60), 15)):
        path = put(folder, f"{name}.docx", data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, path], capture_output=True, check=True)
        pdf = path.with_suffix(".pdf")
        pages = int(_said(COUNTING, pdf)[0])
        runs = [_said(PAGES, pdf) for _ in range(3)]
        took, memory = min(float(run[0]) for run in runs), max(float(run[1]) for run in runs)
        rate = pages / took
        yield Row(f".pdf of {pages} pages, {name}", f"{took:.2f} s = {rate:.0f} pages/s", f"≥ {least} pages/s", rate >= least)
        yield Row(f".pdf of {pages} pages, memory", f"{memory:.0f} MB", "≤ 300 MB", memory <= 300)


def _said(code: str, path: Path) -> list[str]:
    return subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout.split()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "start": start,
    "word": pages,
    "text": texts,
    "table": tables,
    "rules": rules,
    "excel": excel,
    "pdf": paper,
}


def main(wanted: Sequence[str]) -> int:
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted or PARTS:
            for row in PARTS[name](Path(folder)):
                bad += not row.good
                print(f"{'  ' if row.good else '✖ '}{row.what:34}{row.measured:34}{row.asked}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
