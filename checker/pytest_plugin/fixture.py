"""What the fixture `checker` is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from checker.api import Source, chosen, content
from checker.pytest_plugin.desk import Desk
from checker.readers import read
from checker.report import DiscrepancyReport
from checker.rules import load_packs
from checker.run import check_document


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
        session, added = self._desk.settings, tuple(os.fspath(rule) for rule in rules)
        packs = load_packs((*session.rules, *added)) if added else self._desk.packs
        path, data = content(self._found(source), name)
        wanted = chosen(packs, tuple(select) or session.select, (*session.ignore, *ignore))
        return check_document(read(path, data), packs, wanted, lang, locale)

    def _found(self, source: Source) -> Source:
        """The file as it is named, else the one of that name in the root folder."""
        if isinstance(source, (str, os.PathLike)) and not os.path.exists(source) and os.path.isfile(self._root / source):
            return self._root / source
        return source
