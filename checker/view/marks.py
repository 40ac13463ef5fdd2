"""Where in a text figures, and what findings speak of, stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.figure import Written
from checker.place import Place, Spot
from checker.text import Text
from checker.view.shape import Mark

_NEAR = 12


class Sought:
    """Things written, to be found in the texts that they stand in, by their places."""

    def __init__(self, written: Iterable[Written]) -> None:
        stretches: dict[Spot, list[tuple[int, Written]]] = defaultdict(list)
        for one in {one.place.spot: one for one in sorted(written, key=_length) if one.place.spot}.values():
            stretches[_stretch(one.place)].append((_position(one.place), one))
        self._stretches = {key: sorted(found, key=lambda pair: pair[0]) for key, found in stretches.items()}

    def within(self, text: Text) -> Iterator[Mark]:
        """Those that stand in a text."""
        if not self._stretches:
            return
        ends = [*(mark.offset for mark in text.marks[1:]), len(text)]
        for mark, end in zip(text.marks, ends, strict=True):
            found = self._stretches.get(_stretch(mark.place))
            if not found:
                continue
            begin = _position(mark.place)
            for position, one in found[bisect_left(found, begin, key=lambda pair: pair[0]) :]:
                start = mark.offset + position - begin
                if start >= end:
                    break
                yield Mark(start, min(len(text), _end(text.value, start, one)), one.place.spot)


def marks_of(text: Text, figures: Iterable[Written], sought: Sought) -> tuple[Mark, ...]:
    """The marks of a text: the figures read from it, and what is sought in it."""
    found: dict[Spot, Mark] = {}
    for mark in (*(Mark(one.start, one.end, one.place.spot) for one in figures), *sought.within(text)):
        if mark.spot and (mark.spot not in found or found[mark.spot].end < mark.end):
            found[mark.spot] = mark
    return tuple(_nested(sorted(found.values(), key=lambda mark: (mark.start, -mark.end))))


def _nested(marks: Iterable[Mark]) -> Iterator[Mark]:
    """One that would end behind the one in which it begins ends with it."""
    ends: list[int] = []
    for mark in marks:
        while ends and ends[-1] <= mark.start:
            ends.pop()
        end = min(mark.end, ends[-1]) if ends else mark.end
        if end > mark.start:
            ends.append(end)
            yield mark._replace(end=end)


def _end(value: str, start: int, one: Written) -> int:
    """Where it ends, also if its text stands a little behind its place ("Số: 12" for "12")."""
    behind = value.find(one.text, start, start + len(one.text) + _NEAR)
    return max(behind, start) + max(1, _length(one))


def _length(one: Written) -> int:
    return len(one.text) or one.end - one.start


def _stretch(place: Place) -> Spot:
    """The line, paragraph or cell that a place is in."""
    page = None if place.sheet else place.page
    return (place.volume or 1, place.part or "body", place.sheet or "", place.cell or "", page or 0, place.line or 0, place.paragraph or 0)


def _position(place: Place) -> int:
    return place.column or place.offset or 0
