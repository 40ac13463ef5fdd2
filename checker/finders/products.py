"""A product and its factors: "43 trẻ, mức 300.000 đồng/trẻ/tháng trong 04 tháng, thành tiền 51.600.000 đồng".

    find:
      products:
        each: {vi: [mỗi]}                         # as in `rate`
        norm: {vi: [mức, đơn giá]}
        mean: {vi: [bình quân]}
        total: {vi: [thành tiền, tổng]}
        not_these: {vi: [kế hoạch, so với]}
        coefficient: {vi: [hệ số]}                # "hệ số 1,5 tương ứng 540.000 đồng": of a figure behind a word of `base`
        base: {vi: [mức chuẩn]}
        on_top: {vi: [thuế, dự phòng]}            # in the label of a row that is a percentage of the total above it

Roles: `total` (number), `worked` (expression). What is multiplied: what a sentence writes out ("1.420 suất x 200.000 đồng = 284 triệu
đồng"), or the label of a row that gives the amount; a rate by people and months; several rates that share one total ("xây mới 14 căn
(60 triệu đồng/căn) và sửa chữa 08 căn (30 triệu đồng/căn), tổng kinh phí 1.080 triệu đồng"); a coefficient and its base; the tax on a total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.formula.expression import Expression, Number, Operation, Role
from checker.formula.stated import Stated
from checker.recognise.cues import Cues, patterns
from checker.recognise.measures import MONEY
from checker.recognise.rates.worked import Worked, in_tables, in_text, on_top
from checker.recognise.reading import Reading
from checker.units import PERCENT

_FEWEST = 2
_HUNDRED = Number(Fraction(100))


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    each: Cues = {}
    norm: Cues = {}
    mean: Cues = {}
    total: Cues = {}
    not_these: Cues = {}
    coefficient: Cues = {}
    base: Cues = {}
    on_top: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"total": "number", "worked": "expression"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    for passage in reading.paragraphs:
        if len(passage.figures) > _FEWEST:
            yield from map(_claim, in_text(reading, passage, words))
    yield from map(_claim, in_tables(reading))
    yield from map(_claim, on_top(reading, words))


def _claim(worked: Worked) -> Claim:
    passage, total, products, sure, section, topic = worked
    operands = {_name(i, j): _factor(f) for i, factors in enumerate(products) for j, f in enumerate(factors)}
    expression = _joined("+", [_joined("*", [_term(i, j, f) for j, f in enumerate(factors)]) for i, factors in enumerate(products)])
    written = passage.text.value[products[0][0].start : products[-1][-1].end]
    first = products[0][0]
    return Claim(
        roles={"total": total, "worked": Stated(text=written, place=first.place, expression=expression, operands=operands)},
        at=total,
        section=section,
        topic=f"product {passage.order} {passage.cell} {topic}",
        doubt=Doubt.SLIP if sure else Doubt.MUTE,
        words=written,
    )


def _name(product: int, factor: int) -> str:
    return f"f{product}_{factor}"


def _term(product: int, factor: int, figure: Figure) -> Expression:
    """A percentage is so many hundredths."""
    role = Role(_name(product, factor))
    return Operation("/", role, _HUNDRED) if figure.unit == PERCENT else role


def _joined(operator: str, terms: Sequence[Expression]) -> Expression:
    joined = terms[0]
    for term in terms[1:]:
        joined = Operation(operator, joined, term)
    return joined


def _factor(figure: Figure) -> Figure:
    """A factor as it is written; how many days or months there are, whatever the slash says of them."""
    unit = figure.unit if figure.unit in MONEY else ""
    return msgspec.structs.replace(figure, unit=unit, quantity=msgspec.structs.replace(figure.quantity, step=Fraction(0)))
