"""The library's door: any kind of source, from any number of threads."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import checker
from checker import ReadError, RuleError, check
from checker.report import DiscrepancyReport

BAD = "| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | 210,0 |\n"


def found(report: DiscrepancyReport) -> list[tuple[str, int | None, str]]:
    return [(finding.code, finding.place.line, finding.working) for finding in report.findings]


EXPECTED = [("T101", 5, "120,5 + 79,5 = 200 ≠ 210,0")]


@pytest.mark.parametrize("kind", ["path", "str path", "text", "bytes", "binary file", "text file", "open file"])
def test_any_source(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "báo cáo.md"
    path.write_text(BAD, "utf-8")
    sources: dict[str, Any] = {
        "path": path, "str path": str(path), "text": BAD, "bytes": BAD.encode(), "binary file": io.BytesIO(BAD.encode()),
        "text file": io.StringIO(BAD), "open file": path.open("rb"),
    }  # fmt: skip
    report = check(sources[kind])
    assert found(report) == EXPECTED
    assert report.path == (str(path) if "path" in kind or kind == "open file" else "")
    assert report.sha256 == check(path).sha256


def test_a_name_gives_the_format() -> None:
    with pytest.raises(ReadError):
        check(BAD.encode(), name="bao-cao.docx")
    assert check(BAD, name="bao-cao.md").path == "bao-cao.md"


@pytest.mark.parametrize("source", ["khong-co.docx", "khong-co.md", Path("nowhere")])
def test_a_path_that_is_not_there(source: Any) -> None:
    with pytest.raises(ReadError, match="there is no such file"):
        check(source)


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="folder"):
        check(tmp_path)


def test_a_short_text_is_no_path() -> None:
    report = check("Đã mở 12 lớp cho 30 người.")
    assert (report.coverage.figures, report.verdict) == (2, "unchecked")


def test_rules_are_chosen_and_added(tmp_path: Path) -> None:
    assert found(check(BAD, select=["T101"])) == EXPECTED
    assert found(check(BAD, ignore=["T101"])) == []
    with pytest.raises(RuleError, match="Z1"):
        check(BAD, select=["Z1"])
    own = tmp_path / "own.yaml"
    own.write_text(
        "pack: own\nrules:\n- id: own/two\n  code: Z101\n  title: {en: Two}\n  why: {en: two}\n  severity: warning\n"
        "  find: {totals: {labels: {vi: [cộng]}}}\n  must: count(parts) >= 3\n  tests: {}\n",
        "utf-8",
    )
    report = check(BAD, rules=[own], select=["Z101"])
    assert [(f.code, f.severity, f.title) for f in report.findings] == [("Z101", "warning", "Two")]
    assert report.packs[-1] == "own"


def test_language_of_the_messages() -> None:
    assert check(BAD, lang="en").findings[0].message.startswith("stated 210,0")
    assert check(BAD).findings[0].message.startswith("ghi 210,0")


def test_threads_do_not_disturb_one_another() -> None:
    texts = [BAD.replace("210,0", f"{n},0") for n in range(190, 214)]
    alone = [found(check(text)) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: found(check(text)), texts * 2)) == alone * 2


def test_a_second_run_remembers_nothing_of_the_first() -> None:
    first = check(BAD)
    check(BAD.replace("Cộng", "Tổng cộng").replace("210", "200"))
    assert [c.fingerprint for c in check(BAD).checks] == [c.fingerprint for c in first.checks]


def test_the_names_of_the_package_are_there_on_first_use() -> None:
    assert all(getattr(checker, name) for name in checker.__all__)
    with pytest.raises(AttributeError):
        _ = checker.nothing


def test_a_text_in_one_line_is_no_name_of_a_file() -> None:
    assert check("Tổng số 56 người, gồm: 26 nam và 31 nữ; " * 30).path == ""


def test_a_null_is_no_text() -> None:
    with pytest.raises(ReadError):
        check("56 người, gồm: 26 nam và 31 nữ\0")
