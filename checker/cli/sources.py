"""The documents that the arguments name: files, folders, patterns, standard input; or what is wrong with a name."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.locales.unreadable import Unreadable
    from checker.rules import RuleError


class Given(NamedTuple):
    """The files of one report, each with its bytes or with what is wrong; `headings` are what they are called, by path."""

    files: tuple[tuple[str, bytes | Unreadable | RuleError], ...]
    headings: Mapping[str, str] = {}


def sources(names: Sequence[str], together: bool = False) -> Iterator[Given]:
    """Every report: a file, the files of a folder with a `report.toml`, or all that is named where it belongs together."""
    given = (report for name in names for report in _named(name))
    if not together:
        yield from given
        return
    reports = list(given)
    headings = {path: heading for report in reports for path, heading in report.headings.items()}
    yield Given(tuple(file for report in reports for file in report.files), headings)


def _named(name: str) -> Iterator[Given]:
    import glob

    path = Path(name)
    if name == "-":
        yield Given(((name, sys.stdin.buffer.read()),))
    elif path.is_dir():
        found = list(_in_folder(path))
        yield from found or [Given(((name, _missing(name)),))]
    elif path.exists():
        yield _single(path)
    else:
        like = sorted(p for p in map(Path, glob.glob(name, recursive=True)) if p.is_file()) if glob.has_magic(name) else []
        yield from map(_single, like) if like else [Given(((name, _missing(name)),))]


def _in_folder(folder: Path) -> Iterator[Given]:
    """The reports below a folder, in order; a folder with a `report.toml` holds one and no other."""
    from checker.bundle import NAME
    from checker.readers import extensions

    known = extensions()
    bundles = {file.parent for file in folder.rglob(NAME)}
    files = sorted(p for p in folder.rglob("*") if p.is_file() and (p.parent in bundles or _is_report(p, known)))
    told: set[Path] = set()
    for path in files:
        home = next((parent for parent in path.parents if parent in bundles), None)
        if home is None:
            yield _single(path)
        elif home not in told:
            told.add(home)
            yield _bundled(home)


def _is_report(path: Path, known: Sequence[str]) -> bool:
    return path.suffix.lower() in known and not path.name.startswith(("~$", "."))


def _bundled(folder: Path) -> Given:
    from checker.bundle import NAME, BundleError, bundle_of

    try:
        bundle = bundle_of(folder)
    except BundleError as error:
        return Given(((str(folder / NAME), error),))
    if bundle is None:
        return Given(())
    headings = {str(folder / name): heading for name, heading in bundle.headings.items()}
    return Given(tuple(file for name in bundle.files for file in _single(folder / name).files), headings)


def _single(path: Path) -> Given:
    from checker.api import load
    from checker.readers import ReadError

    try:
        return Given(((str(path), load(path)),))
    except ReadError as error:
        return Given(((str(path), error),))


def _missing(name: str) -> Unreadable:
    """Why nothing was found under that name, and what was likely meant."""
    import glob

    from checker.locales.unreadable import Unreadable
    from checker.readers import extensions
    from checker.text import nearest

    path = Path(name)
    if path.is_dir():
        return Unreadable("nothing_in_folder", known=", ".join(extensions()))
    near = nearest(path.name, glob.glob("*", root_dir=path.parent))  # empty for a folder that cannot be listed
    return Unreadable("nothing_there_but", near=str(path.with_name(near))) if near else Unreadable("nothing_there")
