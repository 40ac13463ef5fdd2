"""Things written, to be found again in the texts that they stand in, by their places."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.figure import Written
from checker.place import Spot
from checker.text import Text


class Sought:
    """Some things written, by the line, paragraph or cell that each stands in."""

    def __init__(self, written: Iterable[Written]) -> None:
        stretches: dict[Spot, list[tuple[int, Written]]] = defaultdict(list)
        for one in written:
            if one.place.spot:
                stretches[one.place.stretch].append((one.place.position, one))
        self._stretches = {stretch: sorted(found, key=lambda pair: pair[0]) for stretch, found in stretches.items()}

    def within(self, text: Text) -> Iterator[tuple[int, Written]]:
        """Those that stand in a text, each with the offset at which it begins; right behind its last character is in it, too."""
        runs = text.runs() if self._stretches else ()
        for start, end, place in runs:
            found = self._stretches.get(place.stretch, ())
            for position, one in found[bisect_left(found, place.position, key=lambda pair: pair[0]) :]:
                offset = start + position - place.position
                if offset >= end + (end == len(text)):
                    break
                yield offset, one
