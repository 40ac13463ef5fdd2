"""Words → the rows of a page: what stands side by side at one height, numbered from the top.

A row is what a place calls a line: `Place.line` is the number of the row on its page, `Place.column` counts the code points of
the row from 1, its words joined by one blank each where they do not touch. A row runs across columns and cells; so it is the same whatever is
made of the page, and a line and a column are enough to find the word again.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.pages.shape import Word

TOUCHING = 0.1
"""Words that are nearer than so many times their size have no blank between them."""
_LEVEL = 0.3
_SMALLER = 0.85
_RAISED, _LOWERED, _BESIDE = 0.75, 0.4, 0.6


class Placed(NamedTuple):
    """A word and where its row and its first character are. `glued`: it touches the word before it. `raised`: it is a small
    sign beside the upper half of a larger word."""

    word: Word
    line: int
    column: int
    glued: bool
    raised: bool

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + len(self.word.text)


def rows(words: Iterable[Word]) -> list[tuple[Placed, ...]]:
    """The rows of a page from the top, each from the left."""
    groups = [sorted(group, key=lambda word: word.x0) for group in _level(sorted(words, key=lambda word: word.bottom))]
    sizes = [max(word.em for word in group) for group in groups]
    members: list[list[tuple[Word, bool]]] = [[] for _ in groups]
    for index, group in enumerate(groups):
        around = [other for other in (index - 1, index + 1, index + 2) if 0 <= other < len(groups)]
        near = [other for other in around if _is_near(group[0], groups[other][0], sizes[other])]
        for word in group:
            hosts = (other for other in near if word.em <= _SMALLER * sizes[other] and _is_beside(word, groups[other]))
            host = next(hosts, index)
            members[host].append((word, host > index))
    return [_placed(number, row) for number, row in enumerate(filter(None, members), 1)]


def _level(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose lower edges are at one height."""
    found: list[list[Word]] = []
    for word in words:
        if found and word.bottom - found[-1][0].bottom <= _LEVEL * min(word.em, found[-1][0].em):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _is_near(word: Word, other: Word, size: float) -> bool:
    """May a word be raised from a row of such a size, or be lowered from it?"""
    apart = other.bottom - word.bottom
    return -_LOWERED * size <= apart <= _RAISED * size


def _is_beside(word: Word, group: Sequence[Word]) -> bool:
    """Is it a small sign right behind, or right before, a larger word?"""
    index = bisect(group, word.x0, key=lambda other: other.x0)
    return any(
        word.em <= _SMALLER * other.em and min(abs(word.x0 - other.x1), abs(other.x0 - word.x1)) <= _BESIDE * other.em
        for other in group[max(0, index - 1) : index + 1]
    )


def _placed(number: int, row: Sequence[tuple[Word, bool]]) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    for word, raised in sorted(row, key=lambda member: member[0].x0):
        before = placed[-1] if placed else None
        glued = before is not None and _touch(before.word, word)
        column = 1 if before is None else before.end + (not glued)
        placed.append(Placed(word, number, column, glued, raised))
    return tuple(placed)


def _touch(left: Word, right: Word) -> bool:
    return not right.blank and right.x0 - left.x1 <= TOUCHING * min(left.em, right.em)
