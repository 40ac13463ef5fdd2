"""Products with their factors: how a total may have been worked out, in a sentence or in the row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import msgspec

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.grid import Row
from checker.recognise.measures import CALENDAR, MONEY
from checker.recognise.naming import caption
from checker.recognise.passages import Passage
from checker.recognise.rates.chains import Chain, chains
from checker.recognise.rates.coefficients import multiples
from checker.recognise.rates.rates import Rate, rates
from checker.recognise.rates.summed import summed
from checker.recognise.rates.terms import counts_of_time, is_called, terms
from checker.recognise.reading import Reading
from checker.units import PERCENT

_FEWEST = 2
_TIMES = ("day", "month", "quarter")


class Worked(NamedTuple):
    """A total and the products that make it up, each given by its factors. `sure`: no other total can be meant; `topic` is the same for
    what are readings of the same words."""

    passage: Passage
    total: Figure
    products: Sequence[Sequence[Figure]]
    sure: bool
    section: str
    topic: str


def in_text(reading: Reading, passage: Passage, words: Patterns) -> Iterator[Worked]:
    """Products that a sentence writes out; a rate by people and months; several rates with one total; multiples of a base."""
    section = passage.section.title
    for chain in chains(passage):
        if chain.product is not None:
            yield Worked(passage, chain.product, (chain.factors,), True, section, f"{chain.factors[0].start}")
    known = rates(passage, words)
    yield from _by_time(reading, passage, known, words)
    yield from _summed(reading, passage, known, words)
    for amount, coefficient, base in multiples(passage, words):
        yield Worked(passage, amount, ((coefficient, base),), True, section, f"{coefficient.start}")


def _by_time(reading: Reading, passage: Passage, known: Sequence[Rate], words: Patterns) -> Iterator[Worked]:
    """So much for each and for each month: the count, the rate and the months."""
    for rate in known:
        if rate.time not in _TIMES:
            continue
        found = terms(passage, rate, known, words, reading.units)
        for times, count, total in product(counts_of_time(passage, rate), found.counts[:1], found.totals[:_FEWEST]):
            sure = total is found.totals[0] and is_called(passage, total, words["total"])
            yield Worked(passage, total, ((count, rate.figure, times),), sure, passage.section.title, f"{count.start}")


def _summed(reading: Reading, passage: Passage, known: Sequence[Rate], words: Patterns) -> Iterator[Worked]:
    for found in summed(passage, known, words, reading.units):
        products = [(count, rate.figure) for count, rate in zip(found.counts, found.rates, strict=True)]
        for total in found.totals:
            sure = total is found.totals[0]
            yield Worked(passage, total, products, sure, passage.section.title, f"{found.rates[0].figure.start}")


def in_tables(reading: Reading) -> Iterator[Worked]:
    """In the row of "Vé máy bay (08 vé x 14.600.000 đồng/vé)": the last amount of money, or the first number of what is no money."""
    for cell in reading.cells:
        if cell.cell is not None and not cell.header and len(cell.figures) >= _FEWEST:
            grid = reading.grids[cell.cell[0]]
            for chain in chains(cell):
                yield from _of_row(cell, grid.rows[cell.cell[1] - grid.header_rows], chain, caption(grid))


def _of_row(cell: Passage, row: Row, chain: Chain, section: str) -> Iterator[Worked]:
    units = {factor.unit for factor in chain.factors} - {"", *CALENDAR}
    if units - MONEY or len(units) > 1:
        return
    unit = next(iter(units), "")
    totals = [_in_unit(f, unit) for _, f in sorted(row.figures.items()) if f.unit in ("", unit) and f.quantity.value]
    likely = totals[-1:] if unit else totals[:1]
    for total in totals:
        sure = total in likely
        yield Worked(cell, total, (chain.factors,), sure, section, f"{chain.factors[0].start}")


def _in_unit(figure: Figure, unit: str) -> Figure:
    return figure if figure.unit == unit else msgspec.structs.replace(figure, unit=unit)


def on_top(reading: Reading, words: Patterns) -> Iterator[Worked]:
    """ "Thuế GTGT 8%" right below a total: so many hundredths of it."""
    for cell in reading.cells:
        shares = [f for f in cell.figures if f.unit == PERCENT]
        if cell.cell is None or cell.header or len(shares) != 1 or not words["on_top"].search(cell.folded) or not _ends(cell, shares[0]):
            continue
        grid = reading.grids[cell.cell[0]]
        index = cell.cell[1] - grid.header_rows
        above, row = grid.rows[index - 1], grid.rows[index]
        if index and words["total"].match(above.label.folded.strip()):
            for column, amount in row.figures.items():
                base = above.figures.get(column)
                if base is not None and amount.unit == base.unit != PERCENT:
                    yield Worked(cell, amount, ((shares[0], base),), True, caption(grid), f"{column}")


def _ends(cell: Passage, figure: Figure) -> bool:
    return not cell.folded[figure.end :].strip(" %).;:*")
