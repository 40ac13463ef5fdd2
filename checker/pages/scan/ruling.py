"""The ruled lines of a page, and the cells that they enclose."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from checker.pages.scan.grey import Grey, grey

_DARK = 255
_BLOCK, _BELOW = 51, 15
_SHORTEST_ACROSS, _SHORTEST_DOWN = 100, 50
_THICKEST = 16
_END, _SURELY = 8, 200
_GAP, _GAP_DOWN = 25, 9
_SMALLEST_CELL = 16
_FILLED = 0.8
_REACH = 5
_MOST_CELLS = 3_000
_MOST_PIECES = 60_000


class Area(NamedTuple):
    """A rectangle of pixels: left, top, right, bottom; the ends are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def of(self, pixels: Grey) -> Grey:
        return pixels[self.top : self.bottom, self.left : self.right]


class Ruling(NamedTuple):
    """Lines across and down, the tables that they make, the cells of these."""

    lines: tuple[Area, ...]
    tables: tuple[Area, ...]
    cells: tuple[Area, ...]


def ruling(pixels: Grey) -> Ruling:
    """What is ruled on a straight page."""
    ink = darkness(pixels)
    across, down = _strokes(ink, _SHORTEST_ACROSS, 1), _strokes(ink, 1, _SHORTEST_DOWN)
    down = _that_meet(down, across)
    lines = (*_areas(across), *_areas(down))
    tables = _tables(across, down)
    cells = tuple(cell for table in tables for cell in _cells(table, across | down))
    return Ruling(lines, tables, cells if len(cells) <= _MOST_CELLS else ())


def is_noise(pixels: Grey) -> bool:
    """Are there more pieces of ink than a page has letters? Recognition would take minutes to find nothing."""
    import cv2

    return int(cv2.connectedComponents(darkness(pixels), connectivity=8)[0]) > _MOST_PIECES


def darkness(pixels: Grey) -> Grey:
    """What is ink (255), whatever the paper's shade there."""
    import cv2

    return grey(cv2.adaptiveThreshold(pixels, _DARK, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _BLOCK, _BELOW))


def _strokes(ink: Grey, width: int, height: int) -> Grey:
    """Straight strokes at least so long; gaps of a few pixels are closed first, what is thicker than a line is left out."""
    import cv2

    def box(w: int, h: int) -> Grey:
        return np.ones((h, w), np.uint8)

    half, gap = (max(1, width // 3), 1) if width > 1 else (1, max(1, height * 2 // 3)), _GAP if width > 1 else _GAP_DOWN
    first = cv2.morphologyEx(ink, cv2.MORPH_OPEN, box(*half))
    joined = cv2.morphologyEx(first, cv2.MORPH_CLOSE, box(gap, 1) if width > 1 else box(1, gap))
    long = cv2.morphologyEx(joined, cv2.MORPH_OPEN, box(width, height))
    thick = cv2.morphologyEx(long, cv2.MORPH_OPEN, box(_THICKEST, _THICKEST))
    return grey(cv2.subtract(long, thick))


def _that_meet(down: Grey, across: Grey) -> Grey:
    """The strokes down that run from one across to another, or are so long that they are no letters."""
    import cv2

    near = grey(cv2.dilate(across, np.ones((2 * _REACH + 1, 2 * _REACH + 1), np.uint8)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(down, connectivity=8)
    kept = [number for number, box in enumerate(stats.tolist()) if number and _is_ruled(near, box)]
    return grey(np.where(np.isin(labels, kept), _DARK, 0))


def _is_ruled(near: Grey, box: list[int]) -> bool:
    left, top, width, height = box[:4]
    columns = slice(left, left + width)
    begins, ends = near[top : top + _END, columns].any(), near[top + height - _END : top + height, columns].any()
    return bool((begins and ends) or (height >= _SURELY and near[top : top + height, columns].any()))


def _areas(strokes: Grey) -> tuple[Area, ...]:
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    return tuple(Area(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _ in stats[1:])


def _tables(across: Grey, down: Grey) -> tuple[Area, ...]:
    """Where lines down meet lines across."""
    import cv2

    joined = cv2.dilate(across | down, np.ones((_REACH, _REACH), np.uint8))
    count, labels = cv2.connectedComponents(joined, connectivity=8)
    has_down = set(np.unique(labels[down > 0]).tolist()) - {0}
    if not count or not has_down:
        return ()
    out = []
    for number in sorted(has_down):
        rows, columns = np.nonzero(labels == number)
        out.append(Area(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1))
    return tuple(out)


def _cells(table: Area, lines: Grey) -> tuple[Area, ...]:
    """The white fields between the lines of a table."""
    import cv2

    closed = cv2.dilate(table.of(lines), np.ones((_REACH, _REACH), np.uint8))
    height, width = closed.shape
    _, _, stats, _ = cv2.connectedComponentsWithStats(grey(cv2.bitwise_not(closed)), connectivity=4)
    cells = []
    for x, y, w, h, filled in stats[1:].tolist():
        outside = x <= 1 or y <= 1 or x + w >= width - 1 or y + h >= height - 1
        if not outside and min(w, h) >= _SMALLEST_CELL and filled >= _FILLED * w * h:
            cells.append(Area(table.left + x, table.top + y, table.left + x + w, table.top + y + h))
    return tuple(cells)
