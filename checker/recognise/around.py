"""What a person finds a place by in a document that has no lines: the heading above it and a few words, or the row and the column.

A Word file counts paragraphs that nobody sees: "paragraph 402" helps a program, not an author.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from checker.figure import Written
from checker.place import Place, Spot
from checker.recognise.grid import Grid, LongTable
from checker.recognise.naming import cell_names
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.sought import Sought
from checker.text import fold

_BEFORE, _AFTER, _LONGEST = 24, 28, 64


class Around(NamedTuple):
    """The title of the section, the words around; in a table the row's label, the column's header, and what its caption calls it ("Bảng 2")."""

    section: str = ""
    words: str = ""
    row: str = ""
    column: str = ""
    table: str = ""


def around(reading: Reading, written: Iterable[Written]) -> Mapping[Spot, Around]:
    """What stands around each of these; nothing for what has a line."""
    unseen = [one for one in written if one.place.line is None and one.place.spot]
    return _Surroundings(reading).all(unseen) if unseen else {}


def quote(value: str, start: int, end: int) -> str:
    """The words from `start` to `end` with a few before and behind them."""
    if end - start > _LONGEST:
        start, end = start, max(value.rfind(" ", start, start + _LONGEST), start + _LONGEST // 2)
        return value[start:end].strip() + " …"
    first = max(0, start - _BEFORE)
    first = value.find(" ", first, start) + 1 or start if first else 0
    last = min(len(value), end + _AFTER)
    last = max(value.rfind(" ", end, last), end) if last < len(value) else last
    return f"{'… ' if first else ''}{value[first:last].strip()}{' …' if last < len(value) else ''}"


class _Surroundings:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.long = {_table(table): table for table in reading.long_tables}

    def all(self, written: Iterable[Written]) -> dict[Spot, Around]:
        by_spot = {one.place.spot: one for one in written}
        found = self._prose(Sought(by_spot.values()))
        found |= {spot: here for spot, one in by_spot.items() if spot not in found and (here := self._in_long(one.place)) is not None}
        missing = {spot for spot in by_spot if spot not in found}
        cells = self._cells(missing) if missing else {}
        return {spot: found.get(spot) or cells.get(spot) or Around() for spot in by_spot}

    def _prose(self, sought: Sought) -> dict[Spot, Around]:
        found: dict[Spot, Around] = {}
        for passage in self.reading.passages:
            for start, one in sought.within(passage.text):
                if one.place.spot not in found:
                    section = "" if passage.heading else passage.section.title
                    words = quote(passage.text.value, start, start + len(one.text))
                    found[one.place.spot] = Around(section, words, **self._row(passage))
        return found

    def _row(self, passage: Passage) -> Mapping[str, str]:
        """Of a cell of words: the label of its row."""
        if passage.cell is None or passage.header:
            return {}
        grid = self.reading.grids[passage.cell[0]]
        return {"row": grid.rows[passage.cell[1] - grid.header_rows].label.value, "table": self._called(grid)}

    def _called(self, grid: Grid) -> str:
        """What the caption calls the table: its author counts none that has no caption, such as a letterhead."""
        named = self.reading.locale.pattern("parts", "table_caption").match(fold(grid.caption))
        return grid.caption[: named.end()].strip(" *") if named else ""

    def _in_long(self, place: Place) -> Around | None:
        """A cell of a long table that is no part of a longer one."""
        table = self.long.get((place.volume or 1, place.table or ""))
        index = (place.row or 0) - 1 - table.proof.header_rows if table is not None else -1
        if table is None or not 0 <= index < len(table.whole.rows) or not place.col:
            return None
        row = table.whole.rows[index]
        if row.cells[0].text.place(0).row != place.row:
            return None
        return Around(table.proof.section.title, "", **cell_names(table.whole, row, place.col - 1), table=self._called(table.proof))

    def _cells(self, spots: set[Spot]) -> dict[Spot, Around]:
        """Cells of figures."""
        return {
            figure.place.spot: Around(grid.section.title, "", **cell_names(grid, row, column), table=self._called(grid))
            for grid in self.reading.grids
            for row in grid.rows
            for column, figure in row.figures.items()
            if figure.place.spot in spots
        }


def _table(table: LongTable) -> tuple[int, str]:
    place = table.table.rows[0][0].text.place(0)
    return place.volume or 1, place.table or ""
