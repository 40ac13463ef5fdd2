"""Sums that name their parts: "… 15.842 hộ nghèo; 12.406 hộ cận nghèo. Tổng số hộ nghèo và hộ cận nghèo là 28.248 hộ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.kinds import is_plain
from checker.recognise.passages import Passage

_REACH = 90
_MOST_BEFORE, _MOST_NAMES = 12, 4
_SHORTEST = 3
_MARKS = re.compile(r"[,;:.()\d]")
_EDGES = " -\"'"


class NamedSum(NamedTuple):
    """A sum, and the figures whose names it gives; and the words that say so."""

    whole: Figure
    parts: tuple[Figure, ...]
    word: re.Match[str]


def named_sums(passage: Passage, words: Patterns) -> Iterator[NamedSum]:
    """Every such sum of a passage, each name right beside its figure."""
    for match in (*words["summed"].finditer(passage.folded, passage.begin), *words["sum_of"].finditer(passage.folded, passage.begin)):
        whole = next(iter(passage.figures_between(match.end(), match.end() + _REACH)), None)
        if whole is None or not is_plain(whole) or _MARKS.search(passage.folded, match.end(), whole.start):
            continue
        names = _names(passage.folded[match.end() : whole.start], words)
        before = [f for f in passage.figures_before(match.start(), _MOST_BEFORE) if is_plain(f) and f.unit == whole.unit]
        found = [next((f for f in before if _is_named(passage, f, name)), None) for name in names]
        parts = tuple(figure for figure in found if figure is not None)
        if 1 < len(parts) == len(names) <= _MOST_NAMES and len({part.start for part in parts}) == len(parts):
            yield NamedSum(whole, parts[::-1] if parts[0].start > parts[-1].start else parts, match)


def _names(text: str, words: Patterns) -> list[str]:
    """ "hộ nghèo", "hộ cận nghèo" of "hộ nghèo và hộ cận nghèo là"."""
    shown = list(words["shows"].finditer(text))
    text = text[: shown[-1].start()] if shown and not text[shown[-1].end() :].strip() else text
    return [name for part in words["joiner"].split(text) if len(name := part.strip(_EDGES)) >= _SHORTEST]


def _is_named(passage: Passage, figure: Figure, name: str) -> bool:
    """Does the name stand right behind the figure, or right before it at the start of a clause?"""
    behind = passage.folded[figure.end : figure.end + len(name) + 2].lstrip()
    before = passage.folded[max(passage.begin, figure.start - len(name) - 3) : figure.start].rstrip()
    starts = before[: -len(name)].rstrip(" ") if before.endswith(name) else "-"
    return _starts_with(behind, name) or (before.endswith(name) and (not starts or starts[-1] in ",;:.("))


def _starts_with(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalpha()
