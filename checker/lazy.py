"""A sequence whose items are made when they are asked for, once each: the rows of a large table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

Item = TypeVar("Item")


class Lazy(Sequence[Item], Generic[Item]):
    """`make(index)` gives an item, counted from 0."""

    def __init__(self, count: int, make: Callable[[int], Item]) -> None:
        self._made: list[Item | None] = [None] * count
        self._make = make

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        item = self._made[index]
        if item is None:
            item = self._made[index] = self._make(index % len(self))
        return item


def mapped(items: Sequence[Item], change: Callable[[Item], Item]) -> Sequence[Item]:
    """Each item changed; of a lazy sequence when it is asked for."""
    if isinstance(items, tuple):
        return tuple(map(change, items))
    return Lazy(len(items), lambda index: change(items[index]))
