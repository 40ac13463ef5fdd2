"""The files of one report at the command line: `trace` and `accept` take them as `check` does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BODY = "BÁO CÁO\n\nToàn tỉnh có 350 người học nghề (Phụ lục 1 kèm theo).\n"
ANNEX = "Huyện\tSố người\nAn\t130\nBa\t230\nTổng cộng\t360\n"
FILES = ("bao-cao.md", "phu-luc-1.txt")
Run = Callable[..., Any]


@pytest.fixture
def run(command: Run) -> Run:
    """Runs the command in a folder with a report in two files, which also stands in the folder "one"."""
    Path("one").mkdir()
    for name, text in zip(FILES, (BODY, ANNEX), strict=True):
        Path(name).write_text(text, "utf-8")
        Path("one", name).write_text(text, "utf-8")
    Path("one", "report.toml").write_text(f"files = {json.dumps(FILES)}\n", "utf-8")
    return command


@pytest.mark.parametrize("named", [("--together", *FILES), ("one",)])
def test_trace(run: Run, named: tuple[str, ...]) -> None:
    ran = run("trace", *named, "n207")
    assert ran.code == 0
    assert "350 ≠ 360" in ran.out
    assert "phu-luc-1.txt, table 1, line 4" in ran.out


@pytest.mark.parametrize(("named", "beside"), [(("--together", *FILES), "bao-cao.md"), (("one",), "one/bao-cao.md")])
def test_accept(run: Run, named: tuple[str, ...], beside: str) -> None:
    fingerprint, code, *_ = run("accept", *named).out.split()
    assert code == "N207"
    assert run("accept", *named, fingerprint[:8], "--reason", "Mười người học hai nghề").code == 0
    assert fingerprint in Path(f"{beside}.checker.toml").read_text("utf-8")
    assert run("check", *named).code == 0
    assert run("accept", *named).out == ""


def test_where_a_finding_of_another_file_stands(run: Run) -> None:
    Path("phu-luc-1.txt").write_text(ANNEX.replace("130", "131"), "utf-8")
    (line,) = (line for line in run("accept", "--together", *FILES).out.splitlines() if " T101 " in line)
    assert "phu-luc-1.txt, bảng 1, hàng “Tổng cộng”" in line


@pytest.mark.parametrize("word", ["trace", "accept"])
def test_files_that_are_several_reports(run: Run, word: str) -> None:
    for named in (FILES, (".",)):
        ran = run(word, *named, "T101")
        assert (ran.code, ran.out) == (2, "")
        assert "several reports" in ran.err
        assert "--together" in ran.err


def test_a_file_of_the_report_that_cannot_be_read(run: Run) -> None:
    fingerprint = run("accept", "one").out.split()[0]
    Path("one", "report.toml").write_text('files = ["bao-cao.md", "phu-luc-1.txt", "phu-luc-2.txt"]\n', "utf-8")
    for words in (("trace", "one", "N207"), ("accept", "one")):
        ran = run(*words)
        assert ran.code == 2
        assert "N207" in ran.out, "what could be read is shown"
        assert "phu-luc-2.txt" in ran.err
    assert run("accept", "one", fingerprint, "--reason", "vì vậy").code == 2
    assert not Path("one", "bao-cao.md.checker.toml").exists()
    Path("one", "report.toml").write_text("files = []\n", "utf-8")
    assert "the list is empty" in run("trace", "one", "N207").err


def test_the_last_name_is_a_file_where_there_is_one(run: Run) -> None:
    Path("phu-luc-1.txt").rename("abcd")
    assert "N207" not in run("accept", "--together", "bao-cao.md", "abcd").out
    assert "no finding" in run("accept", "--together", "bao-cao.md", "abce").err


def test_standard_input_has_nothing_beside_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    def given() -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ANNEX.replace("130", "131").encode())))

    given()
    fingerprint = run("accept", "-").out.split()[0]
    given()
    ran = run("accept", "-", fingerprint, "--reason", "vì vậy")
    assert (ran.code, "standard input" in ran.err) == (2, True)
