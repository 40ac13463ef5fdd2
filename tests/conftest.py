"""What many tests need: the locales, the packs that ship, and short ways from a text to what is made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.cli import main
from checker.document import Document
from checker.locales import Locale, load
from checker.readers import read
from checker.recognise import recognise
from checker.recognise.reading import Reading
from checker.report import DiscrepancyReport
from checker.rules import Pack, Rule, load_packs
from checker.run import check_document


@pytest.fixture(scope="session")
def vi() -> Locale:
    return load("vi")


@pytest.fixture(scope="session")
def en() -> Locale:
    return load("en")


@pytest.fixture(scope="session")
def packs() -> tuple[Pack, ...]:
    return load_packs()


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """Markdown → its document."""
    return lambda text: read("report.md", text.encode())


@pytest.fixture(scope="session")
def reading() -> Callable[[str], Reading]:
    """Markdown → its reading."""
    return lambda text: recognise(read("report.md", text.encode()))


@pytest.fixture(scope="session")
def checked(packs: tuple[Pack, ...]) -> Callable[..., DiscrepancyReport]:
    """Markdown → its report, by the rules with these codes, or by all."""

    def check(text: str, *codes: str) -> DiscrepancyReport:
        rules = [rule for pack in packs for rule in pack.rules if not codes or rule.code in codes]
        return check_document(read("report.md", text.encode()), packs, rules)

    return check


@pytest.fixture(scope="session")
def rule_of(packs: tuple[Pack, ...]) -> Callable[[str], Rule]:
    """A shipped rule by its code."""
    return lambda code: next(rule for pack in packs for rule in pack.rules if rule.code == code)


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        return (self.out + self.err).rstrip("\n").rsplit("\n", 1)[-1]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs `checker` with arguments in an empty folder; never with a traceback."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> Ran:
        try:
            code = main(arguments)
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return ran
