"""The figures of running text that may be stated elsewhere, each with its context."""

from __future__ import annotations

from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import Context, Words, context, lead
from checker.recognise.restated.pair import Pair, Terms, candidates
from checker.recognise.restated.times import Clock, years_clash

_HEAD = 40
_MOST_FIGURES = 400
"""A paragraph with more of them is a list of numbers: no words say what each of them is."""


class Said(NamedTuple):
    """`opposed` are the words near and ahead of it that have an opposite; `sums_up` says that it stands where a report judges or sums up
    what it told."""

    passage: Passage
    figure: Figure
    context: Context
    opposed: Words
    sums_up: bool

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
        and not years_clash(first.times.years, second.times.years)
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
            sums_up = _sums_up(passage, terms)
            out.append([Said(passage, f, c, (c.near | c.ahead) & terms.opposites, sums_up) for f, c in zip(figures, contexts, strict=True)])
    return out


def _sums_up(passage: Passage, terms: Terms) -> bool:
    """Do its first words, or those of the heading above it, say so ("Đánh giá chung", "Hạn chế:")?"""
    heading = passage.section.heading
    heads = (passage.folded[passage.begin : passage.begin + _HEAD], heading.folded if heading is not None else "")
    return any(terms.summing_up.search(words) is not None for words in heads)
