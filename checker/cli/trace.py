"""`checker trace`: why a rule did or did not match in a document."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.cli.documents import add_together, one_report
from checker.cli.exits import FAILED, OK
from checker.cli.options import LANGUAGES, add_rule_options, asked_of, spelled, spoken

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command and its options."""
    trace = commands.add_parser(
        "trace",
        help="why a rule did or did not match",
        description="Shows what a rule looked at in a document, what was missing, and every claim that it made with its verdict.",
    )
    trace.set_defaults(run=run)
    trace.add_argument("files", nargs="+", metavar="FILE", help="a report, a folder with a report.toml, or - for standard input")
    trace.add_argument("rule", metavar="RULE", help="a code or an id: T101, table/total-row")
    add_together(trace)
    trace.add_argument("--lang", choices=LANGUAGES, default="")
    trace.add_argument("--locale", choices=LANGUAGES, default="", help="how the document writes numbers")
    add_rule_options(trace)


def run(arguments: argparse.Namespace) -> int:
    from checker.checking import Checking
    from checker.recognise import recognise
    from checker.rules import rule_named
    from checker.together import together
    from checker.tracing import trace

    checking = Checking(asked_of(arguments))
    rule_named(checking.in_force(arguments.files[0]).packs, spelled(arguments.rule))
    report = one_report(arguments.files, arguments.together, spoken(arguments.lang))
    if not report.documents:
        return FAILED
    force = checking.in_force(report.path)
    rule = rule_named(force.packs, spelled(arguments.rule))
    reading = recognise(together(report.documents, report.given.headings), force.asked.locale or None)
    sys.stdout.write("\n".join(trace(reading, rule)) + "\n")
    return OK if report.whole else FAILED
