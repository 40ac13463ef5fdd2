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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure, Run, how_many
from checker.recognise.addends import REFERENCES, Addends
from checker.recognise.condensed import Condensed
from checker.recognise.cues import Cues, cues, loose_cues
from checker.recognise.grid import Column, Grid, LongTable, Row
from checker.recognise.grid.long import Stretch
from checker.recognise.reading import Reading
from checker.recognise.rowtree import Node, RowTree, TotalRow, row_tree
from checker.recognise.subtotals import subtotals
from checker.units import PERCENT

_SEVERAL = 3
_ONLY = re.compile(r"[\s:.()+\d*…ivx-]*\Z")

LONG = "columns"


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


def gather(reading: Reading, table: LongTable, options: Options) -> _Long:
    return _Long(reading, table, options)


class _Long:
    """A long table: its rows taken together, where none of them is a total."""

    def __init__(self, reading: Reading, table: LongTable, options: Options) -> None:
        self.reading = reading
        self.options = options
        apart = (cues(options.of_which, reading.locale), REFERENCES)
        labels = loose_cues(options.labels, reading.locale)
        self.condensed = Condensed(
            table,
            [column.index for column in _Table(reading, replace(table.proof, rows=()), options).columns],
            lambda row: labels.match(row.label.folded.strip()) is not None,
            lambda row: any(words.search(row.label.folded) is not None for words in apart),
        )

    def add(self, stretch: Stretch) -> None:
        self.condensed.add(stretch)

    def claims(self) -> Iterator[Claim]:
        grid = self.condensed.grid()
        return iter(()) if grid is None else _Table(self.reading, grid, self.options).claims()

    @property
    def gave_up(self) -> bool:
        return self.condensed.is_full


class _Table:
    def __init__(self, reading: Reading, grid: Grid, options: Options) -> None:
        self.grid = grid
        self.labels = loose_cues(options.labels, reading.locale)
        self.of_which = cues(options.of_which, reading.locale)
        self.doubted = loose_cues(options.doubted, reading.locale)
        self.not_added = loose_cues(options.not_added, reading.locale)
        self.columns = [column for column in grid.numbers if self._can_be_added(column)]
        self.subtotals = subtotals(grid, [column.index for column in self.columns], self._is_announced)
        self.addends = Addends(grid, self.columns, self.of_which, self.subtotals)
        self.subtotalled = {subtotal.row.index for subtotal in self.subtotals}

    def claims(self) -> Iterator[Claim]:
        if not self.columns:
            return
        tree = row_tree(self.grid, self._is_total)
        for total in tree.totals:
            yield from self._of_total(total, tree)
        for node in tree.nodes:
            if sum(child.row.many for child in node.children) > 1:
                yield from self._of_parent(node, bool(tree.totals))
        if not tree.numbered:
            yield from self._unannounced()

    def _unannounced(self) -> Iterator[Claim]:
        """Subtotals that only their arithmetic shows."""
        for subtotal in self.subtotals:
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
        edge = row in (self.grid.rows[0], self.grid.rows[-1]) or row.index in self.subtotalled
        return bool(_ONLY.match(rest)) or REFERENCES.search(rest) is not None or edge or self.grid.of_kind("numbering") is not None

    def _is_announced(self, row: Row) -> bool:
        return self.labels.match(row.label.folded.strip()) is not None

    def _of_total(self, total: TotalRow, tree: RowTree) -> Iterator[Claim]:
        stated = self.addends.stated(total, tree)
        groups = () if stated else self.addends.by_groups(total)
        for column in self.columns:
            figure = total.row.figures.get(column.index)
            if figure is None:
                continue
            doubt = Doubt.SLIP if not stated and self._is_item(total.row) else self._doubt(column)
            for group in groups:
                yield from self._rivals(figure, column, total.row, [group], doubt, f"by {group[0].row.index}")
            if groups:
                continue
            readings = [stated] if stated else list(self.addends.of(total, column))
            yield from self._rivals(figure, column, total.row, readings, doubt)

    def _doubt(self, column: Column) -> Doubt:
        return Doubt.SLIP if self.doubted.search(column.header) else Doubt.SURE

    def _is_item(self, row: Row) -> bool:
        """The first row says what it is the total of: "Tổng doanh thu" over costs and profits is one of the items."""
        label = row.label.folded.strip()
        match = self.labels.match(label)
        return row is self.grid.rows[0] and match is not None and not _ONLY.match(label[match.end() :])

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

    def _rivals(
        self, figure: Figure, column: Column, row: Row, readings: Sequence[tuple[Node, ...]], doubt: Doubt, group: str = ""
    ) -> Iterator[Claim]:
        topic = f"total {self.grid.table.path} {row.index} {column.index} {group}"
        for position, nodes in enumerate(readings):
            parts = tuple(part for node in nodes for part in node.figures(column.index))
            if not parts or not self._one_kind(figure, parts, column):
                continue
            yield Claim(
                roles={"total": figure, "parts": _loosened(figure, parts)},
                at=figure,
                section=self.grid.caption or self.grid.section.title,
                topic=topic,
                doubt=Doubt.MUTE if position or how_many(parts) < 2 else Doubt.SLIP if _is_among(figure, parts) else doubt,
                words=row.label.value,
                named={"row": row.label.value, "column": column.headers[-1].value if column.headers else ""},
            )

    def _one_kind(self, total: Figure, parts: Sequence[Figure], column: Column) -> bool:
        """Where a column of units says what each row counts, only rows of one unit are added."""
        kinds = {part.counted or part.unit for part in parts}
        return column.measure.known or (len(kinds) == 1 and (total.counted or total.unit) in (*kinds, ""))


def _is_among(total: Figure, parts: Sequence[Figure]) -> bool:
    """With decimals, and neither less than all parts nor more than all: a mean or an index rather than a sum."""
    values = [value for part in parts for value in ((part.least, part.most) if isinstance(part, Run) else (part.quantity.value,))]
    written = any(not part.quantity.whole for part in (total, *parts))
    return written and how_many(parts) >= _SEVERAL and min(values) <= total.quantity.value <= max(values)


def _loosened(total: Figure, parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Runs whose figures add up exactly do so among their like only."""
    if len({(part.unit, part.quantity.step) for part in (total, *parts)}) == 1 and all(part.quantity.whole for part in (total, *parts)):
        return parts
    return tuple(
        msgspec.structs.replace(part, quantity=msgspec.structs.replace(part.quantity, step=part.steps)) if isinstance(part, Run) else part
        for part in parts
    )
