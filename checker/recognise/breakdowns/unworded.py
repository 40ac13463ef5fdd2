"""Lists of parts that no cue announces: brackets, colons, criteria, the first words of a sentence, quarters that follow one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from checker.recognise.breakdowns.announcement import Announcement, begins_clause, only_punctuation
from checker.recognise.breakdowns.rows import rows
from checker.recognise.clauses import ONLY_WORDS, Bracket
from checker.recognise.cues import Patterns
from checker.recognise.kinds import is_plain
from checker.recognise.lists import announces
from checker.recognise.passages import Passage
from checker.units import PERCENT

_HEAD = 60
_SEVERAL = 3
_FARTHEST = 120
_LONGEST = 2_000
_COLON = re.compile(r":(?=\s)")
_NOTHING_BETWEEN = re.compile(r"[^;:.()]{0,120}\Z")


def unworded(passage: Passage, words: Patterns, cued: Mapping[int, Announcement]) -> Iterator[Announcement]:
    """Every such list of a passage; `cued` are those that a cue announces, by where they start."""
    yield from _by(passage, words)
    yield from _periods(passage, words)
    yield from _each(passage, cued)
    yield from _brackets(passage, cued)
    yield from _colons(passage, cued)
    yield from _headed(passage, cued)
    cues = [cue.end for cue in cued.values()]
    yield from (row for row in rows(passage, words) if not any(only_punctuation(passage.folded, end, row.start) for end in cues))


def _by(passage: Passage, words: Patterns) -> Iterator[Announcement]:
    """A criterion at the start of a clause, and the word that gives its values; at the start of a sentence a comma may do so
    ("Về công nghệ, đốt 243 tấn, chôn lấp 110 tấn")."""
    for match in words["by"].finditer(passage.folded, passage.begin):
        if not begins_clause(passage, match.start()):
            continue
        shows = words["shows"].search(passage.folded, match.end(), match.end() + _HEAD)
        if shows and ONLY_WORDS.match(passage.folded, match.end(), shows.start()):
            yield Announcement(match.start(), shows.end(), "by")
            continue
        start, end = passage.clauses.sentence(match.start())
        comma = passage.folded.find(",", match.end(), match.end() + _HEAD)
        begins = not passage.folded[start : match.start()].strip(" -+*")
        if begins and comma > 0 and ONLY_WORDS.match(passage.folded, match.end(), comma) and _has_several(passage, comma, end):
            yield Announcement(match.start(), comma + 1, "headed")


def _periods(passage: Passage, words: Patterns) -> Iterator[Announcement]:
    """Parts by the quarters or rounds that follow one another: "412 lượt; quý I 141 lượt, quý II 138 lượt, quý III 133 lượt"."""
    for match in words["first"].finditer(passage.folded, passage.begin):
        end = passage.clauses.sentence(match.start())[1]
        second = words["second"].search(passage.folded, match.end(), min(end, match.end() + _FARTHEST))
        outer = [
            f for f in passage.figures_between(match.end(), second.start() if second else 0) if not passage.clauses.bracket_at(f.start)
        ]
        if second and len(outer) == 1:
            yield Announcement(match.start(), match.start(), "periods")


def _has_several(passage: Passage, start: int, end: int) -> bool:
    """Are there several figures of one kind, some of them bare perhaps?"""
    kinds = Counter((f.unit, f.counted) for f in passage.figures_between(start, end) if is_plain(f))
    return any(times + (kinds[unit, ""] if kind else 0) >= _SEVERAL for (unit, kind), times in list(kinds.items()))


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
    for bracket in passage.clauses.within(position, min(passage.clauses.sentence(position)[1], position + _LONGEST)):
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


def _brackets(passage: Passage, cued: Mapping[int, Announcement]) -> Iterator[Announcement]:
    """Brackets right behind a figure that no cue begins, and that break down no other ("hiện có 14: …")."""
    around = ((passage.clauses.bracket_at(start), start) for start in cued)
    begun = {bracket.start for bracket, start in around if bracket and not passage.folded[bracket.start + 1 : start].strip()}
    for bracket in passage.clauses.brackets:
        colon = _COLON.search(passage.folded, bracket.start, bracket.end)
        inner = colon is not None and _follows_figure(passage, colon.start())
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


def _follows_figure(passage: Passage, position: int) -> bool:
    """Does a plain figure stand right before, nothing but what it counts between?"""
    before = [f for f in passage.figures_before(position, 3) if f.unit != PERCENT][:1]
    return (
        bool(before)
        and is_plain(before[0])
        and before[0].certain
        and _NOTHING_BETWEEN.match(passage.folded, before[0].end, position) is not None
    )
