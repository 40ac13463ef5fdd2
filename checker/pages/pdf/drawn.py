"""The ruled lines that are drawn on a page: thin boxes, whether they were drawn as lines, as borders of boxes or as filled strips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.pages.shape import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_OBJECTS = 50_000
MOST_SEGMENTS = 200_000
DEEPEST = 8
_THIN = 3.0
_SHORTEST = 4.0
_NEARLY = 0.7

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawn(NamedTuple):
    """What is drawn on a page besides letters. `pictures`: there is at least one picture."""

    rules: tuple[Box, ...]
    pictures: bool


def drawn(page: PdfPage, left: float, top: float) -> Drawn:
    """What is drawn on a page whose upper left corner has these coordinates."""
    found = _Drawn(left, top)
    found.page(page)
    return Drawn(tuple(found.rules), found.pictures)


class _Drawn:
    def __init__(self, left: float, top: float) -> None:
        import pypdfium2.raw as raw

        self.raw: Any = raw
        self.left, self.top = left, top
        self.rules: list[Box] = []
        self.pictures = False
        self.objects, self.segments = MOST_OBJECTS, MOST_SEGMENTS

    def page(self, page: PdfPage) -> None:
        count = min(self.raw.FPDFPage_CountObjects(page), MOST_OBJECTS)
        for index in range(count):
            self._object(self.raw.FPDFPage_GetObject(page, index), _SAME, 0)

    def _object(self, holder: Any, outer: Matrix, depth: int) -> None:
        kind = self.raw.FPDFPageObj_GetType(holder)
        self.objects -= 1
        if kind == self.raw.FPDF_PAGEOBJ_IMAGE:
            self.pictures = True
        elif kind == self.raw.FPDF_PAGEOBJ_PATH:
            self._path(holder, _times(self._matrix(holder), outer))
        elif kind == self.raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST and self.objects > 0:
            inner = _times(self._matrix(holder), outer)
            for index in range(min(self.raw.FPDFFormObj_CountObjects(holder), self.objects)):
                self._object(self.raw.FPDFFormObj_GetObject(holder, index), inner, depth + 1)

    def _matrix(self, holder: Any) -> Matrix:
        found = self.raw.FS_MATRIX()
        self.raw.FPDFPageObj_GetMatrix(holder, byref(found))
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _path(self, holder: Any, matrix: Matrix) -> None:
        fill, stroke = c_int(), c_int()
        self.raw.FPDFPath_GetDrawMode(holder, byref(fill), byref(stroke))
        if not fill.value and not stroke.value:
            return
        width = c_float()
        self.raw.FPDFPageObj_GetStrokeWidth(holder, byref(width))
        for points in self._subpaths(holder, matrix):
            self.rules += _rules(points, bool(stroke.value), min(width.value, _THIN) / 2)

    def _subpaths(self, holder: Any, matrix: Matrix) -> Iterator[list[Point]]:
        """The corners of each part of a path; curves break it."""
        count = min(self.raw.FPDFPath_CountSegments(holder), self.segments)
        self.segments -= count
        points: list[Point] = []
        for index in range(count):
            segment = self.raw.FPDFPath_GetPathSegment(holder, index)
            kind = self.raw.FPDFPathSegment_GetType(segment)
            if kind != self.raw.FPDF_SEGMENT_LINETO and points:
                yield points
                points = []
            points.append(self._point(segment, matrix))
            if self.raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points

    def _point(self, segment: Any, matrix: Matrix) -> Point:
        x, y = c_float(), c_float()
        self.raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        a, b, c, d, e, f = matrix
        return x.value * a + y.value * c + e - self.left, self.top - (x.value * b + y.value * d + f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _rules(points: Sequence[Point], stroked: bool, half: float) -> Iterator[Box]:
    """The thin boxes of one part of a path: the part itself where it is a thin strip, its sides where it is stroked."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    whole = Box(min(xs), min(ys), max(xs), max(ys))
    if _is_rule(whole):
        yield whole
    elif stroked:
        for (x0, y0), (x1, y1) in pairwise(points):
            side = Box(min(x0, x1) - half, min(y0, y1) - half, max(x0, x1) + half, max(y0, y1) + half)
            if (abs(x0 - x1) < _NEARLY or abs(y0 - y1) < _NEARLY) and _is_rule(side):
                yield side


def _is_rule(box: Box) -> bool:
    across, down = box.x1 - box.x0, box.bottom - box.top
    return min(across, down) <= _THIN and max(across, down) >= _SHORTEST
