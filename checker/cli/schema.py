"""`checker schema`: the JSON Schemas of rule files and of the report."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.cli.exits import OK

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command."""
    schema = commands.add_parser(
        "schema", help="JSON Schemas", description="Prints the JSON Schema of rule files, or of the report (--format json)."
    )
    schema.set_defaults(run=run)
    schema.add_argument("what", nargs="?", choices=("rules", "report"), default="rules", help="default: rules")


def run(arguments: argparse.Namespace) -> int:
    from checker.manual import report_schema
    from checker.rule_schema import rule_schema

    sys.stdout.write(rule_schema() if arguments.what == "rules" else report_schema())
    return OK
