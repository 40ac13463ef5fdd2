"""Several files of one report → one document: a report in Word with its annexes in Excel and PDF.

The first file is the report; its own number, date and title are the document's. Every further file is a section of its own, an
annex where its first lines, its name or the caller says so ("Phụ lục 1", "phu-luc-1.xlsx"). Places keep their file's own terms;
`volume` tells them apart.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import overload

from checker.document import Block, Cell, Document, File, Footnote, Paragraph, Table
from checker.lazy import peek_of
from checker.locales import languages, load
from checker.place import Place
from checker.text import Text, bare, fold_words

_FIRST = 8
_NO_LETTER = re.compile(r"[\W\d_]+")
_NAME = r"\W*(?:so\W*)?(?P<name>\d{1,2}[a-z]?|[ivx]{1,5})(?![a-z0-9])"


def together(documents: Sequence[Document], headings: Mapping[str, str] = {}) -> Document:
    """One document of several, the first of them the report itself. `headings` are what a file is called, by its path.

    Raises IndexError where there is none.
    """
    first, *others = documents
    if not others:
        return first
    blocks = list(first.blocks)
    for volume, document in enumerate(others, 2):
        heading = headings.get(document.path) or _heading(document)
        blocks += [_opening(heading, document.path, volume)] if heading else []
        blocks += [_placed(block, volume) for block in document.blocks]
    return Document(
        path=first.path,
        format="+".join(dict.fromkeys(document.format for document in documents)),
        sha256=hashlib.sha256("".join(document.sha256 for document in documents).encode()).hexdigest(),
        blocks=tuple(blocks),
        warnings=tuple(warning for document in documents for warning in document.warnings),
        details=tuple(dict.fromkeys(detail for document in documents for detail in document.details)),
        files=tuple(File(document.path, document.sha256, document.format) for document in documents),
        spelt=first.spelt if all(document.spelt == first.spelt for document in others) else None,
        recognition=_Recognitions(documents) if any(document.recognition for document in documents) else None,
    )


def _heading(document: Document) -> str:
    """What opens the section of a further file: nothing where it begins with an annex's heading; the annex that its name tells; else
    the letters of its name, for a number in it may be anything."""
    begin = [block for block in document.blocks if isinstance(block, Paragraph)][:_FIRST]
    if any(load(language).pattern("parts", "annex_heading").match(block.text.folded) for language in languages() for block in begin):
        return ""
    stem = PurePath(document.path.replace("\\", "/")).stem
    return annex_named(stem) or _NO_LETTER.sub(" ", stem).strip() or document.format


def annex_named(name: str) -> str:
    """The heading of the annex that a file or a sheet is called after: "phu-luc-1" → "Phụ lục 1"; "" for another name."""
    folded = bare(fold_words(_spaced(name)))
    for language in languages():
        parts = load(language).section("parts")
        for word, said in {**{word: word for word in parts["annex_words"]}, **parts["annex_short"]}.items():
            match = re.match(re.escape(bare(fold_words(word))) + _NAME, folded)
            if match is not None:
                return f"{said.capitalize()} {match['name'].upper()}"
    return ""


def _spaced(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").split())


def _opening(heading: str, path: str, volume: int) -> Paragraph:
    return Paragraph(Text.at(heading, Place(file=path, volume=volume, part="body")), level=1)


def _placed(block: Block, volume: int) -> Block:
    if isinstance(block, Table):
        nested = tuple(_table(table, volume) for table in block.nested)
        return replace(_table(block, volume), nested=nested)
    if isinstance(block, Footnote):
        return replace(block, mark=_mark(block.mark, volume), text=block.text.within(volume=volume))
    return replace(block, text=block.text.within(volume=volume), notes=_notes(block.notes, volume))


def _table(table: Table, volume: int) -> Table:
    return replace(table, rows=_Rows(table.rows, volume), path=f"{volume}:{table.path}")


def _notes(notes: tuple[tuple[int, str], ...], volume: int) -> tuple[tuple[int, str], ...]:
    return tuple((offset, _mark(mark, volume)) for offset, mark in notes)


def _mark(mark: str, volume: int) -> str:
    """Each file counts its footnotes from one."""
    return f"{volume}:{mark}"


class _Recognitions:
    """What recognition knows of a place, asked of the file that the place is in."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._of = {volume: document.recognition for volume, document in enumerate(documents, 1)}

    def confidence(self, place: Place) -> int | None:
        known = self._of[place.volume or 1]
        return known.confidence(place) if known else None

    def picture(self, place: Place) -> bytes | None:
        known = self._of[place.volume or 1]
        return known.picture(place) if known else None


class _Rows(Sequence[tuple[Cell, ...]]):
    """The rows of a table, their places completed when they are asked for."""

    def __init__(self, rows: Sequence[tuple[Cell, ...]], volume: int) -> None:
        self._rows = rows
        self._volume = volume
        self.peek = peek_of(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Cell, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Cell, ...] | Sequence[tuple[Cell, ...]]:
        if isinstance(index, slice):
            return _Rows(self._rows[index], self._volume)
        return self._row(self._rows[index])

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return map(self._row, self._rows)

    def _row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(cell, text=cell.text.within(volume=self._volume), notes=_notes(cell.notes, self._volume)) for cell in row)
