"""A table of very many rows: read a stretch at a time, so that memory does not grow with it.

Which rows are headers, what the columns hold and how they belong together is told from a sample of the rows; what is checked row by
row is checked in stretches, each a small table with the headers of the whole and its neighbours' edge rows. Whoever looks for words
that speak of the table as a whole sees its first and its last rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from checker.document import Cell, Table
from checker.lazy import Lazy
from checker.locales import Locale
from checker.place import Place
from checker.recognise.grid.rows import read_row
from checker.recognise.grid.shape import Grid, Row

MOST_ROWS, FEWEST_ROWS = 2_000, 200
MOST_CELLS = 100_000
"""A table of more rows is long; where all tables of a document come to more cells, one of more than the fewest."""

STRETCH = 1_000
_FIRST, _PIECES, _PIECE = 200, 8, 25
_ENDS = 20

Cells = tuple[Cell, ...]
Where = tuple[str | None, int | None]
"""A row of the document, by its table and its number there."""


def are_long(tables: Sequence[Table]) -> list[bool]:
    """Of the tables of one document, which are long?"""
    cells = sum(len(table.rows) * len(table.rows[0]) for table in tables if table.rows)
    most = MOST_ROWS if cells <= MOST_CELLS else FEWEST_ROWS
    return [len(table.rows) > most for table in tables]


def sample(rows: Sequence[Cells]) -> tuple[Cells, ...]:
    """The first rows, and pieces from everywhere else."""
    count = len(rows)
    begins = (max(_FIRST, piece * (count - _PIECE) // _PIECES) for piece in range(1, _PIECES + 1))
    indexes = {*range(min(_FIRST, count)), *(i for begin in begins for i in range(begin, min(begin + _PIECE, count)))}
    return tuple(rows[i] for i in sorted(indexes))


class Stretch(NamedTuple):
    """Some rows with the headers above them, the first of which has that index in the body of the whole. `beside` are those among them
    that are the neighbours' own."""

    grid: Grid
    first: int
    beside: frozenset[Where]

    def owns(self, place: Place) -> bool:
        return (place.table, place.row) not in self.beside


class LongTable:
    """`table` is the whole; `proof` what its sample was read as."""

    def __init__(self, table: Table, proof: Grid, locale: Locale) -> None:
        self.table = table
        self.proof = proof
        self._locale = locale
        self._heads: tuple[Cells, ...] = tuple(table.rows[i] for i in range(proof.header_rows))

    @cached_property
    def ends(self) -> Grid:
        """Its first and its last rows."""
        first = range(len(self._heads), len(self.table.rows))
        return self._of(self.table.rows[i] for i in (*first[:_ENDS], *first[_ENDS:][-_ENDS:]))

    @cached_property
    def whole(self) -> Grid:
        """All rows, each read when somebody asks for it."""
        heads, rows = len(self._heads), self.table.rows
        return replace(
            self.proof, table=self.table, rows=Lazy(len(rows) - heads, lambda i: self._row(i + heads, rows[i + heads])), long=self
        )

    def stretches(self) -> Iterator[Stretch]:
        """The rows in order, so many at a time, with one of the stretch before and one of that behind."""
        heads, count = len(self._heads), len(self.table.rows)
        for begin in range(heads, count, STRETCH):
            end = min(begin + STRETCH, count)
            first = max(heads, begin - 1)
            rows = [self.table.rows[i] for i in range(first, min(count, end + 1))]
            beside = [*rows[: begin > heads], *rows[len(rows) - (end < count) :]]
            yield Stretch(self._of(rows), first - heads, frozenset(where(row) for row in beside))

    def _of(self, rows: Iterable[Cells]) -> Grid:
        """Some of its rows as a table by themselves."""
        body, heads = tuple(rows), len(self._heads)
        return replace(
            self.proof,
            table=replace(self.table, rows=(*self._heads, *body), nested=()),
            rows=tuple(self._row(i + heads, row) for i, row in enumerate(body)),
            long=self,
            known={},
        )

    def _row(self, index: int, cells: Cells) -> Row:
        return read_row(index, cells, self.proof.columns, self._locale, self.proof.style)


def where(row: Cells) -> Where:
    place = row[0].text.place(0)
    return place.table, place.row
