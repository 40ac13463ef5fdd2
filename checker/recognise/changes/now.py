"""What something changed to: the nearest figure before the change, or the one behind "còn", "lên"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import islice

from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.changes.comparable import Comparable, Compared
from checker.recognise.passages import Passage

_MOST = 24
_NEAREST = 2
_FIRST = 2


def nows(near: Comparable, above: Passage | None, then: Collection[Figure] = ()) -> list[Compared]:
    """The nearest figures before the change; those behind "còn"; then those earlier in the paragraph and in the one above. `then`: those
    that say how much there was before."""
    start = near.passage.clauses.sentence(near.change.cue)[0]
    before = _level_first(near, [f for f in _before(near) if f not in then])
    inside = [f for f in before if f.start >= start]
    earlier = _subjects_first(near, [f for f in before if f.start < start])
    farther = above.figures[-_MOST:][::-1] if above is not None and not inside else ()
    far = Doubt.FAINT if any(near.fits(f) for f in inside) else Doubt.SLIP
    found = [Compared(f, Doubt.LIKELY) for f in (*inside, *_after(near))] + [Compared(f, far) for f in (*earlier, *farther)]
    return [compared for compared in found if near.fits(compared.figure)]


def _before(near: Comparable) -> list[Figure]:
    """The nearest first."""
    figures = near.passage.figures
    before = bisect_left(figures, near.change.cue, key=lambda f: f.start)
    return list(islice((f for f in reversed(figures[:before]) if _may_be(near, f)), _MOST))


def _after(near: Comparable) -> list[Figure]:
    """Those in the rest of the sentence that a word says it changed to, or that end a range."""
    stretch = (near.change.cue + 1, near.passage.clauses.sentence(near.change.cue)[1])
    said = {figure.start for figure in near.said.between("now", *stretch)}
    return [f for f in near.passage.figures_between(*stretch) if (f.pair == "to" or f.start in said) and _may_be(near, f)]


def _may_be(near: Comparable, figure: Figure) -> bool:
    return (near.is_level(figure) or figure.pair == "to") and not near.is_change(figure)


def _level_first(near: Comparable, figures: Sequence[Figure]) -> list[Figure]:
    """Those in the same bracket as the change, or all of them outside brackets; then the rest."""
    clauses = near.passage.clauses
    bracket = clauses.bracket_at(near.change.cue)
    level = [f for f in figures if clauses.bracket_at(f.start) in (bracket, None)]
    return [*level, *(f for f in figures if f not in level)]


def _subjects_first(near: Comparable, earlier: Sequence[Figure]) -> list[Figure]:
    """The nearest of the kind; then the first of the paragraph, which it is mostly about; then the others."""
    fitting = [f for f in earlier if near.fits(f)]
    chosen = list(dict.fromkeys((*fitting[:_NEAREST], *sorted(fitting, key=lambda f: f.start)[:_FIRST])))
    return [*chosen, *(f for f in fitting if f not in chosen)]
