"""Options that several commands share: which rules, and the language."""

from __future__ import annotations

import argparse
import locale
import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.checking import Asked
    from checker.rules import Pack, Rule

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

LANGUAGES = ("vi", "en")
_CODE = re.compile(r"[a-z]{1,3}\d{1,3}")


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="add rule files or folders of them")
    parser.add_argument("--select", action="append", default=[], metavar="CODE", help="only these rules: T101, T, table/; may be repeated")
    parser.add_argument("--ignore", action="append", default=[], metavar="CODE", help="not these rules; may be repeated")
    parser.add_argument("--no-config", action="store_true", help="read no checker.toml, no pyproject.toml, no accepted findings")


def spoken(asked: str) -> str:
    """The language of what is said of no document: as asked, else that of the console, else English."""
    names = (asked, *(os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")), locale.getlocale()[0] or "")
    said = next((name for name in names if name), "").lower()
    return next((language for language in LANGUAGES if said.startswith(language)), "en")


def said(error: Exception, language: str) -> str:
    """Why a report cannot be read or checked, in a sentence."""
    from checker.locales.unreadable import Unreadable

    if isinstance(error, RecursionError):
        error = Unreadable("too_deep")
    return error.told(language) if isinstance(error, Unreadable) else str(error)


def asked_of(arguments: argparse.Namespace) -> Asked:
    """What the options ask for."""
    from checker.checking import Asked

    return Asked(
        rules=tuple(arguments.rules),
        select=_codes(arguments.select),
        ignore=_codes(arguments.ignore),
        lang=getattr(arguments, "lang", ""),
        locale=getattr(arguments, "locale", ""),
        fail_on=getattr(arguments, "fail_on", "") or "",
        configured=not getattr(arguments, "no_config", False),
    )


def rules_of(arguments: argparse.Namespace) -> tuple[tuple[Pack, ...], tuple[Rule, ...]]:
    """The packs, and of their rules those that the options and the configuration here choose. Raises RuleError."""
    from checker.checking import Checking

    force = Checking(asked_of(arguments)).in_force()
    return force.packs, force.rules


def spelled(code: str) -> str:
    """A code may be typed in small letters; an id is what it is."""
    return code.upper() if _CODE.fullmatch(code) else code


def _codes(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(spelled(code.strip()) for value in values for code in value.split(",") if code.strip())
