"""Would a slip explain a percentage of what is not its whole by chance?"""

from __future__ import annotations

from fractions import Fraction

from checker.figure import Figure
from checker.recognise.restated.lookalikes import significant
from checker.recognise.shares.wholes import Share

_LIKELY, _LIKELY_NEARBY, _SURELY = 0.35, 0.5, 0.9
_MOST = 0.035
_SLIPS = 9
"""Of each digit."""
_NEAR = Fraction(1, 10)
_LIKELIER = 8
_ALL = 100


def is_clear(share: Share, percent: Figure) -> bool:
    """Is it surely the whole, or likely, and a mistake unlikely to look like a slip?"""
    least = _LIKELY_NEARBY if _agrees_nearly(share, percent) else _LIKELY
    risk = (1 - share.likely) * by_chance(share, percent)
    return share.likely > _SURELY or (share.likely > least and risk < _MOST)


def by_chance(share: Share, percent: Figure) -> float:
    """How often figures that have nothing to do with one another would be one slip from agreeing: the values within a slip of them, of
    all those that the percentage could have. A percentage of few digits tells little, and so does one of small numbers. Much likelier
    is one that agrees nearly: it may be of a whole that is hardly larger."""
    digits, part, whole = (significant(figure) for figure in (percent, share.part, share.whole))
    slips = _SLIPS * (digits + min(part, digits) + min(whole, digits))
    by_nothing = slips / 10 ** min(digits, part + whole)
    return float(min(1.0, by_nothing * (_LIKELIER if _agrees_nearly(share, percent) else 1)))


def _agrees_nearly(share: Share, percent: Figure) -> bool:
    stated, computed = percent.quantity.value, _ALL * share.part.quantity.value / share.whole.quantity.value
    return abs(stated - computed) <= _NEAR * max(stated, computed)
