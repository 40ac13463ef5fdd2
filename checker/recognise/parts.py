"""The parts of a list in prose: one figure a segment, each with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import msgspec

from checker.figure import Figure
from checker.quantity import Bound, Quantity
from checker.formula.decide import OTHERS
from checker.recognise.kinds import is_plain, may_be_part
from checker.recognise.passages import Passage, Stretch

_SEPARATORS = re.compile(r"[;,\n]|\s[-–+]\s")
_STRONG = re.compile(r"[;\n]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W{0,3}\Z")


@dataclass(frozen=True)
class Listing:
    """The figures of a list, segment by segment; `strong` says before which segments a semicolon or a new line stands."""

    slots: tuple[tuple[Figure, ...], ...]
    segments: tuple[Stretch, ...]
    strong: tuple[bool, ...]


def listing(stretches: Sequence[Stretch], joiner: re.Pattern[str], not_parts: re.Pattern[str]) -> Listing:
    """The plain figures of each segment of a list, without those behind words that say they are no parts."""
    slots: list[tuple[Figure, ...]] = []
    segments: list[Stretch] = []
    strong: list[bool] = []
    for stretch in stretches:
        for first, block in enumerate(stretch.split(_STRONG)):
            for second, segment in enumerate(_segments(block, joiner)):
                segments.append(segment)
                slots.append(figures_of(segment, not_parts))
                strong.append(bool(first) and second == 0)
    return Listing(tuple(slots), tuple(segments), tuple(strong))


def _segments(block: Stretch, joiner: re.Pattern[str]) -> Iterator[Stretch]:
    """Cut at commas; and at "and" where both sides have figures of their own."""
    for segment in block.split(_SEPARATORS):
        pieces = segment.split(joiner)
        if len(pieces) > 1 and all(_outer(piece) for piece in pieces):
            yield from pieces
        elif len(pieces) > 1 and len(_outer(segment)) > 1:
            yield from _merged(pieces)
        else:
            yield segment


def _merged(pieces: list[Stretch]) -> Iterator[Stretch]:
    """Pieces without a figure belong to the one after them ("cán bộ và công chức 12 người")."""
    start = pieces[0].start
    for piece in pieces:
        if _outer(piece):
            yield piece._replace(start=start)
            start = piece.end
    if start < pieces[-1].end:
        yield pieces[-1]._replace(start=start)


def _outer(segment: Stretch) -> list[Figure]:
    """The plain figures that stand outside the segment's brackets."""
    inner = segment.passage.clauses.within(segment.start, segment.end)
    return [f for f in segment.figures if is_plain(f) and not any(b.start < f.start < b.end for b in inner)]


def figures_of(segment: Stretch, not_parts: re.Pattern[str]) -> tuple[Figure, ...]:
    """The figures of a segment that may be parts; those in its brackets only where there are none outside."""
    figures = _outer(segment)
    if not figures:
        inner = segment.passage.clauses.within(segment.start, segment.end)
        figures = [f for b in inner for f in segment.passage.figures_between(b.start, b.end) if is_plain(f)][:1]
        inside_only = [b for b in inner if any(b.start < f.start < b.end for f in figures)]
        if figures and inside_only and segment.passage.folded[inside_only[0].start + 1 : figures[0].start].strip():
            return ()
    folded = segment.passage.folded
    return tuple(f for f in figures if not not_parts.search(folded, segment.start, f.start))


def word_before(passage: Passage, figure: Figure) -> str:
    """The last word before a figure: "chết" in "làm chết 96 người"."""
    match = _LAST_WORD.search(passage.folded, max(0, figure.start - 24), figure.start)
    return match[1] if match else ""


def adopt(whole: Figure, part: Figure) -> Figure | None:
    """The part in the unit of the whole where it leaves its own out; None where it cannot be a part."""
    if not may_be_part(whole, part):
        return None
    if part.unit == whole.unit:
        return part
    quantity = part.quantity.times(Fraction(10) ** whole.power)
    step = quantity.step if quantity.step else Fraction(10) ** whole.power
    exact = not whole.power and quantity.whole
    return msgspec.structs.replace(
        part, unit=whole.unit, power=whole.power, quantity=msgspec.structs.replace(quantity, step=Fraction(0) if exact else step)
    )


def others(figure: Figure) -> Figure:
    """What an open list leaves out: anything from nothing up, in the unit of the whole."""
    nothing = Quantity(Fraction(0), bound=Bound.AT_LEAST)
    return msgspec.structs.replace(figure, text="", quantity=nothing, pair=OTHERS, label="")
