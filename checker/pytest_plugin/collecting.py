"""The hooks of a session in which the checker is on."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from checker import __version__
from checker.pytest_plugin.desk import Desk
from checker.pytest_plugin.documents import is_document
from checker.pytest_plugin.examples import ChecksFile
from checker.pytest_plugin.items import Document, Told
from checker.rules.checks import is_checks


class Collecting:
    """Makes documents and files of examples of files, and says by which rules."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def pytest_report_header(self) -> str:
        """The packs with the beginning of their hashes: what `checker check --format json` prints in full."""
        packs = ", ".join(f"{pack.name} {pack.sha256[:8]} ({len(pack.rules)} rules)" for pack in self.desk.packs)
        return f"checker: {__version__}, packs: {packs}"

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> Generator[None, list[Any], list[Any]]:
        others = yield
        named = parent.session.isinitpath(file_path)
        if is_checks(file_path.name):
            return [*others, self._at_desk(ChecksFile.from_parent(parent, path=file_path))]
        if not is_document(file_path, parent.config.rootpath, named, self.desk.settings):
            return others
        if named or self.desk.settings.files:  # pytest takes such texts for doctests too, and stops where one is no UTF-8
            others = [other for other in others if type(other).__name__ != "DoctestTextfile"]
        return [*others, self._at_desk(Document.from_parent(parent, path=file_path))]

    def _at_desk(self, file: Any) -> Any:
        file.desk = self.desk
        return file

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """A rule that skips does so in the document, not in a line of the plugin."""
        report = yield
        if isinstance(item, Told) and report.skipped and isinstance(report.longrepr, tuple):
            report.longrepr = (str(item.path), 1, report.longrepr[2])
        return report
