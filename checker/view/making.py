"""Reading + findings → view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from checker import document
from checker.figure import Figure, Written
from checker.recognise.grid import Grid
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.view.depths import Depths
from checker.view.marks import longest, marks_of
from checker.view.shape import MOST_FINDINGS, Paragraph, Table, View, Words
from checker.view.tables import Address, address, page_of, rows_around, table_of

MOST_CELLS = 25_000
"""So many cells of a document's tables are shown; of a table that has more, the rows around findings."""

_MOST_ROWS = 800


def view_of(reading: Reading, findings: Iterable[Sequence[Written]]) -> View:
    """The document, with every figure marked and everything that its first findings speak of. A finding is what it points at, then
    what plays a role in it."""
    return tuple(_Making(reading, tuple(islice(findings, MOST_FINDINGS))).blocks())


class _Making:
    def __init__(self, reading: Reading, findings: Sequence[Sequence[Written]]) -> None:
        self.reading = reading
        self.sought = longest(written for finding in findings for written in finding)
        self.spoken_of = _rows_of(findings)
        self.cells_left = MOST_CELLS
        self.read = {id(block.text): block for block in reading.document.blocks if isinstance(block, document.Paragraph)}
        self.depths = Depths()

    def blocks(self) -> Iterator[Paragraph | Table]:
        tables = 0
        for here in self.reading.flow:
            if isinstance(here, Grid):
                yield self._table(here, tables)
                tables += 1
            elif here.text.value.strip():
                yield self._paragraph(here)

    def _paragraph(self, here: Passage) -> Paragraph:
        place, block = here.text.place(0), self.read.get(id(here.text))
        kind, level = self.depths.of(here)
        figures = (figure for figure in here.figures if figure.certain)
        return Paragraph(
            kind=kind,
            words=Words(here.text.value, marks_of(here.text, figures, self.sought), here.notes),
            level=level,
            marker=here.note or (block.marker if block else ""),
            bold=block is not None and block.bold,
            sheet=place.sheet or "",
            part=here.part,
            page=page_of(place),
            line=place.line,
        )

    def _table(self, grid: Grid, number: int) -> Table:
        rows, worded = grid.table.rows, self._worded.get(number, {})

        def words(row: int, column: int) -> Words:
            cell, body = rows[row][column], row - grid.header_rows
            figure = grid.rows[body].figures.get(column) if body >= 0 else None
            figures = worded.get((row, column), ()) if figure is None else (figure,)
            return Words(cell.text.value, marks_of(cell.text, figures, self.sought), cell.notes)

        return table_of(grid, self._kept(grid), words)

    def _kept(self, grid: Grid) -> Sequence[int]:
        """All rows, as long as the page does not become too large."""
        every = range(len(grid.table.rows))
        kept = every if len(every) * len(grid.columns) <= self.cells_left else rows_around(grid, self.spoken_of)
        self.cells_left = max(0, self.cells_left - len(kept) * len(grid.columns))
        return kept

    @cached_property
    def _worded(self) -> dict[int, dict[tuple[int, int], tuple[Figure, ...]]]:
        """The figures in cells of words, by table, row and column."""
        found: dict[int, dict[tuple[int, int], tuple[Figure, ...]]] = defaultdict(dict)
        for passage in self.reading.cells:
            figures = tuple(figure for figure in passage.figures if figure.certain)
            if passage.cell is not None and figures:
                table, row, column = passage.cell
                found[table][row, column] = figures
        return found


def _rows_of(findings: Sequence[Sequence[Written]]) -> frozenset[Address]:
    """The rows of tables that findings speak of: first those that they point at."""
    pointed = (written for finding in findings for written in finding[:1])
    others = (written for finding in findings for written in finding[1:])
    rows = (address(written.place) for written in chain(pointed, others))
    return frozenset(islice((row for row in rows if row is not None), _MOST_ROWS))
