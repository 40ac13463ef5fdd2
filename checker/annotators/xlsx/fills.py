"""The fills, one for each severity: formats of the workbook for conditional use (`dxf`), made when they are first needed and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.annotators.xlsx.book import Book, namespace
from checker.containers import parse_xml
from checker.opc import written
from checker.report import Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

_COLOURS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFEB9C", Severity.NOTE: "FFDDEBF7"}
_BEHIND = ("tableStyles", "colors", "extLst")


class Fills:
    """Those of one workbook. One without styles has none, and gets no fills. `were_there`: some sheet may be filled already."""

    def __init__(self, book: Book) -> None:
        self._book = book
        found = book.parts.related(book.main, "styles")
        self._part = found.part if found and found.part in book.parts else ""
        self._root = book.xml(self._part) if self._part else None
        self._changed = False
        self.were_there = any(self._place(colour) is not None for colour in _COLOURS.values())

    def of(self, severity: Severity) -> int | None:
        """The number of the fill for a severity."""
        if self._root is None:
            return None
        colour = _COLOURS[severity]
        place = self._place(colour)
        return self._add(self._root, colour) if place is None else place

    def put(self) -> None:
        """Writes the styles, if one was added."""
        if self._changed and self._root is not None:
            self._book.parts.put(self._part, written(self._root))

    def _place(self, colour: str) -> int | None:
        formats = None if self._root is None else self._root.find(namespace(self._root) + "dxfs")
        if formats is None:
            return None
        return next((number for number, found in enumerate(formats) if _colour(found) == colour), None)

    def _add(self, root: _Element, colour: str) -> int:
        from lxml import etree

        here = namespace(root)
        formats = root.find(here + "dxfs")
        if formats is None:
            formats = etree.Element(here + "dxfs")
            root.insert(next((i for i, e in enumerate(root) if str(e.tag).removeprefix(here) in _BEHIND), len(root)), formats)
        fill = f'<dxf xmlns="{here[1:-1]}"><fill><patternFill><bgColor rgb="{colour}"/></patternFill></fill></dxf>'
        formats.append(parse_xml(fill.encode(), self._part))
        formats.set("count", str(len(formats)))
        self._changed = True
        return len(formats) - 1


def _colour(found: _Element) -> str:
    """The colour of a format that is a fill of one colour and nothing else."""
    path = [str(e.tag).rpartition("}")[2] for e in found.iter()]
    return next(found.iter(namespace(found) + "bgColor")).get("rgb") or "" if path == ["dxf", "fill", "patternFill", "bgColor"] else ""
