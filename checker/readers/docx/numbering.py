"""The lists of numbering.xml, and how far each has counted.

Lists that share one definition go on counting; a list with a start of its own begins there when it is first used.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.flow import counting
from checker.flow.counting import DEPTHS, Level
from checker.readers.docx.names import VALUE, W, is_on, number, optional_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 60


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
    return int(value) if value.isascii() and value.isdigit() and len(value) < DEPTHS else None


def _linked(element: _Element, definitions: dict[str, _Element], numbers: dict[int | None, _Element], styled: dict[str, int]) -> _Element:
    """The definition that holds the levels: a list style's own one, where the definition only names a list style."""
    link = element.find(W + "numStyleLink")
    target = numbers.get(styled.get(link.get(VALUE) or "")) if link is not None else None
    abstract = target.find(W + "abstractNumId") if target is not None else None
    return definitions.get(abstract.get(VALUE) or "", element) if abstract is not None else element


def _levels(element: _Element) -> dict[int, Level]:
    found = ((_attribute(e, "ilvl"), e) for e in element.iterfind(W + "lvl"))
    return {depth: _level(e, depth) for depth, e in found if depth is not None and depth < DEPTHS}


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
        if depth is None or depth >= DEPTHS:
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
        self._counters = counting.Counters()
        self._used: set[int] = set()

    def next(self, id: int, depth: int) -> str:
        """The marker of the next paragraph of a list, "" where it shows none."""
        found = self.lists.get(id)
        if found is None or depth not in found.levels:
            return ""
        if id not in self._used:
            self._used.add(id)
            self._counters.begin(found.definition, found.starts)
        return self._counters.next(found.definition, found.levels, depth)
