"""The content of `w:p` elements → text with its places and note references, and paragraphs of it.

A line break inside a paragraph ends it, since authors use Shift+Enter for lines and items of their own, unless the next line
begins in the middle of a sentence. A heading stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.document import Paragraph
from checker.place import Place
from checker.readers.docx.properties import Properties
from checker.readers.docx.runs import PAGE_BREAK, Inline
from checker.text import Mark, Text, join

_BREAK = re.compile("[\n\f]")
_ITEM = re.compile(r"(?:[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,4})\s?[.)/]")
_FINISHED = tuple(".;:!?…")


class Noted(NamedTuple):
    """A text, and its note references as (offset, mark)."""

    text: Text
    notes: tuple[tuple[int, str], ...] = ()


class Read(NamedTuple):
    """One `w:p` as read; `place` is that of its first character, `marker` its automatic number."""

    inline: Inline
    place: Place
    properties: Properties
    marker: str


def paragraphs(group: Sequence[Read], page_break: bool) -> tuple[list[Paragraph], bool]:
    """The paragraphs that a group makes, and whether a page break is left over for what follows.

    A group is one `w:p`, or several whose ends between them are deleted; the last one's properties are those of all.
    """
    last = group[-1]
    made: list[tuple[list[Noted], bool]] = []
    bold = all(read.inline.bold for read in group if read.inline.raw.strip())
    page_break = page_break or group[0].properties.page_break
    for breaks, line in _lines(group):
        page_break = page_break or breaks
        if not line.text.value:
            continue
        if made and (last.properties.level is not None or _goes_on(made[-1][0][-1].text.value, line.text.value)):
            made[-1][0].append(line)
        else:
            made.append(([line], page_break))
        page_break = False
    return [_paragraph(joined(lines), last, bold, begins, later > 0) for later, (lines, begins) in enumerate(made)], page_break


def one_text(group: Sequence[Read]) -> Noted:
    """A group as the text of a cell or a note: breaks are blanks, the marker stands before it."""
    words = strip(joined((_cut(read, 0, len(read.inline.raw)) for read in group), ""))
    marker = group[-1].marker
    bullet = len(marker) == 1 and not marker.isalnum()
    if not marker or (bullet and not words.text.value):
        return words
    numbered = Noted(_at_one_place(marker, group[0].place))
    return joined([numbered, words]) if words.text.value else numbered


def joined(parts: Iterable[Noted], between: str = " ") -> Noted:
    """One text of several, their references kept."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    notes: list[tuple[int, str]] = []
    length = 0
    for part in parts:
        notes += [(length + offset, mark) for offset, mark in part.notes]
        length += len(part.text) + len(between)
    return Noted(join([part.text for part in parts], between), tuple(notes))


def strip(noted: Noted) -> Noted:
    text = noted.text.strip()
    if not noted.notes or text is noted.text:
        return Noted(text, noted.notes)
    begin = len(noted.text.value) - len(noted.text.value.lstrip())
    return Noted(text, tuple((min(max(offset - begin, 0), len(text)), mark) for offset, mark in noted.notes))


def _paragraph(noted: Noted, last: Read, bold: bool, page_break: bool, later: bool) -> Paragraph:
    """`later`: it follows another line of the same `w:p`, which bears the marker."""
    return Paragraph(
        text=noted.text,
        level=last.properties.level,
        marker="" if later else last.marker,
        bold=bold,
        part=last.place.part or "body",
        notes=noted.notes,
        page_break=page_break,
    )


def _lines(group: Sequence[Read]) -> Iterator[tuple[bool, Noted]]:
    """The lines of a group, each with whether a page break stands before it."""
    parts: list[Noted] = []
    breaks = False
    for read in group:
        start = 0
        for found in _BREAK.finditer(read.inline.raw):
            yield breaks, strip(joined([*parts, _cut(read, start, found.start())], ""))
            parts, start, breaks = [], found.end(), found[0] == PAGE_BREAK
        parts.append(_cut(read, start, len(read.inline.raw)))
    yield breaks, strip(joined(parts, ""))


def _cut(read: Read, start: int, end: int) -> Noted:
    raw = _BREAK.sub(" ", read.inline.raw[start:end])
    place = read.place.ahead(start)
    if not read.inline.notes:
        return Noted(Text.at(raw, place))
    notes = ((at - start, mark) for at, mark in read.inline.notes if start <= at <= end)
    return Noted(Text.at(raw, place), tuple((len(Text.at(raw[:at], place)), mark) for at, mark in notes))


def _goes_on(before: str, after: str) -> bool:
    """Does a line begin in the middle of the sentence before it?"""
    return after[0].islower() and _ITEM.match(after) is None and not before.endswith(_FINISHED)


def _at_one_place(marker: str, place: Place) -> Text:
    """A marker stands nowhere in the file: each of its characters is where the paragraph begins."""
    return Text(marker, tuple(Mark(offset, place) for offset in range(len(marker))))
