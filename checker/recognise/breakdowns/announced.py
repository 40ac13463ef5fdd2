"""Where a list of parts is announced: by a cue, a bracket or colon behind a figure, a line that ends in a colon, a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.clauses import Bracket
from checker.recognise.cues import Patterns
from checker.recognise.kinds import is_plain
from checker.recognise.lists import announces
from checker.recognise.measures import CALENDAR
from checker.recognise.passages import Passage
from checker.units import PERCENT

WORDED = ("closed", "of_which", "among", "summed", "like")
"""The kinds of announcements that are words: options of the rule."""

_LEAD = 4
_NEAR = 4
_HEAD = 60
_SEVERAL = 3
_FARTHEST = 120
_CLAUSE_START = re.compile(r"[,;:.(]\s?\Z|\A\Z")
_ONLY_WORDS = re.compile(r"[^\d,;:.()]*\Z")
_COLON = re.compile(r":(?=\s)")
_NOTHING_BETWEEN = re.compile(r"[^;:.()]{0,120}\Z")
_ONLY_PUNCTUATION = re.compile(r"[\s:;.,*()\"”-]*\Z")


class Announcement(NamedTuple):
    """From where to where it stands, and its kind: one of WORDED, or "bracket", "colon", "below", "note", "headed" where no word is, "by" where
    a criterion is named ("; theo giới tính có 14 em nam, 07 em nữ"), "each" where brackets give a figure each ("hộ nghèo (3 thẻ), …")."""

    start: int
    end: int
    kind: str

    def begins(self, passage: Passage) -> bool:
        """Does the passage begin with it?"""
        return self.start - passage.begin < _LEAD


def announcements(passage: Passage, words: Patterns, is_note: bool) -> list[Announcement]:
    """Every announcement of a passage, in order; a footnote is one as a whole."""
    found = _worded(passage, words)
    if is_note and not any(announcement.begins(passage) for announcement in found.values()):
        found[passage.begin] = Announcement(passage.begin, passage.begin, "note")
    for bare in (
        *_by(passage, words),
        *_periods(passage, words),
        *_each(passage, found),
        *_brackets(passage, found),
        *_colons(passage, found),
        *_headed(passage, found),
    ):
        found.setdefault(bare.start, bare)
    return [found[start] for start in sorted(found)]


def only_punctuation(folded: str, start: int, end: int | None = None) -> bool:
    """Are there no words from `start` to `end`?"""
    return _ONLY_PUNCTUATION.match(folded, start, len(folded) if end is None else end) is not None


def _worded(passage: Passage, words: Patterns) -> dict[int, Announcement]:
    """Those made by a cue, by where they start: the longest cue at each place, none inside a date or a citation."""
    found: dict[int, Announcement] = {}
    spans = [(w.start, w.end) for w in passage.written if not isinstance(w, Figure)]
    for kind in WORDED:
        for match in words[kind].finditer(passage.folded, passage.begin):
            known = found.get(match.start())
            inside = any(start <= match.start() < end for start, end in spans)
            if (known is None or match.end() > known.end) and not inside and _in_place(passage, match, kind):
                found[match.start()] = Announcement(match.start(), match.end(), kind)
    return found


def _in_place(passage: Passage, match: re.Match[str], kind: str) -> bool:
    """A sum begins a clause; the whole follows right behind "trong"."""
    if kind == "summed":
        return _CLAUSE_START.search(passage.folded, max(passage.begin, match.start() - 3), match.start()) is not None
    if kind == "among":
        first = passage.figures_between(match.end(), match.end() + _NEAR)
        return bool(first) and is_plain(first[0]) and first[0].unit not in CALENDAR
    return True


def _brackets(passage: Passage, cued: Mapping[int, Announcement]) -> Iterator[Announcement]:
    """Brackets right behind a figure that no cue begins, and that break down no other ("hiện có 14: …")."""
    around = ((passage.clauses.bracket_at(start), start) for start in cued)
    begun = {bracket.start for bracket, start in around if bracket and not passage.folded[bracket.start + 1 : start].strip()}
    for bracket in passage.clauses.brackets:
        colon = _COLON.search(passage.folded, bracket.start, bracket.end)
        inner = colon is not None and bool(passage.figures_between(bracket.start, colon.start()))
        if bracket.start not in begun and not inner and _follows_figure(passage, bracket.start):
            yield Announcement(bracket.start, bracket.start + 1, "bracket")


def _colons(passage: Passage, cued: Mapping[int, Announcement]) -> Iterator[Announcement]:
    """Colons right behind a figure; and the one at the end of a line that announces a list without a cue."""
    folded = passage.folded
    for match in _COLON.finditer(folded, passage.begin):
        ends = (cue.end for cue in cued.values() if cue.end <= match.start())
        if not any(only_punctuation(folded, end, match.start()) for end in ends) and _follows_figure(passage, match.start()):
            yield Announcement(match.start(), match.end(), "colon")
    if announces(passage) and not any(only_punctuation(folded, cue.end) for cue in cued.values()):
        ending = len(folded.rstrip(" *"))
        yield Announcement(ending - 1, ending, "below")


def _by(passage: Passage, words: Patterns) -> Iterator[Announcement]:
    """A criterion at the start of a clause, and the word that gives its values; at the start of a sentence a comma may do so
    ("Về công nghệ, đốt 243 tấn, chôn lấp 110 tấn")."""
    for match in words["by"].finditer(passage.folded, passage.begin):
        if _CLAUSE_START.search(passage.folded, max(passage.begin, match.start() - 3), match.start()) is None:
            continue
        shows = words["shows"].search(passage.folded, match.end(), match.end() + _HEAD)
        if shows and _ONLY_WORDS.match(passage.folded, match.end(), shows.start()):
            yield Announcement(match.start(), shows.end(), "by")
            continue
        start, end = passage.clauses.sentence(match.start())
        comma = passage.folded.find(",", match.end(), match.end() + _HEAD)
        begins = not passage.folded[start : match.start()].strip(" -+*")
        if begins and comma > 0 and _ONLY_WORDS.match(passage.folded, match.end(), comma) and _has_several(passage, comma, end):
            yield Announcement(match.start(), comma + 1, "headed")


def _periods(passage: Passage, words: Patterns) -> Iterator[Announcement]:
    """Parts by the quarters or rounds that follow one another: "412 lượt; quý I 141 lượt, quý II 138 lượt, quý III 133 lượt"."""
    for match in words["first"].finditer(passage.folded, passage.begin):
        end = passage.clauses.sentence(match.start())[1]
        second = words["second"].search(passage.folded, match.end(), min(end, match.end() + _FARTHEST))
        if second and len(passage.figures_between(match.end(), second.start())) == 1:
            yield Announcement(match.start(), match.start(), "headed")


def _has_several(passage: Passage, start: int, end: int) -> bool:
    return len(passage.figures_between(start, end)) >= _SEVERAL


def _each(passage: Passage, cued: Mapping[int, Announcement]) -> Iterator[Announcement]:
    """Behind a figure three brackets or more, each with one figure, and no cue before them: "114 thẻ cho hộ nghèo (31 thẻ), hộ cận
    nghèo (44 thẻ) và hộ khác (39 thẻ)"."""
    done = 0
    for bracket in passage.clauses.brackets:
        before = passage.figures_before(bracket.start, 1)
        if bracket.start < done or not before or not is_plain(before[0]) or passage.clauses.bracket_at(before[0].start):
            continue
        brackets = brackets_of_one(passage, before[0].end)
        cues = any(before[0].start < cue < bracket.start for cue in cued)
        if len(brackets) >= _SEVERAL and not cues and before[0].start >= passage.clauses.sentence(bracket.start)[0]:
            yield Announcement(before[0].end, before[0].end, "each")
        done = brackets[-1].end if brackets else done


def brackets_of_one(passage: Passage, position: int) -> list[Bracket]:
    """The next brackets of the sentence that hold one figure each, with none between them."""
    found: list[Bracket] = []
    for bracket in passage.clauses.within(position, passage.clauses.sentence(position)[1]):
        inside = passage.figures_between(bracket.start, bracket.end)
        between = passage.figures_between(found[-1].end if found else position, bracket.start)
        if between or len(inside) != 1 or not is_plain(inside[0]):
            break
        found.append(bracket)
    return found


def _headed(passage: Passage, cued: Mapping[int, Announcement]) -> Iterator[Announcement]:
    """Colons behind the first words of a sentence ("Về độ tuổi: …"), no figure and no cue before them, several behind."""
    for match in _COLON.finditer(passage.folded, passage.begin):
        start, end = passage.clauses.sentence(match.start())
        before = passage.figures_between(start, match.start()) or any(start <= cue < match.end() for cue in cued)
        if match.start() - start <= _HEAD and not before and _has_several(passage, match.end(), end):
            yield Announcement(match.start(), match.end(), "headed")


def _follows_figure(passage: Passage, position: int) -> bool:
    """Does a plain figure stand right before, nothing but what it counts between?"""
    before = [f for f in passage.figures_before(position, 3) if f.unit != PERCENT][:1]
    return (
        bool(before)
        and is_plain(before[0])
        and before[0].certain
        and _NOTHING_BETWEEN.match(passage.folded, before[0].end, position) is not None
    )
