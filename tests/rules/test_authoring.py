"""Rules that extend others, variables of a pack, packs for certain documents, formulas that cannot be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check
from checker.rules import RuleError, load_packs
from checker.rules.validate import read_pack

TABLE = "| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Toàn bộ | 210,0 |\n"
EXTENDING = """pack: mine
rules:
- id: mine/total
  extends: T101
  code: M001
  severity: warning
  find: {totals: {labels: {vi: [toàn bộ]}}}
"""
VARIABLES = """pack: mine
variables: {word: toàn bộ, year: 2024}
rules:
- id: mine/total
  extends: table/total-row
  code: M001
  title: {vi: "Dòng ${word} năm ${year}"}
  find: {totals: {labels: {vi: ["${word}"]}}}
"""


def put(folder: Path, text: str, name: str = "mine.yaml") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_a_rule_has_the_keys_of_the_one_that_it_extends(tmp_path: Path) -> None:
    (finding,) = check(TABLE, rules=[put(tmp_path, EXTENDING)]).findings
    assert (finding.code, finding.severity.value, finding.computed) == ("M001", "warning", "200")


def test_options_that_it_does_not_state_are_the_others(tmp_path: Path) -> None:
    rule = next(rule for pack in load_packs((put(tmp_path, EXTENDING),)) for rule in pack.rules if rule.code == "M001")
    assert rule.options.labels == {"vi": ["toàn bộ"]}
    assert rule.options.of_which
    assert str(rule.must) == "total == sum(parts)"


def test_a_variable_stands_wherever_it_is_named(tmp_path: Path) -> None:
    (finding,) = check(TABLE, rules=[put(tmp_path, VARIABLES)]).findings
    assert (finding.code, finding.title) == ("M001", "Dòng toàn bộ năm 2024")


@pytest.mark.parametrize(
    ("wanted", "applies"),
    [
        ("{title: [kế hoạch]}", False),
        ("{title: [sơ kết]}", True),
        ("{kind: [báo cáo]}", True),
        ("{kind: [kế hoạch]}", False),
        ("{subject: [vay vốn]}", True),
        ("{title: [sơ kết], subject: [đất đai]}", False),
    ],
)
def test_a_pack_is_for_certain_documents(tmp_path: Path, wanted: str, applies: bool) -> None:
    rules = put(tmp_path, EXTENDING.replace("rules:", f"applies_to: {wanted}\nrules:", 1))
    text = "BÁO CÁO\n\nSơ kết sáu tháng đầu năm\n\nI. KẾT QUẢ VAY VỐN\n\n" + TABLE
    report = check(text, rules=[rules])
    assert bool(report.findings) == applies
    assert ("mine" in report.packs) == applies


GOOD = """pack: form
rules:
- id: form/one
  code: F001
  title: {en: One}
  why: {en: because}
  severity: error
  find:
    values:
      given: {near: [given], unit: VND}
      spent: {near: [spent], unit: VND}
      people: {near: [people], unit: person}
  must: spent <= given
  tests: {holds: [], broken: [], silent: []}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"),
    [
        ("severity: error", "severty: error", 7, "there is no key 'severty' here; did you mean 'severity'?"),
        ("spent <= given", "spend <= given", 13, "the finder 'values' has no role 'spend'; did you mean 'spent'?"),
        ("code: F001", "code: 12", 4, "'code': expected 'text', got 'int'; put it in quotes"),
        ("spent <= given", "sum(spent <= given", 13, "a bracket should be closed"),
        ("spent <= given", "summ(spent) <= given", 13, "there is no function 'summ'; did you mean 'sum'?"),
        ("spent <= given", "spent / (given - given) == 1", 13, "'given - given' may be 0 and cannot divide"),
        ("spent <= given", "spent / given <= 1", 13, "'given' may be 0 and cannot divide; say in 'find' that it is not ('nonzero')"),
        ("spent <= given", "spent / 0 == given", 13, "nothing can be divided by 0"),
        ("spent <= given", "spent + people == given", 13, "'spent' is vnd and 'people' is a number of things or a plain number"),
        ("spent <= given", "spent == people", 13, "'spent == people' does not fit together"),
        ("near: [given]", "nere: [given]", 10, "there is no key 'nere' here; did you mean 'near'?"),
        ("near: [given]", "near: 5", 10, "'near': expected"),
        ("unit: person", "unit: persn", 12, "there is no unit or kind 'persn'; did you mean 'person'?"),
        ("near: [people]", "row: people", 12, "a value needs either 'near', or 'column' with 'row'"),
        ("    values:", "    valuse:", 9, "there is no finder 'valuse'; did you mean 'values'?"),
        ("tests: {holds", "tests: {hold", 14, "there is no key 'hold' here; did you mean 'holds'?"),
        ("pack: form", "pack: form\nvariables: [year]", 2, "'variables': expected 'mapping {…}', got 'list'"),
        ("pack: form", "pack: form\napplies_to: {titel: [a]}", 2, "there is no key 'titel' here; did you mean 'title'?"),
        ("{en: One}", "{en: 'One ${yaer}'}", 5, "there is no variable 'yaer' in this pack"),
        ("code: F001", "code: F001\n  extends: T999", 5, "there is no rule 'T999' to extend"),
        ("severity: error", "severity: [error", 8, "this is no YAML"),
        ("spent <= given", "spent + given", 13, "this one only computes"),
        ("given: {near", "so-chi: {near", 10, "a role is a word of small letters"),
        ("{en: One}", "{fr: Un}", 5, "there is no language 'fr' here; known are vi, en"),
        ("severity: error", "severity: error\n  message: {en: 'spent {spnt}'}", 8, "a message cannot say '{spnt}'; did you mean 'spent'?"),
        ("severity: error", "severity: warn", 7, "invalid enum value 'warn'; it may be error, warning, note"),
        ("unit: person}", "unit: học viện}", 12, "there is no unit or kind 'học viện'"),
    ],
)
def test_a_wrong_file_gets_one_message_with_its_line(right: str, wrong: str, line: int, message: str) -> None:
    assert right in GOOD
    with pytest.raises(RuleError) as error:
        read_pack("form.yaml", GOOD.replace(right, wrong, 1))
    assert str(error.value).startswith(f"form.yaml:{line}:")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_an_id_or_a_code_stands_once() -> None:
    twice = GOOD + GOOD.split("rules:\n")[1].replace("F001", "F002")
    with pytest.raises(RuleError, match=r"form\.yaml:15:7: the id 'form/one' is taken: it stands in line 3"):
        read_pack("form.yaml", twice)
