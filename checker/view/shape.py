"""What a view is made of. Immutable, and nothing in it but texts and numbers: it can be sent to another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from checker.place import Spot, column_letters

MOST_FINDINGS = 500
"""So many findings of a document are shown, and the rows of long tables that they speak of."""


CellKind = Literal["head", "label", "number", "text"]


class Mark(NamedTuple):
    """A figure, or something else that a finding speaks of, from `start` to `end` of a text."""

    start: int
    end: int
    spot: Spot


@dataclass(frozen=True)
class Words:
    """A text with its marks, which lie in one another or apart, outer before inner; `notes` are (offset, mark) of references."""

    text: str
    marks: tuple[Mark, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A heading (`level` 1 is the highest), a paragraph, an item of a list (`level` says how deep) or a note (`marker` is its mark).
    `marker` is else what the format keeps beside the text. `page` and `line` where the format has them; a workbook has `sheet` instead."""

    kind: Literal["heading", "paragraph", "item", "note"]
    words: Words
    level: int = 1
    marker: str = ""
    bold: bool = False
    sheet: str = ""
    part: str = "body"
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True)
class Cell:
    """A cell with what it covers. `kind` says what its column holds. `row` and `column` are the names of its own, where it has marks."""

    words: Words
    kind: CellKind = "text"
    columns: int = 1
    rows: int = 1
    row: str = ""
    column: str = ""


@dataclass(frozen=True)
class Row:
    """A row; or, where `left_out` is not 0, so many rows that are not shown. `number` is that of a sheet."""

    cells: tuple[Cell, ...] = ()
    left_out: int = 0
    page: int | None = None
    line: int | None = None
    number: int | None = None


@dataclass(frozen=True)
class Table:
    """The first `headers` rows are headers. `columns` is its width; `first` the first column of a sheet that it covers."""

    rows: tuple[Row, ...]
    path: str
    headers: int = 0
    columns: int = 0
    first: int | None = None
    sheet: str = ""
    part: str = "body"
    page: int | None = None
    line: int | None = None

    @property
    def letters(self) -> tuple[str, ...]:
        """The names of the columns of a sheet."""
        return () if self.first is None else tuple(column_letters(self.first + ahead) for ahead in range(self.columns))

    @property
    def spanning(self) -> bool:
        """Does a cell cover several rows?"""
        return any(cell.rows > 1 for row in self.rows for cell in row.cells)


View = tuple[Paragraph | Table, ...]
