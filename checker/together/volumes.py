"""The blocks of a further file, their places completed by which file it is; and what recognition knows of each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import overload

from checker.document import Block, Cell, Document, Footnote, Table
from checker.lazy import peek_of
from checker.place import Place


def placed(block: Block, volume: int) -> Block:
    """The same block, its places in that volume."""
    if isinstance(block, Table):
        nested = tuple(_table(table, volume) for table in block.nested)
        return replace(_table(block, volume), nested=nested)
    if isinstance(block, Footnote):
        return replace(block, mark=_mark(block.mark, volume), text=block.text.within(volume=volume))
    return replace(block, text=block.text.within(volume=volume), notes=_notes(block.notes, volume))


class Recognitions:
    """What recognition knows of a place, asked of the file that the place is in."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._of = {volume: document.recognition for volume, document in enumerate(documents, 1)}

    def confidence(self, place: Place) -> int | None:
        known = self._of[place.volume or 1]
        return known.confidence(place) if known else None

    def picture(self, place: Place) -> bytes | None:
        known = self._of[place.volume or 1]
        return known.picture(place) if known else None


def _table(table: Table, volume: int) -> Table:
    return replace(table, rows=_Rows(table.rows, volume), path=f"{volume}:{table.path}")


def _notes(notes: tuple[tuple[int, str], ...], volume: int) -> tuple[tuple[int, str], ...]:
    return tuple((offset, _mark(mark, volume)) for offset, mark in notes)


def _mark(mark: str, volume: int) -> str:
    """Each file counts its footnotes from one."""
    return f"{volume}:{mark}"


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
