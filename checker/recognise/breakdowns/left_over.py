"""What is left of a whole: "12 điểm, đã xử lý 09 điểm, còn 03 điểm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.kinds import is_plain
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.restated.lookalikes import telling_digits
from checker.units import PERCENT

_MOST_WHOLES = 12
_MOST_PAIRED = 4
_TELLING = 3
_REACH = 40
_BREAKS = re.compile(r"[,;:.()]|\d")


class LeftOver(NamedTuple):
    """A whole, what was taken of it and what is left; and the word that says so. Where only some of the figures between are parts,
    only being right shows it."""

    whole: Figure
    parts: tuple[Figure, ...]
    word: re.Match[str]
    likely: bool = True


def left_over(passage: Passage, words: Patterns) -> Iterator[LeftOver]:
    """Each earlier figure of the kind may be the whole; of those between, all or only the last are parts."""
    for match in words["left"].finditer(passage.folded, passage.begin):
        rest = next((f for f in passage.figures_between(match.end(), match.end() + _REACH) if is_plain(f)), None)
        if rest is None or passage.clauses.bracket_at(rest.start) or not _begins_clause(passage, match):
            continue
        pair = _pair(passage, match.start(), rest)
        if pair is not None:
            between = _between(passage, pair[1], match.start(), rest, words["not_parts"])
            yield LeftOver(pair[1], (pair[0], *between, rest), match)
            if between:
                yield LeftOver(pair[1], (pair[0], rest), match, likely=False)
        yield from _across(passage, match, rest, words["not_parts"])
        earlier = _earlier(passage, match.start(), rest, words["not_parts"])
        for whole, *done in (earlier[i:] for i in range(len(earlier))):
            for parts in ((*done, rest), (*done[-1:], rest)):
                if len(parts) > 1:
                    yield LeftOver(whole, parts, match, likely=not _is_share(passage, whole))
            for first in range(1, len(done) - 1):
                yield LeftOver(whole, (*done[first:], rest), match, likely=False)


def _is_share(passage: Passage, figure: Figure) -> bool:
    """ "loại tốt 16 hợp tác xã (26,2%)": a part itself."""
    following = passage.figures_between(figure.end, figure.end + _REACH)[:1]
    return bool(following) and following[0].unit == PERCENT and "(" in passage.folded[figure.end : following[0].start]


def _between(passage: Passage, whole: Figure, position: int, rest: Figure, not_parts: re.Pattern[str]) -> tuple[Figure, ...]:
    """The other figures of the kind up to the word: "21/46 nhiệm vụ; đang thực hiện 23 nhiệm vụ; còn 02 nhiệm vụ"."""
    return tuple(f for f in _earlier(passage, position, rest, not_parts) if f.start > whole.end)


def _pair(passage: Passage, position: int, rest: Figure) -> tuple[Figure, Figure] | None:
    """ "1.226/1.348 người …; số còn lại 122 người": the pair before, if what is left is of its kind."""
    start = passage.clauses.sentence(position)[0]
    before = [f for f in passage.figures_before(position, _MOST_PAIRED) if f.start >= start and f.pair in ("over", "under")]
    if len(before) != 2 or (before[1].pair, before[0].pair) != ("over", "under"):
        return None
    same = all(f.unit == rest.unit and f.counted == rest.counted for f in before)
    return (before[1], before[0]) if same else None


def _across(passage: Passage, match: re.Match[str], rest: Figure, not_parts: re.Pattern[str]) -> Iterator[LeftOver]:
    """ "Tiếp nhận 3.505 hồ sơ. Đã giải quyết 3.462 hồ sơ; đang giải quyết 43 hồ sơ.": the first figure of the kind in the paragraph, and
    the first of the sentence, or all of it."""
    start = passage.clauses.sentence(match.start())[0]
    alike = [
        f
        for f in passage.figures_before(match.start(), _MOST_WHOLES)[::-1]
        if _same_kind(f, rest) and not passage.clauses.bracket_at(f.start)
    ]
    first = [f for f in alike if f.start < start][:1]
    alike = [f for f in alike if not excluded(passage, f, not_parts)]
    before, here = [f for f in alike if f.start < start], [f for f in alike if f.start >= start]
    if before and here:
        yield LeftOver(before[0], (here[0], rest), match, likely=telling_digits(before[0]) >= _TELLING)
    if len(here) > 1:
        yield from (LeftOver(whole, (*here, rest), match, likely=False) for whole in first)


def _begins_clause(passage: Passage, match: re.Match[str]) -> bool:
    """ "còn 03 điểm" says what is left, "các tội danh còn lại 43 vụ" names one more part."""
    words = passage.folded[max(passage.begin, match.start() - _REACH) : match.start()]
    return len(_BREAKS.split(words)[-1].split()) <= 1


def _earlier(passage: Passage, position: int, rest: Figure, not_parts: re.Pattern[str]) -> list[Figure]:
    """Earlier figures of the sentence, of the same kind, outside brackets, and no increase or figure compared with."""
    start = passage.clauses.sentence(position)[0]
    before = [f for f in passage.figures_before(position, _MOST_WHOLES)[::-1] if f.start >= start and _same_kind(f, rest)]
    return [f for f in before if not passage.clauses.bracket_at(f.start) and not excluded(passage, f, not_parts)]


def _same_kind(figure: Figure, rest: Figure) -> bool:
    return figure.unit == rest.unit and figure.counted == rest.counted and is_plain(figure)
