"""What the parts of one document share while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.flow.grid import MOST_EMPTY
from checker.locales.unreadable import Unreadable


@dataclass
class Context:
    """`tables` counts the tables, `room` the grid positions that may still be left empty; `warnings` says what was left out."""

    path: str
    tables: int = 0
    room: int = MOST_EMPTY
    warnings: list[Unreadable] = field(default_factory=list)

    def warn(self, key: str, **values: str | int) -> None:
        """Something was left out: a key of the locale's problems. It is said once."""
        if (key, values) not in [(warning.key, warning.values) for warning in self.warnings]:
            self.warnings.append(Unreadable(key, **values))
