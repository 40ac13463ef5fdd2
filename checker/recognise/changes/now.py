"""What something changed to: the nearest figure before the change, or the one behind "còn", "lên"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figure import Figure
from checker.recognise.changes.comparable import Comparable, Compared
from checker.recognise.passages import Passage

_MOST = 12


def nows(near: Comparable, above: Passage | None) -> list[Compared]:
    """The nearest figures before the change; those behind "còn"; then those earlier in the paragraph and in the one above."""
    start, end = near.passage.clauses.sentence(near.change.cue)
    cue = near.change.cue
    wanted = [f for f in near.passage.figures if (near.is_level(f) or f.pair == "to") and not near.is_change(f)]
    before = _level_first(near, [f for f in wanted if f.start < cue][-_MOST:][::-1])
    inside = [f for f in before if f.start >= start]
    after = [f for f in wanted if cue < f.start < end and (f.pair == "to" or near.behind(f, "now"))]
    earlier = [f for f in before if f.start < start]
    farther = above.figures[-_MOST:][::-1] if above is not None and not inside else ()
    found = [Compared(f, True) for f in (*inside, *after)] + [Compared(f, not inside) for f in (*earlier, *farther)]
    return [compared for compared in found if near.fits(compared.figure)]


def _level_first(near: Comparable, figures: Sequence[Figure]) -> list[Figure]:
    """Those in the same bracket as the change, or all of them outside brackets; then the rest."""
    clauses = near.passage.clauses
    bracket = clauses.bracket_at(near.change.cue)
    level = [f for f in figures if clauses.bracket_at(f.start) in (bracket, None)]
    return [*level, *(f for f in figures if f not in level)]
