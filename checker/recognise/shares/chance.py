"""Would a slip explain a percentage of what is not its whole by chance?"""

from __future__ import annotations

from checker.figure import Figure
from checker.recognise.restated.lookalikes import significant
from checker.recognise.shares.wholes import Share

_LIKELY = 0.5
_MOST = 0.05
_SLIPS = 9
"""Of each digit."""


def is_clear(share: Share, percent: Figure) -> bool:
    """Is it likely the whole, and a mistake unlikely to look like a slip?"""
    return share.likely > _LIKELY and (1 - share.likely) * by_chance(share, percent) < _MOST


def by_chance(share: Share, percent: Figure) -> float:
    """How often figures that have nothing to do with one another would be one slip from agreeing: the values within a slip of them, of
    all those that the percentage could have. A percentage of few digits tells little, and so does one of small numbers."""
    digits, part, whole = (significant(figure) for figure in (percent, share.part, share.whole))
    slips = _SLIPS * (digits + min(part, digits) + min(whole, digits))
    return float(min(1.0, slips / 10 ** min(digits, part + whole)))
