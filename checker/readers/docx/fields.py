"""Fields written as a run of characters: begin, instruction, separate, result, end.

The instruction is not part of the text; the result is, unless it is a page number or a note's mark. A field that goes on over
several paragraphs is closed at the end of each, so that one whose end is missing cannot swallow the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers.docx.names import W, shows_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARACTER, _INSTRUCTION = W + "fldChar", W + "instrText"
FIELD_PARTS = frozenset((_CHARACTER, _INSTRUCTION))


class Fields:
    """The fields that are open, outermost first."""

    def __init__(self) -> None:
        self._silent: list[bool] = []
        self._instructions: list[str] = []
        self._hiding = 0

    @property
    def silent(self) -> bool:
        """Is text that stands here not shown?"""
        return self._hiding > 0

    def take(self, element: _Element) -> None:
        """Goes on over a part of a field. An end without a beginning ends nothing."""
        kind = element.get(W + "fldCharType")
        if element.tag == _INSTRUCTION:
            if self._instructions:
                self._instructions[-1] += element.text or ""
        elif kind == "begin":
            self._silent.append(True)
            self._instructions.append("")
            self._hiding += 1
        elif kind == "separate" and self._silent:
            self._hiding -= self._silent[-1]
            self._silent[-1] = not shows_text(self._instructions[-1])
            self._hiding += self._silent[-1]
        elif kind == "end" and self._silent:
            self._hiding -= self._silent.pop()
            self._instructions.pop()
