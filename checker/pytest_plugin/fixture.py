"""What the fixture `checker` is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from checker.api import Source, content
from checker.checking import Asked, Checking
from checker.pytest_plugin.desk import Desk
from checker.report import DiscrepancyReport


class Checker:
    """`checker.check` with the rules of the session."""

    def __init__(self, desk: Desk, root: Path) -> None:
        self._desk = desk
        self._root = root

    def check(
        self,
        source: Source,
        *,
        rules: Iterable[str | os.PathLike[str]] = (),
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        lang: str = "",
        locale: str = "",
        name: str = "",
    ) -> DiscrepancyReport:
        """The discrepancies of one report, as `checker.check` finds them.

        `rules` and `ignore` are added to those of the session, `select` stands in place of its own. A path that is not there is
        looked for from pytest's root folder too. Raises ReadError and RuleError.
        """
        session = self._desk.settings
        path, data = content(self._found(source), name)
        asked = Asked(
            (*session.rules, *(os.fspath(rule) for rule in rules)),
            tuple(select) or session.select,
            (*session.ignore, *ignore),
            lang,
            locale,
        )
        return Checking(asked).check(path, data)

    def _found(self, source: Source) -> Source:
        """The file as it is named, else the one of that name in the root folder."""
        if isinstance(source, (str, os.PathLike)) and not os.path.exists(source) and os.path.isfile(self._root / source):
            return self._root / source
        return source
