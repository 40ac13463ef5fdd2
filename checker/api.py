"""The library's door: `check(source)`, `annotate(source, report)`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from checker.checking import Asked, Checking
from checker.readers import ReadError, sha256
from checker.report import DiscrepancyReport

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
    config: bool = False,
) -> DiscrepancyReport:
    """The discrepancies of one report.

    `source` is a path; or text, bytes or an open file, which `name` may give a name and so a format ("bao-cao.docx").
    A string is a path where such a file exists or where it ends like one (".docx") and holds no line break; text otherwise.
    `rules` adds rule files or folders to the packs that ship. `select` and `ignore` are codes, ids or their beginnings.
    `lang` is the language of the messages, `locale` ("vi" or "en") how the report writes numbers; both are the report's own
    where left out. With `config` the configuration found upwards from the report and the findings accepted beside it count, as on
    the command line; without it a report that somebody sends in cannot bring its own.

    Raises `ReadError` where the report cannot be read, `RuleError` where a rule file is wrong.
    """
    path, data = content(source, name)
    asked = Asked(tuple(os.fspath(rule) for rule in rules), tuple(select), tuple(ignore), lang, locale, configured=config)
    return Checking(asked).check(path, data)


def annotate(source: Source, report: DiscrepancyReport, *, name: str = "") -> bytes:
    """The file that a report is about, with the findings that nobody accepted as comments at their figures.

    `source` is what was checked, and is not changed; comments from an earlier call are replaced. How they are written goes by the
    extension of the path, of `name`, or of the path in the report. Names of people are not masked: it is their author's own file.

    Raises `ReadError` where the source is not what the report is about, or is of a kind that cannot hold comments.
    """
    from checker import annotators
    from checker.notes import notes_of

    path, data = content(source, name)
    if sha256(data) != report.sha256:
        raise ReadError("other_file")
    known = next((given for given in (path, report.path) if Path(given).suffix), f".{report.format}")
    return annotators.annotate(known, data, notes_of(report))


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


def _is_path(source: str) -> bool:
    if "\n" in source or "\0" in source:
        return False
    path = Path(source)
    try:
        return path.exists() or (1 < len(path.suffix) <= 6 and " " not in path.suffix)
    except OSError:  # too long for the name of a file
        return False
