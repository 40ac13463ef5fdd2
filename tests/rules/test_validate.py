"""A wrong rule file gets one message with file, line, column and the nearest right spelling."""

from __future__ import annotations

import re

import pytest

from checker.rules.validate import RuleError, read_pack

GOOD = """pack: mine
rules:
- id: mine/total
  code: X101
  title: {vi: Dòng tổng, en: Total row}
  why: {en: because}
  severity: error
  find:
    totals:
      labels: {vi: [tổng], en: [total]}
  must: total == sum(parts)
  tests:
    holds:
    - given: "| A | B |"
    broken: []
    silent: []
"""


def test_a_right_file() -> None:
    name, (rule,) = read_pack("mine.yaml", GOOD)
    assert (name, rule.id, rule.code, rule.finder, rule.line) == ("mine", "mine/total", "X101", "totals", 3)
    assert str(rule.must) == "total == sum(parts)"


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"),
    [
        ("severity: error", "severty: error", 7, "there is no key 'severty' here; did you mean 'severity'?"),
        ("severity: error", "severity: eror", 7, "'severity': .*eror"),
        ("    totals:", "    total:", 9, "there is no finder 'total'; did you mean 'totals'?"),
        ("    totals:", "    frobnicate:", 9, "there is no finder 'frobnicate'"),
        ("labels:", "label:", 10, "there is no key 'label' here; did you mean 'labels'?"),
        ("labels: {vi: [tổng], en: [total]}", "labels: [total]", 10, "'labels': expected 'mapping"),
        ("[tổng]", "tổng", 10, "expected .*list"),
        ("sum(parts)", "sum(part)", 11, "the finder 'totals' has no role 'part'; did you mean 'parts'?"),
        ("sum(parts)", "summ(parts)", 11, "column 10: there is no function 'summ'; did you mean 'sum'?"),
        ("sum(parts)", "sum(parts", 11, "a bracket should be closed"),
        ("total == sum", "total = sum", 11, "write == to compare"),
        ("  must: total == sum(parts)\n", "", 3, "the key 'must' is missing"),
        ("code: X101", "code: x1", 4, "a code is one to three capital letters and three digits, as T101, not 'x1'"),
        ("code: X101", "code: 101", 4, "'code': expected .*text"),
        ("pack: mine\n", "", 1, "the key 'pack' is missing"),
        ("pack: mine", "pakc: mine", 1, "there is no key 'pakc' here; did you mean 'pack'?|the key 'pack' is missing"),
        ("given:", "givn:", 14, "there is no key 'givn' here; did you mean 'given'?|the key 'given' is missing"),
        ("    broken: []", "    brokn: []", 15, "there is no key 'brokn' here; did you mean 'broken'?"),
        ("  severity: error", "  severity: error\n  severity: note", 8, "the key 'severity' stands here a second time"),
        ("  find:\n", "  rounded: [price]\n  find:\n", 12, "the finder 'totals' has no role 'price'"),
        ("  find:\n", "  find:\n    breakdown: {closed: {}}\n", 9, "'find' has exactly one key, the finder; here it has 2"),
        ("  find:\n", "  message: {en: 'says {stated'}\n  find:\n", 8, "in a message braces hold one name"),
        ("  find:\n", "  message: {en: 'says {stated.text}'}\n  find:\n", 8, "in a message braces hold one name"),
        ("  find:\n", "  message: {en: 'says {0}'}\n  find:\n", 8, "in a message braces hold one name"),
        ("rules:", "rules: [", 3, "this is no YAML"),
    ],
)
def test_a_wrong_file(right: str, wrong: str, line: int, message: str) -> None:
    assert right in GOOD
    with pytest.raises(RuleError) as error:
        read_pack("mine.yaml", GOOD.replace(right, wrong, 1))
    told = re.fullmatch(r"mine\.yaml:(\d+):(\d+): (.*)", str(error.value))
    assert told, error.value
    assert re.search(message, told[3]) or message in told[3], told[3]
    assert int(told[1]) == line, error.value


@pytest.mark.parametrize(("key", "other"), [("id: mine/total", "code: X102"), ("code: X101", "id: mine/other")])
def test_ids_and_codes_are_unique(key: str, other: str) -> None:
    rule = GOOD.split("rules:\n")[1]
    second = rule.replace("id: mine/total" if other.startswith("id") else "code: X101", other, 1)
    name, _, value = key.partition(": ")
    with pytest.raises(RuleError, match=f"the {name} '{value}' is taken: it stands in line 3"):
        read_pack("mine.yaml", GOOD + second)


@pytest.mark.parametrize("text", ["", "[]", "a", "- 1", "pack: a\nrules: 5", "pack: a\nrules: [5]", "pack: [a]\nrules: []"])
def test_what_is_no_rule_file_at_all(text: str) -> None:
    with pytest.raises(RuleError, match=r"^mine\.yaml:\d+:\d+: ."):
        read_pack("mine.yaml", text)
