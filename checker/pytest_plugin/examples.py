"""A file of examples, and an example: `loans.checks.yml::L001::holds-1`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import cast

import pytest

from checker.examples import Kind, try_example
from checker.locales.unreadable import Unreadable
from checker.pytest_plugin.desk import Desk
from checker.pytest_plugin.items import Complaint, Told
from checker.rules import Pack, RuleError
from checker.rules.checks import OneExample, RuleExamples, read_checks


class ChecksFile(pytest.File):
    """A file of examples, with its rules."""

    desk: Desk

    def collect(self) -> Iterator[pytest.Collector]:
        try:
            checks = read_checks(self.path, self.desk.packs, self.nodeid)
        except RuleError as error:
            raise self.CollectError(str(error)) from error
        for examples in checks.rules:
            if self.desk.wants(examples.rule):
                rule = RuleWithExamples.from_parent(self, name=examples.rule.code)
                rule.examples, rule.packs = examples, checks.packs
                yield rule


class RuleWithExamples(pytest.Collector):
    """A rule and its examples."""

    examples: RuleExamples
    packs: tuple[Pack, ...]

    def collect(self) -> Iterator[pytest.Item]:
        for one in self.examples.examples:
            item = ExampleItem.from_parent(self, name=f"{one.kind}-{one.number}")
            item.mark(self.examples.rule)
            item.one, item.packs = one, self.packs
            yield item


class ExampleItem(Told):
    """An example. It fails where the rule does something else than its kind says."""

    one: OneExample
    packs: tuple[Pack, ...]

    def runtest(self) -> None:
        one = self.one
        try:
            wrong = try_example(self.rule, cast(Kind, one.kind), one.number, one.example, self.packs, self.path.parent).wrong
        except (Unreadable, OSError) as error:
            wrong = str(error)
        if wrong:
            file = self.nodeid.split("::")[0]
            raise Complaint(f"✖ {file}, line {one.line}: {self.rule.code} {one.kind} {one.number}: {wrong}")

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        return self.path, self.one.line - 1, f"{self.rule.code} {self.name}"
