"""What becomes an item: off unless asked for, a document and a rule, in the same order every time, without opening a document."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checker.rules import Rule, load_packs

from .conftest import LOADED, NOTHING, RIGHT, RULE, WRONG, Files, Run, ids

RULES: list[Rule] = [rule for pack in load_packs() for rule in pack.rules]
LIGHT = """
import sys

def test_nothing_of_the_checker_is_loaded():
    loaded = {name for name in sys.modules if name.partition(".")[0] == "checker"}
    assert loaded <= {"checker", "checker.pytest_plugin"}
    assert "checker.pytest_plugin" in loaded
    assert not {"lxml", "msgspec", "pint", "yaml", "hypothesis"} & set(sys.modules)
"""


def documents(result: pytest.RunResult) -> list[str]:
    return list(dict.fromkeys(item.split("::")[0] for item in ids(result)))


def test_it_is_off_unless_asked_for(run: Run, files: Files) -> None:
    files({"data/q1.md": WRONG, "x.checks.yml": "no: checks", "test_a.py": "def test_a(): pass"})
    result = run("-v")
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*checker: *")
    result.stdout.no_fnmatch_line("*q1.md*")


def test_off_it_costs_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(LIGHT)
    command = [sys.executable, "-m", "pytest", *LOADED, "-q", "-p", "no:hypothesispytest"]
    done = subprocess.run(command, cwd=pytester.path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_there_is_one_item_for_each_document_and_rule_in_order(run: Run, files: Files) -> None:
    files({"data/q2.md": WRONG, "data/q1.md": RIGHT, "q.txt": NOTHING})
    expected = [f"{name}::{rule.id}" for name in ("data/q1.md", "data/q2.md", "q.txt") for rule in RULES]
    assert sorted(ids(run("--checker", "--collect-only", "-q"))) == sorted(expected)
    assert ids(run("--checker", "--collect-only", "-q")) == ids(run("--checker", "--collect-only", "-q"))
    assert [item for item in ids(run("--checker", "--collect-only", "-q")) if "q1" in item] == expected[: len(RULES)]


def test_collecting_opens_no_document(run: Run, files: Files) -> None:
    root = files({"data/q.docx": b"no Word", "data/q.md": b"\xff\x00", "data/q.txt": b"\x81"})
    (root / "data" / "gone.md").symlink_to(root / "nowhere.md")
    result = run("--checker", "--collect-only", "-q", "data")
    assert result.ret == 0
    assert set(documents(result)) >= {"data/q.docx", "data/q.md", "data/q.txt"}


def test_without_patterns_files_about_the_repository_are_no_reports(run: Run, files: Files) -> None:
    about = ("README.md", "README.vi.md", "readme.txt", "CHANGELOG.md", "LICENSE.txt", "requirements-dev.txt", "CONTRIBUTING.md")
    files(dict.fromkeys((*about, "~$q.docx", ".hidden.md", "q.md", "Q3.MD", "q.rst", "q.csv", "q.zip"), RIGHT))
    assert set(documents(run("--checker", "--collect-only", "-q"))) == {"q.md", "Q3.MD"}


def test_a_file_named_on_the_command_line_is_one(run: Run, files: Files) -> None:
    files({"README.md": RIGHT, "q.md": RIGHT})
    assert documents(run("--checker", "--collect-only", "-q", "README.md")) == ["README.md"]


def test_patterns_of_the_ini_file_switch_it_on(run: Run, files: Files) -> None:
    names = ("data/a.md", "data/deep/b.md", "data/c.txt", "e.md", "all/x/y.txt", "all/z.txt", "other/minutes.md", "README.md")
    files(dict.fromkeys(names, RIGHT) | {"pytest.ini": "[pytest]\nchecker_files = data/*.md all/**/*.txt minutes.md README.md\n"})
    expected = {"data/a.md", "all/x/y.txt", "all/z.txt", "other/minutes.md", "README.md"}
    assert set(documents(run("--collect-only", "-q"))) == expected
    assert set(documents(run("--collect-only", "-q", "--checker"))) == expected
    assert documents(run("--collect-only", "-q", "e.md")) == []
    assert documents(run("--collect-only", "-q", "e.md", "--checker")) == ["e.md"]


def test_a_named_text_is_no_doctest(run: Run, files: Files) -> None:
    """pytest would take it for one and stop at what is no UTF-8."""
    files({"q.txt": "Báo cáo".encode("cp1258", "replace"), "notes.txt": ">>> 1 + 1\n3\n"})
    result = run("--checker", "q.txt", "-k", "T101")
    result.assert_outcomes(failed=1, deselected=len(RULES) - 1)
    assert run("notes.txt").parseoutcomes() == {"failed": 1}


def test_an_item_can_be_named_on_the_command_line(run: Run, files: Files) -> None:
    files({"data/q1.md": RIGHT, "data/q2.md": WRONG})
    run("--checker", "data/q2.md::table/total-row").assert_outcomes(failed=1)
    run("--checker", "data/q1.md::table/total-row").assert_outcomes(passed=1)


@pytest.mark.parametrize("words", ["T101", "total-row", "table/total-row", "q2 and total-row", "T101 and common"])
def test_items_are_found_by_name(run: Run, files: Files, words: str) -> None:
    files({"data/q2.md": WRONG})
    run("--checker", "-k", words).assert_outcomes(failed=1, deselected=len(RULES) - 1)


def test_items_are_marked(run: Run, files: Files) -> None:
    files({"q.md": RIGHT, "test_a.py": "def test_a(): pass"})
    for mark, expected in {"checker": RULES, "warning": [rule for rule in RULES if rule.severity == "warning"]}.items():
        items = ids(run("--checker", "--strict-markers", "--collect-only", "-q", "-m", mark))
        assert items == [f"q.md::{rule.id}" for rule in expected]
    run("--checker", "-m", "not checker").assert_outcomes(passed=1, deselected=len(RULES))


def test_the_marker_is_registered(run: Run) -> None:
    run("--markers").stdout.fnmatch_lines(["@pytest.mark.checker: *"])
    run("--markers", "--checker").stdout.fnmatch_lines(["@pytest.mark.error: *"])


def test_the_header_names_the_packs_only_when_on(run: Run, files: Files) -> None:
    files({"q.md": RIGHT, "own.yaml": RULE})
    run("--checker", "--checker-rules", "own.yaml").stdout.re_match_lines(
        [rf"checker: \S+, packs: common [0-9a-f]{{8}} \({len(RULES)} rules\), own [0-9a-f]{{8}} \(1 rules?\)"]
    )
    run("--co").stdout.no_fnmatch_line("*checker: *")


def test_options_choose_the_rules(run: Run, files: Files) -> None:
    files({"q.md": RIGHT})
    items = ids(
        run("--checker", "--collect-only", "-q", "--checker-select", "T101,T102", "--checker-select", "date/", "--checker-ignore", "T102")
    )
    assert items == [f"q.md::{rule.id}" for rule in RULES if rule.code == "T101" or rule.code[0] == "D"]


@pytest.mark.parametrize("by", ["option", "ini"])
def test_rule_files_are_added(run: Run, files: Files, by: str) -> None:
    ini = "[pytest]\nchecker_rules = own\n" if by == "ini" else "[pytest]\n"
    files({"q.md": RIGHT, "own/own.yaml": RULE, "pytest.ini": ini})
    added = ("--checker-rules", "own/own.yaml") if by == "option" else ()
    assert "q.md::own/lent" in ids(run("--checker", "--collect-only", "-q", *added))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--checker-rules", "none.yaml"], "*none.yaml: there is no such rule file or folder"),
        (["--checker-select", "X999"], "*no rule has the code 'X999'*"),
        (["-o", "checker_fail_on=grave"], "*no severity 'grave'; known are error, warning, note"),
        (["--checker-fail-on", "grave"], "*invalid choice: 'grave'*"),
        (["--checker-unchecked", "grave"], "*invalid choice: 'grave'*"),
    ],
)
def test_a_wrong_option_is_said_in_a_line(run: Run, arguments: list[str], message: str) -> None:
    result = run("--checker", *arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([message])
    assert "Traceback" not in result.stderr.str() + result.stdout.str()


def test_a_wrong_rule_file_is_said_with_its_line(run: Run, files: Files) -> None:
    files({"own.yaml": RULE.replace("severity:", "severty:")})
    result = run("--checker", "--checker-rules", "own.yaml")
    result.stderr.fnmatch_lines(["*own.yaml:*: there is no key 'severty' here; did you mean 'severity'?"])
