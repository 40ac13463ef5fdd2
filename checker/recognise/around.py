"""What a person finds a place by in a document that has no lines: the heading above it and a few words, or the row and the column.

A Word file counts paragraphs that nobody sees: "paragraph 402" helps a program, not an author.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from checker.figure import Written
from checker.place import Place, Spot
from checker.recognise.grid import LongTable
from checker.recognise.naming import cell_names
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_BEFORE, _AFTER, _LONGEST = 24, 28, 64


class Around(NamedTuple):
    """The title of the section, the words around, and in a table the row's label and the column's header."""

    section: str = ""
    words: str = ""
    row: str = ""
    column: str = ""


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
        self.passages: dict[Spot, list[Passage]] = defaultdict(list)
        for passage in reading.passages:
            for key in dict.fromkeys(_paragraph(mark.place) for mark in passage.text.marks):
                self.passages[key].append(passage)

    def all(self, written: Iterable[Written]) -> dict[Spot, Around]:
        written = tuple(written)
        found = {one.place.spot: self._prose(one) or self._in_long(one.place) for one in written}
        missing = {spot for spot, here in found.items() if not here}
        cells = self._cells(missing) if missing else {}
        return {spot: here or cells.get(spot) or Around() for spot, here in found.items()}

    def _prose(self, one: Written) -> Around | None:
        for passage in self.passages.get(_paragraph(one.place), ()):
            start = _offset(passage, one.place)
            if start is not None:
                section = "" if passage.heading else passage.section.title
                return Around(section, quote(passage.text.value, start, start + len(one.text)), **self._row(passage))
        return None

    def _row(self, passage: Passage) -> Mapping[str, str]:
        """Of a cell of words: the label of its row."""
        if passage.cell is None or passage.header:
            return {}
        grid = self.reading.grids[passage.cell[0]]
        return {"row": grid.rows[passage.cell[1] - grid.header_rows].label.value}

    def _in_long(self, place: Place) -> Around | None:
        """A cell of a long table that is no part of a longer one."""
        table = self.long.get((place.volume or 1, place.table or ""))
        index = (place.row or 0) - 1 - table.proof.header_rows if table is not None else -1
        if table is None or not 0 <= index < len(table.whole.rows) or not place.col:
            return None
        row = table.whole.rows[index]
        if row.cells[0].text.place(0).row != place.row:
            return None
        return Around(table.proof.section.title, "", **cell_names(table.whole, row, place.col - 1))

    def _cells(self, spots: set[Spot]) -> dict[Spot, Around]:
        """Cells of figures."""
        return {
            figure.place.spot: Around(grid.section.title, "", **cell_names(grid, row, column))
            for grid in self.reading.grids
            for row in grid.rows
            for column, figure in row.figures.items()
            if figure.place.spot in spots
        }


def _table(table: LongTable) -> tuple[int, str]:
    place = table.table.rows[0][0].text.place(0)
    return place.volume or 1, place.table or ""


def _paragraph(place: Place) -> Spot:
    return (place.volume or 1, place.part or "body", place.sheet or "", place.cell or "", place.paragraph or 0)


def _offset(passage: Passage, place: Place) -> int | None:
    """Where in a passage a place stands."""
    marks = passage.text.marks
    ends = [*(mark.offset for mark in marks[1:]), len(passage.text) + 1]
    for mark, end in zip(marks, ends, strict=True):
        ahead = (place.offset or 0) - (mark.place.offset or 0)
        if _paragraph(mark.place) == _paragraph(place) and 0 <= ahead < end - mark.offset:
            return mark.offset + ahead
    return None
