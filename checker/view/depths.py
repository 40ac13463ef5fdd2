"""How deep a heading or an item of a list stands."""

from __future__ import annotations

from typing import Literal

from checker.recognise.passages import Passage

Kind = Literal["heading", "paragraph", "item", "note"]


class Depths:
    """Goes through the passages of a document in order: an item stands as deep as the last one with such a marker, else deeper."""

    def __init__(self) -> None:
        self._markers: list[str] = []

    def of(self, passage: Passage) -> tuple[Kind, int]:
        """What a passage is, and how deep; 1 is the highest."""
        if passage.note:
            return "note", 1
        if passage.heading:
            self._markers = []
            return "heading", max(1, len(passage.section.chain) - 1)
        if passage.marker is None:
            return "paragraph", 1
        key = passage.marker.depth_key
        known = self._markers.index(key) if key in self._markers else len(self._markers)
        self._markers = [*self._markers[:known], key]
        return "item", known + 1
