"""A document, and a rule on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from checker.locales.unreadable import Unreadable
from checker.pytest_plugin.desk import Desk
from checker.rules import Rule


class Complaint(Exception):
    """Why an item fails: what its author reads, and no traceback."""


class Told(pytest.Item):
    """An item of the checker: marked, found by `-k`, and failing with what it has to say."""

    rule: Rule

    def mark(self, rule: Rule) -> None:
        """The marks `checker` and the severity; names for `-k`."""
        self.rule = rule
        self.add_marker("checker")
        self.add_marker(rule.severity.value)
        self.extra_keyword_matches.update((rule.code, rule.id, rule.pack))

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        return self.path, 0, f"{self.rule.code} {self.rule.id}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Complaint):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class Document(pytest.File):
    """A document. To collect it is to name the rules: it is not opened."""

    desk: Desk

    def collect(self) -> Iterator[pytest.Item]:
        for rule in self.desk.rules:
            item = RuleOnDocument.from_parent(self, name=rule.id)
            item.mark(rule)
            item.desk = self.desk
            yield item


class RuleOnDocument(Told):
    """What a rule says of a document. A rule that makes no claim in it, or decides nothing, skips."""

    desk: Desk

    def runtest(self) -> None:
        document, settings = self.parent.nodeid if self.parent else str(self.path), self.desk.settings
        try:
            ruled = self.desk.ruled(self.path, document, self.rule.id)
        except Unreadable as error:
            raise Complaint(f"✖ {document}: {error}") from error
        for found in ruled.findings:
            self.user_properties.extend(found.properties)
        if ruled.fails(self.desk.fail_on):
            raise Complaint(ruled.shown)
        if ruled.findings:
            self.add_report_section("call", "checker", ruled.shown)
        elif ruled.undecided and settings.undecided_fails:
            raise Complaint(ruled.doubts)
        elif not ruled.decided:
            pytest.skip(f"{self.rule.code} {ruled.undecided or 'finds nothing to check'}")
