"""`checker accept`: writes down, beside a report, why a finding stands as it is."""

from __future__ import annotations

import argparse
import datetime
import getpass
import re
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.documents import add_together, one_report
from checker.cli.exits import FAILED, OK
from checker.cli.options import LANGUAGES, add_rule_options, asked_of, spoken

if TYPE_CHECKING:
    from checker.cli.options import Commands
    from checker.report import Check, DiscrepancyReport

_FINGERPRINT = re.compile(r"[0-9a-f]{4,64}")


def add_to(commands: Commands) -> None:
    """The command and its options."""
    accept = commands.add_parser(
        "accept",
        help="accept a finding, with a reason",
        usage="checker accept [options] FILE [FINGERPRINT]\n       checker accept [options] --together FILE [FILE ...] [FINGERPRINT]",
        description="Writes into FILE.checker.toml that a finding stands as it is. Without a fingerprint: lists the findings with theirs.",
    )
    accept.set_defaults(run=run)
    accept.add_argument(
        "words", nargs="+", metavar="FILE", help="a report or a folder with a report.toml; then the finding's fingerprint, or its beginning"
    )
    add_together(accept)
    accept.add_argument("--reason", default="", help="why it stands: a sentence for whoever reads the report next year")
    accept.add_argument("--by", default="", help="who says so (default: the user of this computer)")
    accept.add_argument("--lang", choices=LANGUAGES, default="")
    add_rule_options(accept)


def run(arguments: argparse.Namespace) -> int:
    from checker.checking import Checking

    names, fingerprint = _named(arguments)
    given = one_report(names, arguments.together, spoken(arguments.lang))
    if not given.documents:
        return FAILED
    report = Checking(asked_of(arguments)).check_together(given.documents[0].path, given.documents, given.given.headings)
    if not fingerprint:
        _list(report)
        return OK if given.whole else FAILED
    if not given.whole:
        return FAILED
    file, found = _accepted(report, fingerprint, names, arguments)
    print(f"{file}: {found.code} {found.message}")
    return OK


def _named(arguments: argparse.Namespace) -> tuple[list[str], str]:
    """The names of the files, and the fingerprint behind them. Of files that belong together the last name is one where it looks so
    and is no file."""
    words = [word for word in arguments.words if word]
    if not arguments.together:
        return (words[:1], words[1]) if len(words) == 2 else (words, "")
    if len(words) > 1 and _FINGERPRINT.fullmatch(words[-1]) and not Path(words[-1]).exists():
        return words[:-1], words[-1]
    return words, ""


def _list(report: DiscrepancyReport) -> None:
    from checker.locales import load
    from checker.shown import where

    for check in report.open:
        place = ", ".join(where(check.place, report, load(report.lang), check.claim.named))
        print(f"{check.fingerprint}  {check.code}  {place}  {check.message}  {check.working}")


def _accepted(report: DiscrepancyReport, fingerprint: str, names: list[str], arguments: argparse.Namespace) -> tuple[Path, Check]:
    """The finding that is accepted, and the file that says so. Raises RuleError."""
    from checker.acceptance import accept
    from checker.rules import RuleError

    found = [check for check in report.open if check.fingerprint.startswith(fingerprint)]
    if len(found) != 1:
        many = f"{len(found)} findings begin so" if found else "no finding that is not accepted yet has it"
        command = " ".join(["checker accept", *(["--together"] if arguments.together else []), *names])
        raise RuleError(f"{fingerprint}: {many}; `{command}` lists them")
    if not arguments.reason.strip():
        raise RuleError("an accepted finding needs a reason: --reason '…'")
    if report.path == "-":
        raise RuleError("what came by standard input has no file beside which an acceptance could be written; name the file")
    by = arguments.by or _user()
    return accept(report.path, found[0].fingerprint, arguments.reason.strip(), by, datetime.date.today()), found[0]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user is known
        return ""
