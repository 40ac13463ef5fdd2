"""Running heads, running feet and page numbers: what stands in the margin of page after page is taken away.

In the margin is what no page has text beside or beyond: the heading of an annex that three pages begin with stands where other pages have text,
and stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from checker.pages.lines import Line
from checker.pages.sheets import Row, Sheet
from checker.pages.tables import Sketch

_DEEPEST = 4
_PAGES = 3
_SAME_HEIGHT = 2.0
_DIGITS = re.compile(r"\d{1,4}")
_NUMBER = re.compile(r"[-–—\s|(]*(?:[^\W\d_]{1,8}\.?\s*)?(?P<page>\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s|)]*\Z")
_MOST_AHEAD = 40


class Rowed(NamedTuple):
    """A row at the top or the bottom of a page: the page's index, the item's index, how far it is from that edge, what it says."""

    page: int
    item: int
    far: float
    key: str


class Cleared(NamedTuple):
    """The sheets without what stood in their margins, and what that was, each once: at the top, at the bottom."""

    sheets: list[Sheet]
    heads: list[Line]
    feet: list[Line]


def cleared(sheets: Sequence[Sheet]) -> Cleared:
    """The sheets without running heads and page numbers."""
    top, bottom = _running(sheets, False), _running(sheets, True)
    gone: dict[int, set[int]] = defaultdict(set)
    for rowed in (*top, *bottom):
        gone[rowed.page].add(rowed.item)
    kept = [
        sheet._replace(items=tuple(item for i, item in enumerate(sheet.items) if i not in gone[index]))
        for index, sheet in enumerate(sheets)
    ]
    return Cleared(kept, _told(sheets, top), _told(sheets, bottom))


def _running(sheets: Sequence[Sheet], bottom: bool) -> list[Rowed]:
    """The rows in the margin at the top, or at the bottom, the outermost first."""
    gone: list[Rowed] = []
    depth = dict.fromkeys(range(len(sheets)), 0)
    for _ in range(_DEEPEST):
        edge = [rowed for index, sheet in enumerate(sheets) if (rowed := _edge(sheet, index, depth[index], bottom))]
        here = _repeated(edge)
        if not here:
            break
        gone += here
        for rowed in here:
            depth[rowed.page] += 1
    return gone


def _edge(sheet: Sheet, page: int, depth: int, bottom: bool) -> Rowed | None:
    """The outermost row of a page that is still there."""
    if depth >= len(sheet.items):
        return None
    index = len(sheet.items) - 1 - depth if bottom else depth
    item = sheet.items[index]
    if isinstance(item, Sketch):
        return Rowed(page, index, sheet.height - item.box.bottom if bottom else item.box.top, "")
    box = item[0].box
    return Rowed(page, index, sheet.height - box.bottom if bottom else box.top, _key(item, sheet.number))


def _key(row: Row, number: int) -> str:
    """What a row says, a number that may be the page's left open; "#" is a page number alone."""
    said = " ".join(line.value for line in row).strip()
    alone = _NUMBER.match(said)
    if alone and len(row) == 1 and _may_be(alone["page"], number):
        return "#" + str(int(alone["page"]) - number)
    return _DIGITS.sub(lambda digits: "#" if _may_be(digits[0], number) else digits[0], said).casefold()


def _may_be(digits: str, number: int) -> bool:
    return abs(int(digits) - number) <= _MOST_AHEAD


def _repeated(edge: Sequence[Rowed]) -> list[Rowed]:
    """Those that say the same at the same height, page after page, with nothing on any page beside or beyond them."""
    groups: dict[str, list[Rowed]] = defaultdict(list)
    for rowed in edge:
        if rowed.key:
            groups[rowed.key].append(rowed)
    likely = [
        rowed
        for key, group in groups.items()
        for rowed in group
        if key == "#0" or ((len(group) >= _PAGES or (key.startswith("#") and len(group) > 1)) and _is_level(rowed, group))
    ]
    chosen = {(rowed.page, rowed.item) for rowed in likely}
    others = min((rowed.far for rowed in edge if (rowed.page, rowed.item) not in chosen), default=float("inf"))
    return [rowed for rowed in likely if rowed.far < others - _SAME_HEIGHT or rowed.key == "#0"]


def _is_level(rowed: Rowed, group: Sequence[Rowed]) -> bool:
    return sum(abs(rowed.far - other.far) <= _SAME_HEIGHT for other in group) > len(group) / 2


def _told(sheets: Sequence[Sheet], gone: Sequence[Rowed]) -> list[Line]:
    """What was taken away, each text once, page numbers not at all."""
    lines: dict[str, list[Line]] = {}
    for rowed in gone:
        if "#" not in rowed.key and rowed.key not in lines:
            item = sheets[rowed.page].items[rowed.item]
            lines[rowed.key] = [] if isinstance(item, Sketch) else list(item)
    return [line for found in lines.values() for line in found]
