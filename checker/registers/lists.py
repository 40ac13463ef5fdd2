"""Lists of names: what each item names, and whether it is a list of such names at all.

A list that says so ("các nước: …", a column "Thị trường") needs one name that the register knows, any other three items and
half of them known; and no list has more near misses than known names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.registers.mentions import Mention

_MOST_BETWEEN = 3
_FEWEST = 3

Nearest = Callable[[str], tuple[str, ...]]


class Given(NamedTuple):
    """What an item names, from `start` to `end`: an entry, or by a slip one of the `nearest`."""

    start: int
    end: int
    key: str
    nearest: tuple[str, ...]


def by_item(found: Sequence[Mention], separators: Sequence[int]) -> Mapping[int, list[Mention]]:
    """The mentions of each item, by its number; the items lie between the separators."""
    items: dict[int, list[Mention]] = defaultdict(list)
    for mention in found:
        items[bisect_left(separators, mention.start)].append(mention)
    return dict(items)


def clusters(items: Mapping[int, Sequence[Mention]]) -> Iterator[tuple[int, int]]:
    """First and last of the items with a known name that stand close together."""
    known = [number for number, found in items.items() if any(mention.key for mention in found)]
    begin = 0
    for index in range(1, len(known) + 1):
        if index == len(known) or known[index] - known[index - 1] > _MOST_BETWEEN:
            yield known[begin], known[index - 1]
            begin = index


def pick(value: str, found: Sequence[Mention], nearest: Nearest) -> Given | None:
    """What an item names: the first name that is known, else the first that nearly is."""
    for mention in found:
        if mention.key:
            return Given(mention.start, mention.ends[0], mention.key, ())
    for mention in found:
        for end in mention.ends:
            near = nearest(value[mention.start : end])
            if near:
                return Given(mention.start, end, "", near)
    return None


def is_list(items: Sequence[Given | None], size: int, named: bool) -> bool:
    """Are `size` items, of which these are given, a list of such names? `named`: it says so."""
    given = [item for item in items if item is not None]
    known = sum(bool(item.key) for item in given)
    enough = len(given) > 1 if named else size >= _FEWEST and known * 2 >= size
    return enough and 0 < known <= len(given) <= known * 2
