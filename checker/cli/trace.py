"""`checker trace`: why a rule did or did not match in a document."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.exits import FAILED, OK
from checker.cli.options import LANGUAGES, add_rule_options, asked_of, spelled

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
    trace.add_argument("file", metavar="FILE", help="a report, or - for standard input")
    trace.add_argument("rule", metavar="RULE", help="a code or an id: T101, table/total-row")
    trace.add_argument("--lang", choices=LANGUAGES, default="")
    trace.add_argument("--locale", choices=LANGUAGES, default="", help="how the document writes numbers")
    add_rule_options(trace)


def run(arguments: argparse.Namespace) -> int:
    from checker.api import load
    from checker.checking import Checking
    from checker.readers import ReadError, read
    from checker.recognise import recognise
    from checker.rules import rule_named
    from checker.tracing import trace

    force = Checking(asked_of(arguments)).in_force(arguments.file)
    rule = rule_named(force.packs, spelled(arguments.rule))
    try:
        data = sys.stdin.buffer.read() if arguments.file == "-" else load(Path(arguments.file))
        reading = recognise(read(arguments.file, data), force.asked.locale or None)
    except ReadError as error:
        print(f"checker: {arguments.file}: {error.told(arguments.lang or 'en')}", file=sys.stderr)
        return FAILED
    sys.stdout.write("\n".join(trace(reading, rule)) + "\n")
    return OK
