"""How sure a finder is of a claim: words can be read in more than one way.

A broken claim counts always (SURE); if it is off by a tenth at most, or one slip explains it (LIKELY: what is farther off was
rather misread than miswritten); if one wrong or swapped digit explains it (SLIP); the same, but not for a gap of less than ten
among small numbers, which any digit explains (FAINT); never, it only shows that the words can be read as true (MUTE).
"""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    SLIP = "slip"
    FAINT = "faint"
    MUTE = "mute"


_FROM_SURE = (*Doubt,)


def weakest(*doubts: Doubt) -> Doubt:
    """The least sure of several."""
    return max(doubts, key=_FROM_SURE.index)
