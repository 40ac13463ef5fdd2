"""`checker check`: reads the reports, checks them, writes what was found."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__
from checker.cli.copies import copies
from checker.cli.documents import add_together, documents
from checker.cli.exits import exit_of
from checker.cli.options import LANGUAGES, add_rule_options, asked_of, said, spoken
from checker.cli.progress import progress
from checker.cli.sources import Given, sources

if TYPE_CHECKING:
    from checker.checking import Checking
    from checker.cli.options import Commands
    from checker.document import Document
    from checker.report import DiscrepancyReport
    from checker.results import Problem, Results
    from checker.writers import Writer


def add_to(commands: Commands) -> None:
    """The command and its options."""
    check = commands.add_parser(
        "check", help="check reports", description="Checks reports: Word, Excel, PDF, text …; folders and globs; - for standard input."
    )
    check.set_defaults(run=run)
    check.add_argument("files", nargs="+", metavar="FILE", help="a report, a folder, a pattern in quotes, or -")
    check.add_argument(
        "--format", default="text", help="text (default), html (a page for a browser), json, sarif, junit, github or markdown"
    )
    check.add_argument("--output", metavar="FILE", help="write there instead of standard output")
    add_together(check)
    check.add_argument(
        "--annotate", action="store_true", help="write a copy with comments beside each report (bao-cao.docx: bao-cao.checked.docx)"
    )
    check.add_argument("--all", action="store_true", dest="all_checks", help="show the checks that hold too, and the figures in none")
    check.add_argument(
        "--fail-on", choices=("error", "warning", "note", "never"), default="", help="exit 1 from this severity on (default: error)"
    )
    check.add_argument("--require-checks", action="store_true", help="exit 2 for a document in which nothing could be checked")
    check.add_argument("--lang", choices=LANGUAGES, default="", help="language of the messages (default: the document's)")
    check.add_argument(
        "--locale", choices=LANGUAGES, default="", help="how the document writes numbers: vi 1.234,5, en 1,234.5 (default: detected)"
    )
    check.add_argument("--colour", "--color", choices=("auto", "always", "never"), default="auto", dest="colour")
    add_rule_options(check)


def run(arguments: argparse.Namespace) -> int:
    from checker.checking import Checking
    from checker.results import Show

    writer = _writer(arguments.format, arguments.output)
    checking = Checking(asked_of(arguments))
    results = _results(arguments, checking)
    levels = [checking.in_force(report.path).asked.fail_on for report in results.reports]
    unmarked = copies(results.reports) if arguments.annotate else 0
    code, verdict = exit_of(results, levels, arguments.require_checks, unmarked)
    show = Show(arguments.all_checks, _is_coloured(arguments), verdict=verdict, lang=arguments.lang or "vi")
    _put(writer.write(results, show), arguments.output)
    if verdict and arguments.format != "text":
        print(verdict, file=sys.stderr)
    return code


def _writer(name: str, output: str | None) -> Writer:
    """The writer of a format. A page for a browser is not poured out on a terminal."""
    from checker import writers
    from checker.rules import RuleError

    try:
        writer = writers.get(name)
    except KeyError:
        raise RuleError(f"there is no output format '{name}'; known are {', '.join(writers.names())}") from None
    file = getattr(writer, "FILE", "")
    if file and not output and sys.stdout.isatty():
        raise RuleError(f"'{name}' is not for a terminal; name a file for it, for example: --output {file}")
    return writer


def _results(arguments: argparse.Namespace, checking: Checking) -> Results:
    """The report of each document, or why there is none."""
    from checker.results import Results

    reports: list[DiscrepancyReport] = []
    problems: list[Problem] = []
    language = spoken(arguments.lang)
    for given in progress(sources(arguments.files, arguments.together), language):
        read = list(documents(given, language, problems))
        if read:
            reports += _reports(read, given, checking, language, problems)
    return Results(tuple(reports), tuple(problems), checking.packs, arguments.lang, __version__)


def _reports(
    read: Sequence[Document], given: Given, checking: Checking, language: str, problems: list[Problem]
) -> Iterator[DiscrepancyReport]:
    """The report on documents that belong together; none where what is accepted beside it cannot be read."""
    from checker.acceptance import AcceptanceError
    from checker.results import Problem

    path = read[0].path
    try:
        yield checking.check_together(path, read, given.headings)
    except (AcceptanceError, RecursionError) as error:
        problems.append(Problem(path, said(error, language)))


def _is_coloured(arguments: argparse.Namespace) -> bool:
    """As asked; by itself only on a terminal."""
    if arguments.colour != "auto":
        return bool(arguments.colour == "always")
    return not arguments.output and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _put(text: str, output: str | None) -> None:
    from checker.rules import RuleError

    if not output:
        sys.stdout.write(text)
        return
    try:
        Path(output).write_text(text, "utf-8")
    except OSError as error:
        raise RuleError(f"{output}: the output cannot be written: {error.strerror}") from error
