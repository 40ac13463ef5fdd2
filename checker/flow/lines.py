"""The characters of one paragraph element → paragraphs, or the text of a cell or a note.

A line break inside a paragraph ends it, since authors use Shift+Enter for lines and items of their own, unless the next line
begins in the middle of a sentence. A heading stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.document import Paragraph
from checker.flow.noted import Noted, joined, numbered, strip
from checker.place import Place
from checker.text import Text

LINE_BREAK, PAGE_BREAK = "\n", "\f"

_BREAK = re.compile("[\n\f]")
_ITEM = re.compile(r"(?:[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,4})\s?[.)/]")
_FINISHED = tuple(".;:!?…")


class Raw(NamedTuple):
    """Characters as the format keeps them, one place each, breaks among them; note references as (offset, mark).
    `place` is that of the first character."""

    text: str
    place: Place
    notes: tuple[tuple[int, str], ...] = ()


class Shape(NamedTuple):
    """What is true of all the lines of one paragraph element. `page_break`: a page begins with it."""

    level: int | None = None
    marker: str = ""
    bold: bool = False
    page_break: bool = False


def paragraphs(group: Sequence[Raw], shape: Shape, page_break: bool = False) -> tuple[list[Paragraph], bool]:
    """The paragraphs that a group of pieces makes, and whether a page break is left over for what follows."""
    made: list[tuple[list[Noted], bool]] = []
    page_break = page_break or shape.page_break
    for breaks, line in _lines(group):
        page_break = page_break or breaks
        if not line.text.value:
            continue
        if made and (shape.level is not None or _goes_on(made[-1][0][-1].text.value, line.text.value)):
            made[-1][0].append(line)
        else:
            made.append(([line], page_break))
        page_break = False
    part = group[0].place.part or "body"
    return [_paragraph(joined(lines), shape, part, begins, later > 0) for later, (lines, begins) in enumerate(made)], page_break


def one_text(group: Sequence[Raw], marker: str = "") -> Noted:
    """A group as the text of a cell or a note: breaks are blanks, the marker stands before it."""
    words = strip(joined((_cut(raw, 0, len(raw.text)) for raw in group), ""))
    return numbered(marker, words, group[0].place)


def _paragraph(noted: Noted, shape: Shape, part: str, page_break: bool, later: bool) -> Paragraph:
    """`later`: it follows another line of the same element, which bears the marker."""
    return Paragraph(
        text=noted.text,
        level=shape.level,
        marker="" if later else shape.marker,
        bold=shape.bold,
        part=part,
        notes=noted.notes,
        page_break=page_break,
    )


def _lines(group: Sequence[Raw]) -> Iterator[tuple[bool, Noted]]:
    """The lines of a group, each with whether a page break stands before it."""
    parts: list[Noted] = []
    breaks = False
    for raw in group:
        start = 0
        for found in _BREAK.finditer(raw.text):
            yield breaks, strip(joined([*parts, _cut(raw, start, found.start())], ""))
            parts, start, breaks = [], found.end(), found[0] == PAGE_BREAK
        parts.append(_cut(raw, start, len(raw.text)))
    yield breaks, strip(joined(parts, ""))


def _cut(raw: Raw, start: int, end: int) -> Noted:
    text = _BREAK.sub(" ", raw.text[start:end])
    place = raw.place.ahead(start)
    if not raw.notes:
        return Noted(Text.at(text, place))
    notes = ((at - start, mark) for at, mark in raw.notes if start <= at <= end)
    return Noted(Text.at(text, place), tuple((len(Text.at(text[:at], place)), mark) for at, mark in notes))


def _goes_on(before: str, after: str) -> bool:
    """Does a line begin in the middle of the sentence before it?"""
    return after[0].islower() and _ITEM.match(after) is None and not before.endswith(_FINISHED)
