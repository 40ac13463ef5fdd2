"""Ways of finding a claim: Reading → claims, one a file.

A finder is a module with

- `Options`, a frozen msgspec Struct: the keys that a rule may give it, typed;
- `roles(options)`, the roles that its claims fill and what kind of thing fills each;
- `find(reading, options)`, a generator of claims.

Its docstring is its manual page. Finders of other packages are entry points of the group `checker.finders`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.metadata import entry_points
from typing import Any, Protocol, cast

from checker.claim import Claim
from checker.recognise.reading import Reading


class Finder(Protocol):
    """What a finder module offers."""

    __doc__: str | None
    Options: type[Any]

    def roles(self, options: Any) -> Mapping[str, str]: ...

    def find(self, reading: Reading, options: Any) -> Iterable[Claim]: ...


@lru_cache(maxsize=1)
def own() -> frozenset[str]:
    """The names of the finders in this folder."""
    return frozenset(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


@cache
def get(name: str) -> Finder:
    """The finder of that name. Raises KeyError."""
    if name in own():
        return cast(Finder, importlib.import_module(f"{__name__}.{name}"))
    for point in entry_points(group="checker.finders"):
        if point.name == name:
            return cast(Finder, point.load())
    raise KeyError(name)


def every() -> tuple[str, ...]:
    """Every finder that there is."""
    return tuple(sorted(own() | {point.name for point in entry_points(group="checker.finders")}))
