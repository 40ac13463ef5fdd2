"""The figures of running text that may be stated elsewhere, each with its context."""

from __future__ import annotations

from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import Context, Words, context, lead
from checker.recognise.restated.pair import Pair, Terms, candidates
from checker.recognise.restated.times import Clock, times_clash

_MOST_FIGURES = 400
"""A paragraph with more of them is a list of numbers: no words say what each of them is."""


class Said(NamedTuple):
    """`opposed` are the words near and ahead of it that have an opposite."""

    passage: Passage
    figure: Figure
    context: Context
    opposed: Words

    def paired(self, other: Figure, sure: bool) -> Pair:
        """This figure as one of a pair."""
        return Pair(self.figure, other, sure, self.passage.section.title, f"{self.passage.order} {self.figure.start}")


def one_thing(one: Said, other: Said, terms: Terms) -> bool:
    """May both state one thing: the same unit, kind and years, nothing opposite?"""
    first, second = one.context, other.context
    return (
        one.figure.unit == other.figure.unit
        and one.figure.counted == other.figure.counted
        and first.changed == second.changed
        and not times_clash(first.times, second.times)
        and not (one.opposed and other.opposed and (terms.clash(first.near, second.near) or terms.clash(one.opposed, other.opposed)))
    )


def spoken(reading: Reading, terms: Terms, clock: Clock) -> list[list[Said]]:
    """The figures of each paragraph and footnote that has any."""
    out: list[list[Said]] = []
    for passage in (*reading.paragraphs, *reading.footnotes.values()):
        figures = [f for f in candidates(passage) if not excluded(passage, f, terms.compared)]
        if 0 < len(figures) <= _MOST_FIGURES:
            above = lead(reading, passage)
            contexts = (context(passage, f, above, clock, terms.changes) for f in figures)
            out.append([Said(passage, f, c, (c.near | c.ahead) & terms.opposites) for f, c in zip(figures, contexts, strict=True)])
    return out
