"""`checker check` and its sisters: exit codes, and one clear line for whatever goes wrong."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOOD = "| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | 200,0 |\n"
BAD = GOOD.replace("200,0", "210,0")
ROUNDED = GOOD.replace("200,0", "200,1")
REPEATED = "| TT | Mục | Số |\n|-|-|-|\n| 1 | An | 5 |\n| 2 | Ba | 7 |\n| 2 | Cầu | 9 |\n| 4 | Dinh | 8 |\n"


Run = Callable[..., Any]


@pytest.fixture
def run(command: Run, tmp_path: Path) -> Run:
    """Runs the command in a folder of reports."""
    for name, text in {
        "good.md": GOOD,
        "bad.md": BAD,
        "rounded.md": ROUNDED,
        "repeated.md": REPEATED,
        "empty.md": "",
        "prose.md": "Không có gì.\n",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    return command


@pytest.mark.parametrize(
    ("arguments", "code", "last"),
    [
        ("good.md", 0, ""),
        ("bad.md", 1, "exit 1: 1 error"),
        ("good.md bad.md", 1, "exit 1: 1 error"),
        ("bad.md bad.md", 1, "exit 1: 2 errors"),
        ("repeated.md", 0, ""),
        ("repeated.md --fail-on warning", 1, "exit 1: "),
        ("rounded.md", 0, ""),
        ("rounded.md --fail-on warning", 0, ""),
        ("rounded.md --fail-on note", 1, "exit 1: 1 note"),
        ("bad.md --fail-on never", 0, ""),
        ("bad.md --ignore T101", 0, ""),
        ("bad.md --ignore table/", 0, ""),
        ("bad.md --ignore T102,T", 0, ""),
        ("bad.md --select T101", 1, "exit 1: 1 error"),
        ("bad.md --select t101", 1, "exit 1: 1 error"),
        ("bad.md --select table/total-row", 1, "exit 1: 1 error"),
        ("bad.md --select D", 0, ""),
        ("prose.md", 0, ""),
        ("prose.md --require-checks", 2, "exit 2: a document in which nothing could be checked"),
        ("empty.md", 2, "exit 2: 1 file could not be read"),
        ("empty.md none.md bad.md", 2, "exit 2: 2 files could not be read"),
    ],
)
def test_exit_codes_and_their_reason(run: Run, arguments: str, code: int, last: str) -> None:
    ran = run("check", *arguments.split())
    assert ran.code == code
    assert ran.last.startswith(last)
    assert ("exit" in ran.last) == (code > 0)


def write(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.md", b"", "the file is empty"),
        ("x.txt", b"\x89PNG\r\n\x1a\n\x00\x00\xff", "this is no text"),
        ("x.docx", b"", ""),
        ("x.docx", b"PK\x03\x04 cut off", ""),
        ("x.docx", b"no archive", ""),
        ("x.pptx", b"x", "files of the kind .pptx cannot be read yet"),
        ("x.md", None, "there is no such file"),
        ("god.md", None, "did you mean 'good.md'?"),
        ("*.none", None, "there is no such file"),
    ],
)
def test_what_cannot_be_read_gets_a_line_and_the_others_are_checked(run: Run, name: str, data: bytes | None, told: str) -> None:
    if data is not None:
        write(name, data)
    ran = run("check", name, "bad.md")
    assert ran.code == 2
    (line,) = (line for line in ran.out.splitlines() if line.startswith(f"✖ {name}: "))
    assert told in line
    assert "T101" in ran.out


@pytest.mark.parametrize(
    ("lang", "console", "told"),
    [
        ("vi", "C.UTF-8", "tệp rỗng"),
        ("en", "vi_VN.UTF-8", "the file is empty"),
        ("", "vi_VN.UTF-8", "tệp rỗng"),
        ("", "en_GB.UTF-8", "the file is empty"),
        ("", "fr_FR.UTF-8", "the file is empty"),
    ],
)
def test_what_cannot_be_read_is_told_as_asked_or_as_the_console_speaks(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str, console: str, told: str
) -> None:
    monkeypatch.setenv("LC_ALL", console)
    write("empty.md", b"")
    ran = run("check", "empty.md", *(["--lang", lang] if lang else []))
    assert f"✖ empty.md: {told}" in ran.out


@pytest.mark.parametrize(
    "text",
    [
        "Có {d} người, trong đó nữ {d} người.",
        "| A | B |\n|-|-|\n| An | {d} |\n| Ba | 7 |\n| Cộng | {d}1 |\n",
        "ngày {d}/{d}/{d}",
        "{d}/KH-UBND",
    ],
)
def test_a_figure_of_ten_thousand_digits(run: Run, text: str) -> None:
    write("x.md", text.format(d="7" * 10_000).encode())
    ran = run("check", "x.md", "bad.md")
    assert ran.code == 1
    assert max(map(len, ran.out.splitlines())) < 2_000


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("check good.md --select Z999", "no rule has the code 'Z999'; `checker rules` lists them"),
        ("check good.md --ignore nothing/here", "no rule has the code 'nothing/here'"),
        ("check good.md --format xml", "there is no output format 'xml'; known are github, json"),
        ("check good.md --rules none.yaml", "none.yaml: there is no such rule file or folder"),
        ("check good.md --rules wrong.yaml", "wrong.yaml:2:1: this is no YAML"),
        ("check good.md --rules misspelt.yaml", "misspelt.yaml:1:1: there is no key 'pakc' here; did you mean 'pack'?"),
        ("check good.md --output no/folder.txt", "no/folder.txt: the output cannot be written"),
        ("explain Z999", "no rule has the code 'Z999'"),
        ("rules --select Z999", "no rule has the code 'Z999'"),
    ],
)
def test_a_wrong_call_gets_one_line(run: Run, arguments: str, told: str) -> None:
    write("wrong.yaml", b"a: [\n")
    write("misspelt.yaml", b"pakc: mine\nrules: []\n")
    ran = run(*arguments.split())
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("checker: ")
    assert told in line


@pytest.mark.parametrize(
    "arguments", ["", "check", "chekc good.md", "check good.md --fail-on bad", "check good.md --lang xx", "schema rules-of"]
)
def test_a_wrong_option_is_exit_2(run: Run, arguments: str) -> None:
    ran = run(*arguments.split())
    assert ran.code == 2
    assert "error: " in ran.last


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(BAD.encode())

    monkeypatch.setattr("sys.stdin", Piped())
    ran = run("check", "-")
    assert ran.code == 1
    assert "· -, " in ran.out


def test_folders_and_globs(run: Run) -> None:
    Path("deep/er").mkdir(parents=True)
    for name in ("deep/a.md", "deep/er/b.TXT", "deep/.hidden.md", "deep/~$a.docx", "deep/c.png"):
        write(name, GOOD.encode())
    assert [line.split(":")[0] for line in run("check", "deep").out.split("\n") if ".md:" in line or ".TXT:" in line] == [
        "deep/a.md",
        "deep/er/b.TXT",
    ]
    ran = run("check", "g*.md", "deep/**/*.md")
    assert ran.code == 0
    assert [name in ran.out for name in ("good.md", "deep/a.md", "bad.md")] == [True, True, False]


def test_a_folder_without_reports_is_a_problem(run: Run) -> None:
    Path("none").mkdir()
    ran = run("check", "none", "good.md")
    assert ran.code == 2
    assert "✖ none: no file in this folder can be read" in ran.out


def test_a_report_where_a_command_belongs(run: Run) -> None:
    ran = run("good.md")
    assert (ran.code, ran.out, ran.last) == (2, "", 'checker: to check a report, write: checker check "good.md"')
