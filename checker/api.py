"""The library's door: `check(source)`, `annotate(source, report)`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, cast

from checker.bundle import bundle_of
from checker.checking import Asked, Checking
from checker.readers import ReadError, read, sha256
from checker.report import DiscrepancyReport

Source = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]


def check(
    source: Source | Sequence[Source],
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
    Several sources in a list, or a folder with a `report.toml`, are the files of one report, the report itself first.
    A string is a path where such a file exists or where it ends like one (".docx") and holds no line break; text otherwise.
    `rules` adds rule files or folders to the packs that ship. `select` and `ignore` are codes, ids or their beginnings.
    `lang` is the language of the messages, `locale` ("vi" or "en") how the report writes numbers; both are the report's own
    where left out. With `config` the configuration found upwards from the report and the findings accepted beside it count, as on
    the command line; without it a report that somebody sends in cannot bring its own.

    Raises `ReadError` where the report cannot be read, `RuleError` where a rule file is wrong.
    """
    asked = Asked(tuple(os.fspath(rule) for rule in rules), tuple(select), tuple(ignore), lang, locale, configured=config)
    sources, headings = _files(source, name)
    documents = [read(path, data) for path, data in sources]
    return Checking(asked).check_together(documents[0].path, documents, headings)


def _files(source: Source | Sequence[Source], name: str) -> tuple[list[tuple[str, bytes]], Mapping[str, str]]:
    """The names and the bytes of the files of a report, and what they are called. Raises ReadError, BundleError."""
    if isinstance(source, (list, tuple)):
        return [content(one) for one in source] or [("", b"")], {}
    if isinstance(source, (str, os.PathLike)) and (not isinstance(source, str) or _is_path(source)):
        folder = Path(source)
        bundle = bundle_of(folder) if folder.is_dir() else None
        if bundle is not None:
            headings = {str(folder / file): heading for file, heading in bundle.headings.items()}
            return [content(folder / file) for file in bundle.files], headings
    return [content(cast(Source, source), name)], {}


def annotate(source: Source, report: DiscrepancyReport, *, name: str = "") -> bytes:
    """The file that a report is about, with the findings that nobody accepted as comments at their figures.

    `source` is what was checked, or one of its files, and is not changed; comments from an earlier call are replaced. How they are
    written goes by the extension of the path, of `name`, or of the path in the report. Names of people are not masked: it is their
    author's own file.

    Raises `ReadError` where the source is not what the report is about, or is of a kind that cannot hold comments.
    """
    from checker import annotators
    from checker.notes import notes_of
    from checker.shown import files_of

    path, data = content(source, name)
    file = next((file for file in files_of(report) if file.sha256 == sha256(data)), None)
    if file is None:
        raise ReadError("other_file")
    known = next((given for given in (path, file.path) if Path(given).suffix), f".{file.format}")
    return annotators.annotate(known, data, notes_of(report, file.path))


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
