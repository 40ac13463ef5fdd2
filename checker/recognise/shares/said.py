"""Which percentages are shares: those behind "đạt", "chiếm", or alone in a bracket; not those behind "tăng", "giảm"."""

from __future__ import annotations

import re

from checker.figure import Figure
from checker.recognise.clauses import Bracket
from checker.recognise.cues import Patterns
from checker.recognise.passages import Passage

_REACH = 40
_NEAR = 20
_CLOSE = 4
_BREAKS = ",;:("
_OPENS = re.compile(r"\s*\(?\s*\Z")


def said_by(passage: Passage, percent: Figure, words: Patterns) -> str | None:
    """The word that makes a share of it, "" for a percentage alone in its bracket, None where nothing does."""
    if _is_change(passage, percent, words) or _is_compared(passage, percent, words):
        return None
    if own_bracket(passage, percent) or _fills_bracket(passage, percent, words):
        return ""
    start = _clause_start(passage.folded, max(passage.begin, percent.start - _REACH), percent.start)
    found = list(words["of"].finditer(passage.folded, start, percent.start))
    return found[-1][0] if found else None


def _is_compared(passage: Passage, percent: Figure, words: Patterns) -> bool:
    """Behind "cùng kỳ" in its own clause."""
    start = _clause_start(passage.folded, max(passage.begin, percent.start - _REACH), percent.start)
    return words["compared"].search(passage.folded, start, percent.start) is not None


def is_limit(passage: Passage, percent: Figure) -> bool:
    """ "dưới 12%", "từ 55% kế hoạch trở lên"."""
    words = passage.folded[max(0, percent.start - _NEAR) : percent.start].split()
    return percent.quantity.bound is not None or (bool(words) and words[-1] in passage.locale.words("ranges", "from"))


def own_bracket(passage: Passage, percent: Figure) -> Bracket | None:
    """The bracket that begins with the percentage."""
    bracket = passage.clauses.bracket_at(percent.start)
    return bracket if bracket and _OPENS.match(passage.folded, bracket.start, percent.start) else None


def _fills_bracket(passage: Passage, percent: Figure, words: Patterns) -> bool:
    """ "1.316 hộ (chiếm 6,58%)"."""
    bracket = passage.clauses.bracket_at(percent.start)
    if bracket is None or bracket.end - percent.end > _CLOSE:
        return False
    said = words["of"].match(passage.folded, bracket.start + 1)
    return said is not None and not passage.folded[said.end() : percent.start].strip()


def _is_change(passage: Passage, percent: Figure, words: Patterns) -> bool:
    """Behind "tăng" or "giảm", or in a bracket behind an increase or decrease."""
    start, end = max(passage.begin, percent.start - _REACH), percent.start
    bracket = own_bracket(passage, percent)
    if bracket and bracket.start > start:
        before = passage.figures_before(bracket.start, 1)
        start, end = (max(passage.begin, before[0].start - _REACH), before[0].start) if before else (start, bracket.start)
    start = _clause_start(passage.folded, start, end)
    return _last(words["changes"], passage.folded, start, end) > _last(words["of"], passage.folded, start, end)


def _clause_start(folded: str, start: int, end: int) -> int:
    return max([start, *(folded.rfind(mark, start, end) for mark in _BREAKS)])


def _last(pattern: re.Pattern[str], folded: str, start: int, end: int) -> int:
    return max((match.start() for match in pattern.finditer(folded, start, end)), default=-1)
