"""Total rows: a row that says it is a total, and parent rows over the rows below them.

    find:
      totals:
        labels: {vi: [tổng cộng, cộng]}           # a row is a total when its label begins so
        not_added: {vi: [đơn giá, tỷ lệ]}         # columns with these words in their header are not added up
        doubted: {vi: [tăng, giảm]}               # these only where a slip of one digit explains a wrong total
        of_which: {vi: [trong đó]}                # rows below such a one need not make up the whole

Roles: `total` (number), `parts` (list of number). One claim for each column that can be added. A label may say itself
what it adds up: "TỔNG CỘNG (1+2+3)". A parent row without a figure is transparent: its children count. A subtotal that no
word announces is known by its arithmetic in several columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, cues, loose_cues
from checker.recognise.grid import Column, Grid, Row
from checker.recognise.reading import Reading
from checker.recognise.rowtree import Node, RowTree, TotalRow, row_tree
from checker.recognise.subtotals import subtotals
from checker.units import PERCENT

_REFERENCES = re.compile(
    r"(?<![\w.])(?P<refs>(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])(?:\s?\+\s?(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|\.{2,3}|…)){1,30})(?![\w.])"
)
_ONLY = re.compile(r"[\s:.()+\d*…ivx-]*\Z")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues
    not_added: Cues = {}
    doubted: Cues = {}
    of_which: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"total": "number", "parts": "numbers"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for grid in reading.grids:
        yield from _Table(reading, grid, options).claims()


class _Table:
    def __init__(self, reading: Reading, grid: Grid, options: Options) -> None:
        self.grid = grid
        self.labels = loose_cues(options.labels, reading.locale)
        self.of_which = cues(options.of_which, reading.locale)
        self.doubted = loose_cues(options.doubted, reading.locale)
        self.not_added = loose_cues(options.not_added, reading.locale)
        self.columns = [column for column in grid.numbers if self._can_be_added(column)]

    def claims(self) -> Iterator[Claim]:
        if not self.columns:
            return
        tree = row_tree(self.grid, self._is_total)
        for total in tree.totals:
            yield from self._of_total(total, tree)
        for node in tree.nodes:
            if len(node.children) > 1:
                yield from self._of_parent(node, bool(tree.totals))
        if not tree.numbered:
            yield from self._unannounced()

    def _unannounced(self) -> Iterator[Claim]:
        """Subtotals that only their arithmetic shows."""
        for subtotal in subtotals(self.grid, [column.index for column in self.columns]):
            for column in self.columns:
                figure = subtotal.row.figures.get(column.index)
                if figure is not None:
                    yield from self._rivals(
                        figure, column, subtotal.row, [tuple(Node(part) for part in subtotal.parts)], self._doubt(column)
                    )

    def _can_be_added(self, column: Column) -> bool:
        is_rate = column.measure.unit == PERCENT or (column.measure.per and not column.measure.flow)
        return not is_rate and self.not_added.search(column.header) is None

    def _is_total(self, row: Row) -> bool:
        """The label is the cue and little else; in a numbered table any row without a number may begin so."""
        label = row.label.folded.strip()
        match = self.labels.match(label)
        if match is None or (row.marker is not None and row.marker.series != "bullet"):
            return False
        rest = label[match.end() :]
        edge = row in (self.grid.rows[0], self.grid.rows[-1])
        return bool(_ONLY.match(rest)) or _REFERENCES.search(rest) is not None or edge or self.grid.of_kind("numbering") is not None

    def _of_total(self, total: TotalRow, tree: RowTree) -> Iterator[Claim]:
        stated = self._stated(total, tree)
        for column in self.columns:
            figure = total.row.figures.get(column.index)
            if figure is None:
                continue
            readings = [stated] if stated else list(self._readings(total, column))
            yield from self._rivals(figure, column, total.row, readings, self._doubt(column))

    def _doubt(self, column: Column) -> Doubt:
        return Doubt.SLIP if self.doubted.search(column.header) else Doubt.SURE

    def _stated(self, total: TotalRow, tree: RowTree) -> tuple[Node, ...] | None:
        """The rows that the label itself names."""
        match = _REFERENCES.search(total.row.label.folded)
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

    def _readings(self, total: TotalRow, column: Column) -> Iterable[tuple[Node, ...]]:
        """What the total may add up, the likeliest first."""
        last = total.row is self.grid.rows[-1] or not total.after
        before = list(total.before)
        if last:
            before.reverse()
            before = sorted(before, key=len, reverse=True) if not total.totals else before
        subtotals = self._over_subtotals(total, column)
        first = [total.after] if not total.before else []
        after = [total.after] if total.before and total.after else []
        readings = [reading for reading in (*first, *subtotals, *before, *after, self._carried(total)) if reading]
        return [*readings, *self._narrower(readings)]

    def _narrower(self, readings: Sequence[tuple[Node, ...]]) -> Iterator[tuple[Node, ...]]:
        """The same rows without those of which another row is made up ("Trong đó: …"); and only those that nothing stands below."""
        for rows in readings:
            own = tuple(node for node in rows if not self.of_which.match(node.row.label.folded))
            leaves = tuple(_leaves(rows))
            numbered = tuple(node for node in leaves if node.row.marker is not None)
            yield from (narrow for narrow in (own, leaves, numbered) if narrow and len(narrow) != len(rows))

    def _carried(self, total: TotalRow) -> tuple[Node, ...]:
        """The total before it and the rows since ("Cộng trước thuế", "Thuế GTGT 8%", "Cộng sau thuế")."""
        if not total.totals:
            return ()
        last = total.totals[-1]
        since = tuple(Node(row) for row in self.grid.rows if last.index < row.index < total.row.index)
        return (Node(last), *since) if since else ()

    def _over_subtotals(self, total: TotalRow, column: Column) -> list[tuple[Node, ...]]:
        rows = [row for row in total.totals if column.index in row.figures]
        return [tuple(Node(row) for row in rows)] if len(rows) > 1 and total.row is self.grid.rows[-1] else []

    def _of_parent(self, node: Node, additive: bool) -> Iterator[Claim]:
        for column in self.columns:
            figure = node.row.figures.get(column.index)
            if figure is not None:
                yield from self._rivals(figure, column, node.row, [tuple(node.children)], self._doubt_of_parent(node, column, additive))

    def _doubt_of_parent(self, node: Node, column: Column, additive: bool) -> Doubt:
        """`additive`: the table has a total row. A row without a number over numbered ones may be one more total, or none."""
        if any(self.of_which.match(child.row.label.folded) for child in node.children) or self.of_which.search(node.row.label.folded):
            return Doubt.MUTE
        if node.row.marker is None and any(child.row.marker is not None for child in node.children):
            return Doubt.MUTE if additive else Doubt.SLIP
        return Doubt.SURE if additive or column.measure.unit else Doubt.SLIP

    def _rivals(self, figure: Figure, column: Column, row: Row, readings: Sequence[tuple[Node, ...]], doubt: Doubt) -> Iterator[Claim]:
        topic = f"total {self.grid.table.path} {row.index} {column.index}"
        for position, nodes in enumerate(readings):
            parts = tuple(part for node in nodes for part in node.figures(column.index))
            if not parts or not self._one_kind(figure, parts, column):
                continue
            yield Claim(
                roles={"total": figure, "parts": parts},
                at=figure,
                section=self.grid.caption or self.grid.section.title,
                topic=topic,
                doubt=Doubt.MUTE if position or len(parts) < 2 else doubt,
                words=row.label.value,
                named={"row": row.label.value, "column": column.headers[-1].value if column.headers else ""},
            )

    def _one_kind(self, total: Figure, parts: Sequence[Figure], column: Column) -> bool:
        """Where a column of units says what each row counts, only rows of one unit are added."""
        kinds = {part.counted or part.unit for part in parts}
        return column.measure.known or (len(kinds) == 1 and (total.counted or total.unit) in (*kinds, ""))


def _leaves(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield from _leaves(node.children) if node.children else (node,)
