"""A stated number of items and the list of them: "08 tổ chức … gồm: A; B; C".

    find:
      listed:
        cue: {vi: [gồm, bao gồm, là, sau]}        # between the figure and its list
        direct: {vi: [gồm, là]}                   # those of the cues that need no colon before the list
        open: {vi: [chủ yếu, "…"]}                # no full list
        joiner: {vi: [và]}
        not_counted: {vi: [ngày, người]}          # nouns whose number is not that of a list's items
        not_stated: {vi: [tăng, so với]}          # beside a figure that states no number of items
        belonging: {vi: [thuộc, của]}             # names behind one of these are those of what the items belong to
        points: {vi: [nhiệm vụ, giải pháp]}       # nouns of which numbered lines below can hardly be another list

Roles: `stated` (number), `items` (list of text). Items stand between semicolons, in the lines below, in a numbered run
("(1) … (2) …"), or between commas where each is a short name. Items that carry figures of their own kind are a breakdown,
no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.clauses import ONLY_WORDS
from checker.recognise.cues import Cues, Patterns, patterns
from checker.recognise.enumerations import MARKS, Enumeration, enumerations, phrase
from checker.recognise.kinds import is_plain
from checker.recognise.parts import excluded, noun
from checker.recognise.passages import Passage, Stretch
from checker.recognise.reading import Reading
from checker.text import fold

_MOST_STATED = 99
_MOST_BEFORE = 4
_REACH = 160
_OPEN_REACH = 30
_NOUN_REACH = 30
_SEVERAL = 3


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: Cues
    direct: Cues = {}
    open: Cues = {}
    joiner: Cues = {}
    not_counted: Cues = {}
    not_stated: Cues = {}
    points: Cues = {}
    belonging: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"stated": "number", "items": "texts"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = patterns(options, reading.locale)
    for passage in reading.passages:
        if passage.figures and not passage.header:
            for enumeration in enumerations(reading, passage, words):
                yield from _claims(passage, enumeration, words)


def _claims(passage: Passage, enumeration: Enumeration, words: Patterns) -> Iterator[Claim]:
    position, items, sure = enumeration
    stated = _stated(passage, position, words) if len(items) > 1 else []
    if not stated or _is_open(passage, enumeration, words):
        return
    if all(_begins_with_figure(item) for item in items):
        return
    counted = {f.counted for item in items for f in item.figures if is_plain(f)} - {""}
    adjoins = _adjoins(passage, stated[0], position)
    named = next((f for f in stated if _begin_with(items, noun(f))), None)
    named = named if sure and len(items) >= _SEVERAL else None
    for figure in [named] if named else stated[:1] if adjoins and sure else stated:
        if (sure or not figure.pair) and figure.counted not in counted:
            doubt = Doubt.SURE if named else _doubt(figure, items, words, adjoins) if sure and figure is stated[0] else Doubt.MUTE
            yield _claim(passage, figure, enumeration, doubt)


def _begin_with(items: Sequence[Stretch], word: str) -> bool:
    """ "06 đoàn, với 24 người …: Đoàn đến khảo sát …; Đoàn đến dự …; Đoàn đến thăm …": they are those that are counted."""
    return bool(word) and all(item.folded.strip(MARKS).startswith(word + " ") for item in items)


def _adjoins(passage: Passage, figure: Figure, position: int) -> bool:
    """Does nothing but what it counts stand between the number and the list?"""
    return position - figure.end <= _NOUN_REACH and ONLY_WORDS.match(passage.folded, figure.end, position) is not None


def _doubt(stated: Figure, items: Sequence[Stretch], words: Patterns, adjoins: bool) -> Doubt:
    """Numbered lines below "05 nhiệm vụ:" are those tasks; below "04 tổ công tác:" they may be something else."""
    if adjoins and items[0].passage is items[-1].passage and not any(item.figures for item in items):
        return Doubt.SURE
    markers = [item.passage.marker for item in items]
    numbered = all(
        marker is not None and (marker.number == number or marker.series == "bullet") for number, marker in enumerate(markers, 1)
    )
    return Doubt.SURE if numbered and words["points"].match(fold(stated.label)) else Doubt.LIKELY


def _begins_with_figure(item: Stretch) -> bool:
    """ "14 đoàn (8 xã, phường; 3 khối cơ quan; …)": parts of a whole."""
    return bool(item.figures) and not item.passage.text.value[item.start : item.figures[0].start].strip(" :;,.*-")


def _stated(passage: Passage, position: int, words: Patterns) -> list[Figure]:
    """The figures that may count the items, the nearest first; none where that one counts something else."""
    start = max(passage.clauses.sentence(position)[0], position - _REACH)
    levels = (passage.clauses.bracket_at(position), None)
    before = [f for f in passage.figures_before(position, _MOST_BEFORE) if f.start >= start and _is_count(f)]
    here = [f for f in before if passage.clauses.bracket_at(f.start) in levels and not excluded(passage, f, words["not_stated"])]
    if not here or not _says_what(here[0]):
        return []
    if any(words[key].match(passage.folded, here[0].end + 1) for key in ("not_counted", "not_stated")):
        return []
    return here


def _is_count(figure: Figure) -> bool:
    """Whole, small, certain, of something counted."""
    quantity = figure.quantity
    exact = not figure.unit and figure.certain and quantity.whole and quantity.bound is None
    return exact and is_plain(figure) and quantity.value <= _MOST_STATED


def _says_what(figure: Figure) -> bool:
    return bool(figure.counted) or figure.label[:1].islower()


def _is_open(passage: Passage, enumeration: Enumeration, words: Patterns) -> bool:
    """Is it said before the list, or in its first or last item, that there are others? Lines of their own are a full list."""
    position, items, _ = enumeration
    if items[0].passage is not passage:
        return False
    before = passage.folded[max(0, position - _OPEN_REACH) : position]
    return any(words["open"].search(text) for text in (before, items[0].folded, items[-1].folded))


def _claim(passage: Passage, stated: Figure, enumeration: Enumeration, doubt: Doubt) -> Claim:
    return Claim(
        roles={"stated": stated, "items": tuple(phrase(item) for item in enumeration.items)},
        at=stated,
        section=passage.section.title,
        topic=f"listed {passage.order} {passage.cell} {enumeration.position}",
        doubt=doubt,
        words=passage.text.value[stated.start : enumeration.position],
        named={"count": str(len(enumeration.items))},
    )
