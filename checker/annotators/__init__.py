"""Formats that can be handed back with comments, one a file: the author's own file and notes → the file with the notes in it.

An annotator is a module with

    EXTENSIONS: tuple[str, ...]                                  (".docx", ".docm")
    annotate(data: bytes, notes: Sequence[Note]) -> bytes        puts the notes in, in the stead of those it put in before
    is_untouched(data: bytes) -> bool                            optional: are these the very bytes that `annotate` once gave?

`annotate` changes nothing but what the notes need; it gives `data` back where nothing is to be changed, and the same bytes for a
file that bears these notes already. With no notes it takes out those that it once put in. Without `is_untouched` a copy is never
written over: a person may have gone on working in it. What cannot be annotated is a `ReadError`. Annotators of other packages are
entry points of the group `checker.annotators`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from checker.notes import Note
from checker.plugins import Plugins
from checker.readers import ReadError


class Annotator(Protocol):
    """What an annotator module offers."""

    EXTENSIONS: tuple[str, ...]
    annotate: Callable[[bytes, Sequence[Note]], bytes]


_PLUGINS = Plugins(__name__)
_COPY = ".checked"


def _every() -> Iterator[Annotator]:
    return _PLUGINS.modules()


def extensions() -> tuple[str, ...]:
    """Every extension that some annotator takes."""
    return tuple(sorted({extension for annotator in _every() for extension in annotator.EXTENSIONS}))


def annotate(path: str, data: bytes, notes: Sequence[Note]) -> bytes:
    """The file with the notes in it; how is chosen by the extension of `path`. Raises ReadError."""
    return _choose(path).annotate(data, notes)


def is_untouched(path: str, data: bytes) -> bool:
    """Did an annotator make these very bytes, so that nothing of anybody's is lost with them? Raises ReadError."""
    found = getattr(_choose(path), "is_untouched", None)
    return bool(found and found(data))


def copy_of(path: Path) -> Path:
    """Where the copy with the notes lies: beside the original ("bao-cao.docx" → "bao-cao.checked.docx")."""
    return path.with_name(f"{path.stem}{_COPY}{path.suffix}")


def is_copy(path: Path) -> bool:
    """Is it called like such a copy?"""
    return Path(path.stem).suffix == _COPY and path.suffix.lower() in extensions()


def _choose(path: str) -> Annotator:
    extension = "." + path.rsplit(".", 1)[-1].lower()
    for annotator in _every():
        if extension in annotator.EXTENSIONS:
            return annotator
    raise ReadError("not_annotated", extension=extension, known=", ".join(extensions()))
