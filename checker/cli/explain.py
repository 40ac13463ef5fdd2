"""`checker explain`: the manual page of a rule."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.cli.exits import OK
from checker.cli.options import LANGUAGES, spelled

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command and its options."""
    explain = commands.add_parser("explain", help="a rule's manual page", description="The manual page of a rule.")
    explain.set_defaults(run=run)
    explain.add_argument("code", metavar="CODE", help="a code or an id: T101, table/total-row")
    explain.add_argument("--lang", choices=LANGUAGES, default="en")
    explain.add_argument("--rules", action="append", default=[], metavar="PATH", help="add rule files")


def run(arguments: argparse.Namespace) -> int:
    from checker.manual import page
    from checker.rules import load_packs

    packs = load_packs(tuple(arguments.rules))
    sys.stdout.write(page(packs, spelled(arguments.code), arguments.lang))
    return OK
