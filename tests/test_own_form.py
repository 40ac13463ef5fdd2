"""A form that is not in the packs: thirteen rules written from the README alone, by somebody who had not seen the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check
from checker.examples import try_rule
from checker.rules import Rule, load_packs

FORM = Path(__file__).parent.parent / "fixtures" / "training-centre"
RULES = [rule for pack in load_packs((str(FORM / "rules.yaml"),)) for rule in pack.rules if pack.name == "centre"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_its_rules_do_as_their_examples_say(rule: Rule) -> None:
    assert [one.wrong for one in try_rule(rule) if one.wrong] == []


def test_a_right_report_has_no_finding() -> None:
    assert check(FORM / "bao-cao-quy.md", rules=[FORM / "rules.yaml"]).findings == ()


def test_every_rule_finds_its_mistake_in_a_wrong_one() -> None:
    found = {finding.code for finding in check(FORM / "bao-cao-quy.wrong.md", rules=[FORM / "rules.yaml"]).findings}
    assert {rule.code for rule in RULES} <= found
