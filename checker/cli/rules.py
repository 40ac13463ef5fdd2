"""`checker rules`: lists the rules by their codes; tries them on their own examples (`test`); starts a rule file (`new`)."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.cli.exits import FOUND, OK
from checker.cli.options import LANGUAGES, add_rule_options, rules_of

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command, its own commands and their options."""
    rules = commands.add_parser(
        "rules", help="list, test or start rules", description="Lists the rules; test: tries them; new: starts a file."
    )
    rules.set_defaults(run=listed)
    rules.add_argument("--lang", choices=LANGUAGES, default="en")
    add_rule_options(rules)
    actions = rules.add_subparsers(metavar="[test | new]")
    test = actions.add_parser(
        "test", help="try rules on their own examples", description="Tries every rule on its own examples, and says which never fired."
    )
    test.set_defaults(run=tested)
    test.add_argument("packs", nargs="*", metavar="PACK", help="rule files, folders, or names of packs (default: all that are in force)")
    new = actions.add_parser("new", help="start a rule file", description="Writes a rule file with one rule that works, and its examples.")
    new.set_defaults(run=begun)
    new.add_argument("file", metavar="FILE", help="the rule file to write, as loans.yaml")


def listed(arguments: argparse.Namespace) -> int:
    from checker.manual import listing

    _, rules = rules_of(arguments)
    sys.stdout.write(listing(sorted(rules, key=lambda rule: rule.code), arguments.lang))
    return OK


def tested(arguments: argparse.Namespace) -> int:
    from checker.rule_tests import chosen_packs, report

    packs, rules = rules_of(arguments)
    wanted, packs = chosen_packs(packs, rules, tuple(arguments.packs))
    text, failed = report(wanted, packs)
    sys.stdout.write(text)
    return FOUND if failed else OK


def begun(arguments: argparse.Namespace) -> int:
    from checker.rule_start import start

    sys.stdout.write(start(arguments.file))
    return OK
