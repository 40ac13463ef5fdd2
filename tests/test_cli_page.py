"""`checker check --format html`: a page goes into a file or a pipe, not on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WRONG = "| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | 210,0 |\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "bad.md").write_text(WRONG, "utf-8")
    return "bad.md"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, command: Callable[..., Any]) -> Callable[..., Any]:
    """Runs `checker` with a terminal for its output."""

    def ran(*arguments: str) -> Any:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        return command(*arguments)

    return ran


def test_a_file_is_written_and_the_reason_of_the_exit_code_told(command: Callable[..., Any], report: str) -> None:
    ran = command("check", report, "--format", "html", "--output", "report.html")
    assert (ran.code, ran.out, ran.err.strip()) == (1, "", "exit 1: 1 error")
    page = Path("report.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "120,5 + 79,5 = 200 ≠ 210,0" in page


def test_a_pipe_gets_it(command: Callable[..., Any], report: str) -> None:
    assert command("check", report, "--format", "html").out.startswith("<!doctype html>")


def test_a_terminal_is_told_what_to_do(terminal: Callable[..., Any], report: str) -> None:
    ran = terminal("check", report, "--format", "html")
    assert (ran.code, ran.out) == (2, "")
    assert "--output report.html" in ran.err
    assert terminal("check", report, "--format", "html", "--output", "report.html").code == 1
    assert "T101" in terminal("check", report).out


def test_the_language_is_as_asked(command: Callable[..., Any], report: str) -> None:
    assert '<html lang="en">' in command("check", report, "--format", "html", "--lang", "en").out
