"""YAML, narrower on purpose: what is typed stays what was typed, and every value knows its line."""

from __future__ import annotations

from typing import Any

import pytest

from checker.rules.yaml import YamlError, load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("04", "04"), ("12:30", "12:30"), ("yes", "yes"), ("no", "no"), ("on", "on"), ("1.0", "1.0"), ("1e3", "1e3"), ("0x1F", "0x1F"),
        ("2024-02-27", "2024-02-27"), ("1_000", "1_000"), ("007", "007"), ("5", 5), ("-5", -5), ("0", 0), ("'5'", "5"), ("true", True),
        ("false", False), ("null", None), ("~", None), ("", None), ("True", "True"), ("“a”", "“a”"), ("9" * 30, "9" * 30),
    ],
)  # fmt: skip
def test_plain_values(text: str, value: Any) -> None:
    read = load(f"key: {text}\n").value["key"]
    assert (read, type(read)) == (value, type(value))


def test_every_value_and_key_knows_its_place() -> None:
    positions = load("pack: a\nrules:\n- id: x\n  find:\n    totals: {labels: 1}\n").positions
    assert positions["pack",] == (1, 7)
    assert positions["rules", 0] == (3, 3)
    assert positions["rules", 0, "find", "key:totals"] == (5, 5)
    assert positions["rules", 0, "find", "totals", "labels"] == (5, 22)


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "the key 'a' stands here a second time", 3, 1),
        ("a:\n  b: 1\n  b: 2\n", "the key 'b' stands here a second time", 3, 3),
        ("a: &x 1\nb: *x\n", "aliases", 2, 4),
        ("a: [1, 2\nb: 3\n", "this is no YAML", 2, 2),
        ("a: 'x\n", "this is no YAML", 2, 1),
        ("\ta: 1\n", "this is no YAML", 1, 1),
        ("? [a]\n: 1\n", "a key should be a word", 1, 3),
        ("a: " + "[" * 60 + "]" * 60, "nested too deep", 1, 44),
    ],
)
def test_what_is_refused(text: str, message: str, line: int, column: int) -> None:
    with pytest.raises(YamlError, match=message) as error:
        load(text)
    assert error.value.position == (line, column)


def test_two_documents_in_one_file_are_refused() -> None:
    with pytest.raises(YamlError):
        load("a: 1\n---\nb: 2\n")


def test_tags_make_nothing() -> None:
    assert load("a: !!python/object/apply:os.system [echo]\n").value == {"a": ["echo"]}


def test_an_empty_file_holds_nothing() -> None:
    assert load("").value is None
