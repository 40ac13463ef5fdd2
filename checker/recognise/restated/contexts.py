"""The words that say what a figure is: in running text those of its clause and those ahead of it in its sentence; in a table
those of its row's label and of its column's headers."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from checker.figure import Figure
from checker.locales import Locale
from checker.recognise.grid import Column, Grid, Row
from checker.recognise.lists import announces
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.restated.times import Clock, Times
from checker.text import fold

_WORD = re.compile(r"[^\W\d_]{2,}")
_CLAUSE_END = re.compile(r"[;:]|\.\s")
_REACH = 160

Words = frozenset[str]


@dataclass(frozen=True)
class Context:
    """`near`: the words of the clause, `before` those of them before the figure, `said` all of them as text; `ahead`: those before the
    figure in its sentence and in what announces its list; `times`: when; `changed`: by how much something did."""

    near: Words
    before: Words
    said: str
    ahead: Words
    times: Times
    changed: bool


@dataclass(frozen=True, eq=False)
class CellContext:
    """A figure of a table with the words of its row and its column."""

    grid: Grid
    row: Row
    column: Column
    figure: Figure
    label: Words
    header: Words
    times: Times
    changed: bool

    @cached_property
    def words(self) -> Words:
        return self.label | self.header

    @cached_property
    def said(self) -> str:
        """The words of the label as text."""
        return " ".join(self.row.label.folded.split())


@lru_cache(maxsize=8)
def dull_words(locale: Locale) -> Words:
    """Words that carry no meaning of their own."""
    return frozenset(locale.data["common"])


@lru_cache(maxsize=512)
def words_of(folded: str, locale: Locale) -> Words:
    """The words of a text that carry meaning."""
    return frozenset(_WORD.findall(folded)) - dull_words(locale)


def _words_between(passage: Passage, start: int, end: int) -> Words:
    """The words of a passage that carry meaning and begin in a stretch."""
    starts, words = _tokens(passage)
    return frozenset(words[bisect_left(starts, start) : bisect_left(starts, end)])


def passage_words(passage: Passage) -> Words:
    """All words of a passage that carry meaning."""
    return frozenset(_tokens(passage)[1])


@lru_cache(maxsize=4)
def _tokens(passage: Passage) -> tuple[list[int], list[str]]:
    dull = dull_words(passage.locale)
    found = [match for match in _WORD.finditer(passage.folded) if match[0] not in dull]
    return [match.start() for match in found], [match[0] for match in found]


def context(passage: Passage, figure: Figure, above: str, clock: Clock, changes: re.Pattern[str]) -> Context:
    """The context of a figure in running text; `above` are the words that announce the list it stands in."""
    start, end = passage.clauses.sentence(figure.start)
    first, last = _begin(passage, figure, start), _end(passage, figure, end)
    begin = max(start, figure.start - 3 * _REACH)
    return Context(
        _words_between(passage, first, last),
        _words_between(passage, first, figure.start),
        " ".join(passage.folded[first:last].split()),
        words_of(above, passage.locale) | _words_between(passage, begin, figure.start),
        clock.spoken(passage, figure, (first, last), above),
        excluded(passage, figure, changes),
    )


def lead(reading: Reading, passage: Passage) -> str:
    """The words that announce the list in which a passage stands."""
    above = reading.preceding_passage(passage) if passage.marker is not None else None
    return above.folded if above is not None and announces(above) else ""


def _begin(passage: Passage, figure: Figure, start: int) -> int:
    """Behind the figure before, or the last strong stop."""
    before = [f.end for f in passage.figures_before(figure.start, 1)]
    low = max([start, figure.start - _REACH, *before])
    stops = [m.end() for m in _CLAUSE_END.finditer(passage.folded, low, figure.start)]
    return stops[-1] if stops else low


def _end(passage: Passage, figure: Figure, end: int) -> int:
    """Up to the next figure, or the next stop."""
    following = passage.figures_between(figure.end, min(end, figure.end + _REACH))
    high = min([end, figure.end + _REACH, *(f.start for f in following[:1])])
    stop = _CLAUSE_END.search(passage.folded, figure.end, high)
    return stop.start() if stop else high


def cells_of(reading: Reading, clock: Clock, changes: re.Pattern[str]) -> list[CellContext]:
    """Every figure of the tables with its words."""
    return [cell for grid in reading.grids for cell in _cells(grid, reading.locale, clock, changes)]


def _cells(grid: Grid, locale: Locale, clock: Clock, changes: re.Pattern[str]) -> list[CellContext]:
    headers = {c.index: _header(c, locale) for c in grid.numbers}
    headed = {c.index: clock.named(c.header) for c in grid.numbers}
    above = (clock.named(fold(grid.caption)), *clock.above(grid.section))
    out: list[CellContext] = []
    for row in grid.rows:
        label, labelled = words_of(row.label.folded, locale), clock.named(row.label.folded)
        for column in grid.numbers:
            figure = row.figures.get(column.index)
            if figure is not None:
                times = clock.tabled(headed[column.index], labelled, *above)
                changed = changes.search(column.header) is not None or changes.match(row.label.folded.strip()) is not None
                out.append(CellContext(grid, row, column, figure, label, headers[column.index], times, changed))
    return out


def _header(column: Column, locale: Locale) -> Words:
    """The words of the headers; none where they only say what is counted ("Persons", "Số người")."""
    hit = locale.counted.match(column.header, 0)
    return frozenset() if hit is not None and hit.end >= len(column.header) else words_of(column.header, locale)


def cover(wanted: Words, given: Words) -> float:
    """Which share of the wanted words is given; nothing wanted, nothing given."""
    return len(wanted & given) / len(wanted) if wanted else 0.0


def shared(one: Words, other: Words) -> float:
    """Which share of the words of the smaller of two the other has, too."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
