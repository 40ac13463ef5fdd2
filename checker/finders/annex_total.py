"""A figure that cites an annex, and that annex's total: "đưa 2.000 lao động … (đính kèm Phụ lục 1)".

    find:
      annex_total:
        labels: {vi: [tổng cộng, tổng số, cộng]}     # the rows that say the total
        below: {vi: [bảng sau, biểu sau, như sau]}    # announces the table right below
        changes: {vi: [tăng, giảm, so với]}           # a figure right behind one of these is another thing

Roles: `cited`, `total` (numbers), units converted. The figures are those of the sentence up to the mention; for a table right
below, those of the sentence that announces it. Any total cell of the annex that is equal shows that the figure is one, any other
cell that it is none. Where none is equal, the nearest figure is compared with the one total of its kind if it is the only one of
that kind in the sentence; other figures only where a slip of one digit explains the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.annexes import annex_number
from checker.recognise.cues import Cues, cues, loose_cues
from checker.recognise.grid import Grid
from checker.recognise.kinds import is_plain
from checker.recognise.lists import announces
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_MOST, _MOST_STATED = 4, 12
_REACH = 400


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: Cues
    below: Cues = {}
    changes: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"cited": "number", "total": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    labels, below = loose_cues(options.labels, reading.locale), cues(options.below, reading.locale)
    changes = cues(options.changes, reading.locale)
    mention = reading.locale.pattern("parts", "annex_mention")
    for passage in reading.paragraphs:
        if passage.section.annex:
            continue
        for match in mention.finditer(passage.folded):
            grids = [
                grid for grid in reading.grids if grid.section.annex and annex_number(grid.section.annex) == annex_number(match["name"])
            ]
            host = _host(reading, passage)
            yield from _claims(host, match.start() if host is passage else len(host.text), grids, labels, changes)
        if announces(passage) or below.search(passage.folded):
            yield from _claims(passage, len(passage.text), _right_below(reading, passage), labels, changes)


def _host(reading: Reading, passage: Passage) -> Passage:
    """The passage itself; of a bracket that stands in a line of its own, the one before."""
    above = reading.preceding_passage(passage)
    alone = not passage.figures and passage.folded.lstrip(" *").startswith("(")
    return above if alone and above is not None else passage


def _right_below(reading: Reading, passage: Passage) -> list[Grid]:
    """The table that follows, in a list; none where something else does."""
    return [here for here in reading.following(passage, 1) if isinstance(here, Grid)]


def _totals(grids: Sequence[Grid], labels: re.Pattern[str]) -> list[Figure]:
    """The figures of the total rows, the last row's first."""
    rows = [row for grid in grids for row in grid.rows if labels.match(row.label.folded)]
    return [figure for row in rows[::-1] for figure in row.figures.values()]


def _claims(passage: Passage, position: int, grids: Sequence[Grid], labels: re.Pattern[str], changes: re.Pattern[str]) -> Iterator[Claim]:
    totals = _totals(grids, labels)
    others = [figure for grid in grids for row in grid.rows for figure in row.figures.values()]
    start = max(passage.clauses.sentence(position - 1)[0], position - _REACH)
    near = [f for f in passage.figures_before(position, _MOST_STATED) if f.start >= start]
    before = [f for f in near[:_MOST] if is_plain(f) and f.certain and f.quantity.bound is None and not excluded(passage, f, changes)]
    stated = {total.quantity.value for total in totals for f in near if f.unit == total.unit and f.quantity.value == total.quantity.value}
    for number, figure in enumerate(before):
        fitting = [total for total in totals if _fits(figure, total)]
        if figure.quantity.value not in stated:
            fitting = [total for total in fitting if total.quantity.value not in stated and (not stated or total.unit or total.counted)]
        kin = [f for f in before if (f.unit, f.counted) == (figure.unit, figure.counted)]
        alone = (
            number == 0 and len(kin) == 1 and len({total.quantity.value for total in fitting}) == 1 and bool(figure.unit or figure.counted)
        )
        if _is_another_cell(figure, fitting, others):
            continue
        for total in fitting:
            yield Claim(
                roles={"cited": figure, "total": total},
                at=figure,
                section=passage.section.title,
                topic=f"annex {passage.order} {position} {figure.start}",
                doubt=Doubt.LIKELY if alone else Doubt.SLIP,
                words=passage.text.value[figure.start : position],
                named={"other": total.text},
            )


def _is_another_cell(figure: Figure, totals: Sequence[Figure], cells: Sequence[Figure]) -> bool:
    """Does it state another row of the table, and not the total?"""
    same = [cell for cell in cells if cell.unit == figure.unit and cell.quantity.value == figure.quantity.value]
    return bool(same) and not any(total.quantity.value == figure.quantity.value for total in totals)


def _fits(figure: Figure, total: Figure) -> bool:
    """The same unit, and the same kind of thing where both name it."""
    return figure.unit == total.unit and (figure.counted == total.counted or (not total.counted and not total.unit))
