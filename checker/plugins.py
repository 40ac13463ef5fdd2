"""Modules of one kind: those in a folder of the checker, and those that other packages bring by entry points.

Siblings are discovered by their file's name. The installed packages are asked only for a name that no file of ours has:
to ask them takes longer than to check a page.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints


class Plugins(NamedTuple):
    """The modules of the package `home` ("checker.finders"), which is also the group of entry points."""

    home: str

    def own(self) -> tuple[str, ...]:
        """The names of our modules, in order."""
        return _own(self.home)

    def every(self) -> tuple[str, ...]:
        """Every name that there is."""
        return tuple(sorted({*self.own(), *(point.name for point in _others(self.home))}))

    def get(self, name: str) -> Any:
        """The module of that name. Raises KeyError."""
        if name in self.own():
            return importlib.import_module(f"{self.home}.{name}")
        for point in _others(self.home):
            if point.name == name:
                return point.load()
        raise KeyError(name)

    def modules(self) -> Iterator[Any]:
        """All of them, ours first."""
        for name in self.own():
            yield importlib.import_module(f"{self.home}.{name}")
        for point in _others(self.home):
            yield point.load()


@cache
def _own(home: str) -> tuple[str, ...]:
    folder = importlib.import_module(home).__path__
    return tuple(sorted(module.name for module in pkgutil.iter_modules(folder) if not module.name.startswith("_")))


def _others(group: str) -> EntryPoints:
    from importlib.metadata import entry_points

    return entry_points(group=group)
