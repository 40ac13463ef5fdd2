"""The rows of a table as a tree: by numbering (A, I, 1, 1.1, a, -), with total rows apart.

A marker of a kind that is open already closes everything below it; a new kind opens a level below the row before. Rows
without a marker in a numbered table stand below the numbered row before them; in a table without numbering all rows stand
side by side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from checker.figure import Figure
from checker.recognise.grid import Grid, Row

_PLAIN = "plain"


@dataclass(eq=False)
class Node:
    """A row and the rows below it."""

    row: Row
    children: list[Node] = field(default_factory=list)

    def figures(self, column: int) -> list[Figure]:
        """Its figure; where it has none, those of its children (a parent row without a figure is transparent)."""
        figure = self.row.figures.get(column)
        if figure is not None:
            return [figure]
        return [figure for child in self.children for figure in child.figures(column)]


@dataclass(frozen=True)
class TotalRow:
    """A total row and the lists of rows that it may add up, the likeliest first."""

    row: Row
    before: tuple[tuple[Node, ...], ...]
    after: tuple[Node, ...]
    totals: tuple[Row, ...]


@dataclass(frozen=True)
class RowTree:
    roots: tuple[Node, ...]
    nodes: tuple[Node, ...]
    totals: tuple[TotalRow, ...]
    numbered: bool


def row_tree(grid: Grid, is_total: Callable[[Row], bool]) -> RowTree:
    """The tree of a table's body."""
    return _Builder(grid.rows, is_total).build()


class _Builder:
    def __init__(self, rows: Sequence[Row], is_total: Callable[[Row], bool]) -> None:
        self.rows = rows
        self.is_total = is_total
        self.numbered = any(row.marker is not None for row in rows)
        self.roots: list[Node] = []
        self.nodes: list[Node] = []
        self.open: list[tuple[str, Node]] = []
        self.totals: list[TotalRow] = []
        self.counted = 0
        self.total_rows: list[Row] = []
        self.behind_total = False

    def build(self) -> RowTree:
        for row in self.rows:
            if self.is_total(row):
                self._total(row)
            elif row.figures or any(c.isalpha() for c in row.label.value):
                self._add(row)
        return RowTree(tuple(self.roots), tuple(self.nodes), tuple(self._with_after()), self.numbered)

    def _add(self, row: Row) -> None:
        node = Node(row)
        key = self._key(row)
        if key == _PLAIN and self.behind_total and self.numbered:
            self.roots.append(node)  # a mean or a note of the whole table, below no numbered row
            self.nodes.append(node)
            return
        self.behind_total = False
        while self.open and any(k == key for k, _ in self.open) and self.open[-1][0] != key:
            self.open.pop()
        if self.open and self.open[-1][0] == key:
            self.open.pop()
        siblings = self.open[-1][1].children if self.open else self.roots
        siblings.append(node)
        self.nodes.append(node)
        self.open.append((key, node))

    def _key(self, row: Row) -> str:
        if row.marker is not None:
            return row.marker.depth_key
        return _PLAIN

    def _total(self, row: Row) -> None:
        lists = [tuple(node.children) for _, node in reversed(self.open) if node.children]
        since = tuple(self.roots[self.counted :])
        candidates = [*lists, *([since] if since and len(since) < len(self.roots) else []), tuple(self.roots)]
        self.totals.append(TotalRow(row, tuple(c for c in candidates if c), (), tuple(self.total_rows)))
        self.total_rows.append(row)
        self.counted = len(self.roots)
        self.behind_total = True

    def _with_after(self) -> list[TotalRow]:
        """Adds to each total the roots that follow it, up to the next total."""
        out: list[TotalRow] = []
        indexes = [node.row.index for node in self.roots]
        for number, total in enumerate(self.totals, 1):
            end = self.totals[number].row.index if number < len(self.totals) else len(self.rows) + total.row.index + 1
            after = tuple(self.roots[bisect_right(indexes, total.row.index) : bisect_left(indexes, end)])
            out.append(TotalRow(total.row, total.before, after, total.totals))
        return out
