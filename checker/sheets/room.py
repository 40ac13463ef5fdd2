"""How much may be looked at to tell what the formulas of a document give."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LOOKED_AT = 5_000_000


class NotDecided(Exception):
    """It cannot be told what the formula gives."""


@dataclass
class Room:
    """How many cells may still be looked at: a column of running totals would otherwise be read over and over."""

    left: int = MOST_LOOKED_AT

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise NotDecided
