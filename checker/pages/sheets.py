"""A page → a sheet: its tables and its rows of lines from the top, before anything is known of the pages around it."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from checker.pages.aligned import with_tables
from checker.pages.grids import Grid, Ruled, grids, split
from checker.pages.lines import Line, cut, line
from checker.pages.rows import Placed, rows
from checker.pages.shape import Page
from checker.pages.tables import Sketch, position, sketch
from checker.place import Place
from checker.text import Text

Row = tuple[Line, ...]


class Sheet(NamedTuple):
    """A page: its number and size, its rows and tables from the top, the heights at which a short line lies by itself, and the levels
    of headings that the file lists, by what they say."""

    number: int
    width: float
    height: float
    items: tuple[Row | Sketch, ...]
    strokes: tuple[float, ...] = ()
    levels: Mapping[str, int] = MappingProxyType({})

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(item for item in self.items if not isinstance(item, Sketch))


def sheet(page: Page, path: str) -> Sheet:
    """What stands on a page."""
    place = Place(file=path, page=page.number, part="body")
    lying, upright = split(page.rules)
    found = grids(lying, upright)
    free, tables = _shared_out(rows(page.words), found, place)
    lines = [tuple(line(part, place) for part in cut(row)) for row in free]
    items = [item for part in _between(lines, tables) for item in with_tables(part)] + tables
    levels = {squeezed(heading.title): heading.level for heading in page.headings}
    return Sheet(page.number, page.width, page.height, tuple(sorted(items, key=_height)), _strokes(lying, found, page.width), levels)


def _between(rows: Sequence[Row], tables: Sequence[Sketch]) -> Iterator[list[Row]]:
    """The rows above, between and below ruled tables."""
    part: list[Row] = []
    tops = sorted(table.box.top for table in tables)
    passed = 0
    for row in rows:
        here = bisect(tops, _height(row))
        if here != passed:
            yield part
            part, passed = [], here
        part.append(row)
    yield part


def squeezed(words: str) -> str:
    """Words without their blanks, to compare them by."""
    return "".join(Text.at(words, Place()).value.split())


def _height(item: Row | Sketch) -> float:
    """What items of a page are sorted by: the middle of the first row of words."""
    if isinstance(item, Sketch):
        return item.box.top
    return (item[0].box.top + item[0].box.bottom) / 2


def _shared_out(found: list[tuple[Placed, ...]], frames: list[Grid], place: Place) -> tuple[list[list[Placed]], list[Sketch]]:
    """The rows outside of tables, and the tables with the words in them. A grid with words in one cell only is a frame, and none."""
    smallest_first = sorted(frames, key=lambda grid: (grid.box.x1 - grid.box.x0) * (grid.box.bottom - grid.box.top))
    inside: dict[int, list[tuple[int, Placed]]] = defaultdict(list)
    free: list[list[Placed]] = []
    for row in found:
        left = [placed for placed in row if not _put(placed, smallest_first, inside)]
        if left:
            free.append(left)
    tables: list[Sketch] = []
    for index, grid in enumerate(smallest_first):
        if len({grid.owner[at] for at, _ in inside[index]}) > 1:
            tables.append(sketch(grid, inside[index], place))
        elif inside[index]:
            free = _back(free, [placed for _, placed in inside[index]])
    return free, tables


def _put(placed: Placed, frames: list[Grid], inside: dict[int, list[tuple[int, Placed]]]) -> bool:
    for index, grid in enumerate(frames):
        at = position(grid, placed)
        if at is not None:
            inside[index].append((at, placed))
            return True
    return False


def _back(free: list[list[Placed]], words: list[Placed]) -> list[list[Placed]]:
    """The rows with some more words in them."""
    found: dict[int, list[Placed]] = defaultdict(list)
    for placed in (*(placed for row in free for placed in row), *words):
        found[placed.line].append(placed)
    return [sorted(found[number], key=lambda placed: placed.column) for number in sorted(found)]


def _strokes(lying: list[Ruled], frames: list[Grid], width: float) -> tuple[float, ...]:
    """Where a line lies that is no part of a table and shorter than half the page."""
    return tuple(
        rule.at
        for rule in lying
        if rule.end - rule.begin < width / 2 and not any(grid.ys[0] - 1 <= rule.at <= grid.ys[-1] + 1 for grid in frames)
    )
