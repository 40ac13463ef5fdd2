"""What a total row may add up: the rows that its label names; those before or after it; subtotals; groups of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.recognise.grid import Column, Grid, Row
from checker.recognise.rowtree import Node, RowTree, TotalRow
from checker.recognise.subtotals import Subtotal

REFERENCES = re.compile(
    r"(?<![\w.])(?P<refs>(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])(?:\s?\+\s?(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|\.{2,3}|…)){1,30})(?![\w.])"
)
"""The rows that a label says are added up: "TỔNG CỘNG (1+2+3)"."""


class Addends:
    """The addends of the total rows of one table; `of_which` begins the label of a row that is part of another ("Trong đó: …")."""

    def __init__(self, grid: Grid, columns: Sequence[Column], of_which: re.Pattern[str], subtotals: Sequence[Subtotal]) -> None:
        self.grid = grid
        self.columns = columns
        self.of_which = of_which
        self.subtotals = subtotals

    def stated(self, total: TotalRow, tree: RowTree) -> tuple[Node, ...] | None:
        """The rows that the label itself names."""
        match = REFERENCES.search(total.row.label.folded)
        if match is None:
            return None
        names = [name.strip() for name in match["refs"].split("+")]
        by_name: dict[str, Node] = {}
        for node in (*tree.roots, *tree.nodes):
            if node.row.marker is not None:
                by_name.setdefault(node.row.marker.text.lower(), node)
        if any(set(name) <= set(".…") for name in names):
            return tree.roots
        found = [by_name.get(name) for name in names]
        return tuple(node for node in found if node is not None) if all(found) else None

    def by_groups(self, total: TotalRow) -> tuple[tuple[Node, ...], ...]:
        """One total broken down by one thing, then by another: the rows by the lines without a figure that head them. That it is so
        shows only where one of them makes up the total in some column."""
        groups: list[list[Node]] = [[]]
        for node in total.before[-1] if total.before else total.after:
            if node.row.figures or node.children:
                groups[-1].append(node)
            else:
                groups.append([])
        filled = tuple(self._own(group) for group in groups if group)
        several = len(filled) > 1 and all(_many(group) > 1 for group in filled)
        return filled if several and any(self._makes_up(group, total.row) for group in filled) else ()

    def of(self, total: TotalRow, column: Column) -> list[tuple[Node, ...]]:
        """What the total may add up, the likeliest first."""
        last = total.row is self.grid.rows[-1] or not total.after
        before = list(total.before)
        if last:
            before.reverse()
            before = sorted(before, key=_many, reverse=True) if not total.totals else before
        subtotals = self._over_subtotals(total, column)
        first = [total.after] if not total.before else []
        after = [total.after] if total.before and total.after else []
        readings = [
            reading for reading in (*first, *subtotals, *before, *after, self._carried(total), self._of_subtotals(total)) if reading
        ]
        return [*readings, *self._narrower(readings)]

    def _narrower(self, readings: Sequence[tuple[Node, ...]]) -> Iterator[tuple[Node, ...]]:
        """The same rows without those of which another row is made up ("Trong đó: …"); and only those that nothing stands below."""
        for rows in readings:
            own = self._own(rows)
            leaves = tuple(_leaves(rows))
            numbered = tuple(node for node in leaves if node.row.marker is not None)
            yield from (narrow for narrow in (own, leaves, numbered) if narrow and len(narrow) != len(rows))

    def _own(self, rows: Sequence[Node]) -> tuple[Node, ...]:
        return tuple(node for node in rows if not self.of_which.match(node.row.label.folded))

    def _makes_up(self, rows: Sequence[Node], total: Row) -> bool:
        sums = {c.index: sum(part.quantity.value for node in rows for part in node.figures(c.index)) for c in self.columns}
        return any(value and index in total.figures and total.figures[index].quantity.value == value for index, value in sums.items())

    def _carried(self, total: TotalRow) -> tuple[Node, ...]:
        """The total before it and the rows since ("Cộng trước thuế", "Thuế GTGT 8%", "Cộng sau thuế")."""
        if not total.totals:
            return ()
        since = self._since(total.totals[-1], total)
        return (Node(total.totals[-1]), *since) if since else ()

    def _since(self, row: Row, total: TotalRow) -> tuple[Node, ...]:
        """The rows between a row and the total."""
        return tuple(Node(other) for other in self.grid.rows if row.index < other.index < total.row.index)

    def _of_subtotals(self, total: TotalRow) -> tuple[Node, ...]:
        """The subtotals that only their arithmetic shows ("Quý I" below three months), and the rows since the last."""
        rows = [subtotal.row for subtotal in self.subtotals if subtotal.row.index < total.row.index]
        if len(rows) < 2:
            return ()
        return (*map(Node, rows), *self._since(rows[-1], total))

    def _over_subtotals(self, total: TotalRow, column: Column) -> list[tuple[Node, ...]]:
        rows = [row for row in total.totals if column.index in row.figures]
        return [tuple(Node(row) for row in rows)] if len(rows) > 1 and total.row is self.grid.rows[-1] else []


def _many(nodes: Sequence[Node]) -> int:
    """How many rows they are."""
    return sum(node.row.many for node in nodes)


def _leaves(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield from _leaves(node.children) if node.children else (node,)
