"""The library's door: `check(source)`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from checker.readers import ReadError, read
from checker.report import DiscrepancyReport
from checker.rules import Pack, Rule, RuleError, load_packs
from checker.run import check_document

Source = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]


def check(
    source: Source,
    *,
    rules: Iterable[str | os.PathLike[str]] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lang: str = "",
    locale: str = "",
    name: str = "",
) -> DiscrepancyReport:
    """The discrepancies of one report.

    `source` is a path; or text, bytes or an open file, which `name` may give a name and so a format ("bao-cao.docx").
    A string is a path where such a file exists or where it ends like one (".docx") and holds no line break; text otherwise.
    `rules` adds rule files or folders to the packs that ship. `select` and `ignore` are codes, ids or their beginnings.
    `lang` is the language of the messages, `locale` ("vi" or "en") how the report writes numbers; both are the report's own
    where left out.

    Raises `ReadError` where the report cannot be read, `RuleError` where a rule file is wrong.
    """
    path, data = content(source, name)
    packs = load_packs(tuple(os.fspath(rule) for rule in rules))
    return check_document(read(path, data), packs, chosen(packs, tuple(select), tuple(ignore)), lang, locale)


def content(source: Source, name: str = "") -> tuple[str, bytes]:
    """The name and the bytes of a source. Raises ReadError where it cannot be opened."""
    if isinstance(source, bytes):
        return name, source
    if isinstance(source, str) and not _is_path(source):
        return name, source.encode()
    if isinstance(source, (str, os.PathLike)):
        return name or os.fspath(source), load(Path(source))
    data = source.read()
    return name or str(getattr(source, "name", "")), data.encode() if isinstance(data, str) else data


def load(path: Path) -> bytes:
    """The bytes of a file. Raises ReadError with a sentence."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("no_file") from error
    except IsADirectoryError as error:
        raise ReadError("folder") from error
    except OSError as error:
        raise ReadError("not_opened", why=error.strerror or type(error).__name__) from error


def chosen(packs: Iterable[Pack], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules with the selected codes or ids. Raises RuleError for one that no rule has."""
    rules = [rule for pack in packs for rule in pack.rules]
    for wanted in (*select, *ignore):
        if not any(is_named(rule, wanted) for rule in rules):
            raise RuleError(f"no rule has the code '{wanted}'; `checker rules` lists them")
    kept = [rule for rule in rules if not select or any(is_named(rule, wanted) for wanted in select)]
    return tuple(rule for rule in kept if not any(is_named(rule, wanted) for wanted in ignore))


def is_named(rule: Rule, wanted: str) -> bool:
    """Is `wanted` the rule's code or id, or the beginning of one?"""
    return rule.code.startswith(wanted) or rule.id == wanted or rule.id.startswith(wanted.rstrip("/") + "/")


def _is_path(source: str) -> bool:
    if "\n" in source or "\0" in source:
        return False
    path = Path(source)
    try:
        return path.exists() or (1 < len(path.suffix) <= 6 and " " not in path.suffix)
    except OSError:  # too long for the name of a file
        return False
