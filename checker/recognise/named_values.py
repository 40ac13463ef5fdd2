"""Named values of a form: the figure beside certain words of the running text, or the one in a cell of a certain table.

A table is the one whose headers bear all the wanted names; the cell is that of the row whose label begins with, or else holds,
the wanted words, in the column whose header does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Cues, cues, loose_cues
from checker.recognise.grid import Column, Grid, Row
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_REACH = 80
_CLOSE = 24
_MOST_HEADERS = 12


class Wanted(NamedTuple):
    """What is looked for: in text `near` words; or in a table with `headers`, the `row` and the `column`. `unit` is one or a kind
    of thing counted, "" for any."""

    near: Cues
    headers: Sequence[Cues]
    row: Cues
    column: Cues
    unit: str


def values(reading: Reading, wanted: Wanted) -> Iterator[Figure]:
    """The figures that bear the name, in the order of the document."""
    yield from _in_text(reading, wanted) if wanted.near else _in_tables(reading, wanted)


def lacking(reading: Reading, wanted: Wanted) -> Iterator[str]:
    """What was looked at, and why it did not give the value, a line each; for the author of a rule."""
    if wanted.near:
        yield from _why_not_in_text(reading, wanted)
        return
    for grid in reading.grids:
        yield f"table {grid.table.path} ({_shown(_headers(grid))}): {_why_not_here(reading, grid, wanted)}"
    if not reading.grids:
        yield "the document has no table"


def _is_of(figure: Figure, unit: str) -> bool:
    return not unit or unit in (figure.unit, figure.counted)


def _in_text(reading: Reading, wanted: Wanted) -> Iterator[Figure]:
    """Behind the words in their sentence; else right before them ("120 chỉ tiêu"). Figures of another unit are passed over."""
    seen: set[int] = set()
    for _, _, figure in _mentions(reading, wanted):
        if figure is not None and id(figure) not in seen:
            seen.add(id(figure))
            yield figure


def _mentions(reading: Reading, wanted: Wanted) -> Iterator[tuple[Passage, re.Match[str], Figure | None]]:
    """Where running text says the words, and the figure beside them."""
    pattern = cues(wanted.near, reading.locale)
    for passage in reading.passages:
        for match in pattern.finditer(passage.folded, passage.begin) if passage.cell is None else ():
            yield passage, match, _beside(passage, match, wanted.unit)


def _beside(passage: Passage, match: re.Match[str], unit: str) -> Figure | None:
    start, end = passage.clauses.sentence(match.start())
    behind = passage.figures_between(match.end(), min(end, match.end() + _REACH))
    found = next((f for f in behind if f.certain and _is_of(f, unit)), None)
    if found is not None:
        return found
    before = [f for f in passage.figures_before(match.start(), 1) if f.start >= start and match.start() - f.end <= _CLOSE]
    return next((f for f in before if f.certain and _is_of(f, unit)), None)


def _in_tables(reading: Reading, wanted: Wanted) -> Iterator[Figure]:
    for grid in reading.grids:
        if _has_headers(reading, grid, wanted):
            yield from _in_grid(reading, grid, wanted)


def _in_grid(reading: Reading, grid: Grid, wanted: Wanted) -> Iterator[Figure]:
    for column in _columns(reading, grid, wanted)[:1]:
        cells = (row.figures.get(column.index) for row in _rows(reading, grid, wanted))
        yield from (figure for figure in cells if figure is not None and _is_of(figure, wanted.unit))


def _has_headers(reading: Reading, grid: Grid, wanted: Wanted) -> bool:
    headers = _headers(grid)
    return all(any(loose_cues(words, reading.locale).search(header) for header in headers) for words in wanted.headers)


def _columns(reading: Reading, grid: Grid, wanted: Wanted) -> list[Column]:
    """The columns that bear the name, one whose header is the name alone first."""
    pattern = loose_cues(wanted.column, reading.locale)
    found = [column for column in grid.numbers if pattern.search(column.header)]
    return sorted(found, key=lambda column: pattern.fullmatch(column.leaf.strip()) is None)


def _rows(reading: Reading, grid: Grid, wanted: Wanted) -> list[Row]:
    """The rows whose label begins with the words; else those whose label holds them."""
    pattern = loose_cues(wanted.row, reading.locale)
    first = [row for row in grid.rows if pattern.match(row.label.folded.strip(" *-+"))]
    return first or [row for row in grid.rows if pattern.search(row.label.folded)]


def _headers(grid: Grid) -> list[str]:
    return [column.header for column in grid.columns if column.header]


def _why_not_here(reading: Reading, grid: Grid, wanted: Wanted) -> str:
    headers = _headers(grid)
    for words in wanted.headers:
        if not any(loose_cues(words, reading.locale).search(header) for header in headers):
            return f"no header like {_quoted(reading, words)}"
    if not _columns(reading, grid, wanted):
        return f"no column of figures like {_quoted(reading, wanted.column)}"
    if not _rows(reading, grid, wanted):
        return f"no row like {_quoted(reading, wanted.row)}"
    if next(_in_grid(reading, grid, wanted), None) is None:
        return f"the cell holds no figure{_of(wanted.unit)}"
    return "found"


def _why_not_in_text(reading: Reading, wanted: Wanted) -> Iterator[str]:
    told = False
    for passage, match, figure in _mentions(reading, wanted):
        around = passage.text.value[max(0, match.start() - _CLOSE) : match.end() + _CLOSE]
        told = True
        yield f"“…{around}…”: {figure.text if figure is not None else f'no figure{_of(wanted.unit)} beside it'}"
    if not told:
        yield f"the text nowhere says {_quoted(reading, wanted.near)}"


def _of(unit: str) -> str:
    return f" of the unit or kind '{unit}'" if unit else ""


def _quoted(reading: Reading, words: Cues) -> str:
    return " or ".join(f"'{word}'" for word in words.get(reading.locale.language, ())) or "(no words for this language)"


def _shown(headers: Iterable[str]) -> str:
    shown = [" ".join(header.split()) for header in headers]
    return " | ".join(shown[:_MOST_HEADERS]) + (" | …" if len(shown) > _MOST_HEADERS else "")
