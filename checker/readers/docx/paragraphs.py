"""The content of `w:p` elements → paragraphs, or the text of a cell or a note.

A group is one `w:p`, or several whose ends between them are deleted; the last one's properties are those of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.document import Paragraph
from checker.flow import lines
from checker.flow.lines import Raw, Shape
from checker.flow.noted import Noted
from checker.place import Place
from checker.readers.docx.properties import Properties
from checker.readers.docx.runs import Inline


class Read(NamedTuple):
    """One `w:p` as read; `place` is that of its first character, `marker` its automatic number."""

    inline: Inline
    place: Place
    properties: Properties
    marker: str


def paragraphs(group: Sequence[Read], page_break: bool) -> tuple[list[Paragraph], bool]:
    """The paragraphs that a group makes, and whether a page break is left over for what follows."""
    last = group[-1]
    bold = all(read.inline.bold for read in group if read.inline.raw.strip())
    shape = Shape(last.properties.level, last.marker, bold, group[0].properties.page_break)
    return lines.paragraphs(_raws(group), shape, page_break)


def one_text(group: Sequence[Read]) -> Noted:
    """A group as the text of a cell or a note."""
    return lines.one_text(_raws(group), group[-1].marker)


def _raws(group: Sequence[Read]) -> list[Raw]:
    return [Raw(read.inline.raw, read.place, read.inline.notes) for read in group]
