"""A page that is shown turned: from where things are on paper to where they are in the file, and back."""

from __future__ import annotations

import math

from checker.pages.shape import Box

Corners = tuple[float, float, float, float]


class Turned:
    """A page with this box in the file (left, bottom, right, top), shown turned clockwise by so many degrees."""

    def __init__(self, box: Corners, degrees: int) -> None:
        left, bottom, right, top = box
        self._cos, self._sin = round(math.cos(math.radians(degrees))), round(math.sin(math.radians(degrees)))
        corners = [(x * self._cos + y * self._sin, y * self._cos - x * self._sin) for x in (left, right) for y in (bottom, top)]
        self._x, self._y = min(x for x, _ in corners), min(y for _, y in corners)
        self.width, self.height = max(x for x, _ in corners) - self._x, max(y for _, y in corners) - self._y

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """What turns the file's coordinates into those of the page as it is shown, from its lower left corner."""
        return self._cos, -self._sin, self._sin, self._cos, -self._x, -self._y

    def corners(self, box: Box) -> tuple[tuple[float, float], ...]:
        """The upper left, upper right, lower left and lower right corner of a box, in the file's coordinates."""
        return tuple(self._in_file(x, y) for y in (box.top, box.bottom) for x in (box.x0, box.x1))

    def _in_file(self, x: float, y: float) -> tuple[float, float]:
        right, up = x + self._x, self.height - y + self._y
        return right * self._cos - up * self._sin, right * self._sin + up * self._cos
