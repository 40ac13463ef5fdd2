"""Two measures of one thing: "1.367 vụ/2.420 bị cáo", "1.302 vụ - 2.286 bị cáo" are so many cases, with so many defendants.

Two numbers with a slash between them are a part and its whole ("170/100 lao động"), unless each says what it counts and the
two count different things. What is aimed at ("45 người/50 chỉ tiêu") may be counted in other words and is a whole all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from checker.figure import Figure, Written
from checker.locales import Locale
from checker.recognise.measures import read_measure
from checker.text import Text
from checker.units import RATIOS

_JOINS = re.compile(r"\s?[/-]\s?")
_LONGEST = 40
_MARKS = frozenset({"/", "-"})
_AIMS = frozenset({"indicator", "position"})


def second_measures(text: Text, written: Sequence[Written], locale: Locale) -> list[Written]:
    """The same, the second measure of a thing marked as one."""
    out = list(written)
    for i, (one, other) in enumerate(pairwise(written)):
        if isinstance(one, Figure) and isinstance(other, Figure) and _of_one_thing(text, one, other, locale):
            out[i] = msgspec.structs.replace(out[i], pair=_unpaired(one, "over"))
            out[i + 1] = msgspec.structs.replace(other, pair=_unpaired(other, "under"), beside=True)
    return out


def _of_one_thing(text: Text, one: Figure, other: Figure, locale: Locale) -> bool:
    if other.start - one.end > _LONGEST or text.folded[one.end : other.start].rstrip()[-1:] not in _MARKS or not _differ(one, other):
        return False
    end = read_measure(text.folded, one.end, locale).end
    return end > one.end and _JOINS.fullmatch(text.folded, end, other.start) is not None


def _differ(one: Figure, other: Figure) -> bool:
    """Do both say what they count, and not the same?"""
    kinds = (one.unit or one.counted, other.unit or other.counted)
    return all(kinds) and kinds[0] != kinds[1] and not RATIOS.intersection(kinds) and not _AIMS.intersection(kinds)


def _unpaired(figure: Figure, pair: str) -> str:
    return "" if figure.pair == pair else figure.pair
