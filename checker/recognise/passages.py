"""Passages: the stretches of running text of a document, with what they write and where they stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from checker.figure import Citation, Date, Figure, Written
from checker.locales import Locale, Style
from checker.recognise.clauses import Clauses
from checker.recognise.markers import Marker
from checker.recognise.scan import citations_of, dates_of, figures_of, scan
from checker.text import Text


@dataclass(frozen=True, eq=False)
class Section:
    """A heading and what stands under it. `annex` is the name of the annex it belongs to, "" in the body."""

    heading: Passage | None
    parent: Section | None = None
    annex: str = ""
    template: bool = False

    @property
    def title(self) -> str:
        return self.heading.words if self.heading else ""

    @property
    def chain(self) -> tuple[Section, ...]:
        """This section and those it stands in, innermost first."""
        return (self, *(self.parent.chain if self.parent else ()))


@dataclass(frozen=True, eq=False)
class Passage:
    """One paragraph, item, heading, footnote or cell. `order` counts through the document. `cell` is (table, row, column),
    0-based, and `header` says that it heads a column. `notes` are (offset, mark) of footnote references; `note` is the mark of
    the footnote that this is."""

    text: Text
    order: int
    locale: Locale
    style: Style
    marker: Marker | None = None
    heading: bool = False
    part: str = "body"
    notes: tuple[tuple[int, str], ...] = ()
    note: str = ""
    cell: tuple[int, int, int] | None = None
    header: bool = False
    section: Section = field(default=Section(None))

    @property
    def begin(self) -> int:
        """Where the words begin, behind the marker."""
        return self.marker.end if self.marker else 0

    @property
    def words(self) -> str:
        return self.text.value[self.begin :].strip()

    @cached_property
    def folded(self) -> str:
        return self.text.folded

    @cached_property
    def clauses(self) -> Clauses:
        """Its sentences and brackets."""
        return Clauses(self.text.value, self.folded, self.begin)

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Everything written here, in order."""
        return scan(self.text, self.locale, self.style, self.begin)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return () if self.header else figures_of(self.written)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        return dates_of(self.written)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        return citations_of(self.written)

    @property
    def lone_dates(self) -> tuple[Date, ...]:
        """Dates of the calendar that are no end of a period and no part of a citation."""
        return tuple(w for w in self.written if isinstance(w, Date) and w.first is not None)

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.start for figure in self.figures]

    def figures_between(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin in the stretch from `start` to `end`."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def figures_before(self, position: int, most: int) -> tuple[Figure, ...]:
        """At most so many figures that begin before `position`, the nearest first."""
        stop = bisect_right(self._starts, position - 1)
        return self.figures[max(0, stop - most) : stop][::-1]

    def sentence(self, position: int) -> Stretch:
        """The sentence around a position."""
        return Stretch(self, *self.clauses.sentence(position))


class Stretch(NamedTuple):
    """Part of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.passage.folded[self.start : self.end]

    @property
    def clear(self) -> str:
        """The folded text, with everything in its brackets blanked out."""
        return self.passage.clauses.clear(self.start, self.end)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.passage.figures_between(self.start, self.end)

    def split(self, separators: re.Pattern[str]) -> list[Stretch]:
        """The segments between separators that stand outside the brackets."""
        clear = self.clear
        edges = [match.span() for match in separators.finditer(clear)]
        starts = [0, *(end for _, end in edges)]
        ends = [*(start for start, _ in edges), len(clear)]
        return [Stretch(self.passage, self.start + a, self.start + b) for a, b in zip(starts, ends, strict=True)]
