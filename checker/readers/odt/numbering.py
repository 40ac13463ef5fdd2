"""Lists: how their levels are shown, and which list a paragraph belongs to.

A list begins to count anew unless it says that it continues another one: the one with a given id, or the last one of its style.
The first paragraph of an item bears its number; a list inside an item is the next level of the same list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.flow.counting import DEPTHS, Level
from checker.readers.odt.names import LEVEL, LOEXT, STYLE, STYLE_NAME, TEXT, XML_ID, number, optional_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 60
_FORMAT = re.compile(r"%(\d{1,2})%")
_FORMATS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter", "": "none"}
_BULLET = TEXT + "list-level-style-bullet"
_NUMBERS = (TEXT + "list-level-style-number", TEXT + "outline-level-style")
_PICTURE = TEXT + "list-level-style-image"


def levels(style: _Element) -> dict[int, Level]:
    """The levels of a list style, from 0."""
    found = ((number(e.get(LEVEL), 0) - 1, e) for e in style)
    return {depth: _level(e, depth) for depth, e in found if 0 <= depth < DEPTHS and e.tag in (_BULLET, _PICTURE, *_NUMBERS)}


def _level(element: _Element, depth: int) -> Level:
    if element.tag not in _NUMBERS:
        return Level(format="bullet", pattern=(element.get(TEXT + "bullet-char") or "")[:1])
    shape = _FORMATS.get(element.get(STYLE + "num-format") or "", "decimal")
    return Level(
        start=number(element.get(TEXT + "start-value"), 1), format=shape, pattern=_pattern(element, depth) if shape != "none" else ""
    )


def _pattern(element: _Element, depth: int) -> str:
    """What is shown, with %1 for the number of the first level."""
    given = element.get(STYLE + "num-list-format") or element.get(LOEXT + "num-list-format")
    if given:
        return _FORMAT.sub(lambda match: f"%{match[1]}", given[:_LONGEST])
    shown = min(number(element.get(TEXT + "display-levels"), 1), depth + 1)
    numbers = ".".join(f"%{n}" for n in range(depth + 2 - shown, depth + 2))
    return f"{(element.get(STYLE + 'num-prefix') or '')[:_LONGEST]}{numbers}{(element.get(STYLE + 'num-suffix') or '')[:_LONGEST]}"


class Listed(NamedTuple):
    """The list around a paragraph: what it counts with, its style, its level from 0; the number that the item is given."""

    id: str
    style: str
    depth: int
    start: int | None = None
    numbered: bool = True


class Lists:
    """The lists of one part, in the order in which they begin."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}
        self._last: dict[str, str] = {}
        self._count = 0

    def enter(self, element: _Element, around: Listed | None) -> Listed:
        """The list that begins here."""
        own = element.get(STYLE_NAME)
        if around is not None:
            return Listed(around.id, own or around.style, around.depth + 1)
        style = own or ""
        id = self._continued(element, style)
        if id is None:
            self._count += 1
            id = str(self._count)
        self._last[style] = id
        self._named[element.get(XML_ID) or ""] = id
        return Listed(id, style, 0)

    def numbered_paragraph(self, element: _Element) -> Listed:
        """A paragraph that names its list and level itself."""
        style = element.get(STYLE_NAME) or ""
        depth = max(0, number(element.get(LEVEL), 1) - 1)
        return Listed(
            f"numbered {element.get(TEXT + 'list-id') or style}", style, depth, optional_number(element.get(TEXT + "start-value"))
        )

    def _continued(self, element: _Element, style: str) -> str | None:
        named = element.get(TEXT + "continue-list")
        if named:
            return self._named.get(named)
        return self._last.get(style) if element.get(TEXT + "continue-numbering") == "true" else None
