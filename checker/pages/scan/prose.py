"""The words outside of cells: recognised as a column of text, with cells and lines taken out of the picture."""

from __future__ import annotations

import re

from checker.pages.scan import tesseract
from checker.pages.scan.grey import WHITE, Grey
from checker.pages.scan.hocr import Mark
from checker.pages.scan.picture import has_ink
from checker.pages.scan.ruling import Area, Ruling

_LINE_WIDTH = 3
_NOISE = 30
_LEADER = re.compile(r"[^\w()]{2,}\Z")


def outside_cells(clean: Grey, ruled: Ruling, seconds: float) -> list[Mark]:
    """The words of a page that stand in none of its cells."""
    rest = _without(clean, ruled)
    if not has_ink(rest):
        return []
    found = tesseract.marks([rest], tesseract.COLUMN, seconds=seconds)[0]
    return [plain for mark in found if (plain := _plain(mark)) is not None]


def _without(clean: Grey, ruled: Ruling) -> Grey:
    """The page without cells and lines."""
    rest = clean.copy()
    for area in ruled.cells:
        area.of(rest)[:] = WHITE
    for line in ruled.lines:
        wide = Area(max(0, line.left - _LINE_WIDTH), max(0, line.top - _LINE_WIDTH), line.right + _LINE_WIDTH, line.bottom + _LINE_WIDTH)
        wide.of(rest)[:] = WHITE
    return rest


def _plain(mark: Mark) -> Mark | None:
    """Dotted lines come as a jumble of signs, dirt as single ones."""
    if mark.confidence >= _NOISE or any(map(str.isalnum, mark.text)):
        return mark
    return mark._replace(text="…") if _LEADER.match(mark.text) else None
