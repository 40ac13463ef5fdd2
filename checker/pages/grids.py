"""Ruled lines → the grids of tables: which cells there are, and which positions a merged cell covers.

Lines that cross or meet make one grid. Between two positions there is a border only where a line is drawn along most of it; positions without
a border between them are one merged cell. Where the outer border is missing at a side, the lines end there all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.pages.shape import Box

MOST_LINES = 600
MOST_POSITIONS = 40_000
_NEAR = 3.0
_NARROWEST = 5.0
_DRAWN = 0.6


class Ruled(NamedTuple):
    """A ruled line: where it stands (its y where it lies, its x where it stands upright), from where to where it runs."""

    at: float
    begin: float
    end: float


class Grid(NamedTuple):
    """A ruled table: the edges of its columns and rows; for each position, row by row, the first position of the cell that covers it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[int, ...]

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def split(rules: Iterable[Box]) -> tuple[list[Ruled], list[Ruled]]:
    """The lines that lie and those that stand upright, pieces of one line joined."""
    lying, upright = [], []
    for box in rules:
        if box.x1 - box.x0 >= box.bottom - box.top:
            lying.append(Ruled((box.top + box.bottom) / 2, box.x0, box.x1))
        else:
            upright.append(Ruled((box.x0 + box.x1) / 2, box.top, box.bottom))
    return _joined(lying), _joined(upright)


def grids(lying: Sequence[Ruled], upright: Sequence[Ruled]) -> list[Grid]:
    """The grids of a page, from the top."""
    if not lying or not upright or max(len(lying), len(upright)) > MOST_LINES:
        return []
    found = (_grid(*group) for group in _connected(lying, upright))
    return sorted((grid for grid in found if grid is not None), key=lambda grid: grid.ys[0])


def _joined(lines: list[Ruled]) -> list[Ruled]:
    """Lines at one height, or in one column, that overlap or meet are one."""
    out: list[Ruled] = []
    for group in _level(sorted(lines)):
        at = sum(line.at for line in group) / len(group)
        along = sorted(group, key=lambda line: line.begin)
        begin, end = along[0].begin, along[0].end
        for line in along:
            if line.begin > end + _NEAR:
                out.append(Ruled(at, begin, end))
                begin = end = line.begin
            end = max(end, line.end)
        out.append(Ruled(at, begin, end))
    return out


def _level(lines: Sequence[Ruled]) -> list[list[Ruled]]:
    groups: list[list[Ruled]] = []
    for line in lines:
        if groups and line.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _connected(lying: Sequence[Ruled], upright: Sequence[Ruled]) -> list[tuple[list[Ruled], list[Ruled]]]:
    """The lines in groups that hang together."""
    parent = list(range(len(lying) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, line in enumerate(lying):
        for j, post in enumerate(upright, len(lying)):
            if _meet(line, post):
                parent[root(j)] = root(i)
    groups: dict[int, tuple[list[Ruled], list[Ruled]]] = {}
    for i, line in enumerate(lying):
        groups.setdefault(root(i), ([], []))[0].append(line)
    for j, post in enumerate(upright, len(lying)):
        groups.setdefault(root(j), ([], []))[1].append(post)
    return list(groups.values())


def _meet(line: Ruled, post: Ruled) -> bool:
    return line.begin - _NEAR <= post.at <= line.end + _NEAR and post.begin - _NEAR <= line.at <= post.end + _NEAR


def _grid(lying: Sequence[Ruled], upright: Sequence[Ruled]) -> Grid | None:
    """The grid of some lines that hang together; None where they enclose less than two positions, or too many."""
    if not lying or not upright:
        return None
    xs = _edges([post.at for post in upright], min(line.begin for line in lying), max(line.end for line in lying))
    ys = _edges([line.at for line in lying], min(post.begin for post in upright), max(post.end for post in upright))
    if not 1 < (len(xs) - 1) * (len(ys) - 1) <= MOST_POSITIONS:
        return None
    return Grid(xs, ys, _owners(xs, ys, lying, upright))


def _edges(positions: Sequence[float], first: float, last: float) -> tuple[float, ...]:
    """The edges of columns or rows: where the lines are, and where those across them end."""
    edges: list[float] = []
    for position in sorted([*positions, first, last]):
        if not edges or position - edges[-1] > _NARROWEST:
            edges.append(position)
    return tuple(edges)


def _owners(xs: Sequence[float], ys: Sequence[float], lying: Sequence[Ruled], upright: Sequence[Ruled]) -> tuple[int, ...]:
    """For each position the first one of its cell."""
    columns, rows = len(xs) - 1, len(ys) - 1
    owner = list(range(columns * rows))

    def root(index: int) -> int:
        while owner[index] != index:
            index = owner[index]
        return index

    def merge(a: int, b: int) -> None:
        a, b = sorted((root(a), root(b)))
        owner[b] = a

    for j in range(1, columns):
        posts = [post for post in upright if abs(post.at - xs[j]) <= _NARROWEST]
        for i, (top, bottom) in enumerate(pairwise(ys)):
            if not _is_drawn(posts, top, bottom):
                merge(i * columns + j - 1, i * columns + j)
    for i in range(1, rows):
        lines = [line for line in lying if abs(line.at - ys[i]) <= _NARROWEST]
        for j, (left, right) in enumerate(pairwise(xs)):
            if not _is_drawn(lines, left, right):
                merge((i - 1) * columns + j, i * columns + j)
    return tuple(root(index) for index in range(columns * rows))


def _is_drawn(lines: Iterable[Ruled], begin: float, end: float) -> bool:
    """Does a line run along most of the way?"""
    return any(min(line.end, end) - max(line.begin, begin) >= _DRAWN * (end - begin) for line in lines)
