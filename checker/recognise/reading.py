"""A document with everything recognised in it. All that finders see.

Recognition is lazy: a passage is scanned and a table's structure read when somebody first asks. Of a long table `grids` has the first and
the last rows; a `Part` is a reading of one stretch of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from checker.document import Cell, Document
from checker.figure import Figure
from checker.locales import Locale, Style
from checker.recognise.budget import Budget
from checker.recognise.cells import NOTHING, is_empty, unit_text
from checker.recognise.grid import Grid, LongTable, build_grid, build_long
from checker.recognise.grid.long import are_long
from checker.recognise.identity import Identity, identify
from checker.recognise.measures import Measure
from checker.recognise.outline import TableHere, outline
from checker.recognise.passages import Passage, Stretch
from checker.sheets.room import Room
from checker.sheets.workbook import Nearby, Workbook
from checker.units import Units

_CAPTION_REACH = 4
_LONGEST_CAPTION = 400


class Reading:
    """A document as it was understood. Made once, never changed. `budget` bounds what is looked at, where it must be bounded."""

    def __init__(self, document: Document, locale: Locale, style: Style, units: Units, budget: Budget | None = None) -> None:
        self.document = document
        self.locale = locale
        self.style = style
        self.units = units
        self.budget = budget

    @cached_property
    def _outline(self) -> tuple[Passage | TableHere, ...]:
        return outline(self.document, self.locale, self.style)

    @cached_property
    def workbook(self) -> Workbook:
        """The cells of its sheets by their addresses."""
        return Workbook(self.document)

    @cached_property
    def flow(self) -> tuple[Passage | Grid, ...]:
        """Paragraphs and tables of the body, in order; then footnotes, text boxes, headers and footers."""
        return tuple(self._grid(i, here) if isinstance(here, TableHere) else here for i, here in enumerate(self._outline))

    @cached_property
    def identity(self) -> Identity:
        """The document's own number, date and title."""
        head = [passage for passage in self.paragraphs[:30] if passage.part == "body"]
        cells = [cell for cell in self.cells if cell.cell is not None and cell.cell[0] == 0][:12] if self._head_is_table() else []
        return identify([*cells, *head], self.locale)

    def _head_is_table(self) -> bool:
        """Is the letterhead set as a table at the very top?"""
        return bool(self.flow) and isinstance(self.flow[0], Grid) and not any(row.figures for row in self.flow[0].rows)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(here for here in self.flow if isinstance(here, Grid))

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """Paragraphs, items and headings: those of the body in order, then those of text boxes, headers and footers."""
        return tuple(here for here in self.flow if isinstance(here, Passage) and not here.note)

    @cached_property
    def footnotes(self) -> dict[str, Passage]:
        """Footnotes by their mark."""
        return {here.note: here for here in self.flow if isinstance(here, Passage) and here.note}

    @cached_property
    def cells(self) -> tuple[Passage, ...]:
        """The cells that hold words."""
        return tuple(self._cells())

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that is running text: paragraphs, footnotes, cells."""
        return (*self.paragraphs, *self.footnotes.values(), *self.cells)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that was read for certain."""
        prose = (figure for passage in self.passages for figure in passage.figures if figure.certain)
        tables = (figure for grid in self.grids for row in grid.rows for figure in row.figures.values())
        return (*prose, *tables)

    def following(self, passage: Passage, most: int | None = None) -> tuple[Passage | Grid, ...]:
        """What comes after a paragraph in the same part of the document, in order; all of it, or the nearest so many."""
        position = self._position(passage.order)
        end = self._part_around(position)[1]
        return self.flow[position + 1 : end if most is None else min(end, position + 1 + most)]

    def anchor(self, note: Passage) -> Stretch | None:
        """Of a footnote: the sentence that refers to it, up to the reference."""
        return self._anchors.get(note.order) if note.note else None

    @cached_property
    def _anchors(self) -> dict[int, Stretch]:
        found: dict[int, Stretch] = {}
        for passage in self.passages:
            for offset, mark in passage.notes:
                note = self.footnotes.get(mark)
                if note is not None:
                    found.setdefault(note.order, Stretch(passage, passage.clauses.sentence(offset)[0], offset))
        return found

    def preceding_passage(self, passage: Passage) -> Passage | None:
        """The paragraph right before another one."""
        above = self.above(passage)
        return above if isinstance(above, Passage) else None

    def above(self, passage: Passage) -> Passage | Grid | None:
        """The paragraph or table right before a paragraph."""
        position = self._position(passage.order)
        return self.flow[position - 1] if passage.cell is None and position > self._part_around(position)[0] else None

    def preceding(self, grid: Grid, most: int) -> tuple[Passage | Grid, ...]:
        """What comes before a table, the nearest first."""
        position = self._position(grid.order)
        return self.flow[max(self._part_around(position)[0], position - most) : position][::-1]

    def _part_around(self, position: int) -> tuple[int, int]:
        """From where to where in the flow the part of the document runs that holds a position."""
        index = bisect_right(self._edges, position) - 1
        return self._edges[index], (self._edges[index + 1] if index + 1 < len(self._edges) else len(self._outline))

    @cached_property
    def _edges(self) -> list[int]:
        parts = [here.part for here in self._outline]
        return [0, *(i for i in range(1, len(parts)) if parts[i] != parts[i - 1])]

    def _position(self, order: int) -> int:
        return bisect_left(self._orders, order)

    @cached_property
    def _orders(self) -> list[int]:
        return [here.order for here in self.flow]

    @cached_property
    def _long(self) -> frozenset[int]:
        """The orders of the long tables."""
        here = [here for here in self._outline if isinstance(here, TableHere)]
        return frozenset(table.order for table, long in zip(here, are_long([one.table for one in here]), strict=True) if long)

    @cached_property
    def long_tables(self) -> tuple[LongTable, ...]:
        return tuple(grid.long for grid in self.grids if grid.long is not None)

    @cached_property
    def without_long(self) -> Reading:
        """The reading without its long tables, which are read in stretches."""
        return Part(self, tuple(grid for grid in self.grids if grid.long is None)) if self.long_tables else self

    def _grid(self, position: int, here: TableHere) -> Grid:
        caption, unit = self._above(position)
        if here.order in self._long:
            return build_long(here.table, here.order, here.section, caption, unit, self.locale, self.style).ends
        return build_grid(here.table, here.order, here.section, caption, unit, self.locale, self.style)

    def _above(self, position: int) -> tuple[str, Measure]:
        """The caption of a table, and the unit that a line above it states for all its figures."""
        unit, caption = NOTHING, ""
        pattern = self.locale.pattern("parts", "unit_line")
        table = self._outline[position]
        sheet = table.table.sheet if isinstance(table, TableHere) else ""
        start = max(self._part_around(position)[0], position - _CAPTION_REACH)
        for here in reversed(self._outline[start:position]):
            if isinstance(here, TableHere) or len(here.text) > _LONGEST_CAPTION or (here.text.place(0).sheet or "") != sheet:
                break
            match = pattern.search(here.folded)
            stated = unit_text(match["unit"], self.locale) if match else NOTHING
            unit = stated if stated.known and not unit.known else unit
            if not caption and not stated.known and not here.folded.startswith("("):
                caption = here.words
            if here.heading or (caption and unit.known):
                break
        return caption, unit

    def _cells(self) -> Iterator[Passage]:
        order = len(self._outline)
        for number, grid in enumerate(self.grids):
            kinds = {column.index: column.kind for column in grid.columns}
            for i, row in enumerate(grid.table.rows):
                for j, cell in enumerate(row):
                    words = (
                        i < grid.header_rows
                        or kinds.get(j) in ("label", "text", "unit")
                        or j not in grid.rows[i - grid.header_rows].figures
                    )
                    if words and kinds.get(j) != "numbering" and not cell.merged and not is_empty(cell.text) and self._is_wanted(cell):
                        yield Passage(
                            cell.text,
                            order,
                            self.locale,
                            self.style,
                            notes=cell.notes,
                            cell=(number, i, j),
                            header=i < grid.header_rows,
                            section=grid.section,
                        )

    def _is_wanted(self, cell: Cell) -> bool:
        return self.budget is None or self.budget.is_new(cell.text.value)

    def room(self, name: str) -> Room:
        """How many cells behind formulas a finder may look at."""
        return Room() if self.budget is None else self.budget.rooms.setdefault(name, Room())


class Part(Reading):
    """Some tables of a reading: with the text around them; or by themselves, of their words only those `budget`."""

    def __init__(self, whole: Reading, grids: tuple[Grid, ...], budget: Budget | None = None) -> None:
        super().__init__(whole.document, whole.locale, whole.style, whole.units, budget)
        self.whole = whole
        self._grids = grids

    @cached_property
    def flow(self) -> tuple[Passage | Grid, ...]:
        return self.whole.flow

    @cached_property
    def _outline(self) -> tuple[Passage | TableHere, ...]:
        return self.whole._outline

    @cached_property
    def workbook(self) -> Workbook:
        rows = (row for grid in self.grids for row in grid.table.rows if grid.long is not None)
        return Nearby(self.whole.workbook, rows) if self.budget is not None else self.whole.workbook

    @cached_property
    def identity(self) -> Identity:
        return self.whole.identity

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        return self._grids

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        return () if self.budget is not None else self.whole.paragraphs

    @cached_property
    def footnotes(self) -> dict[str, Passage]:
        return {} if self.budget is not None else self.whole.footnotes
