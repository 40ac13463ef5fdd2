"""A part and a percentage whose whole is not given: "797 lao động, đạt 53,13% kế hoạch năm".

    find:
      attainable:
        of: {vi: [đạt, chiếm]}
        changes: {vi: [tăng, giảm]}
        whole: {vi: [kế hoạch, tổng số]}           # before a figure that is a whole itself

Roles: `part`, `percent` (numbers). Some whole number must give that percentage for that part; with few digits nearly any
does. Only for things that are counted, where the percentage is told of them in a clause of its own ("03 xã đạt dưới 70%" tells
of each), and only where no other figure of the sentence may be the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Figure
from checker.recognise.cues import Cues, cues
from checker.recognise.kinds import is_plain
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.shares.said import is_limit
from checker.units import PERCENT

_NEAR = 60


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    of: Cues
    changes: Cues = {}
    whole: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"part": "number", "percent": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    of, changes, whole = (cues(words, reading.locale) for words in (options.of, options.changes, options.whole))
    for passage in reading.paragraphs:
        for percent in passage.figures:
            if percent.unit == PERCENT and percent.pair == "" and not is_limit(passage, percent):
                part = _part(passage, percent, of, changes, whole)
                if part is not None:
                    yield Claim(
                        roles={"part": part, "percent": percent},
                        at=percent,
                        section=passage.section.title,
                        topic=f"attainable {passage.order} {percent.start}",
                        words=passage.text.value[part.start : percent.end + 1],
                    )


def _part(passage: Passage, percent: Figure, of: re.Pattern[str], changes: re.Pattern[str], whole: re.Pattern[str]) -> Figure | None:
    """The one counted figure right before the percentage, no other figure of its sentence being its whole."""
    start, end = passage.clauses.sentence(percent.start)
    before = [f for f in passage.figures_before(percent.start, 3) if f.start >= start and is_plain(f) and f.certain]
    level = [f for f in before if passage.clauses.bracket_at(f.start) == passage.clauses.bracket_at(percent.start)]
    if not level or level[0].unit or not level[0].counted or level[0].quantity.bound or level[0].pair or level[0].beside:
        return None
    between = passage.clauses.clear(level[0].end, percent.start)
    after = [
        f for f in passage.figures_between(percent.end, min(end, percent.end + _NEAR)) if is_plain(f) and f.counted == level[0].counted
    ]
    _, comma, clause = between.rpartition(",")
    said = of.match(clause.lstrip()) if comma else None
    if said is None or changes.search(between) or re.search(r"[;.:]", between) or after or len(between) > _NEAR:
        return None
    unsure = [f for f in passage.figures_between(level[0].end, percent.start) if not passage.clauses.bracket_at(f.start)]
    return None if unsure or excluded(passage, level[0], whole) else level[0]
