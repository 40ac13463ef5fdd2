"""A long table in few rows, for those who add up columns: rows that follow one another are taken together.

Rows stand alone that may be more than one of many: total rows, those that the arithmetic shows to be subtotals, headings of groups, the
last row before a deeper or a higher one, and the last row of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.figure import Figure, Run
from checker.quantity import Quantity, is_less, whole
from checker.recognise.grid import Grid, LongTable, Row
from checker.recognise.grid.long import Stretch
from checker.recognise.subtotals import Since

MOST_ALONE = 5_000
"""With more rows that stand alone, a table is too finely divided to be taken together."""

_LEAST_COLUMNS = 2


class Condensed:
    """What is gathered of a long table, stretch by stretch. `is_announced` says whether a label speaks of a total, `is_apart` whether a row
    is none of many for another reason."""

    def __init__(
        self, table: LongTable, columns: Sequence[int], is_announced: Callable[[Row], bool], is_apart: Callable[[Row], bool]
    ) -> None:
        self.table = table
        self.columns = columns
        self.is_announced = is_announced
        self.is_apart = is_apart
        self.rows: list[Row] = []
        self._run = _Rows(columns)
        self._since = Since(columns)
        self._last: tuple[Row, int, bool] | None = None

    @property
    def is_full(self) -> bool:
        return len(self.rows) > 2 * MOST_ALONE

    def add(self, stretch: Stretch) -> None:
        for number, row in enumerate(stretch.grid.rows, stretch.first):
            if not self.is_full and stretch.owns(row.cells[0].text.place(0)):
                self._add(row, number + self.table.proof.header_rows)

    def grid(self) -> Grid | None:
        """The table in few rows; None where there are too many of them."""
        if self._last is not None:
            self._alone(*self._last[:2])
            self._last = None
        return None if self.is_full else replace(self.table.proof, rows=tuple(self.rows), known={})

    def _add(self, row: Row, index: int) -> None:
        if not row.figures and not any(c.isalpha() for c in row.label.value):
            return
        if self._last is not None:
            before, at, plain = self._last
            if plain and _key(before) == _key(row):
                self._run.add(before, at)
            else:
                self._alone(before, at)
        announced = self.is_announced(row)
        subtotal = self._since.adds_up_to(row, 1 if announced else _LEAST_COLUMNS)
        self._since = Since(self.columns) if subtotal else self._since
        if not subtotal:
            self._since.add(row, keep=False)
        self._last = row, index, bool(row.figures) and not (announced or subtotal or self.is_apart(row)) and self._run.fits(row)

    def _alone(self, row: Row, index: int) -> None:
        """What was taken together so far, then the row by itself."""
        self.rows += self._run.taken()
        self.rows.append(replace(row, index=index, cells=()))
        self._run = _Rows(self.columns)


class _Rows:
    """Rows taken together."""

    def __init__(self, columns: Sequence[int]) -> None:
        self._first: Row | None = None
        self._many = 0
        self._sums: dict[int, _Sum] = {}
        self._columns = columns

    def fits(self, row: Row) -> bool:
        """Are its figures of the same kind as those above?"""
        figures = ((self._sums.get(column), row.figures.get(column)) for column in self._columns)
        return all(known is None or figure is None or known.is_like(figure) for known, figure in figures)

    def add(self, row: Row, index: int) -> None:
        self._first = self._first or replace(row, index=index)
        self._many += 1
        for column in self._columns:
            figure = row.figures.get(column)
            if figure is not None:
                known = self._sums.get(column)
                if known is None:
                    self._sums[column] = _Sum(figure, figure.quantity.value, figure.quantity.value)
                else:
                    known.add(figure)

    def taken(self) -> Iterator[Row]:
        if self._first is not None:
            yield replace(
                self._first,
                label=self._first.label.cut(0, 0),
                cells=(),
                figures={column: known.run() for column, known in self._sums.items()},
                many=self._many,
            )


@dataclass
class _Sum:
    """The figures of a column in such rows, added up."""

    first: Figure
    least: Fraction
    most: Fraction

    def __post_init__(self) -> None:
        self.last = self.first
        self.count = 1
        self.total = whole(self.first.quantity.value)
        self.steps = whole(self.first.quantity.step)
        self.alike = self.first.quantity.whole
        self.spans = [(self.first.place.table or "", self.first.place.row or 0, self.first.place.row or 0)]

    def is_like(self, figure: Figure) -> bool:
        first = self.first
        same = (figure.unit, figure.power, figure.counted, figure.per) == (first.unit, first.power, first.counted, first.per)
        return same and figure.quantity.bound is None

    def add(self, figure: Figure) -> None:
        quantity, place = figure.quantity, figure.place
        self.last = figure
        self.count += 1
        self.total += whole(quantity.value)
        self.steps += whole(quantity.step)
        if is_less(quantity.value, self.least):
            self.least = quantity.value
        elif is_less(self.most, quantity.value):
            self.most = quantity.value
        self.alike = self.alike and quantity.whole and quantity.step == self.first.quantity.step
        table, begin, _ = self.spans[-1]
        if table == (place.table or ""):
            self.spans[-1] = table, begin, place.row or 0
        else:
            self.spans.append((place.table or "", place.row or 0, place.row or 0))

    def run(self) -> Figure:
        """The figure itself where it is the only one. Whole ones of one step add up exactly; of others each may be off by its own."""
        if self.count == 1:
            return self.first
        first, column = self.first, self.first.place.col or 0
        step = first.quantity.step if self.alike else Fraction(self.steps)
        return Run(
            text=f"{first.text} + … + {self.last.text}",
            place=first.place,
            quantity=Quantity(Fraction(self.total), step, whole=self.alike or first.quantity.whole),
            unit=first.unit,
            power=first.power,
            counted=first.counted,
            per=first.per,
            flow=first.flow,
            count=self.count,
            least=self.least,
            most=self.most,
            steps=Fraction(self.steps),
            spans=tuple((table, begin, end, column) for table, begin, end in self.spans),
        )


def _key(row: Row) -> str:
    return row.marker.depth_key if row.marker is not None else ""
