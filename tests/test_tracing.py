"""Why a rule did or did not match: for every rule that ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.recognise.reading import Reading
from checker.rules import Rule, load_packs
from checker.tracing import trace

FIXTURE = Path(__file__).parent.parent / "fixtures" / "bao-cao-doi-ngoai.wrong.md"
RULES = [rule for pack in load_packs() for rule in pack.rules]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_can_be_traced(reading: Callable[[str], Reading], rule: Rule) -> None:
    lines = list(trace(reading(FIXTURE.read_text("utf-8")), rule))
    assert lines[0] == f"{rule.code} {rule.id}: {rule.source.must}"
    assert any(line.startswith("claims: ") for line in lines)


def test_words_that_are_nowhere_are_named(reading: Callable[[str], Reading]) -> None:
    rule = next(rule for rule in RULES if rule.code == "N206")
    assert "  cue: none of its words is in the document" in list(trace(reading("Kinh phí 5 triệu đồng."), rule))


def test_why_a_claim_became_no_check(reading: Callable[[str], Reading]) -> None:
    rule = next(rule for rule in RULES if rule.code == "N201")
    lines = list(trace(reading("Có 1.316 người mù chữ, trong đó 1.089 người từ 36 đến 60 tuổi, 25 người trên 60 tuổi."), rule))
    assert any("no slip of a digit explains it" in line for line in lines)
