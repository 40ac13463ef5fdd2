"""The documents that the arguments name: files, folders, patterns, standard input; or what is wrong with a name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.locales.unreadable import Unreadable


def sources(names: Sequence[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Every document with its bytes, or with what is wrong."""
    from checker.api import load
    from checker.readers import ReadError, extensions

    for name in names:
        if name == "-":
            yield name, sys.stdin.buffer.read()
            continue
        paths = _expand(name, extensions)
        if not paths:
            yield name, _missing(name, extensions())
        for path in paths:
            try:
                yield str(path), load(path)
            except ReadError as error:
                yield str(path), error


def _expand(name: str, extensions: Callable[[], Sequence[str]]) -> list[Path]:
    """The files in a folder that can be read, those like a pattern, or the file itself. Our own copies with comments only by their name."""
    import glob

    from checker.annotators import is_copy

    path = Path(name)
    if path.is_dir():
        known = extensions()
        files = (p for p in path.rglob("*") if p.suffix.lower() in known and p.is_file() and not p.name.startswith(("~$", ".")))
        return sorted(p for p in files if not is_copy(p))
    if not path.exists() and glob.has_magic(name):
        return sorted(p for p in map(Path, glob.glob(name, recursive=True)) if p.is_file() and not is_copy(p))
    return [path] if path.exists() else []


def _missing(name: str, known: Sequence[str]) -> Unreadable:
    """Why nothing was found under that name, and what was likely meant."""
    import glob

    from checker.locales.unreadable import Unreadable
    from checker.text import nearest

    path = Path(name)
    if path.is_dir():
        return Unreadable("nothing_in_folder", known=", ".join(known))
    near = nearest(path.name, glob.glob("*", root_dir=path.parent))  # empty for a folder that cannot be listed
    return Unreadable("nothing_there_but", near=str(path.with_name(near))) if near else Unreadable("nothing_there")
