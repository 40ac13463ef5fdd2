"""A claim: what a report says that a rule can test, with every role filled.

A finder yields claims. Words can be read in more than one way, and a finder says how sure it is:

- Claims with the same `topic` are rival readings of the same words, the likeliest first. The first that holds is taken;
  where none does, the likeliest is.
- `doubt` says when a broken claim counts (checker.doubt).
- Claims with the same `series` come from one structure (two columns, row by row): unless `support` of them hold, the
  structure was misread and none counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import msgspec

from checker.doubt import Doubt
from checker.figure import Written
from checker.formula.stated import Filling
from checker.place import Place


class Claim(msgspec.Struct, frozen=True):
    """`at` is what a finding points at; `section` is the caption or heading under which it stands.

    `tentative` lowers the severity of a finding by one. `words` made it a claim; `named` are texts for the message.
    """

    roles: Mapping[str, Filling]
    at: Written
    section: str = ""
    topic: str = ""
    doubt: Doubt = Doubt.SURE
    series: str = ""
    support: Fraction = Fraction(0)
    tentative: bool = False
    words: str = ""
    named: Mapping[str, str] = {}


class Held(msgspec.Struct, frozen=True):
    """A claim of a long table that holds, as its finder has reckoned: it is counted, and never made. It stands at `place`; `cells` are those
    of the same table whose figures it speaks of, by row and column."""

    place: Place
    cells: tuple[tuple[int, int], ...]
