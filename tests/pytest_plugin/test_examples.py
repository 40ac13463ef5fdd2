"""Files of examples: an item for every example, and every mistake in such a file with its line."""

from __future__ import annotations

import pytest

from .conftest import RIGHT, RULE, WRONG, Files, Run, ids

CHECKS = """tests:
  T101:
    holds:
    - given: "| Item | Cost |\\n|-|-|\\n| A | 1 |\\n| B | 2 |\\n| Total | 3 |"
    - given: right.md
    broken:
    - given: wrong.md
      computed: "1500"
    silent:
    - given: No table at all.
  date/exists:
    broken:
    - given: Họp ngày 31/6/2024.
"""
OWN = 'rules: [%s]\ntests:\n  Z101:\n    holds: [{given: "| Group | Lent | Repaid |\\n|-|-|-|\\n| A | 9 | 5 |\\n| B | 7 | 7 |"}]\n'


def test_every_example_is_an_item(run: Run, files: Files) -> None:
    files(
        {"data/x.checks.yml": CHECKS, "data/right.md": RIGHT, "data/wrong.md": WRONG, "pytest.ini": "[pytest]\nchecker_files = none.md\n"}
    )
    expected = [
        f"data/x.checks.yml::{name}" for name in ("T101::holds-1", "T101::holds-2", "T101::broken-1", "T101::silent-1", "D301::broken-1")
    ]
    assert ids(run("--collect-only", "-q")) == expected
    run().assert_outcomes(passed=5)
    run("data/x.checks.yml::T101::holds-2").assert_outcomes(passed=1)
    run("-k", "T101 and broken", "-m", "checker and error").assert_outcomes(passed=1, deselected=4)


def test_an_example_fails_with_what_the_rule_did_instead(run: Run, files: Files) -> None:
    files(
        {
            "x.checks.yaml": CHECKS.replace('"1500"', '"1400"').replace("| Total | 3 |", "| Total | 4 |"),
            "right.md": RIGHT,
            "wrong.md": WRONG,
        }
    )
    result = run("--checker", "x.checks.yaml")
    result.assert_outcomes(failed=2, passed=3)
    result.stdout.fnmatch_lines(
        [
            "✖ x.checks.yaml, line 4: T101 holds 1: it should hold, but broken: 1 + 2 = 3 ≠ 4",
            "✖ x.checks.yaml, line 7: T101 broken 1: computed should be 1400, but is 1500",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_file_that_cannot_be_read_is_said_in_a_line(run: Run, files: Files) -> None:
    files({"x.checks.yml": "tests: {T101: {holds: [{given: bad.docx}]}}", "bad.docx": b"no Word"})
    result = run("--checker", "x.checks.yml")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["✖ x.checks.yml, line 1: T101 holds 1: this is no Word document (.docx)*"])


@pytest.mark.parametrize("path", ["../own.yaml", "deep"])
def test_a_file_names_its_rules(run: Run, files: Files, path: str) -> None:
    files({"own.yaml" if path.startswith("..") else "checks/deep/own.yaml": RULE, "checks/x.checks.yml": OWN % path})
    run("--checker", "checks").assert_outcomes(passed=1)


def test_without_rules_of_its_own_those_of_the_session_count(run: Run, files: Files) -> None:
    files({"own/own.yaml": RULE, "x.checks.yml": OWN.split("\n", 1)[1], "pytest.ini": "[pytest]\nchecker_rules = own\n"})
    run("--checker").assert_outcomes(passed=1)


def test_options_choose_among_the_examples_too(run: Run, files: Files) -> None:
    files({"x.checks.yml": CHECKS, "right.md": RIGHT, "wrong.md": WRONG})
    run("--checker", "--checker-select", "D", "x.checks.yml").assert_outcomes(passed=1)
    run("--checker", "--checker-ignore", "T101", "x.checks.yml").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("T101:", "T1011:", "x.checks.yml:2:3: no rule has the code or id 'T1011'; did you mean 'T101'?"),
        ("date/exists:", "date/exist:", "x.checks.yml:11:3: no rule has the code or id 'date/exist'; did you mean 'date/exists'?"),
        ("date/exists:", "table/total-row:", "x.checks.yml:11:3: the rule 'table/total-row' stands here a second time, first as 'T101'"),
        ("holds:", "hold:", "x.checks.yml:3:5: there is no key 'hold' here; did you mean 'holds'?"),
        ("computed:", "compute:", "x.checks.yml:8:7: there is no key 'compute' here; did you mean 'computed'?"),
        (
            "- given: No",
            "- computed: No",
            "x.checks.yml:10:7: 'silent': an example has either 'given', a text, or 'sheet', the rows of a sheet",
        ),
        ("tests:", "test:", "x.checks.yml:1:1: there is no key 'test' here; did you mean 'tests'?"),
        ("tests:", "rules: [none.yaml]\ntests:", "x.checks.yml:1:9: there is no such rule file or folder: 'none.yaml'"),
        ("tests:", "rules: none.yaml\ntests:", "x.checks.yml:1:8: 'rules': expected 'list', got 'text'"),
        ("tests:", "tests: [", "x.checks.yml:*:*: this is no YAML*"),
    ],
)
def test_a_mistake_is_said_with_its_line_and_the_right_spelling(run: Run, files: Files, old: str, new: str, message: str) -> None:
    files({"x.checks.yml": CHECKS.replace(old, new, 1)})
    result = run("--checker")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines([message.replace("[", "[[]")])
    result.stdout.no_fnmatch_line("*Traceback*")
