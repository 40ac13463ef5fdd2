"""Rule files → validated rules. Every error names the file, line and column, and the nearest right spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NoReturn

import msgspec

from checker import finders
from checker.formula.expression import Role, walk
from checker.formula.parse import FormulaError, parse
from checker.rules.model import Example, PackSource, Rule, RuleSource, Tests
from checker.rules.yaml import Loaded, Path, Position, YamlError, load
from checker.text import nearest

_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<name>[^`]*)`")
_MISSING_FIELD = re.compile(r"missing required field `(?P<name>[^`]*)`")
_PATH = re.compile(r"- at `(?P<path>[^`]*)`")
_STEP = re.compile(r"\.(?P<key>[\w-]+)|\[(?P<index>\d+)\]")
_NAMED = re.compile(r"\{[a-z_]{1,40}\}")
_CODE = re.compile(r"[A-Z]{1,3}\d{3}\Z")


class RuleError(Exception):
    """A rule file is wrong. The message names file, line, column and what to do."""


def read_pack(file: str, text: str) -> tuple[str, tuple[Rule, ...]]:
    """The pack's name and rules. Raises RuleError."""
    try:
        loaded = load(text)
    except YamlError as error:
        raise RuleError(f"{file}:{error.position.line}:{error.position.column}: {error}") from error
    return _File(file, loaded).pack()


class _File:
    def __init__(self, file: str, loaded: Loaded) -> None:
        self.file = file
        self.loaded = loaded

    def pack(self) -> tuple[str, tuple[Rule, ...]]:
        source = self.convert(self.loaded.value, PackSource, ())
        rules = tuple(self.rule(index, raw, source.pack) for index, raw in enumerate(source.rules))
        self.unique(rules)
        return source.pack, rules

    def rule(self, index: int, raw: Any, pack: str) -> Rule:
        path: Path = ("rules", index)
        source = self.convert(raw, RuleSource, path)
        if not _CODE.match(source.code):
            self.fail((*path, "code"), f"a code is one to three capital letters and three digits, as T101, not '{source.code}'")
        if len(source.find) != 1:
            self.fail((*path, "find"), f"'find' has exactly one key, the finder; here it has {len(source.find)}")
        name, options = next(iter(source.find.items()))
        finder = self.finder(name, (*path, "find", f"key:{name}"))
        typed = self.convert({} if options is None else options, finder.Options, (*path, "find", name))
        try:
            must = parse(source.must)
        except FormulaError as error:
            self.fail((*path, "must"), f"in the formula '{source.must}', column {error.column}: {error}")
        self.messages(source.message, (*path, "message"))
        known = finder.roles(typed)
        for role in [*(node.name for node in walk(must) if isinstance(node, Role)), *source.rounded]:
            if role not in known:
                self.fail((*path, "must"), f"the finder '{name}' has no role '{role}'{_near(role, known)}")
        return Rule(source, name, typed, must, pack, self.file, self.position(path).line)

    def finder(self, name: str, path: Path) -> finders.Finder:
        try:
            return finders.get(name)
        except KeyError:
            self.fail(path, f"there is no finder '{name}'{_near(name, finders.every())}")

    def messages(self, messages: dict[str, str], path: Path) -> None:
        """Names in braces, and no other braces."""
        for language, text in messages.items():
            if re.search(r"[{}]", _NAMED.sub("", text)):
                self.fail((*path, language), "in a message braces hold one name, as {stated} or {computed}")

    def unique(self, rules: tuple[Rule, ...]) -> None:
        seen: dict[str, int] = {}
        for index, rule in enumerate(rules):
            for key, value in (("id", rule.id), ("code", rule.code)):
                if value in seen:
                    self.fail(("rules", index, key), f"the {key} '{value}' is taken: it stands in line {rules[seen[value]].line}")
                seen[value] = index

    def convert(self, raw: Any, wanted: Any, path: Path) -> Any:
        try:
            return msgspec.convert(raw, wanted)
        except msgspec.ValidationError as error:
            self.explain(str(error), wanted, path)

    def explain(self, message: str, wanted: Any, path: Path) -> NoReturn:
        inner = _PATH.search(message)
        below = _steps(inner["path"]) if inner else ()
        struct = {"tests": Tests, "holds": Example, "broken": Example, "silent": Example}.get(
            str(next((s for s in reversed(below) if isinstance(s, str)), "")), wanted
        )
        fields = getattr(struct, "__struct_fields__", ())
        unknown, missing = _UNKNOWN_FIELD.search(message), _MISSING_FIELD.search(message)
        if unknown:
            name = unknown["name"]
            known = ", ".join(fields)
            self.fail((*path, *below, f"key:{name}"), f"there is no key '{name}' here{_near(name, fields) or f'; known are {known}'}")
        if missing:
            self.fail((*path, *below), f"the key '{missing['name']}' is missing")
        text = _PATH.sub("", message).strip().replace("`", "'")
        key = next((s for s in reversed((*path, *below)) if isinstance(s, str)), "")
        self.fail((*path, *below), f"'{key}': {text[0].lower()}{text[1:]}" if key else text)

    def position(self, path: Path) -> Position:
        while path not in self.loaded.positions and path:
            path = path[:-1]
        return self.loaded.positions.get(path, Position(1, 1))

    def fail(self, path: Path, message: str) -> NoReturn:
        where = self.position(path)
        raise RuleError(f"{self.file}:{where.line}:{where.column}: {message}")


def _steps(path: str) -> Path:
    return tuple(int(step["index"]) if step["index"] else step["key"] for step in _STEP.finditer(path))


def _near(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known, 0.5)
    return f"; did you mean '{near}'?" if near else ""
