"""Where in a text figures, and what findings speak of, stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.figure import Written
from checker.place import Spot
from checker.sought import Sought
from checker.text import Text
from checker.view.shape import Mark

_NEAR = 12


def marks_of(text: Text, figures: Iterable[Written], sought: Sought) -> tuple[Mark, ...]:
    """The marks of a text: the figures read from it, and what is sought in it."""
    found: dict[Spot, Mark] = {}
    for mark in (*(Mark(one.start, one.end, one.place.spot) for one in figures), *_sought_in(text, sought)):
        if mark.spot and (mark.spot not in found or found[mark.spot].end < mark.end):
            found[mark.spot] = mark
    return tuple(_nested(sorted(found.values(), key=lambda mark: (mark.start, -mark.end))))


def longest(written: Iterable[Written]) -> Sought:
    """What is sought of several things written: at each spot the longest."""
    return Sought({one.place.spot: one for one in sorted(written, key=_length)}.values())


def _sought_in(text: Text, sought: Sought) -> Iterator[Mark]:
    for start, one in sought.within(text):
        if start < len(text):
            yield Mark(start, min(len(text), _end(text.value, start, one)), one.place.spot)


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
