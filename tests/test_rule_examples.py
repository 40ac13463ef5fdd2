"""Every shipped rule carries examples that hold, that are broken and on which it is silent, in both languages, and each behaves so."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.examples import KINDS, Kind, document_of, examples, try_example
from checker.recognise import recognise
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
def test_there_are_examples_in_both_languages(rule: Rule, kind: str) -> None:
    given = [document_of(example, Path(rule.file).parent) for example in getattr(rule.source.tests, kind)]
    assert {recognise(document).locale.language for document in given} >= {"vi", "en"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_it_is_explained_in_both_languages(rule: Rule) -> None:
    assert set(rule.source.title) >= {"vi", "en"}
    assert set(rule.source.why) >= {"vi", "en"}
    assert not rule.source.message or set(rule.source.message) >= {"vi", "en"}
