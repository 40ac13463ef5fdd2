"""The documents that the arguments name, read; and the one report that a command is about."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.cli.options import said
from checker.cli.sources import Given, load, sources

if TYPE_CHECKING:
    import argparse

    from checker.document import Document
    from checker.results import Problem


class OneReport(NamedTuple):
    """The files of one report that could be read, and whether those are all; `path` is that of the report itself."""

    path: str
    given: Given
    documents: tuple[Document, ...]
    whole: bool


def documents(given: Given, language: str, problems: list[Problem]) -> Iterator[Document]:
    """The files of a report that can be read; why the others cannot."""
    from checker.locales.unreadable import Unreadable
    from checker.readers import read
    from checker.results import Problem

    problems += [Problem(name, said(wrong, language)) for name, wrong in given.wrong.items()]
    for path in given.files:
        try:
            yield read(path, load(path))
        except (Unreadable, RecursionError) as error:
            problems.append(Problem(path, said(error, language)))


def add_together(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--together", action="store_true", help="the files are one report: the report first, then its annexes")


def one_report(names: Sequence[str], together: bool, language: str) -> OneReport:
    """The one report that the arguments name: a file, a folder with a `report.toml`, or several files with --together. What cannot be
    read is said on standard error. Raises RuleError where they name several."""
    from checker.rules import RuleError

    reports = sources(names, together)
    if len(reports) != 1:
        few = ", ".join(file for report in reports[:3] for file in (*report.files[:1], *report.wrong))
        more = ", …" if len(reports) > 3 else ""
        raise RuleError(f"{' '.join(names)}: these are several reports ({few}{more}); name one, or write --together where they are one")
    problems: list[Problem] = []
    read = tuple(documents(reports[0], language, problems))
    for problem in problems:
        print(f"checker: {problem.path}: {problem.message}", file=sys.stderr)
    return OneReport(next(iter(reports[0].files), ""), reports[0], read, not problems)
