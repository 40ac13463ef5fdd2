"""Rates: figures that say how much falls to one of something ("65 triệu đồng/lao động", "mỗi lớp 35 học viên", "6,2 tấn/ha")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from checker.figure import Figure
from checker.quantity import Bound
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
_EQUALS = re.compile(r"[^\d,;:.()=]{1,20}=\s{0,2}\Z")
_SMALL = 10
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
    sure = (f for f in passage.figures if _is_sure(f) and not excluded(passage, f, words["not_these"]))
    return [rate for figure in sure for rate in _rate(passage, figure, words)]


def _is_sure(figure: Figure) -> bool:
    """Yields are often told as about so much, and reckoned exactly."""
    bounded = figure.quantity.bound is not None and not ("/" in figure.unit and figure.quantity.bound == Bound.ABOUT)
    return figure.certain and bool(figure.quantity.value) and figure.unit != PERCENT and not figure.pair and not bounded


def _rate(passage: Passage, figure: Figure, words: Patterns) -> Iterator[Rate]:
    if figure.per:
        yield from _by_slash(passage, figure, words)
    elif "/" in figure.unit:
        unit, by = figure.unit.split("/", 1)
        yield Rate(_unbounded(figure), by, unit)
    elif one := _one_before(passage, figure):
        yield Rate(figure, fold(passage.text.value[one.end : figure.start].strip(" =")), figure.unit, norm=True)
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


def _unbounded(figure: Figure) -> Figure:
    return msgspec.structs.replace(figure, quantity=msgspec.structs.replace(figure.quantity, bound=None))


def _one_before(passage: Passage, figure: Figure) -> Figure | None:
    """The one dollar of "01 USD = 24.850 đồng"."""
    for before in passage.figures_before(figure.start, 1):
        equals = _EQUALS.match(passage.folded, before.end, figure.start)
        if equals and before.quantity.value == 1 and before.unit in MONEY and figure.unit in MONEY and figure.unit != before.unit:
            return before
    return None


def _each(passage: Passage, figure: Figure, each: re.Pattern[str]) -> str:
    """The noun between "mỗi" and the figure."""
    matches = list(each.finditer(passage.folded, max(passage.begin, figure.start - _REACH), figure.start))
    if not matches or not _WORDS.match(passage.folded, matches[-1].end(), figure.start):
        return ""
    return passage.folded[matches[-1].end() : figure.start].strip(" ,")


def _each_behind(passage: Passage, figure: Figure, each: re.Pattern[str]) -> str:
    """The noun behind "500.000 đồng cho mỗi hộ", where no figure follows that it may belong to."""
    match = each.search(passage.folded, figure.end, figure.end + _BEHIND)
    if match is None or not _SAME_CLAUSE.match(passage.folded, figure.end, match.start()):
        return ""
    following = passage.figures_between(match.end(), match.end() + _REACH)[:1]
    noun = _NOUN.match(passage.folded, match.end())
    if noun is None or (following and _WORDS.match(passage.folded, match.end(), following[0].start)):
        return ""
    return noun[0].strip()


def _is_norm(passage: Passage, figure: Figure, words: Patterns, said: bool = False) -> bool:
    """Is it money or a physical quantity laid down ("mức", "đơn giá"), and no mean? `said`: "mỗi" said so, of money or of a few."""
    before = passage.figures_before(figure.start, 1)
    start = max([passage.begin, figure.start - _NORM_REACH, *(f.end for f in before)])
    is_few = not figure.unit and figure.quantity.whole and figure.quantity.value < _SMALL
    if not (figure.unit or is_few) or words["mean"].search(passage.folded, start, figure.start):
        return False
    return (said and (figure.unit in MONEY or is_few)) or words["norm"].search(passage.folded, start, figure.start) is not None
