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
    """The files of one report; `headings` are what they are called, by path. `wrong` is what is the matter with a name, by it."""

    files: tuple[str, ...]
    headings: Mapping[str, str] = {}
    wrong: Mapping[str, Unreadable | RuleError] = {}


def sources(names: Sequence[str], together: bool = False) -> list[Given]:
    """Every report: a file, the files of a folder with a `report.toml`, or all that is named where it belongs together."""
    reports = [report for name in names for report in _named(name)]
    return [_joined(reports)] if together else reports


def load(path: str) -> bytes:
    """The bytes of a file, or of standard input. Raises ReadError."""
    from checker import api

    return sys.stdin.buffer.read() if path == "-" else api.load(Path(path))


def _joined(reports: Sequence[Given]) -> Given:
    return Given(
        tuple(file for report in reports for file in report.files),
        {path: heading for report in reports for path, heading in report.headings.items()},
        {name: wrong for report in reports for name, wrong in report.wrong.items()},
    )


def _named(name: str) -> Iterator[Given]:
    import glob

    from checker.annotators import is_copy

    path = Path(name)
    if name == "-":
        yield Given((name,))
    elif path.is_dir():
        found = list(_in_folder(path))
        yield from found or [Given((), wrong={name: _missing(name)})]
    elif path.exists():
        yield Given((str(path),))
    else:
        like = sorted(p for p in map(Path, glob.glob(name, recursive=True)) if p.is_file()) if glob.has_magic(name) else []
        like = [p for p in like if not is_copy(p)]
        yield from [Given((str(file),)) for file in like] or [Given((), wrong={name: _missing(name)})]


def _in_folder(folder: Path) -> Iterator[Given]:
    """The reports below a folder, in order; a folder with a `report.toml` holds one and no other."""
    from checker.bundle import NAME
    from checker.readers import extensions

    known = extensions(named=False)
    bundles = {file.parent for file in folder.rglob(NAME)}
    files = sorted(p for p in folder.rglob("*") if p.is_file() and (p.parent in bundles or _is_report(p, known)))
    told: set[Path] = set()
    for path in files:
        home = next((parent for parent in path.parents if parent in bundles), None)
        if home is None:
            yield Given((str(path),))
        elif home not in told:
            told.add(home)
            yield _bundled(home)


def _is_report(path: Path, known: Sequence[str]) -> bool:
    """Can it be read? Our own copies with comments are checked by their name only."""
    from checker.annotators import is_copy

    return not is_copy(path) and path.suffix.lower() in known and not path.name.startswith(("~$", "."))


def _bundled(folder: Path) -> Given:
    from checker.bundle import NAME, BundleError, bundle_of

    try:
        bundle = bundle_of(folder)
    except BundleError as error:
        return Given((), wrong={str(folder / NAME): error})
    if bundle is None:
        return Given(())
    headings = {str(folder / name): heading for name, heading in bundle.headings.items()}
    return Given(tuple(str(folder / name) for name in bundle.files), headings)


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
