"""The markers of list items: the number of an `ol`, the sign of a `ul`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.flow.numerals import formatted
from checker.readers.html.tree import name

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{1,30})", re.IGNORECASE)
_WHOLE = re.compile(r"\s*([+-]?\d{1,6})\s*\Z")
_BULLETS = ("•", "-", "▪")


class OpenList:
    """A list whose items are being read."""

    def __init__(self, element: _Element, depth: int) -> None:
        self._shape = _shape(element) if name(element) == "ol" else _plain(element)
        self._bullet = _BULLETS[depth % len(_BULLETS)]
        reversed_ = element.get("reversed") is not None
        self._step = -1 if reversed_ else 1
        start = _whole(element.get("start"))
        items = sum(1 for child in element if name(child) == "li") if reversed_ and start is None else 1
        self._next = items if start is None else start

    def marker(self, item: _Element) -> str:
        """The marker of the next item."""
        own = _whole(item.get("value"))
        number = self._next if own is None else own
        self._next = number + self._step
        shape = _TYPES.get(item.get("type") or "", self._shape)
        if shape == "bullet":
            return self._bullet
        return "" if shape == "none" else f"{formatted(number, shape)}."


def _shape(element: _Element) -> str:
    styled = _STYLE.search(element.get("style") or "")
    return _STYLES.get(styled[1].lower(), "decimal") if styled else _TYPES.get(element.get("type") or "", "decimal")


def _plain(element: _Element) -> str:
    styled = _STYLE.search(element.get("style") or "")
    return "none" if styled and styled[1].lower() == "none" else "bullet"


def _whole(value: str | None) -> int | None:
    match = _WHOLE.match(value or "")
    return int(match[1]) if match else None
