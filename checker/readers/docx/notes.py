"""Footnotes and endnotes: their marks as shown, counted in the order in which the text refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.flow.numerals import formatted
from checker.readers.docx.names import ID, W

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
_CUSTOM = W + "customMarkFollows"


class Marks:
    """The marks given so far. `given` are (kind, id, mark) in the order of the text."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str, str]] = []
        self._counts = {"footnote": 0, "endnote": 0}

    def give(self, reference: _Element, custom: str) -> str:
        """The mark of a reference: the next number, or the author's own sign."""
        kind = KINDS[str(reference.tag)]
        if is_custom(reference):
            mark = custom.strip()
        else:
            self._counts[kind] += 1
            mark = formatted(self._counts[kind], _FORMATS[kind])
        self.given.append((kind, reference.get(ID) or "", mark))
        return mark


def is_custom(reference: _Element) -> bool:
    """Does the author's own sign follow the reference?"""
    return reference.get(_CUSTOM) in ("1", "true", "on")


def bodies(root: _Element | None, kind: str) -> dict[str, _Element]:
    """The notes of a part by id. The separators are among them, but nothing refers to those."""
    return {} if root is None else {e.get(ID) or "": e for e in root.iterfind(W + kind)}
