"""Words of one row that belong together → a line of text that knows its shape.

A row is cut into lines where it has a wide gap: two blocks that stand side by side are not read across. The gaps of a justified line are
all wide, a list marker may stand far before its words, and a place to be filled in by hand is made of blanks: none of these is cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.pages.rows import Placed
from checker.pages.shape import Box
from checker.place import Place
from checker.text import Text, join

_WIDE_GAP = 1.5
_MARKER_GAP = 4.0
_BOLD = 0.8
_ALIKE, _ALIKE_GAPS, _WIDEST_ALIKE = 0.6, 3, 2.5
_MARKER = re.compile(r"(?:[-+•▪–*·○●]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđA-ZĐ]|[IVX]{1,5})\s?[.)/]-?)\Z")


class Raised(NamedTuple):
    """A small raised sign: the offset in the line at which it stands, and what it is. A note's mark, or a power."""

    offset: int
    sign: Text


class Line(NamedTuple):
    """A line of text: its box, the size of its type, whether all of it is bold, the width of its first word, its text without raised signs,
    the page and the row that it stands in."""

    box: Box
    em: float
    bold: bool
    first: float
    text: Text
    raised: tuple[Raised, ...]
    page: int
    number: int

    @property
    def value(self) -> str:
        return self.text.value


def cut(row: Sequence[Placed]) -> Iterator[Sequence[Placed]]:
    """The parts of a row between its wide gaps."""
    gaps = [0.0 if b.word.blank else (b.word.x0 - a.word.x1) / max(a.word.em, b.word.em) for a, b in pairwise(row)]
    if len(gaps) >= _ALIKE_GAPS and _ALIKE * max(gaps) < min(gaps) <= _WIDEST_ALIKE:
        yield row
        return
    begin = 0
    for index, gap in enumerate(gaps, 1):
        if gap > _WIDE_GAP and not (gap <= _MARKER_GAP and _is_marker(row[begin:index])):
            yield row[begin:index]
            begin = index
    yield row[begin:]


def line(words: Sequence[Placed], place: Place) -> Line:
    """The line of some words of one row; `place` says file, page and part."""
    first = next((placed for placed in words if not placed.raised), words[0])
    plain = [placed.word for placed in words if not placed.raised] or [words[0].word]
    text, raised = _text(words, place)
    box = Box(words[0].word.x0, min(w.top for w in plain), words[-1].word.x1, max(w.bottom for w in plain))
    em = max(word.em for word in plain)
    bold = sum(len(word.text) for word in plain if word.bold) >= _BOLD * sum(len(word.text) for word in plain)
    return Line(box, em, bold, first.word.x1 - first.word.x0, text, raised, place.page or 0, words[0].line)


def _is_marker(words: Sequence[Placed]) -> bool:
    return _MARKER.match("".join(placed.word.text for placed in words)) is not None


def _text(words: Sequence[Placed], place: Place) -> tuple[Text, tuple[Raised, ...]]:
    """The text of a line, with marks where its columns do not run on, and what is raised in it."""
    parts: list[Text] = []
    raised: list[Raised] = []
    raw, column, end, length = "", words[0].column, words[0].column, 0
    for placed in words:
        if placed.raised:
            raised.append(Raised(length + len(_canonical(raw)), _at(placed.word.text, place, placed)))
            continue
        glued = placed.glued and not unicodedata.combining(placed.word.text[:1] or " ")  # a stray mark is not put on another word's letter
        blank = "" if glued or not (raw or parts) else " "
        if placed.column == end + len(blank) or not raw:
            column = column if raw else placed.column
            raw += (blank if raw else "") + placed.word.text
        else:
            parts.append(Text.at(raw + blank, _from(place, placed.line, column)))
            length += len(parts[-1])
            raw, column = placed.word.text, placed.column
        end = placed.end
    parts.append(Text.at(raw, _from(place, words[0].line, column)))
    return join(parts, ""), tuple(raised)


def _canonical(raw: str) -> Text:
    return Text.at(raw, Place())


def _at(raw: str, place: Place, placed: Placed) -> Text:
    return Text.at(raw, _from(place, placed.line, placed.column))


def _from(place: Place, number: int, column: int) -> Place:
    return Place(file=place.file, page=place.page, line=number, column=column, part=place.part)
