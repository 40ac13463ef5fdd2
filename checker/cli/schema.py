"""`checker schema`: the JSON Schema of the report."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.cli.exits import OK

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command."""
    schema = commands.add_parser("schema", help="JSON Schemas", description="Prints the JSON Schema of the report (--format json).")
    schema.set_defaults(run=run)
    schema.add_argument("what", choices=("report",))


def run(_: argparse.Namespace) -> int:
    from checker.manual import report_schema

    sys.stdout.write(report_schema())
    return OK
