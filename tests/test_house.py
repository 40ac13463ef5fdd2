"""The house is in order: lint, format, types, floors; words of a language are data; files are short and say what they are."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.locales import languages
from checker.rules import Rule, load_packs

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "checker").rglob("*.py"))
WORDLESS = ("finders", "recognise", "formula")
LONGEST = 260
# rooms that grew too long: none may be added; one that is short again is taken off
TOO_LONG: set[str] = set()

_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTER_CLASS = re.compile(r"\[[^\]]*\]")
_LETTERS = frozenset("ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")

TOOLS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy", "--strict"],
    "floors": ["lint-imports"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_a_tool_finds_nothing(command: list[str]) -> None:
    beside = shutil.which(command[0], path=str(Path(sys.executable).parent)) or shutil.which(command[0])
    if beside is None:
        pytest.skip(f"{command[0]} is not installed (pip install .[dev])")
    done = subprocess.run([beside, *command[1:]], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
class TestModule:
    def test_it_says_what_it_is(self, module: Path) -> None:
        assert ast.get_docstring(ast.parse(module.read_text("utf-8")))

    def test_it_is_short(self, module: Path) -> None:
        lines = len(module.read_text("utf-8").splitlines())
        assert (lines > LONGEST) == (module.relative_to(ROOT).as_posix() in TOO_LONG)


@pytest.mark.parametrize("room", WORDLESS)
def test_words_of_a_language_are_data(room: str) -> None:
    """Cue words belong to the rule files, what every rule of a language shares to its locale."""
    found = [
        f"{module.relative_to(ROOT)}:{line}: {words}"
        for module in MODULES
        if module.relative_to(ROOT).parts[1] == room
        for line, words in words_in(module.read_text("utf-8"))
    ]
    assert not found, "\n".join(found)


def test_words_are_seen_and_letters_are_not() -> None:
    source = '"""Tổng."""\nA = "gồm"\nB = r"[a-zđ]{1,3}"\nC = f"{A} là"\nD = "đ"\nE = "total"\n\ndef f():\n    """Cộng."""\n'
    assert list(words_in(source)) == [(2, ["gồm"]), (4, ["là"])]


def words_in(source: str) -> Iterator[tuple[int, list[str]]]:
    """The string literals that hold a Vietnamese word; not docstrings, classes of letters and single letters."""
    tree = ast.parse(source)
    standing = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in standing:
            words = [word for word in _WORD.findall(_LETTER_CLASS.sub(" ", node.value)) if _LETTERS & set(word.lower())]
            if words:
                yield node.lineno, words


@pytest.mark.parametrize("section", ["messages", "summary", "comment", "severities", "reasons"])
def test_every_message_has_a_text_in_every_language(section: str) -> None:
    files = {language: ROOT / "checker" / "locales" / f"{language}.toml" for language in languages()}
    texts = {language: tomllib.loads(file.read_text("utf-8"))[section] for language, file in files.items()}
    assert {"vi", "en"} <= set(texts)
    for language, section_texts in texts.items():
        assert section_texts.keys() == texts["en"].keys(), language
        assert all(text.strip() for text in section_texts.values()), language
        for key, text in section_texts.items():
            assert _gaps(text) == _gaps(texts["en"][key]), f"{language}: {key}"


def _gaps(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("rule", [rule for pack in load_packs() for rule in pack.rules], ids=lambda rule: rule.code)
def test_a_rule_is_explained_in_both_languages_and_carries_its_tests(rule: Rule) -> None:
    for texts in (rule.source.title, rule.source.why):
        assert {language for language, text in texts.items() if text.strip()} >= {"vi", "en"}
    assert rule.source.tests.holds
    assert rule.source.tests.broken
    assert rule.source.tests.silent
