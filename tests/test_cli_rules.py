"""The commands for who writes rules and keeps reports: `rules test`, `rules new`, `trace`, `accept`, `config`, `schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BAD = "| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | 210,0 |\n"
RULE = """pack: mine
rules:
- id: mine/total
  code: M001
  extends: T101
  title: {{vi: Dòng tổng}}
  find: {{totals: {{labels: {{vi: [toàn bộ]}}}}}}
  tests:
    holds: [{{given: "{holds}"}}]
    broken: [{{given: "| Mục | Số |\\n|-|-|\\n| An | 7 |\\n| Ba | 5 |\\n| Toàn bộ | 13 |", computed: "{computed}"}}]
    silent: [{{given: "| Mục | Số |\\n|-|-|\\n| An | 7 |\\n| Ba | 5 |"}}]
"""
HOLDS = "| Mục | Số |\\n|-|-|\\n| An | 7 |\\n| Ba | 5 |\\n| Toàn bộ | 12 |"


Run = Callable[..., Any]


@pytest.fixture
def run(command: Run) -> Run:
    """Runs the command in a folder with a report."""
    Path("bad.md").write_text(BAD, "utf-8")
    return command


def put(text: str, name: str = "mine.yaml") -> str:
    Path(name).write_text(text, "utf-8")
    return name


def test_rules_that_do_as_they_should(run: Run) -> None:
    name = put(RULE.format(holds=HOLDS, computed="12"))
    assert run("rules", "test", name) == (0, "1 rule, 3 examples: 3 as they should be, 0 not; 0 never fired\n", "")
    assert run("rules", "--rules", name, "test", "mine").code == 0


def test_an_example_that_does_not(run: Run) -> None:
    ran = run("rules", "test", put(RULE.format(holds=HOLDS, computed="11")))
    assert ran.code == 1
    assert "✖ M001 mine/total · mine.yaml:3 · broken 1: computed should be 11, but is 12" in ran.out


def test_a_rule_that_never_fires(run: Run) -> None:
    text = RULE.format(holds="Không có bảng nào.", computed="12").replace("Toàn bộ | 13", "Tất cả | 13")
    ran = run("rules", "test", put(text))
    assert ran.code == 1
    assert "it has never fired: no example gives it anything to check" in ran.out
    assert "holds 1: it should hold, but the rule finds nothing to check" in ran.out


def test_an_example_may_be_a_file_beside_the_rules(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "right.md").write_text(HOLDS.replace("\\n", "\n"), "utf-8")
    assert run("rules", "test", put(RULE.format(holds="right.md", computed="12"), "own/mine.yaml")).code == 0


def test_a_rule_file_to_begin_with_works(run: Run) -> None:
    assert run("rules", "new", "loans.yaml").code == 0
    assert run("rules", "test", "loans.yaml").out == "1 rule, 3 examples: 3 as they should be, 0 not; 0 never fired\n"
    again = run("rules", "new", "loans.yaml")
    assert (again.code, again.err) == (2, "checker: loans.yaml: there is a file of that name already\n")


def test_a_pack_that_is_none(run: Run) -> None:
    assert run("rules", "test", "comon").err == "checker: comon: there is no such rule file, folder or pack; did you mean 'common'?\n"


def test_trace_says_what_is_missing(run: Run) -> None:
    ran = run("trace", "bad.md", "T102")
    assert ran.code == 0
    assert "table 1: price: no column of figures like 'đơn giá'" in ran.out
    assert "the headers are mục | kinh phí" in ran.out
    assert ran.out.rstrip().endswith("claims: 0, of them checks: 0")


def test_trace_shows_the_figures_of_a_claim(run: Run) -> None:
    ran = run("trace", "bad.md", "t101")
    assert "total = 210,0 [209.95; 210.05] (table 1, line 5)" in ran.out
    assert "120,5 + 79,5 = 200 ≠ 210,0" in ran.out


@pytest.mark.parametrize(("arguments", "said"), [(("bad.md", "Z999"), "no rule has the code 'Z999'"), (("none.md", "T101"), "none.md")])
def test_trace_of_what_is_not_there(run: Run, arguments: tuple[str, str], said: str) -> None:
    ran = run("trace", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_finding_is_accepted(run: Run) -> None:
    assert run("check", "bad.md").code == 1
    fingerprint = run("accept", "bad.md").out.split()[0]
    assert run("accept", "bad.md", fingerprint[:6], "--reason", "Xã An tính hai lần", "--by", "Lan").code == 0
    ran = run("check", "bad.md")
    assert ran.code == 0
    assert "○ lỗi, đã giải thích T101" in ran.out
    assert "lý do: Xã An tính hai lần (Lan, " in ran.out
    Path("bad.md").write_text(BAD.replace("210,0", "200,0"), "utf-8")
    assert f"không còn phát hiện này nữa ({fingerprint}, Xã An tính hai lần)" in run("check", "bad.md").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bad.md", "ffff"), "no finding that is not accepted yet has it"),
        (("bad.md", ""), ""),
        (("none.md",), "none.md"),
    ],
)
def test_what_cannot_be_accepted(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run("accept", *arguments)
    assert ran.code == (2 if said else 0)
    assert said in ran.err


def test_a_reason_is_needed(run: Run) -> None:
    fingerprint = run("accept", "bad.md").out.split()[0]
    assert "an accepted finding needs a reason" in run("accept", "bad.md", fingerprint).err
    assert not Path("bad.md.checker.toml").exists()


def test_config_says_where_it_comes_from(run: Run, tmp_path: Path) -> None:
    assert run("config").out.startswith("configuration: none found")
    (tmp_path / "checker.toml").write_text('fail-on = "never"\n', "utf-8")
    out = run("config", "bad.md").out
    assert f'fail-on = "never"    # {tmp_path / "checker.toml"}' in out
    assert "select = []    # default" in out
    assert run("check", "bad.md").code == 0
    assert run("check", "bad.md", "--fail-on", "error").code == 1
    assert run("check", "bad.md", "--no-config").code == 1


def test_the_schema_of_rule_files_takes_the_rules_that_ship(run: Run) -> None:
    import jsonschema
    import yaml

    from checker.rules import shipped

    schema = jsonschema.Draft202012Validator(json.loads(run("schema", "rules").out))
    for file in shipped().rglob("*.yaml"):
        schema.validate(yaml.safe_load(file.read_text("utf-8")))
    own = yaml.safe_load(RULE.format(holds=HOLDS, computed="12"))
    schema.validate(own)
    own["rules"][0]["severty"] = "error"
    assert not schema.is_valid(own)


def test_a_wrong_file_beside_one_report_leaves_the_others(run: Run) -> None:
    Path("bad.md.checker.toml").write_text("[[accepted]]\nreson = 'x'\n", "utf-8")
    Path("other.md").write_text(BAD, "utf-8")
    ran = run("check", "bad.md", "other.md")
    assert ran.code == 2
    assert "✖ bad.md: bad.md.checker.toml: there is no key 'reson' here; did you mean 'reason'?" in ran.out
    assert "other.md, bảng 1" in ran.out


def test_a_rule_of_ones_own_is_told_beside_those_that_ship(run: Run) -> None:
    name = put(RULE.format(holds=HOLDS, computed="12").replace("toàn bộ", "cộng"))
    out = run("check", "--rules", name, "--format", "json", "bad.md").out
    assert [finding["code"] for finding in json.loads(out)["reports"][0]["findings"]] == ["M001"]


def test_an_example_that_names_a_file_which_is_not_there(run: Run) -> None:
    ran = run("rules", "test", put(RULE.format(holds="nothere.md", computed="12")))
    assert ran.code == 1
    assert "an example cannot be read: nothere.md: an example names this file, which cannot be read" in ran.out


def test_a_rule_needs_all_three_kinds_of_examples(run: Run) -> None:
    text = RULE.format(holds=HOLDS, computed="12")
    ran = run("rules", "test", put(text[: text.index("    silent:")]))
    assert (ran.code, "it has no example that it must be silent on" in ran.out) == (1, True)


def test_a_variable_of_the_configuration_that_no_pack_has(run: Run) -> None:
    Path("checker.toml").write_text("variables = {yaer = 2024}\n", "utf-8")
    ran = run("check", "bad.md")
    assert ran.code == 2
    assert "variables: no pack has a variable 'yaer'" in ran.err


def test_a_message_may_say_what_plays_a_role(run: Run) -> None:
    rule = RULE.format(holds=HOLDS, computed="12").replace("find:", 'message: {vi: "ghi {total}, cộng {computed}"}\n  find:', 1)
    Path("own.md").write_text("| Mục | Số |\n|-|-|\n| An | 7 |\n| Ba | 5 |\n| Toàn bộ | 13 |\n", "utf-8")
    assert "ghi 13, cộng 12" in run("check", "--rules", put(rule), "own.md").out
