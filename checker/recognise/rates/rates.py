"""Rates: figures that say how much falls to one of something ("65 triệu đồng/lao động", "mỗi lớp 35 học viên", "6,2 tấn/ha")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.measures import CALENDAR, MONEY
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.text import fold
from checker.units import PERCENT

_REACH = 48
_NORM_REACH = 32
_BEHIND = 28
_WORDS = re.compile(r"[^\d;:.()]*\Z")
_SAME_CLAUSE = re.compile(r"[^\d,;:.()]*\Z")
_NOUN = re.compile(r"\s[^\W\d_]+(?: [^\W\d_]+){0,3}")


class Rate(NamedTuple):
    """A rate; `by` is the noun that it is reckoned by, folded, and `time` the unit of time ("month"), if by that too. `unit` is what the
    total is in. A norm is laid down, no mean: it is exact."""

    figure: Figure
    by: str
    unit: str
    time: str = ""
    norm: bool = False


def rates(passage: Passage, words: Patterns) -> list[Rate]:
    """Every rate of a passage that is sure and has no bound."""
    found: list[Rate] = []
    for figure in passage.figures:
        doubtful = figure.unit == PERCENT or figure.pair or figure.quantity.bound or not figure.certain or not figure.quantity.value
        if doubtful or excluded(passage, figure, words["not_these"]):
            continue
        found += _rate(passage, figure, words)
    return found


def _rate(passage: Passage, figure: Figure, words: Patterns) -> Iterator[Rate]:
    if figure.per:
        yield from _by_slash(passage, figure, words)
    elif "/" in figure.unit:
        unit, by = figure.unit.split("/", 1)
        yield Rate(figure, by, unit)
    elif noun := _each(passage, figure, words["each"]) or _each_behind(passage, figure, words["each"]):
        yield Rate(figure, noun, figure.unit, norm=_is_norm(passage, figure, words, said=True))


def _by_slash(passage: Passage, figure: Figure, words: Patterns) -> Iterator[Rate]:
    """ "đồng/hộ", "đồng/trẻ/tháng"."""
    kinds = [(part, passage.locale.units.match(fold(part), 0)) for part in figure.per.split("/")]
    times = [unit.value for _, unit in kinds if unit is not None and unit.value in CALENDAR]
    nouns = [fold(part) for part, unit in kinds if unit is None or unit.value not in CALENDAR]
    if figure.flow or len(kinds) > 2:
        return
    norm = _is_norm(passage, figure, words)
    if len(kinds) == 1:
        yield Rate(figure, fold(figure.per), figure.unit, norm=norm)
    elif len(nouns) == len(times) == 1:
        yield Rate(figure, nouns[0], figure.unit, times[0], norm)


def _each(passage: Passage, figure: Figure, each: re.Pattern[str]) -> str:
    """The noun between "mỗi" and the figure."""
    matches = list(each.finditer(passage.folded, max(passage.begin, figure.start - _REACH), figure.start))
    if not matches or not _WORDS.match(passage.folded, matches[-1].end(), figure.start):
        return ""
    return passage.folded[matches[-1].end() : figure.start].strip(" ,")


def _each_behind(passage: Passage, figure: Figure, each: re.Pattern[str]) -> str:
    """The noun behind "500.000 đồng cho mỗi hộ", where no figure follows that it may belong to."""
    match = each.search(passage.folded, figure.end, figure.end + _BEHIND) if figure.unit else None
    if match is None or not _SAME_CLAUSE.match(passage.folded, figure.end, match.start()):
        return ""
    following = passage.figures_between(match.end(), match.end() + _REACH)[:1]
    noun = _NOUN.match(passage.folded, match.end())
    if noun is None or (following and _WORDS.match(passage.folded, match.end(), following[0].start)):
        return ""
    return noun[0].strip()


def _is_norm(passage: Passage, figure: Figure, words: Patterns, said: bool = False) -> bool:
    """Is it money or a physical quantity laid down ("mức", "đơn giá"), and no mean? `said`: "mỗi" said so."""
    before = passage.figures_before(figure.start, 1)
    start = max([passage.begin, figure.start - _NORM_REACH, *(f.end for f in before)])
    if not figure.unit or words["mean"].search(passage.folded, start, figure.start):
        return False
    is_money = figure.unit in MONEY
    return (said and is_money) or words["norm"].search(passage.folded, start, figure.start) is not None
