"""What is left of a whole: "12 điểm, đã xử lý 09 điểm, còn 03 điểm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.firsts import Stated
from checker.recognise.kinds import is_plain
from checker.recognise.parts import excluded, noun
from checker.recognise.passages import Passage
from checker.recognise.restated.lookalikes import telling_digits
from checker.units import PERCENT

_MOST_WHOLES = 12
_MOST_PAIRED = 4
_TELLING = 3
_REACH = 40
_FEW_WORDS = 4
_WORDS_ONLY = re.compile(r"[^\d,;:.()]*\Z")
_BREAKS = re.compile(r"[,;:.()]|\d")


class LeftOver(NamedTuple):
    """A whole, what was taken of it and what is left; and the word that says so. Where only some of the figures between are parts,
    only being right shows it."""

    whole: Figure
    parts: tuple[Figure, ...]
    word: re.Match[str]
    likely: bool = True


def left_over(passage: Passage, words: Patterns, firsts: Sequence[Stated] = ()) -> Iterator[LeftOver]:
    """Each earlier figure of the kind may be the whole; of those between, all or only the last are parts; or the first, where the others
    break it down. `firsts` are the first figures of the section."""
    for match in words["left"].finditer(passage.folded, passage.begin):
        rest = _rest(passage, match, words)
        if rest is None:
            continue
        begin, not_parts = min(match.start(), rest.start), words["not_parts"]
        pair = _pair(passage, begin, rest) or _named_pair(passage, begin, rest, words)
        if pair is not None:
            between = _between(passage, pair[1], begin, rest, not_parts)
            yield LeftOver(pair[1], (pair[0], *between, rest), match)
            if between:
                yield LeftOver(pair[1], (pair[0], rest), match, likely=False)
        yield from _across(passage, match, begin, rest, words, firsts if rest.start < match.start() else ())
        earlier = _earlier(passage, begin, rest, not_parts)
        for whole, *done in (earlier[i:] for i in range(len(earlier))):
            likely = not _is_share(passage, whole) and bool(whole.unit or whole.counted or not rest.counted)
            if len(done) > 1 and words["of_which"].search(passage.folded, done[0].end, done[1].start):
                yield LeftOver(whole, (done[0], rest), match, likely)
            for parts in ((*done, rest), (*done[-1:], rest)):
                if len(parts) > 1:
                    yield LeftOver(whole, parts, match, likely)
            for first in range(1, len(done) - 1):
                yield LeftOver(whole, (*done[first:], rest), match, likely=False)


def _rest(passage: Passage, match: re.Match[str], words: Patterns) -> Figure | None:
    """What is left: behind the word that begins a clause ("còn 03 điểm"), or right before it ("907 người còn lại")."""
    near = passage.figures_before(match.start(), 1) if words["rest"].fullmatch(match[0]) else ()
    between = passage.folded[near[0].end : match.start()] if near else ""
    if (
        near
        and is_plain(near[0])
        and len(between.split()) <= _FEW_WORDS
        and _WORDS_ONLY.match(between)
        and _begins_clause(passage, near[0].start)
    ):
        rest: Figure | None = near[0]
    elif _begins_clause(passage, match.start()):
        rest = next((f for f in passage.figures_between(match.end(), match.end() + _REACH) if is_plain(f)), None)
    else:
        rest = None
    return None if rest is None or passage.clauses.bracket_at(rest.start) or excluded(passage, rest, words["not_parts"]) else rest


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


def _named_pair(passage: Passage, position: int, rest: Figure, words: Patterns) -> tuple[Figure, Figure] | None:
    """ "xử lý 03 trong số 05 điểm đen, …, còn 02 điểm": the same in words."""
    start = passage.clauses.sentence(position)[0]
    before = [f for f in passage.figures_before(position, _MOST_PAIRED)[::-1] if f.start >= start and is_plain(f)]
    for done, whole in pairwise(before):
        if _same_kind(whole, rest) and words["among"].fullmatch(passage.folded[done.end : whole.start].strip()):
            return done, whole
    return None


def _across(
    passage: Passage, match: re.Match[str], begin: int, rest: Figure, words: Patterns, firsts: Sequence[Stated]
) -> Iterator[LeftOver]:
    """ "Tiếp nhận 3.505 hồ sơ. Đã giải quyết 3.462 hồ sơ; đang giải quyết 43 hồ sơ.": the first figure of the kind in the paragraph, and
    the first of the sentence, or all of it; or else the first of the section."""
    start = passage.clauses.sentence(begin)[0]
    alike = [
        f for f in passage.figures_before(begin, _MOST_WHOLES)[::-1] if _same_kind(f, rest) and not passage.clauses.bracket_at(f.start)
    ]
    first = [f for f in alike if f.start < start][:1]
    alike = [f for f in alike if not excluded(passage, f, words["not_parts"])]
    before, here = [f for f in alike if f.start < start], [f for f in alike if f.start >= start]
    before = before or [stated.figure for stated in firsts if _same_kind(stated.figure, rest)]
    if before and here:
        clear = len(here) == 1 and words["rest"].fullmatch(match[0]) is not None and len({noun(f) for f in (before[0], here[0], rest)}) == 1
        yield LeftOver(before[0], (here[0], rest), match, likely=clear or telling_digits(before[0]) >= _TELLING)
    if len(here) > 1:
        yield from (LeftOver(whole, (*here, rest), match, likely=False) for whole in first)


def _begins_clause(passage: Passage, position: int) -> bool:
    """ "còn 03 điểm" says what is left, "các tội danh còn lại 43 vụ" names one more part."""
    words = passage.folded[max(passage.begin, position - _REACH) : position]
    return len(_BREAKS.split(words)[-1].split()) <= 1


def _earlier(passage: Passage, position: int, rest: Figure, not_parts: re.Pattern[str]) -> list[Figure]:
    """Earlier figures of the sentence, of the same kind, outside brackets, and no increase or figure compared with; a bare one, too, that
    ends a clause ("đã xử lý 35, còn 02 đơn")."""
    start = passage.clauses.sentence(position)[0]
    before = [f for f in passage.figures_before(position, _MOST_WHOLES)[::-1] if f.start >= start]
    before = [f for f in before if _same_kind(f, rest) or _is_bare_end(passage, f)]
    return [f for f in before if not passage.clauses.bracket_at(f.start) and not excluded(passage, f, not_parts)]


def _is_bare_end(passage: Passage, figure: Figure) -> bool:
    return is_plain(figure) and not figure.unit and not figure.counted and passage.folded[figure.end : figure.end + 1] in (",", ";")


def _same_kind(figure: Figure, rest: Figure) -> bool:
    return figure.unit == rest.unit and figure.counted == rest.counted and is_plain(figure)
