"""A column that is the sum of others: men and women, quarters, kinds.

    find:
      columns:
        labels: {vi: [tổng số, cộng], en: [total]}   # a header that says so needs less evidence from the rows; a row that says so
                                                     # carries on a mistake of another row and is no evidence against it
        of_which: {vi: [trong đó]}                   # columns under such a header need not make up the whole
        not_rows: {vi: [so với, bình quân]}          # rows of rates and means, which seldom add up

Roles: `total` (number), `parts` (list of number); one claim a row. Which columns are parts is shown by the rows: most of
them must fit. An empty cell counts as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.recognise.cues import Cues, cues, loose_cues
from checker.recognise.grid import Grid
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.recognise.relations import Relation, fits_sum, is_mixed, parts_of, sum_relations, weigh

_MOST_SHARE = Fraction(3, 5)
_UNLABELLED_SHARE = Fraction(3, 4)

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues
    of_which: Cues = {}
    not_rows: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"total": "number", "parts": "numbers"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for grid in reading.grids:
        for relation in _chosen(grid, reading, options):
            yield from _claims(grid, relation, loose_cues(options.not_rows, reading.locale))


def _chosen(grid: Grid, reading: Reading, options: Options) -> list[Relation]:
    """For each total column the relation with the best evidence; no two that explain each other."""
    labels, of_which = loose_cues(options.labels, reading.locale), cues(options.of_which, reading.locale)
    headers = {column.index: column.header for column in grid.columns}
    best: dict[int, Relation] = {}
    for relation in sum_relations(grid):
        labelled = labels.search(headers[relation.target]) is not None
        within = sum(of_which.search(headers[operand]) is not None for operand in relation.operands)
        named = labelled and not is_mixed(grid, relation)
        if relation.target not in best and (
            _enough(relation, named, bool(within)) or (named and _enough_but_totals(grid, relation, labels))
        ):
            best[relation.target] = relation
    return [r for r in best.values() if not any(o in best and r.target in best[o].operands and _prefer(best[o], r) for o in r.operands)]


def _enough(relation: Relation, labelled: bool, of_which: bool) -> bool:
    if of_which:
        return relation.hits >= 2 and relation.share >= _UNLABELLED_SHARE
    if labelled:
        return (relation.hits >= 1 and relation.rows <= 2 and 2 * relation.hits >= relation.rows) or (
            relation.hits >= 2 and relation.share >= _MOST_SHARE
        )
    return relation.hits >= 3 and relation.share >= _UNLABELLED_SHARE


def _enough_but_totals(grid: Grid, relation: Relation, labels: re.Pattern[str]) -> bool:
    rows = [row for row in grid.rows if not labels.search(row.label.folded)]
    return len(rows) < len(grid.rows) and _enough(
        weigh(grid, relation.target, relation.operands, fits_sum, blanks=True, among=rows), True, False
    )


def _prefer(one: Relation, other: Relation) -> bool:
    return (one.hits, len(one.operands)) > (other.hits, len(other.operands))


def _claims(grid: Grid, relation: Relation, not_rows: re.Pattern[str]) -> Iterator[Claim]:
    below = False  # a line of its own that says so ("Tỷ lệ tăng (%)")
    for row in grid.rows:
        below = below if row.figures else any(not_rows.search(cell.text.folded) for cell in row.cells)
        total = row.figures.get(relation.target)
        parts = parts_of(grid, row, relation.target, relation.operands)
        if total is not None and parts and (len(parts) > 1 or len(parts) == len(relation.operands)):
            yield Claim(
                roles={"total": total, "parts": parts},
                at=total,
                section=caption(grid),
                topic=f"columns {grid.table.path} {row.index} {relation.target}",
                doubt=Doubt.MUTE if below else Doubt.SLIP if not_rows.search(row.label.folded) else Doubt.SURE,
                words=grid.columns[relation.target].header,
                named=cell_names(grid, row, relation.target),
            )
