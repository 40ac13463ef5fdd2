"""The figures of running text that may be stated elsewhere, each with its context."""

from __future__ import annotations

from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.parts import excluded
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import Context, context, lead, own_years
from checker.recognise.restated.pair import Terms, candidates


class Said(NamedTuple):
    passage: Passage
    figure: Figure
    context: Context


def spoken(reading: Reading, terms: Terms) -> list[list[Said]]:
    """The figures of each paragraph and footnote that has any."""
    own = own_years(reading)
    out: list[list[Said]] = []
    for passage in (*reading.paragraphs, *reading.footnotes.values()):
        figures = [f for f in candidates(passage) if not excluded(passage, f, terms.compared)]
        if figures:
            above = lead(reading, passage)
            out.append([Said(passage, f, context(passage, f, above, own, terms.changes)) for f in figures])
    return out
