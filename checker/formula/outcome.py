"""What was decided on a claim: it holds, by rounding only, is broken, or cannot be decided."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import msgspec

BOUND = "bound"
"""The reason why a claim cannot be decided whose figures are bounds ("gần 3.800")."""


class Verdict(StrEnum):
    HOLDS = "holds"
    ROUNDING = "rounding"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Outcome(msgspec.Struct, frozen=True):
    """`stated` and `computed` in base units; `strained` marks a sum that rounding explains only just (more than three
    standard deviations); `reason` says why nothing could be decided."""

    verdict: Verdict
    stated: Fraction | None = None
    computed: Fraction | None = None
    strained: bool = False
    reason: str = ""
