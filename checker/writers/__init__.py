"""Output formats, one a file: reports → text.

A writer is a module with `write(run, options) -> str`, where `run` is a `checker.results.Run`. Writers of other packages
are entry points of the group `checker.writers`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import entry_points
from typing import Protocol, cast

from checker.results import Results, Show


class Writer(Protocol):
    """What a writer module offers."""

    write: Callable[[Results, Show], str]


@lru_cache(maxsize=1)
def own() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def get(name: str) -> Writer:
    """The writer of that name. Raises KeyError."""
    if name in own():
        return cast(Writer, importlib.import_module(f"{__name__}.{name}"))
    for point in entry_points(group="checker.writers"):
        if point.name == name:
            return cast(Writer, point.load())
    raise KeyError(name)


def names() -> tuple[str, ...]:
    """Every output format that there is."""
    return tuple(sorted(own() | {point.name for point in entry_points(group="checker.writers")}))
