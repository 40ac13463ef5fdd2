"""The rules of a session, and what was found in each of its documents.

A document is read and checked once, by all rules of the session, whichever items are run: what one rule tells may depend on another
that tells the same. Of its report only the words are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.api import load
from checker.checking import Asked, Checking, is_named
from checker.locales.unreadable import Unreadable
from checker.pytest_plugin.ruled import Ruled, ruled_by
from checker.pytest_plugin.settings import Settings, settings_of
from checker.rules import Pack, Rule, RuleError


class Desk:
    """Where the documents of a session are checked. Raises RuleError where the rules are wrong."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.checking = Checking(Asked(settings.rules, settings.select, settings.ignore, fail_on=settings.fail_on))
        force = self.checking.in_force(str(settings.root))
        self.packs: tuple[Pack, ...] = force.packs
        self.rules: tuple[Rule, ...] = force.rules
        self.fail_on = force.asked.fail_on
        self._done: dict[Path, Mapping[str, Ruled] | Unreadable] = {}

    def ruled(self, path: Path, name: str, rule: str) -> Ruled:
        """What a rule says of the document, which its findings call `name`. Raises Unreadable."""
        if path not in self._done:
            self._done[path] = self._check(path, name)
        done = self._done[path]
        if isinstance(done, Unreadable):
            raise done.with_traceback(None)
        return done.get(rule, Ruled())

    def _check(self, path: Path, name: str) -> Mapping[str, Ruled] | Unreadable:
        try:
            return ruled_by(self.checking.check(str(path), load(path), name))
        except Unreadable as error:
            return error
        except RecursionError:
            return Unreadable("too_deep")

    def wants(self, rule: Rule) -> bool:
        """Do the options choose that rule, of whichever file?"""
        select, ignore = self.settings.select, self.settings.ignore
        return (not select or any(is_named(rule, code) for code in select)) and not any(is_named(rule, code) for code in ignore)


_DESK = pytest.StashKey[Desk]()


def desk_of(config: pytest.Config) -> Desk:
    """The session's desk, set up when first asked for. Raises pytest.UsageError."""
    if _DESK not in config.stash:
        try:
            config.stash[_DESK] = Desk(settings_of(config))
        except RuleError as error:
            raise pytest.UsageError(f"checker: {error}") from error
    return config.stash[_DESK]
