"""Automatic numbering: the marker that is shown before a paragraph ("1.", "a)", "II.", "1.2.", "-").

Lists that share one definition go on counting. A level begins anew when a level above it advances.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from checker.flow.numerals import formatted

DEPTHS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_BULLETS = {
    "+": "+",
    "*": "*",
    "\u2013": "\u2013",
    "\u2022": "\u2022",
    "\u00b7": "\u2022",
    "\uf0b7": "\u2022",
    "\u25aa": "\u25aa",
    "\uf0a7": "\u25aa",
}


@dataclass(frozen=True)
class Level:
    """How one level of a list is shown: `pattern` has %1 where the number of the first level goes. `restart` is the number of levels
    above it whose advance begins it anew; `plain`: every number in digits; `style`: the paragraph style that it belongs to."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int = DEPTHS
    style: str = ""
    plain: bool = False


class Counters:
    """How far each list of one part has counted. `definition` is what lists that go on counting have in common."""

    def __init__(self) -> None:
        self._counts: dict[Hashable, dict[int, int]] = defaultdict(dict)

    def begin(self, definition: Hashable, depths: Iterable[int]) -> None:
        """These levels begin anew."""
        for depth in depths:
            self._counts[definition].pop(depth, None)

    def next(self, definition: Hashable, levels: Mapping[int, Level], depth: int, start: int | None = None) -> str:
        """The marker of the next paragraph at a depth (from 0), "" where none is shown. `start` is the number that it is given."""
        if depth not in levels:
            return ""
        counts = self._counts[definition]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1 if start is None else start
        for lower in [d for d in counts if d > depth and depth < levels.get(d, Level()).restart]:
            del counts[lower]
        return _shown(levels, depth, counts)


def bullet(sign: str) -> str:
    """The sign of a bullet as it is written by hand."""
    return _BULLETS.get(sign.strip(), "-")


def _shown(levels: Mapping[int, Level], depth: int, counts: Mapping[int, int]) -> str:
    level = levels[depth]
    if level.format == "bullet":
        return bullet(level.pattern)

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        shown = levels.get(at, Level())
        return formatted(counts.get(at, shown.start), "decimal" if level.plain else shown.format)

    return _PLACEHOLDER.sub(one, level.pattern).strip()
