"""What one call of the checker gives: the reports of its documents, and what could not be done."""

from __future__ import annotations

from dataclasses import dataclass

from checker.report import DiscrepancyReport


@dataclass(frozen=True)
class Problem:
    """A document that could not be read, or a file that is not there."""

    path: str
    message: str


@dataclass(frozen=True)
class Results:
    """`packs` are (name, sha256). `lang` is the language of the messages, "" for each document's own."""

    reports: tuple[DiscrepancyReport, ...]
    problems: tuple[Problem, ...] = ()
    packs: tuple[tuple[str, str], ...] = ()
    lang: str = ""
    version: str = ""


@dataclass(frozen=True)
class Show:
    """What a writer is asked to show. `verdict` is the last line: why the exit code is not zero."""

    all_checks: bool = False
    colour: bool = False
    width: int = 100
    verdict: str = ""
    lang: str = "vi"
