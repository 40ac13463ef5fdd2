"""A stated number of items and the list of them: "08 tổ chức … gồm: A; B; C".

    find:
      listed:
        cue: {vi: [gồm, bao gồm, là, sau]}        # between the figure and its list
        direct: {vi: [gồm, là]}                   # those of the cues that need no colon before the list
        open: {vi: [chủ yếu, "…"]}                # no full list
        joiner: {vi: [và]}
        not_counted: {vi: [ngày, người]}          # nouns whose number is not that of a list's items
        not_stated: {vi: [tăng, so với]}          # before a figure that states no number of items

Roles: `stated` (number), `items` (list of text). Items stand between semicolons, in the lines below, in a numbered run
("(1) … (2) …"), or between commas where each is a short name. Items that carry figures of their own kind are a breakdown,
no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure, Phrase
from checker.recognise.cues import Cues, cues
from checker.recognise.kinds import is_plain
from checker.recognise.lists import announces, items_below
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage, Stretch
from checker.recognise.reading import Reading
from checker.text import fold

_SEMICOLON = re.compile(r";")
_COMMA = re.compile(",")
_NUMBERED = re.compile(r"[;,.]?\s*\(\d{1,2}\)\s")
_MOST_STATED = 60
_LONGEST_NAME = 9
_LONGEST = 4_000
_REACH = 160


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: Cues
    direct: Cues = {}
    open: Cues = {}
    joiner: Cues = {}
    not_counted: Cues = {}
    not_stated: Cues = {}


class Listed(NamedTuple):
    """The items of a list, and whether their number is beyond doubt."""

    items: list[Stretch]
    sure: bool


def roles(options: Options) -> Mapping[str, str]:
    return {"stated": "number", "items": "texts"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = {key: cues(getattr(options, key), reading.locale) for key in Options.__struct_fields__}
    for passage in reading.passages:
        if passage.figures and not passage.header:
            yield from _Finder(reading, passage, words).claims()


class _Finder:
    def __init__(self, reading: Reading, passage: Passage, words: Mapping[str, re.Pattern[str]]) -> None:
        self.reading = reading
        self.passage = passage
        self.words = words

    def claims(self) -> Iterator[Claim]:
        for position, listed in self._lists():
            stated = self._stated(position)
            if len(listed.items) < 2 or not stated or self._is_open(position, listed):
                continue
            first = fold(_text(listed.items[0]))
            for figure in stated:
                if figure.pair and not listed.sure:
                    continue
                sure = listed.sure and figure is stated[0] and (len(stated) == 1 or self._names(figure, first) or figure is stated[0])
                if not any(f.counted == figure.counted and f.counted for item in listed.items for f in item.figures if is_plain(f)):
                    yield self._claim(position, figure, listed, Doubt.SURE if sure else Doubt.MUTE)

    def _lists(self) -> Iterator[tuple[int, Listed]]:
        """Lists, and where each is announced."""
        clauses, folded = self.passage.clauses, self.passage.folded
        for match in self.words["cue"].finditer(folded, self.passage.begin):
            bracket = clauses.bracket_at(match.start())
            end = bracket.end - 1 if bracket else clauses.sentence(match.start())[1]
            tail = folded[match.end() : end].strip()
            if tail in (":", "") and announces(self.passage) and bracket is None:
                below = items_below(self.reading, self.passage)
                yield match.start(), Listed([Stretch(item, item.begin, len(item.text)) for item in below], True)
            elif tail.startswith(":") or self.words["direct"].fullmatch(match[0]) or bracket:
                for split_last in (True, False):
                    yield match.start(), self._split(match.end(), min(end, match.end() + _LONGEST), split_last)
        for bracket in clauses.brackets:
            before = self.passage.figures_before(bracket.start, 1)
            if before and bracket.start - before[0].end < 40 and not re.search(r"[,;:.()]", folded[before[0].end : bracket.start]):
                for split_last in (True, False):
                    yield bracket.start, self._split(bracket.start + 1, bracket.end - 1, split_last)

    def _split(self, start: int, end: int, split_last: bool) -> Listed:
        """The items of a stretch; `split_last`: an "and" in the last one joins two names, and is not part of a name."""
        whole = Stretch(self.passage, start, end)
        numbered = [s for s in whole.split(_NUMBERED) if s.folded.strip(" :;,.")]
        if len(numbered) > 1 and _NUMBERED.search(whole.folded):
            return Listed(numbered, True)
        by_semicolon = [s for s in whole.split(_SEMICOLON) if s.folded.strip(" :;,.")]
        if len(by_semicolon) > 2:
            return Listed(by_semicolon, True)
        block = by_semicolon[0] if by_semicolon else whole
        names = [s for s in block.split(_COMMA) if s.folded.strip(" :;,.")]
        if names and split_last:
            names = [*names[:-1], *(s for s in names[-1].split(self.words["joiner"]) if s.folded.strip(" :;,."))]
        return Listed(names, all(_is_name(_text(n)) for n in names) and len(names) > 1)

    def _stated(self, position: int) -> list[Figure]:
        """The figures that may count the items, the nearest first: whole, small, certain, of something counted."""
        start = self.passage.clauses.sentence(position)[0]
        level = self.passage.clauses.bracket_at(position)
        before = [f for f in self.passage.figures_before(position, 4) if f.start >= max(start, position - _REACH)]
        counts = [f for f in before if is_plain(f) and not f.unit and f.certain and f.quantity.whole and f.quantity.bound is None]
        here = [
            f
            for f in counts
            if f.quantity.value <= _MOST_STATED and self.passage.clauses.bracket_at(f.start) in (level, None) and f.pair in ("", "over")
        ]
        here = [f for f in here if not excluded(self.passage, f, self.words["not_stated"])]
        if here and (
            (not here[0].counted and not here[0].label[:1].islower())
            or self.words["not_counted"].match(self.passage.folded, here[0].end + 1)
        ):
            return []
        return here

    def _is_open(self, position: int, listed: Listed) -> bool:
        if listed.items[0].passage is not self.passage:
            return False
        before = self.passage.folded[max(0, position - 30) : position]
        last = listed.items[-1].folded
        return self.words["open"].search(before) is not None or self.words["open"].search(last) is not None

    def _names(self, figure: Figure, first_item: str) -> bool:
        noun = fold(figure.label).split()[:1]
        return bool(noun) and first_item.startswith(noun[0])

    def _claim(self, position: int, stated: Figure, listed: Listed, doubt: Doubt) -> Claim:
        return Claim(
            roles={"stated": stated, "items": tuple(_phrase(item) for item in listed.items)},
            at=stated,
            section=self.passage.section.title,
            topic=f"listed {self.passage.order} {self.passage.cell} {position}",
            doubt=doubt,
            words=self.passage.text.value[stated.start : position],
            named={"count": str(len(listed.items))},
        )


def _text(item: Stretch) -> str:
    return item.passage.text.value[item.start : item.end].strip(" :;,.*")


def _is_name(text: str) -> bool:
    """Short, and beginning with a capital letter like a name."""
    return (
        bool(text)
        and len(text.split()) <= _LONGEST_NAME
        and any(word[0].isupper() for word in text.split())
        and not any(c.isdigit() for c in text)
    )


def _phrase(item: Stretch) -> Phrase:
    text = _text(item)
    lead = len(item.passage.text.value[item.start : item.end]) - len(item.passage.text.value[item.start : item.end].lstrip(" :;,.*"))
    start = item.start + lead
    return Phrase(text=text[:120], place=item.passage.text.place(start, start + max(1, len(text))), start=start, end=start + len(text))
