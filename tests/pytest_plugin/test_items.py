"""How an item ends: it passes, fails with what a terminal shows, or skips with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check
from checker.rules import load_packs

from .conftest import DOUBTFUL, NOTHING, RIGHT, WARNED, WRONG, Files, Run, junit

COUNT = sum(len(pack.rules) for pack in load_packs())


def test_it_passes_where_the_rule_holds(run: Run, files: Files) -> None:
    files({"q.md": RIGHT})
    run("--checker", "q.md::table/total-row").assert_outcomes(passed=1)


def test_it_fails_with_what_a_terminal_shows_and_no_traceback(run: Run, files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    from checker.cli import main

    files({"data/q.md": WRONG})
    main(["check", "--select", "T101", "data/q.md"])
    shown = capsys.readouterr().out.split("\ndata/q.md: ")[0]
    assert shown.startswith("✖ error T101 table/total-row · data/q.md")
    result = run("--checker")
    assert shown in result.stdout.str().replace("\r\n", "\n")
    result.stdout.no_fnmatch_line("*.py:*")
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.fnmatch_lines(["FAILED data/q.md::table/total-row*"])
    assert result.parseoutcomes()["failed"] == 1


def test_only_the_findings_of_its_rule_are_shown(run: Run, files: Files) -> None:
    files({"q.md": WRONG + "\n" + WARNED})
    result = run("--checker", "--checker-fail-on", "warning", "-k", "T101")
    result.stdout.fnmatch_lines(["*T101 table/total-row*"])
    result.stdout.no_fnmatch_line("*T106*")


def test_its_findings_are_properties(run: Run, files: Files, tmp_path: Path) -> None:
    files({"data/q.md": WRONG})
    run("--checker", f"--junitxml={tmp_path / 'j.xml'}")
    outcome, message, properties = junit(tmp_path / "j.xml")["data.q.md", "table/total-row"]
    (finding,) = check(WRONG).findings
    assert outcome == "failure"
    assert "stated 1,600, computed 1,500" in message
    assert properties == [
        ("rule", "table/total-row"),
        ("code", "T101"),
        ("severity", "error"),
        ("place", "data/q.md, table 1, row “Total”, column “Cost (USD)”, line 5"),
        ("message", finding.message),
        ("fingerprint", finding.fingerprint),
    ]


def test_two_findings_are_twelve_properties(run: Run, files: Files, tmp_path: Path) -> None:
    files({"q.md": WRONG + "\n" + WRONG.replace("1,600", "1,700")})
    run("--checker", "-k", "T101", f"--junitxml={tmp_path / 'j.xml'}")
    (case,) = junit(tmp_path / "j.xml").values()
    assert [name for name, _ in case[2]] == ["rule", "code", "severity", "place", "message", "fingerprint"] * 2


@pytest.mark.parametrize(("least", "fails"), [("error", False), ("warning", True), ("note", True)])
@pytest.mark.parametrize("by", ["option", "ini"])
def test_it_fails_from_a_severity_on(run: Run, files: Files, least: str, fails: bool, by: str) -> None:
    files({"q.md": WARNED})
    told = ("--checker-fail-on", least) if by == "option" else ("-o", f"checker_fail_on={least}")
    result = run("--checker", "-k", "T106", "-rP", *told)
    result.assert_outcomes(failed=int(fails), passed=int(not fails), deselected=COUNT - 1)
    result.stdout.fnmatch_lines(["*warning T106 table/numbering*"])


def test_a_finding_that_does_not_fail_is_a_property_all_the_same(run: Run, files: Files, tmp_path: Path) -> None:
    files({"q.md": WARNED})
    run("--checker", "-k", "T106", f"--junitxml={tmp_path / 'j.xml'}")
    ((outcome, _, properties),) = junit(tmp_path / "j.xml").values()
    assert outcome == "passed"
    assert ("severity", "warning") in properties


def test_a_rule_without_a_claim_skips(run: Run, files: Files) -> None:
    files({"letters/a.md": NOTHING})
    result = run("--checker", "-rs")
    result.assert_outcomes(skipped=COUNT)
    result.stdout.fnmatch_lines(["SKIPPED [[]1] letters/a.md:1: T101 finds nothing to check"])


def test_a_rule_that_decides_nothing_skips_with_the_reason_or_fails(run: Run, files: Files) -> None:
    files({"q.txt": DOUBTFUL})
    (undecided,) = [c for c in check(DOUBTFUL).checks if c.code == "N201"]
    assert undecided.verdict == "unknown"
    result = run("--checker", "-k", "N201", "-rs")
    result.assert_outcomes(skipped=1, deselected=COUNT - 1)
    result.stdout.fnmatch_lines([f"SKIPPED [[]1] q.txt:1: N201 {undecided.message}"])
    result = run("--checker", "--checker-unchecked=fail")
    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines(["[?] *N201 text/breakdown · q.txt*", f"  {undecided.message}*"])
    assert "failed" not in run("--checker", "--checker-unchecked=skip").parseoutcomes()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("q.docx", b"no Word", "this is no Word document (.docx), although it is named like one"),
        ("q.md", b"\x81\x82", "this is no UTF-8 text (byte 1); save it as UTF-8, or as .docx"),
        ("q.txt", b"", "the file is empty"),
    ],
)
def test_every_item_of_an_unreadable_document_fails_with_one_line(run: Run, files: Files, name: str, data: bytes, message: str) -> None:
    files({name: data, "r.md": RIGHT})
    result = run("--checker", "-k", "T101 or T102 or q and D301")
    result.assert_outcomes(failed=3, passed=1, skipped=1, deselected=2 * COUNT - 5)
    assert result.outlines.count(f"✖ {name}: {message}") == 3
    result.stdout.no_fnmatch_line("*Traceback*")


COUNTING = """
import importlib
import pytest

desk = importlib.import_module("checker.pytest_plugin.desk")  # not as an attribute: that may be left from an earlier run in this process
patch, seen = pytest.MonkeyPatch(), []
load, check = desk.load, desk.Checking.check
patch.setattr(desk, "load", lambda path: (seen.append(f"load {path.name}"), load(path))[1])
patch.setattr(desk.Checking, "check", lambda self, path, data, name: (seen.append(f"check {name}"), check(self, path, data, name))[1])

def pytest_collection_finish():
    assert not seen

def pytest_sessionfinish():
    patch.undo()
    with open("seen.txt", "w") as file:
        file.write("\\n".join(seen))
"""


def test_a_document_is_read_and_checked_once(run: Run, files: Files) -> None:
    root = files({"a.md": RIGHT, "b.md": b"\x81", "c.md": WRONG, "conftest.py": COUNTING})
    run("--checker").assert_outcomes(passed=1, failed=COUNT + 1, skipped=2 * COUNT - 2)
    assert (root / "seen.txt").read_text().split("\n") == ["load a.md", "check a.md", "load b.md", "check b.md", "load c.md", "check c.md"]


def test_the_last_failed_run_again(run: Run, files: Files) -> None:
    root = files({"a.md": RIGHT, "b.md": WRONG, "c.md": NOTHING})
    run("--checker").assert_outcomes(failed=1, passed=1, skipped=3 * COUNT - 2)
    run("--checker", "--lf").assert_outcomes(failed=1)
    (root / "b.md").write_text(RIGHT)
    run("--checker", "--lf").assert_outcomes(passed=1)


def test_messages_are_in_the_language_of_the_report(run: Run, files: Files) -> None:
    files({"q.md": "| Mục | Kinh phí |\n|-|-|\n| A | 120,5 |\n| B | 79,5 |\n| Cộng | 210,0 |\n"})
    run("--checker", "-k", "T101").stdout.fnmatch_lines(["✖ lỗi T101 table/total-row · q.md, bảng 1,*", "  *ghi 210,0, tính ra 200*"])


def test_the_configuration_and_accepted_findings_count(run: Run, files: Files) -> None:
    root = files({"b.md": WRONG})
    run("--checker").assert_outcomes(failed=1, skipped=COUNT - 1)
    (root / "checker.toml").write_text('severity = {T101 = "note"}\n')
    run("--checker").assert_outcomes(passed=1, skipped=COUNT - 1)
    (root / "checker.toml").write_text('fail-on = "note"\nseverity = {T101 = "note"}\n')
    run("--checker").assert_outcomes(failed=1, skipped=COUNT - 1)
    (finding,) = check(root / "b.md").findings
    (root / "b.md.checker.toml").write_text(f'[[accepted]]\nfingerprint = "{finding.fingerprint}"\nreason = "so it is"\n')
    run("--checker").assert_outcomes(passed=1, skipped=COUNT - 1)
