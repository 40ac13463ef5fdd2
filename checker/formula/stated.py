"""A formula that the document itself states ("(6) = (4) x (5)", "TỔNG CỘNG (1+2+3+4+5)"), bound to its figures."""

from __future__ import annotations

from collections.abc import Mapping

from checker.figure import Figure, Written
from checker.formula.expression import Expression


class Stated(Written, frozen=True, kw_only=True):
    """`expression` speaks of `operands` by name."""

    expression: Expression
    operands: Mapping[str, Figure]


Filling = Written | tuple[Written, ...]
"""What plays a role: one thing written, or a list of them."""
