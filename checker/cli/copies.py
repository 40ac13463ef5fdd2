"""`--annotate`: a copy of each report beside it, with the findings as comments at their figures.

The original is never written. A copy is written over, or removed when nothing is left to say, only while it is as we wrote it: whoever
works on in it keeps his work, and is told. What became of it is said in a line on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.report import DiscrepancyReport


def copies(reports: Iterable[DiscrepancyReport]) -> int:
    """Makes them; gives the number of those that could not be made."""
    from checker.locales.unreadable import Unreadable

    unmade = 0
    for report in reports:
        try:
            said = _copy(report)
        except Unreadable as error:
            said = f"✖ {report.path}: {error.told(report.lang)}"
            unmade += 1
        print(said, file=sys.stderr)
    return unmade


def _copy(report: DiscrepancyReport) -> str:
    """What is said of the copy of one report. Raises ReadError."""
    from checker.annotators import copy_of, extensions
    from checker.api import annotate, load
    from checker.locales import load as load_locale
    from checker.notes import notes_of
    from checker.readers import ReadError

    words, notes, path = load_locale(report.lang).section("comment"), notes_of(report), Path(report.path)
    if report.path == "-" and notes:
        raise ReadError("annotate_input")
    if not notes and path.suffix.lower() not in extensions():
        return str(words["nothing"]).format(path=path)
    data, copy = load(path), copy_of(path)
    marked = annotate(data, report)
    if marked != data:
        _write(copy, marked)
        return str(words["written"]).format(copy=copy, count=len(notes))
    if notes:
        return str(words["already"]).format(path=path)
    return str(words["removed" if _removed(copy) else "nothing"]).format(path=path, copy=copy)


def _write(copy: Path, data: bytes) -> None:
    from checker.readers import ReadError

    try:
        if copy.exists() and not _is_ours(copy):
            raise ReadError("copy_changed", copy=str(copy))
        unfinished = copy.with_name(f".{copy.name}.tmp")
        unfinished.write_bytes(data)
        unfinished.replace(copy)
    except OSError as error:
        raise ReadError("copy_not_written", copy=str(copy), why=error.strerror or type(error).__name__) from error


def _removed(copy: Path) -> bool:
    """A copy that speaks of what is mended is taken away."""
    try:
        if not copy.is_file() or not _is_ours(copy):
            return False
        copy.unlink()
    except OSError:
        return False
    return True


def _is_ours(copy: Path) -> bool:
    from checker.annotators import is_untouched

    return is_untouched(str(copy), copy.read_bytes())
