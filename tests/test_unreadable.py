"""What is said of files that cannot be read: the same keys and gaps in every language, one line each."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

import checker
from checker.containers import ContainerError
from checker.locales import languages, load
from checker.readers import ReadError

PROBLEMS = load("en").data["problems"]
ERRORS = ("Unreadable", "ReadError", "ContainerError", "PdfError", "ScanError")
KEYS = {**dict.fromkeys(ERRORS, 0), "warn": 0, "because": 1}  # which argument is the key


def gaps(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def raised() -> set[str]:
    """The keys that the code names."""
    trees = (ast.parse(path.read_text("utf-8")) for path in Path(checker.__file__).parent.rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    named = (call.args[KEYS[name]] for call in calls if (name := called(call.func)) in KEYS)
    return {str(node.value) for key in named for node in ast.walk(key) if isinstance(node, ast.Constant)}


def called(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same(language: str) -> None:
    said = load(language).data["problems"]
    assert {key: gaps(message) for key, message in said.items()} == {key: gaps(message) for key, message in PROBLEMS.items()}


def test_every_key_that_is_raised_is_said() -> None:
    assert raised() - {"depth"} == set(PROBLEMS)


def test_a_cause_is_told_in_the_same_language() -> None:
    with pytest.raises(ReadError) as caught:
        raise ReadError("save_again") from ContainerError("part_missing", name="x.xml")
    assert caught.value.told("vi") == "thiếu phần x.xml; mở bằng Word rồi lưu lại"
    assert str(caught.value) == "the part x.xml is missing; open it in Word and save it again"
