"""`checker rules`: lists the rules by their codes."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.cli.exits import OK
from checker.cli.options import LANGUAGES, add_rule_options, rules_of

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command and its options."""
    rules = commands.add_parser("rules", help="list the rules", description="Lists the rules.")
    rules.set_defaults(run=run)
    rules.add_argument("--lang", choices=LANGUAGES, default="en")
    add_rule_options(rules)


def run(arguments: argparse.Namespace) -> int:
    from checker.manual import listing

    _, rules = rules_of(arguments)
    sys.stdout.write(listing(sorted(rules, key=lambda rule: rule.code), arguments.lang))
    return OK
