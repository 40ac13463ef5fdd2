"""Sentences and brackets of a text, found in one pass. Unmatched brackets are taken for punctuation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

ONLY_WORDS = re.compile(r"[^\d,;.:()]*\Z")
"""No figure and no mark from a place to the end."""
_MARKS = re.compile(r"[()]|[.!?](?=[¹²³⁰⁴-⁹”]{0,3}(?:\s|\Z))")
_ABBREVIATION = re.compile(r"(?:\A|[^\w])(?:[A-ZĐ][a-zđ]{0,3}|[A-ZĐ]{1,3}|v\.v|tr|đ)\Z")
_COUNTED = re.compile(r"\d\s(?:(?:[^\W\d_]{1,9}\s){0,2}[A-ZĐ]{3}|[A-ZĐ]{2})\Z")  # "15,2 triệu USD. Tính riêng …", "có 29 HTX. Trong năm …"
_ORDINAL = re.compile(r"[^\W\d_A-Z]\s(?:I|II|III|IV|V|VI|VII|VIII|IX|X)\Z")  # "so với quý I. Tháng cao nhất là …"
_BEGINS = re.compile(r"\s*[\"“'(*+-]|\W{0,8}(?P<first>[^\W_])")
_DEEPEST = 8
_REACH = 28


class Bracket(NamedTuple):
    """From the opening bracket to behind the closing one; `depth` is 1 for an outermost one."""

    start: int
    end: int
    depth: int


class Clauses:
    """The sentences and brackets of a text from offset `begin` on."""

    def __init__(self, value: str, folded: str, begin: int) -> None:
        self._folded = folded
        self._begin = begin
        self._length = len(value)
        self.brackets, self._ends = _parse(value, begin)
        self._starts = [bracket.start for bracket in self.brackets]

    def bracket_at(self, position: int) -> Bracket | None:
        """The innermost bracket around a position."""
        index = bisect_right(self._starts, position) - 1
        for back in range(index, max(-1, index - 2 * _DEEPEST), -1):
            if self.brackets[back].start < position < self.brackets[back].end:
                return self.brackets[back]
        return None

    def depth(self, position: int) -> int:
        bracket = self.bracket_at(position)
        return bracket.depth if bracket else 0

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence around a position."""
        index = bisect_right(self._ends, position)
        start = self._ends[index - 1] if index else self._begin
        end = self._ends[index] if index < len(self._ends) else self._length
        return start, end

    def within(self, start: int, end: int) -> list[Bracket]:
        """The outermost brackets inside a stretch."""
        out: list[Bracket] = []
        if not self.brackets:
            return out
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            bracket = self.brackets[index]
            if bracket.end <= end and (not out or bracket.start >= out[-1].end):
                out.append(bracket)
        return out

    def clear(self, start: int, end: int) -> str:
        """The folded text of a stretch, everything in its brackets blanked out; the same length as the stretch."""
        pieces: list[str] = []
        position = start
        for bracket in self.within(start, end):
            pieces += [self._folded[position : bracket.start], " " * (bracket.end - bracket.start)]
            position = bracket.end
        return "".join([*pieces, self._folded[position:end]])


def _parse(value: str, begin: int) -> tuple[list[Bracket], list[int]]:
    brackets: list[Bracket] = []
    open_: list[int] = []
    ends: list[int] = []
    for match in _MARKS.finditer(value, begin):
        if match[0] == "(":
            if len(open_) < _DEEPEST:
                open_.append(match.start())
        elif match[0] == ")":
            if open_:
                brackets.append(Bracket(open_.pop(), match.end(), len(open_) + 1))
        elif _ends_sentence(value, match.start()):
            ends.append(match.end())
    brackets.sort()
    return brackets, _outside(ends, brackets)


def _outside(ends: list[int], brackets: list[Bracket]) -> list[int]:
    """A full stop inside a bracket ends no sentence."""
    outer = [bracket for bracket in brackets if bracket.depth == 1]
    starts = [bracket.start for bracket in outer]
    kept: list[int] = []
    for end in ends:
        index = bisect_right(starts, end) - 1
        if index < 0 or end >= outer[index].end:
            kept.append(end)
    return kept


def _ends_sentence(value: str, position: int) -> bool:
    before = value[max(0, position - _REACH) : position]
    shortened = _ABBREVIATION.search(before) and not _ORDINAL.search(before) and not _COUNTED.search(before)
    if value[position] == "." and (shortened or before.endswith(".")):
        return False
    begins = _BEGINS.match(value, position + 1)
    return position + 1 >= len(value) or (begins is not None and not (begins["first"] or "").islower())
