"""A sequence whose items are made when they are asked for: the rows of a large table.

Of a short one every item is made once. Of a long one only the last few are kept: who goes through it in order pays once for each
item, and the memory that it takes does not grow with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar, cast, overload

Item = TypeVar("Item")

MOST_KEPT, FEW_KEPT = 2_500, 250
"""So many items are kept; of a longer sequence, only the few made last."""

Peek = Callable[[int, int], object]
"""What is kept behind a part of an item, by the indexes of both, told without making the item."""


class Lazy(Sequence[Item], Generic[Item]):
    """`make(index)` gives an item, counted from 0; `peek`, where there is one, tells what is behind a part of it."""

    def __init__(self, count: int, make: Callable[[int], Item], peek: Peek | None = None) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, Item] = {}
        self._most = count if count <= MOST_KEPT else FEW_KEPT
        self.peek = peek

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return self._slice(range(self._count)[index])
        at = index + self._count if index < 0 else index
        if not 0 <= at < self._count:
            raise IndexError(index)
        made = self._made
        item = made.get(at)
        if item is None:
            if len(made) >= self._most:
                del made[next(iter(made))]
            item = made[at] = self._make(at)
        return item

    def _slice(self, indexes: range) -> Sequence[Item]:
        if len(indexes) <= FEW_KEPT:
            return tuple(self[i] for i in indexes)
        peek = self.peek
        return Lazy(len(indexes), lambda i: self[indexes[i]], None if peek is None else lambda i, part: peek(indexes[i], part))


class _Peekable(Protocol):
    peek: Peek | None


def peek_of(items: object) -> Peek | None:
    """How to tell what is behind the items of a sequence; None where they must be made."""
    return cast(_Peekable, items).peek if hasattr(items, "peek") else None


def mapped(items: Sequence[Item], change: Callable[[Item], Item]) -> Sequence[Item]:
    """Each item changed; of a lazy sequence when it is asked for. What is behind the items stays the same."""
    if isinstance(items, tuple):
        return tuple(map(change, items))
    return Lazy(len(items), lambda index: change(items[index]), peek_of(items))


def joined(parts: Sequence[Sequence[Item]]) -> Sequence[Item]:
    """One sequence after the other."""
    if all(isinstance(part, tuple) for part in parts):
        return tuple(item for part in parts for item in part)
    begins = [0, *accumulate(map(len, parts))]
    peeks = [told for part in parts if (told := peek_of(part)) is not None]

    def make(index: int) -> Item:
        part = bisect_right(begins, index) - 1
        return parts[part][index - begins[part]]

    def peek(index: int, inside: int) -> object:
        part = bisect_right(begins, index) - 1
        return peeks[part](index - begins[part], inside)

    return Lazy(begins[-1], make, peek if len(peeks) == len(parts) else None)
