"""Examples of rules in a file of their own, `NAME.checks.yml` or `NAME.checks.yaml`; `checker.pytest_plugin` runs them.

    rules: [rules/loans.yaml]            # optional: rule files or folders, relative to this file
    tests:
      L001:                              # a rule's code or id, of these files or of the packs that ship
        holds: [{given: "…"}]            # the same entries as in a rule file
        broken: [{given: "…", computed: "95"}]
        silent: [{given: "…"}]

Without `rules` the rules are those that the caller has loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from checker.rules import Pack, Rule, load_packs
from checker.rules.faults import near
from checker.rules.model import Example, Tests
from checker.rules.source import RuleError, Source

SUFFIXES = (".checks.yml", ".checks.yaml")


class ChecksSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of examples."""

    tests: dict[str, Any]
    rules: list[str] = []


class OneExample(NamedTuple):
    """An example of a rule: its kind ("holds"), its number among those (from 1), itself, and the line that it stands in."""

    kind: str
    number: int
    example: Example
    line: int


class RuleExamples(NamedTuple):
    """The examples of one rule."""

    rule: Rule
    examples: tuple[OneExample, ...]


class Checks(NamedTuple):
    """A file of examples, validated; `packs` are those that its rules belong to."""

    packs: tuple[Pack, ...]
    rules: tuple[RuleExamples, ...]


def is_checks(name: str) -> bool:
    """Is that the name of a file of examples?"""
    return name.endswith(SUFFIXES)


def read_checks(file: Path, packs: tuple[Pack, ...], shown: str = "") -> Checks:
    """The examples in `file`, which errors call `shown`. Raises RuleError."""
    name = shown or str(file)
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{name}: the file cannot be read: {error}") from error
    return _Checks(name, text).checks(file.parent, packs)


class _Checks(Source):
    def checks(self, folder: Path, packs: tuple[Pack, ...]) -> Checks:
        source = self.convert(self.loaded.value, ChecksSource, ())
        for index, path in enumerate(source.rules):
            if not (folder / path).exists():
                self.fail(("rules", index), f"there is no such rule file or folder: '{path}'")
        known = load_packs(tuple(str(folder / path) for path in source.rules)) if source.rules else packs
        return Checks(known, tuple(self.rules(source.tests, known)))

    def rules(self, tests: dict[str, Any], packs: tuple[Pack, ...]) -> Iterator[RuleExamples]:
        by_name = {name: rule for pack in packs for rule in pack.rules for name in (rule.code, rule.id)}
        seen: dict[str, str] = {}
        for name, raw in tests.items():
            if name not in by_name:
                self.fail(("tests", f"key:{name}"), f"no rule has the code or id '{name}'{near(name, by_name)}")
            rule = by_name[name]
            if rule.code in seen:
                self.fail(("tests", f"key:{name}"), f"the rule '{name}' stands here a second time, first as '{seen[rule.code]}'")
            seen[rule.code] = name
            yield RuleExamples(rule, tuple(self.examples(name, raw)))

    def examples(self, name: str, raw: Any) -> Iterator[OneExample]:
        path = ("tests", name)
        tests = self.convert(raw, Tests, path)
        for kind in Tests.__struct_fields__:
            for index, example in enumerate(getattr(tests, kind)):
                yield OneExample(kind, index + 1, example, self.position((*path, kind, index)).line)
