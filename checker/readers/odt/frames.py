"""Frames and shapes: which elements of a drawing hold paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.readers.odt.names import DRAW, LIST, PARAGRAPHS, TABLE_ELEMENT

if TYPE_CHECKING:
    from lxml.etree import _Element

_HELD = (*PARAGRAPHS, LIST, TABLE_ELEMENT)


def boxes(drawing: _Element) -> Iterator[_Element]:
    """The text boxes and the shapes with text, not those inside them."""
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if any(child.tag in _HELD for child in element):
            yield element
        else:
            waiting += [child for child in reversed(element) if str(child.tag).startswith(DRAW)]
