"""What a section is about: the first figure of each kind in it.

"1. Tình hình cháy: xảy ra 47 vụ …" is what "1.3. Phân theo loại hình: …" breaks down, three paragraphs on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.kinds import is_duration, is_plain
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_MOST_READ = 40
_MOST_KEPT = 24


class Stated(NamedTuple):
    """A figure and the passage that states it."""

    passage: Passage
    figure: Figure


def firsts_before(reading: Reading) -> dict[int, tuple[Stated, ...]]:
    """For each paragraph, by its order, the first figures of each kind in its section before it."""
    sections: dict[int, list[Stated]] = defaultdict(list)
    found: dict[int, tuple[Stated, ...]] = {}
    for passage in reading.paragraphs:
        known = sections[passage.section.heading.order if passage.section.heading else -1]
        found[passage.order] = tuple(known)
        if len(known) < _MOST_KEPT:
            known += new_kinds(passage, known)
    return found


def new_kinds(passage: Passage, known: Sequence[Stated] = ()) -> list[Stated]:
    """The first figure of each kind in a passage that is not known yet."""
    kinds = {_kind(figure) for _, figure in known}
    found: list[Stated] = []
    for figure in passage.figures[:_MOST_READ]:
        kind = _kind(figure)
        if any(kind[:2]) and kind not in kinds and is_plain(figure) and figure.certain and not is_duration(figure):
            kinds.add(kind)
            found.append(Stated(passage, figure))
    return found


def _kind(figure: Figure) -> tuple[str, str, str]:
    """By unit, and by what it counts, in the report's own word: "1.416 ca", "5.862 trường hợp"."""
    return figure.unit, figure.counted, figure.label.partition(" ")[0].lower() if figure.counted else ""
