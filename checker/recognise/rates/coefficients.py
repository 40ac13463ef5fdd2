"""Multiples of a base: "mức chuẩn 360.000 đồng/tháng …: hệ số 1,5 tương ứng 540.000 đồng; hệ số 2,0 tương ứng 720.000 đồng"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.measures import MONEY
from checker.recognise.passages import Passage

_NEAR, _BASE_REACH = 6, 120
_AMOUNT_REACH = 60


class Multiple(NamedTuple):
    """An amount, and the coefficient and the base that make it."""

    amount: Figure
    coefficient: Figure
    base: Figure


def multiples(passage: Passage, words: Patterns) -> Iterator[Multiple]:
    """Every coefficient that is followed by its amount, with the nearest base before it."""
    for match in words["coefficient"].finditer(passage.folded, passage.begin):
        following = passage.figures_between(match.end(), match.end() + _AMOUNT_REACH)[:2]
        if len(following) < 2 or following[0].start > match.end() + _NEAR or following[0].unit or following[0].counted:
            continue
        coefficient, amount = following
        between = passage.folded[coefficient.end : amount.start]
        base = _base(passage, match.start(), words)
        if base is not None and amount.unit == base.unit and ";" not in between and not words["coefficient"].search(between):
            yield Multiple(amount, coefficient, base)


def _base(passage: Passage, position: int, words: Patterns) -> Figure | None:
    for figure in passage.figures_before(position, len(passage.figures)):
        before = passage.figures_before(figure.start, 1)
        start = max([passage.begin, figure.start - _BASE_REACH, *(f.end for f in before)])
        if figure.unit in MONEY and figure.quantity.bound is None and words["base"].search(passage.folded, start, figure.start):
            return figure
    return None
