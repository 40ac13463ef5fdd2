"""`checker check`: reads the reports, checks them, writes what was found."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__
from checker.cli.copies import copies
from checker.cli.exits import exit_of
from checker.cli.options import LANGUAGES, add_rule_options, asked_of, spoken
from checker.cli.sources import sources

if TYPE_CHECKING:
    from checker.checking import Checking
    from checker.cli.options import Commands
    from checker.results import Results
    from checker.writers import Writer


def add_to(commands: Commands) -> None:
    """The command and its options."""
    check = commands.add_parser(
        "check", help="check reports", description="Checks reports: .docx, .md, .txt; folders and globs; - for standard input."
    )
    check.set_defaults(run=run)
    check.add_argument("files", nargs="+", metavar="FILE", help="a report, a folder, a pattern in quotes, or -")
    check.add_argument("--format", default="text", help="text (default), json, sarif, junit, github or markdown")
    check.add_argument("--output", metavar="FILE", help="write there instead of standard output")
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

    writer = _writer(arguments.format)
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


def _writer(name: str) -> Writer:
    from checker import writers
    from checker.rules import RuleError

    try:
        return writers.get(name)
    except KeyError:
        raise RuleError(f"there is no output format '{name}'; known are {', '.join(writers.names())}") from None


def _results(arguments: argparse.Namespace, checking: Checking) -> Results:
    """The report of each document, or why there is none."""
    from checker.acceptance import AcceptanceError
    from checker.locales.unreadable import Unreadable
    from checker.results import Problem, Results

    reports, problems = [], []
    language = spoken(arguments.lang)
    for path, data in sources(arguments.files):
        try:
            if isinstance(data, Unreadable):
                raise data
            reports.append(checking.check(path, data))
        except Unreadable as error:
            problems.append(Problem(path, error.told(language)))
        except AcceptanceError as error:
            problems.append(Problem(path, str(error)))
        except RecursionError:
            problems.append(Problem(path, Unreadable("too_deep").told(language)))
    return Results(tuple(reports), tuple(problems), checking.packs, arguments.lang, __version__)


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
