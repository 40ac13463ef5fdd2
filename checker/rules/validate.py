"""Rule files → validated rules. Every error names the file, line and column, and the nearest right spelling."""

from __future__ import annotations

import re
from typing import Any

from checker import finders
from checker.formula.expression import Role, walk
from checker.formula.parse import FormulaError, parse
from checker.rules.model import PackSource, Rule, RuleSource
from checker.rules.source import RuleError, Source, near
from checker.rules.yaml import Path

__all__ = ["RuleError", "read_pack"]

_NAMED = re.compile(r"\{[a-z_]{1,40}\}")
_CODE = re.compile(r"[A-Z]{1,3}\d{3}\Z")


def read_pack(file: str, text: str) -> tuple[str, tuple[Rule, ...]]:
    """The pack's name and rules. Raises RuleError."""
    return _File(file, text).pack()


class _File(Source):
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
                self.fail((*path, "must"), f"the finder '{name}' has no role '{role}'{near(role, known)}")
        return Rule(source, name, typed, must, pack, self.file, self.position(path).line)

    def finder(self, name: str, path: Path) -> finders.Finder:
        try:
            return finders.get(name)
        except KeyError:
            self.fail(path, f"there is no finder '{name}'{near(name, finders.every())}")

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
