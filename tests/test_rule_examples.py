"""Every shipped rule carries examples that hold, that are broken and on which it is silent, in both languages, and each behaves so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checker.examples import KINDS, Kind, examples, try_example
from checker.recognise.reading import Reading
from checker.rules import Rule, load_packs
from checker.rules.model import Example

RULES = [rule for pack in load_packs() for rule in pack.rules]
CASES = [
    pytest.param(rule, kind, number, example, id=f"{rule.code}-{kind}-{number}")
    for rule in RULES
    for kind, number, example in examples(rule)
]


@pytest.mark.parametrize(("rule", "kind", "number", "example"), CASES)
def test_an_example_behaves(rule: Rule, kind: Kind, number: int, example: Example) -> None:
    tried = try_example(rule, kind, number, example)
    assert not tried.wrong


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_there_are_examples_in_both_languages(reading: Callable[[str], Reading], rule: Rule, kind: str) -> None:
    examples: list[Any] = getattr(rule.source.tests, kind)
    assert {reading(example.given).locale.language for example in examples} >= {"vi", "en"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_it_is_explained_in_both_languages(rule: Rule) -> None:
    assert set(rule.source.title) >= {"vi", "en"}
    assert set(rule.source.why) >= {"vi", "en"}
    assert not rule.source.message or set(rule.source.message) >= {"vi", "en"}
