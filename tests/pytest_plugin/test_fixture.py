"""The fixture `checker`: tests written by hand."""

from __future__ import annotations

from .conftest import RIGHT, RULE, WRONG, Files, Run

TESTS = """
import pytest

def test_right(checker):
    report = checker.check("data/right.md")
    assert report.verdict == "consistent"
    assert not report.open

def test_wrong(checker):
    assert [found.code for found in checker.check("data/wrong.md").open] == ["T101"]

def test_what_it_may_be_told(checker):
    assert not checker.check("data/wrong.md", ignore=["T101"]).open
    assert not checker.check("data/wrong.md", select=["D"]).open
    assert "tính ra" in checker.check("data/wrong.md", lang="vi").open[0].message
    assert checker.check(b"| A | B |", name="a.md").verdict == "unchecked"
    assert checker.check("Một dòng.\\n").verdict == "unchecked"

def test_from_elsewhere(checker, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.md").write_text("nothing")
    assert checker.check("data/wrong.md").open
    assert not checker.check("own.md").open
    assert not checker.check(tmp_path / "own.md").open

def test_errors(checker):
    from checker import ReadError, RuleError
    with pytest.raises(ReadError):
        checker.check("none.docx")
    with pytest.raises(RuleError):
        checker.check("data/right.md", rules=["none.yaml"])
"""
SESSION = """
def test_rules(checker):
    report = checker.check("| Group | Lent | Repaid |\\n|-|-|-|\\n| A | 9 | 5 |\\n| B | 7 | 8 |")
    assert [found.code for found in report.open] == ["Z101"]
    assert not checker.check("data/wrong.md").open

def test_rules_are_added(checker):
    assert "own" in checker.check("data/right.md", rules=["more.yaml"]).packs
    assert "more" in checker.check("data/right.md", rules=["more.yaml"]).packs
"""


def test_it_is_there_whether_the_checker_is_on_or_off(run: Run, files: Files) -> None:
    files({"data/right.md": RIGHT, "data/wrong.md": WRONG, "test_reports.py": TESTS})
    run().assert_outcomes(passed=5)
    run("--checker", "test_reports.py").assert_outcomes(passed=5)


def test_it_takes_the_rules_of_the_session(run: Run, files: Files) -> None:
    more = RULE.replace("own", "more").replace("Z101", "Z102")
    files({"data/right.md": RIGHT, "data/wrong.md": WRONG, "own.yaml": RULE, "more.yaml": more, "test_reports.py": SESSION})
    run("--checker-rules", "own.yaml", "--checker-ignore", "T101").assert_outcomes(passed=2)


def test_wrong_rules_are_said_in_a_line(run: Run, files: Files) -> None:
    files({"test_reports.py": SESSION})
    result = run("--checker-rules", "none.yaml")
    assert result.parseoutcomes() == {"errors": 2}
    result.stdout.fnmatch_lines(["*none.yaml: there is no such rule file or folder*"])
