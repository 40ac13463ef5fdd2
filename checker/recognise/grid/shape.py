"""What a table is read as: columns, rows, and the figures where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from checker.document import Cell, Table
from checker.figure import Figure
from checker.locales import Style
from checker.recognise.cells import NOTHING
from checker.recognise.markers import Marker
from checker.recognise.measures import Measure
from checker.recognise.passages import Section
from checker.text import Text

if TYPE_CHECKING:
    from checker.recognise.grid.long import LongTable


@dataclass(frozen=True, eq=False)
class Column:
    """A column: its headers from top to bottom, its kind ("numbering", "label", "unit", "number", "text"), its unit.
    `assumed`: its own headers name no unit; `by_row`: each row says its unit; `accounting`: negative numbers stand in brackets."""

    index: int
    headers: tuple[Text, ...]
    kind: str
    measure: Measure = NOTHING
    assumed: bool = False
    accounting: bool = False
    by_row: bool = False

    @cached_property
    def header(self) -> str:
        """All its headers, folded, top to bottom."""
        return " | ".join(text.folded.strip() for text in self.headers)

    @property
    def leaf(self) -> str:
        return self.headers[-1].folded.strip() if self.headers else ""

    @property
    def group(self) -> str:
        """What stands above the leaf."""
        return " | ".join(text.folded.strip() for text in self.headers[:-1])


@dataclass(frozen=True, eq=False)
class Row:
    """A body row: its marker ("I", "1.1", "-"), its label without the marker, its unit, and its figures by column. `many`: so many rows
    of a long table taken together, whose figures are runs."""

    index: int
    marker: Marker | None
    numbered: bool
    label: Text
    unit: str
    cells: tuple[Cell, ...]
    figures: dict[int, Figure]
    many: int = 1


@dataclass(frozen=True, eq=False)
class Grid:
    """A table as read. `caption` are the words above it; `index_row` the cells of "(1) (2) (3)=(1)+(2)" by column. `long` is the long
    table of which these are some of the rows; `known` what its rows were found to show."""

    table: Table
    order: int
    section: Section
    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    header_rows: int
    index_row: dict[int, Text]
    style: Style
    long: LongTable | None = None
    known: dict[object, object] = field(default_factory=dict, repr=False)

    @property
    def evidence(self) -> Grid:
        """The rows that show how the columns belong together: its own; of a long table a sample."""
        return self.long.proof if self.long is not None else self

    @property
    def numbers(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.kind == "number")

    def of_kind(self, kind: str) -> Column | None:
        """The first column of that kind."""
        return next((column for column in self.columns if column.kind == kind), None)
