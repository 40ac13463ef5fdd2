"""Where a list of parts is announced: by a cue, without one, or as a footnote."""

from __future__ import annotations

import re

from checker.figure import Figure
from checker.recognise.breakdowns.announcement import WORDED, Announcement, begins_clause
from checker.recognise.breakdowns.unworded import unworded
from checker.recognise.cues import Patterns
from checker.recognise.kinds import is_plain
from checker.recognise.measures import CALENDAR
from checker.recognise.passages import Passage

_NEAR = 4
_REACH = 9
_COMMA = re.compile(r",\s{0,8}\Z")


def announcements(passage: Passage, words: Patterns, is_note: bool) -> list[Announcement]:
    """Every announcement of a passage, in order; a footnote is one as a whole."""
    found = _worded(passage, words)
    if is_note and not any(announcement.begins(passage) for announcement in found.values()):
        found[passage.begin] = Announcement(passage.begin, passage.begin, "note")
    for bare in unworded(passage, words, dict(found)):
        found.setdefault(bare.start, bare)
    return [found[start] for start in sorted(found)]


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
        return begins_clause(passage, match.start()) and not _is_name(passage, match.start())
    if kind == "among":
        first = passage.figures_between(match.end(), match.end() + _NEAR)
        return bool(first) and is_plain(first[0]) and first[0].unit not in CALENDAR
    return True


def _is_name(passage: Passage, position: int) -> bool:
    """A capital letter in the middle of a sentence: "Hàn Quốc 91, Cộng hòa Liên bang Đức 14"."""
    middle = _COMMA.search(passage.folded, max(passage.begin, position - _REACH), position) is not None
    return middle and passage.text.value[position].isupper()
