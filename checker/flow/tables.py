"""The tables of running text: the paragraphs of their cells, and the tables inside those, as deep as `DEEPEST`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple

from checker.document import Cell, Table
from checker.flow.context import Context
from checker.flow.grid import Grid, Of, Slot, filled
from checker.flow.noted import Noted, in_cell
from checker.place import Place
from checker.text import Text

DEEPEST = 20


class Layout(NamedTuple, Generic[Of]):
    """The rows, each as wide as the widest; how many of them the table states as headers. `is_wide`: there were more columns than
    `widest`, `is_full`: there were more rows. `room` is how many positions may still be left that no cell fills."""

    rows: list[list[Slot[Of]]]
    headers: int | None
    widest: int
    is_wide: bool
    is_full: bool
    room: int


def laid_out(grid: Grid[Of], headers: int) -> Layout[Of]:
    """The layout of a grid that is filled. Where every row is a header, none is."""
    rows = grid.rows()
    return Layout(rows, headers if 0 < headers < len(rows) else None, grid.widest, grid.is_wide, grid.is_full, grid.room)


class _Open(NamedTuple):
    """A table while it is read: its place, how deep it is nested, the tables inside it."""

    place: Place
    depth: int
    nested: list[Table]


class Tables(Generic[Of]):
    """Reads tables. `layout` says where in a table its cells stand, given how much room is left; `content` gives what a cell at
    a place holds: its paragraphs, and the tables inside it."""

    def __init__(
        self, context: Context, layout: Callable[[Of, int], Layout[Of]], content: Callable[[Of, Place], Iterable[Noted | Of]]
    ) -> None:
        self._context = context
        self._layout = layout
        self._content = content

    def read(self, element: Of, place: Place, depth: int = 0) -> list[Table]:
        """The next table of the document; none where no row of it is left."""
        self._context.tables += 1
        table = self._table(element, str(self._context.tables), place, depth)
        self._context.tables -= not table
        return [table] if table else []

    def _table(self, element: Of, path: str, place: Place, depth: int) -> Table | None:
        grid = self._layout(element, self._context.room)
        self._context.room = grid.room
        if grid.is_wide:
            self._context.warn("wide_left_out", table=path, most=grid.widest)
        if grid.is_full:
            self._context.warn("large_left_out", table=path, row=len(grid.rows))
        table = _Open(Place(file=place.file, part=place.part, table=path), depth, [])
        rows = filled(grid.rows, lambda cell, row, col: self._cell(cell, row, col, table), lambda row: _nothing(table, row))
        return Table(rows, path, grid.headers, tuple(table.nested)) if rows else None

    def _cell(self, element: Of, row: int, col: int, table: _Open) -> Cell:
        place = Place(file=table.place.file, part=table.place.part, table=table.place.table, row=row, col=col)
        texts: list[Noted] = []
        for item in self._content(element, place):
            if isinstance(item, Noted):
                texts.append(item)
            elif table.depth >= DEEPEST:
                self._context.warn("deep_left_out", most=DEEPEST)
            else:
                inner = self._table(item, f"{place.table}.{len(table.nested) + 1}", place, table.depth + 1)
                table.nested.extend([inner] if inner else [])
        text, notes = in_cell(texts, place)
        return Cell(text, notes=notes)


def _nothing(table: _Open, row: int) -> Cell:
    return Cell(Text.at("", Place(file=table.place.file, part=table.place.part, table=table.place.table, row=row)))
