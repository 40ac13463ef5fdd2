"""How much speaks for two figures that differ to state one thing, against chance.

Evidence and chance are both counted in bits. One bit more of evidence: twice as many pairs like this one state one thing. One bit more of
chance: half as many different things are one slip of the hand apart. The weights were measured on annotated reports: figures that do restate
each other against all others of the same unit. A pair is told where both together leave little doubt; figures of many digits can so afford
words that agree less.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from checker.recognise.restated.contexts import CellContext, Words, cover
from checker.recognise.restated.spoken import Said

_TABLE, _TEXT = -9.5, -12.0
_LABEL, _HEADER, _NO_HEADER = 2.7, 1.2, 0.5
_PER_BIT = 0.25
_SUBJECT = 1.0
_SAID = 1.3
_AHEAD = 0.7
_TEXT_LATER, _TEXT_EARLIER, _TEXT_NEAR = 2.8, 1.3, 0.9
_KIND = 1.2
_ROW, _COLUMN, _PARAGRAPH = 1.3, 0.7, 0.7
_PART = 0.5
_SUMMARY = 4.5
_RARE = 8.0


class Rarity:
    """How telling the words of a document are: those that few paragraphs and rows use tell much."""

    def __init__(self, texts: Iterable[Words]) -> None:
        self._texts = texts

    def bits(self, words: Words) -> float:
        """How many bits all of them tell."""
        count, texts = self._counted
        return sum(min(_RARE, math.log2(texts / (count[word] + 0.5))) for word in words)

    @cached_property
    def _counted(self) -> tuple[Counter[str], int]:
        """In how many texts each word stands, and how many there are: only asked for where anything is weighed."""
        texts = list(self._texts)
        return Counter(chain.from_iterable(texts)), len(texts) + 1


def in_table(said: Said, cell: CellContext, header: Words, label: Words, company: tuple[int, int], rarity: Rarity) -> float:
    """What speaks for a figure of a sentence and a cell: the words of the label and the header, the rarer the better; other figures of the
    paragraph that stand in that row and in that column."""
    near, here = said.context.near, said.context.near | said.context.ahead
    labelled = max(cover(label, near), _AHEAD * cover(label, here))
    headed = max(cover(header, near), _AHEAD * cover(header, here)) if header else _NO_HEADER
    words = label | header
    kind = bool(said.figure.counted) and said.figure.counted == cell.figure.counted
    part = bool(said.context.times.parts & cell.times.parts)
    agree = _LABEL * labelled + _HEADER * headed + _SAID * cover(near, words) + _PER_BIT * rarity.bits(near & words)
    return _TABLE + agree + _KIND * kind + _PART * part + _ROW * company[0] + _COLUMN * company[1]


def in_sentences(later: Said, earlier: Said, company: int, measures: Words, rarity: Rarity) -> float:
    """What speaks for the figures of two sentences: the words around the later one, or only those before it but for `measures` ("tỷ lệ");
    those ahead of them; other figures that both paragraphs share; that the later one stands where a report sums up what it told."""
    one, two = later.context, earlier.context
    near, there = one.near & two.near, two.near | two.ahead
    subject = one.before - measures
    agree = (
        _TEXT_LATER * max(cover(one.near, there), _SUBJECT * cover(subject, there) * (len(subject) > 1))
        + _TEXT_EARLIER * cover(two.near, one.near | one.ahead)
        + _TEXT_NEAR * (len(near) / max(1, min(len(one.near), len(two.near))))
        + _PER_BIT * rarity.bits(near)
    )
    kind = bool(later.figure.counted) and later.figure.counted == earlier.figure.counted
    return _TEXT + agree + _KIND * kind + _PARAGRAPH * company + _SUMMARY * later.sums_up
