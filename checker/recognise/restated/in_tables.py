"""A figure of a sentence that stands in a table, too.

What speaks for it: the words of the row's label and of the column's header stand around the figure or ahead of it in the
sentence; other figures of the paragraph are equal to other cells of that row, or of that column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from checker.recognise.kinds import same_kind
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import CellContext, cover
from checker.recognise.restated.evidence import Rarity, in_table
from checker.recognise.restated.lookalikes import Lookalikes, significant
from checker.recognise.restated.pair import Pair, Terms, likeliest, likely, standing_out
from checker.recognise.restated.spoken import Said
from checker.recognise.restated.times import Clock, Years, reported_years, told_apart, years_clash
from checker.text import fold

_MOST_COMPANY = 3
_MOST_COMPARED = 20
_AHEAD = 0.8
_PHRASE = 0.5
_UNNAMED = 0.5
_NEAR = 90
_MARKS = (", ", ";")
_WORD = re.compile(r"[^\W\d_]+")


def in_tables(
    reading: Reading, terms: Terms, clock: Clock, paragraphs: Iterable[list[Said]], cells: Iterable[CellContext], rarity: Rarity
) -> Iterator[Pair]:
    """Pairs of a figure in running text and a cell."""
    index: Lookalikes[CellContext] = Lookalikes(reading.units)
    for cell in cells:
        index.add(cell.figure, cell)
    own, reported = clock.own.years, reported_years(reading)
    for said in paragraphs if reading.grids else ():
        yield from _Paragraph(said, index, terms, own, reported, rarity).pairs()


def _is_named(said: Said, cell: CellContext) -> bool:
    """Of a row that bears a name ("Huyện Đồng Xuân"): does the name stand near the figure, word for word?"""
    words = _WORD.findall(cell.row.label.value)[-2:]
    if len(words) < 2 or not all(word[0].isupper() and not word.isupper() for word in words):
        return True
    passage, figure, name = said.passage, said.figure, fold(" ".join(words))
    start, end = passage.clauses.sentence(figure.start)
    start, end = max(start, figure.start - _NEAR), min(end, figure.end + _NEAR)
    found = passage.folded.find(name, start, end)
    while found >= 0:
        if not _has_own_figure(said, found):
            return True
        found = passage.folded.find(name, found + 1, end)
    return False


def _has_own_figure(said: Said, position: int) -> bool:
    """Does a name stand between the commas with another figure ("Cao Thắng 148 hộ, Đại Thành 193 hộ")?"""
    folded, figure = said.passage.folded, said.figure
    start = max(folded.rfind(mark, 0, position) for mark in _MARKS)
    end = min((found for mark in _MARKS if (found := folded.find(mark, position)) >= 0), default=len(folded))
    return not start < figure.start < end and bool(said.passage.figures_between(max(0, start), end))


def _told(cell: CellContext) -> str:
    """The words of the row's label and the column's header, as text."""
    return f"{cell.said} {cell.column.header}"


class _Paragraph:
    """One paragraph against all tables."""

    def __init__(self, said: list[Said], cells: Lookalikes[CellContext], terms: Terms, own: Years, reported: Years, rarity: Rarity) -> None:
        self.said = said
        self.rarity = rarity
        self.own = own
        self.reported = reported
        self.cells = cells
        self.terms = terms
        self.equal = {said.figure.start: self._fitting(said, cells.equal(said.figure)) for said in self.said}
        self.taken = {id(cell.figure) for cells in self.equal.values() for cell in cells}
        self.rows, self.columns = self._company()

    def pairs(self) -> Iterator[Pair]:
        for said in self.said:
            equal = self.equal[said.figure.start]
            found = likeliest(said.figure, [(self._score(said, cell), cell) for cell in equal]) if equal else self._one_slip_away(said)
            if found is not None:
                yield said.paired(found.figure, sure=not equal)

    def _one_slip_away(self, said: Said) -> CellContext | None:
        slipped = self._slipped(said)
        clear = standing_out(said.figure, [(self._score(said, cell), cell) for cell in slipped])
        return clear or likely(said.figure, [(self._bits(said, cell), cell) for cell in slipped])

    def _bits(self, said: Said, cell: CellContext) -> float:
        header = cell.header - self.terms.total - frozenset(cell.figure.counted.split())
        rows, columns = self.rows[cell.grid.order, cell.row.index], self.columns[cell.grid.order, cell.column.index]
        company = min(_MOST_COMPANY, rows), min(_MOST_COMPANY, columns)
        return in_table(said, cell, header, cell.label - self.terms.total, company, self.rarity)

    def _slipped(self, said: Said) -> list[CellContext]:
        """Cells that a slip separates from the figure and that no other figure of the paragraph states."""
        fitting = self._fitting(said, self.cells.slipped(said.figure))
        fitting = [cell for cell in fitting if not self._is_of_another_year(said, cell) and not self._is_compared(cell)]
        fitting = [cell for cell in fitting if self._is_headed(said, cell) and not self.terms.differ(said.context.said, _told(cell))]
        return [cell for cell in fitting if id(cell.figure) not in self.taken and _is_named(said, cell)]

    def _is_headed(self, said: Said, cell: CellContext) -> bool:
        """Of a column for one of several periods ("Quý II"): does the sentence tell of it, or a word of its header stand around the figure?"""
        if told_apart(said.context.times, cell.times):
            return False
        if self.terms.periods.search(cell.column.header) is None or cell.times.parts & said.context.times.parts:
            return True
        return self._cover(cell.header - self.terms.total, said) > 0

    def _is_compared(self, cell: CellContext) -> bool:
        """Does its row or its column say that it is of the time compared with ("Cùng kỳ 2023")?"""
        return any(self.terms.compared.search(words) is not None for words in (cell.row.label.folded, cell.column.header))

    def _is_of_another_year(self, said: Said, cell: CellContext) -> bool:
        """A table that names no year is of the year reported on, not of the one planned for."""
        return (
            cell.times.years == self.own and said.context.times.years != self.own and years_clash(said.context.times.years, self.reported)
        )

    def _fitting(self, said: Said, cells: Iterable[CellContext]) -> list[CellContext]:
        """Of the same unit and kind, as far as they say; of no other year, of nothing opposite."""
        fitting = (
            cell
            for cell in cells
            if same_kind(said.figure, cell.figure)
            and said.context.changed == cell.changed
            and not years_clash(said.context.times.years, cell.times.years)
            and not (said.opposed and self.terms.clash(said.context.near, cell.words))
        )
        return list(islice(fitting, _MOST_COMPARED))

    def _company(self) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
        """How many figures of the paragraph are equal to a cell of each row, and of each column."""
        rows: Counter[tuple[int, int]] = Counter()
        columns: Counter[tuple[int, int]] = Counter()
        for said in self.said:
            cells = self.equal[said.figure.start]
            if significant(said.figure) > 1:
                rows.update({(cell.grid.order, cell.row.index) for cell in cells})
            columns.update({(cell.grid.order, cell.column.index) for cell in cells if cover(cell.label, said.context.near) > _UNNAMED})
        return rows, columns

    def _score(self, said: Said, cell: CellContext) -> float:
        """Label and header: one each where all their words are near, less where they are ahead; company: half each."""
        header = cell.header - self.terms.total - frozenset(cell.figure.counted.split())
        headed = self._cover(header, said) if header else _UNNAMED
        rows, columns = self.rows[cell.grid.order, cell.row.index], self.columns[cell.grid.order, cell.column.index]
        company = min(_MOST_COMPANY, rows) + min(_MOST_COMPANY, columns)
        return self._cover(cell.label - self.terms.total, said) + self._phrase(said, cell) + headed + company / 2

    def _cover(self, wanted: frozenset[str], said: Said) -> float:
        if not wanted:
            return 0.0
        near = wanted & said.context.near
        here = near | wanted & said.context.ahead
        return max(len(near), _AHEAD * len(here)) / len(wanted)

    def _phrase(self, said: Said, cell: CellContext) -> float:
        """The label, word for word, in the clause."""
        return _PHRASE if len(cell.label) > 1 and cell.said in said.context.said else 0.0
