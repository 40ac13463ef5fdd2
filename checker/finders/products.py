"""A product and its factors: "43 trẻ, mức 300.000 đồng/trẻ/tháng trong 04 tháng, thành tiền 51.600.000 đồng".

    find:
      products:
        each: {vi: [mỗi]}                         # as in `rate`
        norm: {vi: [mức, đơn giá]}
        mean: {vi: [bình quân]}
        total: {vi: [thành tiền, tổng]}
        not_these: {vi: [kế hoạch, so với]}

Roles: `total` (number), `worked` (expression). What is multiplied: what a sentence writes out ("1.420 suất x 200.000 đồng = 284 triệu
đồng"), or the label of a row that gives the amount; a rate by people and months; several rates that share one total ("xây mới 14 căn
(60 triệu đồng/căn) và sửa chữa 08 căn (30 triệu đồng/căn), tổng kinh phí 1.080 triệu đồng").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure
from checker.formula.expression import Expression, Operation, Role
from checker.formula.stated import Stated
from checker.recognise.cues import Cues, Patterns, patterns
from checker.recognise.grid import Row
from checker.recognise.measures import CALENDAR, MONEY
from checker.recognise.naming import caption
from checker.recognise.passages import Passage
from checker.recognise.rates.chains import Chain, chains
from checker.recognise.rates.rates import Rate, rates
from checker.recognise.rates.summed import summed
from checker.recognise.rates.terms import counts_of_time, is_called, terms
from checker.recognise.reading import Reading

_FEWEST = 2
_TIMES = ("day", "month", "quarter")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    each: Cues = {}
    norm: Cues = {}
    mean: Cues = {}
    total: Cues = {}
    not_these: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"total": "number", "worked": "expression"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    for passage in reading.paragraphs:
        if len(passage.figures) > _FEWEST:
            yield from _written_out(passage)
            known = rates(passage, words)
            yield from _by_time(reading, passage, known, words)
            yield from _summed(reading, passage, known, words)
    yield from _in_labels(reading)


def _written_out(passage: Passage) -> Iterator[Claim]:
    for chain in chains(passage):
        if chain.product is not None:
            yield _claim(passage, chain.product, (chain.factors,), passage.section.title, Doubt.SLIP)


def _by_time(reading: Reading, passage: Passage, known: Sequence[Rate], words: Patterns) -> Iterator[Claim]:
    """So much for each and for each month: the count, the rate and the months."""
    for rate in known:
        if rate.time not in _TIMES:
            continue
        found = terms(passage, rate, known, words, reading.units)
        for times, count, total in product(counts_of_time(passage, rate), found.counts[:1], found.totals[:_FEWEST]):
            sure = total is found.totals[0] and is_called(passage, total, words["total"])
            yield _claim(passage, total, ((count, rate.figure, times),), passage.section.title, Doubt.SLIP if sure else Doubt.MUTE)


def _summed(reading: Reading, passage: Passage, known: Sequence[Rate], words: Patterns) -> Iterator[Claim]:
    for found in summed(passage, known, words, reading.units):
        terms_ = [(count, rate.figure) for count, rate in zip(found.counts, found.rates, strict=True)]
        for total in found.totals:
            doubt = Doubt.SLIP if total is found.totals[0] else Doubt.MUTE
            yield _claim(passage, total, terms_, passage.section.title, doubt, f"{found.rates[0].figure.start}")


def _in_labels(reading: Reading) -> Iterator[Claim]:
    """In the row of "Vé máy bay (08 vé x 14.600.000 đồng/vé)": the last amount of money, or the first number of what is no money."""
    for cell in reading.cells:
        if cell.cell is not None and not cell.header and len(cell.figures) >= _FEWEST:
            grid = reading.grids[cell.cell[0]]
            row = grid.rows[cell.cell[1] - grid.header_rows]
            for chain in chains(cell):
                yield from _of_row(cell, row, chain, caption(grid))


def _of_row(cell: Passage, row: Row, chain: Chain, section: str) -> Iterator[Claim]:
    units = {factor.unit for factor in chain.factors} - {"", *CALENDAR}
    if units - MONEY or len(units) > 1:
        return
    unit = next(iter(units), "")
    totals = [_in_unit(f, unit) for _, f in sorted(row.figures.items()) if f.unit in ("", unit) and f.quantity.value]
    likely = totals[-1:] if unit else totals[:1]
    for total in totals:
        yield _claim(cell, total, (chain.factors,), section, Doubt.SLIP if total in likely else Doubt.MUTE)


def _in_unit(figure: Figure, unit: str) -> Figure:
    return figure if figure.unit == unit else msgspec.structs.replace(figure, unit=unit)


def _claim(passage: Passage, total: Figure, terms_: Sequence[Sequence[Figure]], section: str, doubt: Doubt, topic: str = "") -> Claim:
    operands = {f"f{i}_{j}": _factor(f) for i, term in enumerate(terms_) for j, f in enumerate(term)}
    first = terms_[0][0]
    expression = _sum([_product([Role(f"f{i}_{j}") for j in range(len(term))]) for i, term in enumerate(terms_)])
    written = passage.text.value[first.start : terms_[-1][-1].end]
    worked = Stated(text=written, place=first.place, expression=expression, operands=operands)
    return Claim(
        roles={"total": total, "worked": worked},
        at=total,
        section=section,
        topic=f"product {passage.order} {passage.cell} {topic or first.start}",
        doubt=doubt,
        words=written,
    )


def _product(factors: Sequence[Expression]) -> Expression:
    product = factors[0]
    for factor in factors[1:]:
        product = Operation("*", product, factor)
    return product


def _sum(addends: Sequence[Expression]) -> Expression:
    total = addends[0]
    for addend in addends[1:]:
        total = Operation("+", total, addend)
    return total


def _factor(figure: Figure) -> Figure:
    """A factor as it is written; how many days or months there are, whatever the slash says of them."""
    unit = figure.unit if figure.unit in MONEY else ""
    return msgspec.structs.replace(figure, unit=unit, quantity=msgspec.structs.replace(figure.quantity, step=Fraction(0)))
