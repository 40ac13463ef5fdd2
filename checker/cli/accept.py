"""`checker accept`: writes down, beside a report, why a finding stands as it is."""

from __future__ import annotations

import argparse
import datetime
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.exits import FAILED, OK
from checker.cli.options import LANGUAGES, add_rule_options, asked_of

if TYPE_CHECKING:
    from checker.cli.options import Commands


def add_to(commands: Commands) -> None:
    """The command and its options."""
    accept = commands.add_parser(
        "accept",
        help="accept a finding, with a reason",
        description="Writes into FILE.checker.toml that a finding stands as it is. Without a fingerprint: lists the findings with theirs.",
    )
    accept.set_defaults(run=run)
    accept.add_argument("file", metavar="FILE")
    accept.add_argument("fingerprint", metavar="FINGERPRINT", nargs="?", default="", help="the finding's, or its beginning")
    accept.add_argument("--reason", default="", help="why it stands: a sentence for whoever reads the report next year")
    accept.add_argument("--by", default="", help="who says so (default: the user of this computer)")
    accept.add_argument("--lang", choices=LANGUAGES, default="")
    add_rule_options(accept)


def run(arguments: argparse.Namespace) -> int:
    from checker.acceptance import accept
    from checker.api import load
    from checker.checking import Checking
    from checker.readers import ReadError
    from checker.rules import RuleError

    try:
        report = Checking(asked_of(arguments)).check(arguments.file, load(Path(arguments.file)))
    except ReadError as error:
        print(f"checker: {arguments.file}: {error.told(arguments.lang or 'en')}", file=sys.stderr)
        return FAILED
    if not arguments.fingerprint:
        for check in report.open:
            where = f"line {check.place.line}" if check.place.line else f"paragraph {check.place.paragraph}"
            print(f"{check.fingerprint}  {check.code}  {where}  {check.message}  {check.working}")
        return OK
    found = [check for check in report.open if check.fingerprint.startswith(arguments.fingerprint)]
    if len(found) != 1:
        many = f"{len(found)} findings begin so" if found else "no finding that is not accepted yet has it"
        raise RuleError(f"{arguments.fingerprint}: {many}; `checker accept {arguments.file}` lists them")
    if not arguments.reason.strip():
        raise RuleError("an accepted finding needs a reason: --reason '…'")
    file = accept(arguments.file, found[0].fingerprint, arguments.reason.strip(), arguments.by or _user(), datetime.date.today())
    print(f"{file}: {found[0].code} {found[0].message}")
    return OK


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user is known
        return ""
