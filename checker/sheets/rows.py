"""Rows of a table that are made when they are asked for, once each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from checker.document import Cell

Cells = tuple[Cell, ...]


class LazyRows(Sequence[Cells]):
    """`make(index)` gives a row, counted from 0."""

    def __init__(self, count: int, make: Callable[[int], Cells]) -> None:
        self._made: list[Cells | None] = [None] * count
        self._make = make

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Cells: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Cells, ...]: ...

    def __getitem__(self, index: int | slice) -> Cells | tuple[Cells, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        row = self._made[index]
        if row is None:
            row = self._made[index] = self._make(index % len(self))
        return row

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
