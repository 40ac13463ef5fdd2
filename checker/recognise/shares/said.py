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
_SIGN = "%"
_BEHIND = re.compile(r"[\s%)]{1,5}")
_OPENS = re.compile(r"\s*\(?\s*\Z")


def said_by(passage: Passage, percent: Figure, words: Patterns) -> str | None:
    """The word that makes a share of it, "" for a percentage alone in its bracket, None where nothing does."""
    if _is_change(passage, percent, words) or _is_compared(passage, percent, words) or _is_target(passage, percent, words):
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


def _is_target(passage: Passage, percent: Figure, words: Patterns) -> bool:
    """ "cao hơn chỉ tiêu giao (85%)": the bracket says what was planned. In "18/20 chỉ tiêu (90%)" targets are what is counted."""
    bracket = own_bracket(passage, percent)
    if bracket is None:
        return False
    before = passage.figures_before(bracket.start, 1)
    start = max(passage.begin, bracket.start - _REACH, before[0].end + len(_SIGN) if before else 0)
    plan = words["plan"].search(passage.folded, start, bracket.start)
    return plan is not None and bool(passage.folded[start : plan.start()].strip())


def _is_change(passage: Passage, percent: Figure, words: Patterns) -> bool:
    """Behind "tăng" or "giảm", or in a bracket behind an increase or decrease, or the equal of one ("giảm 16 vụ, tương đương 42%")."""
    bracket = own_bracket(passage, percent)
    if bracket is not None:
        return _changes_before(passage, _figure_before(passage, bracket.start), words)
    start = _clause_start(passage.folded, max(passage.begin, percent.start - _REACH), percent.start)
    behind = _BEHIND.match(passage.folded, percent.end)
    against = (
        behind is not None and words["against"].match(passage.folded, behind.end()) is not None
    )  # "tăng 100 tỷ, bằng 25% so với cùng kỳ"
    equal = words["of" if against else "equal"].search(passage.folded, start, percent.start)
    restated = equal is not None and _changes_before(passage, _figure_before(passage, equal.start()), words)
    return restated or _changes_before(passage, percent.start, words)


def _figure_before(passage: Passage, position: int) -> int:
    """Where the figure that is said again in another way begins."""
    before = passage.figures_before(position, 1)
    return before[0].start if before and before[0].start > position - _REACH else position


def _changes_before(passage: Passage, end: int, words: Patterns) -> bool:
    start = _clause_start(passage.folded, max(passage.begin, end - _REACH), end)
    changed, of = ([*words[key].finditer(passage.folded, start, end)][-1:] for key in ("changes", "of"))
    if not changed or not of:
        return bool(changed)
    return changed[0].start() > of[0].start() or not passage.folded[changed[0].end() : of[0].start()].strip()  # "tỷ lệ tăng đạt 9,9%"


def _clause_start(folded: str, start: int, end: int) -> int:
    return max([start, *(folded.rfind(mark, start, end) for mark in _BREAKS)])
