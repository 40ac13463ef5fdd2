"""Automatic numbering: the marker that Word shows before a paragraph ("1.", "a)", "II.", "1.2.", "-").

Lists that share one definition go on counting; a list with a start of its own begins there when it is first used. A level
begins anew when a level above it advances.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.readers.docx.names import VALUE, W, is_on, number, optional_number
from checker.readers.docx.numerals import formatted

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEPTHS = 9
_LONGEST = 60
_PLACEHOLDER = re.compile(r"%([1-9])")
_BULLETS = {
    "+": "+",
    "*": "*",
    "\u2013": "\u2013",
    "\u2022": "\u2022",
    "\u00b7": "\u2022",
    "\uf0b7": "\u2022",
    "\u25aa": "\u25aa",
    "\uf0a7": "\u25aa",
}


@dataclass(frozen=True)
class Level:
    """How one level of a list is shown. `restart` is the number of levels above it whose advance begins it anew."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int = _DEPTHS
    style: str = ""
    plain: bool = False


@dataclass(frozen=True)
class List:
    """A list that paragraphs refer to; `starts` are the levels that begin with it, `definition` what it counts with."""

    definition: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: frozenset[int] = frozenset()

    def depth_of(self, style: str) -> int | None:
        """The level that belongs to a paragraph style."""
        return next((depth for depth, level in self.levels.items() if level.style == style), None) if style else None


def read_lists(root: _Element | None, styled: dict[str, int]) -> dict[int, List]:
    """The lists of numbering.xml by number. `styled` gives the list's number of each list style."""
    if root is None:
        return {}
    definitions = {e.get(W + "abstractNumId") or "": e for e in root.iter(W + "abstractNum")}
    numbers = {_attribute(e, "numId"): e for e in root.iter(W + "num")}
    levels = {id: _levels(_linked(e, definitions, numbers, styled)) for id, e in definitions.items()}
    return {id: _list(e, levels) for id, e in numbers.items() if id is not None}


def _attribute(element: _Element, attribute: str) -> int | None:
    value = element.get(W + attribute) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < _DEPTHS else None


def _linked(element: _Element, definitions: dict[str, _Element], numbers: dict[int | None, _Element], styled: dict[str, int]) -> _Element:
    """The definition that holds the levels: a list style's own one, where the definition only names a list style."""
    link = element.find(W + "numStyleLink")
    target = numbers.get(styled.get(link.get(VALUE) or "")) if link is not None else None
    abstract = target.find(W + "abstractNumId") if target is not None else None
    return definitions.get(abstract.get(VALUE) or "", element) if abstract is not None else element


def _levels(element: _Element) -> dict[int, Level]:
    found = ((_attribute(e, "ilvl"), e) for e in element.iterfind(W + "lvl"))
    return {depth: _level(e, depth) for depth, e in found if depth is not None and depth < _DEPTHS}


def _level(element: _Element, depth: int) -> Level:
    shape, pattern, style, plain = (element.find(W + name) for name in ("numFmt", "lvlText", "pStyle", "isLgl"))
    return Level(
        start=number(element.find(W + "start"), 0),
        format=(shape.get(VALUE) or "decimal") if shape is not None else "decimal",
        pattern=(pattern.get(VALUE) or "")[:_LONGEST] if pattern is not None else "",
        restart=number(element.find(W + "lvlRestart"), depth),
        style=(style.get(VALUE) or "") if style is not None else "",
        plain=plain is not None and is_on(plain),
    )


def _list(element: _Element, definitions: dict[str, dict[int, Level]]) -> List:
    abstract = element.find(W + "abstractNumId")
    definition = (abstract.get(VALUE) or "") if abstract is not None else ""
    levels = dict(definitions.get(definition, {}))
    starts: set[int] = set()
    for override in element.iterfind(W + "lvlOverride"):
        depth = _attribute(override, "ilvl")
        if depth is None or depth >= _DEPTHS:
            continue
        own, start = override.find(W + "lvl"), optional_number(override.find(W + "startOverride"))
        if own is not None:
            levels[depth] = _level(own, depth)
        if start is not None:
            levels[depth] = replace(levels.get(depth, Level()), start=start)
            starts.add(depth)
    return List(definition, levels, frozenset(starts))


class Counters:
    """How far each list of one part has counted."""

    def __init__(self, lists: dict[int, List]) -> None:
        self.lists = lists
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._used: set[int] = set()

    def next(self, id: int, depth: int) -> str:
        """The marker of the next paragraph of a list, "" where it shows none."""
        found = self.lists.get(id)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts[found.definition]
        if id not in self._used:
            self._used.add(id)
            for begun in found.starts:
                counts.pop(begun, None)
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for lower in [d for d in counts if d > depth and depth < found.levels.get(d, Level()).restart]:
            del counts[lower]
        return _shown(found.levels, depth, counts)


def _shown(levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
    level = levels[depth]
    if level.format == "bullet":
        return _BULLETS.get(level.pattern.strip(), "-")

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        shown = levels.get(at, Level())
        return formatted(counts.get(at, shown.start), "decimal" if level.plain else shown.format)

    return _PLACEHOLDER.sub(one, level.pattern).strip()
