"""`checker config`: what the configuration says for a document or a folder, and which file says it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.exits import OK

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command."""
    config = commands.add_parser(
        "config", help="the configuration in force", description="Shows the configuration in force and where it comes from."
    )
    config.set_defaults(run=run)
    config.add_argument("path", metavar="PATH", nargs="?", default=".", help="a report or a folder (default: here)")


def run(arguments: argparse.Namespace) -> int:
    from checker.checking import Asked, Checking
    from checker.manual import configuration

    force = Checking(Asked()).in_force(str(Path(arguments.path)))
    sys.stdout.write(configuration(force.config, force.packs))
    return OK
