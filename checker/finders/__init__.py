"""Ways of finding a claim: Reading → claims, one a file.

A finder is a module with

- `Options`, a frozen msgspec Struct: the keys that a rule may give it, typed;
- `roles(options)`, the roles that its claims fill and what kind of thing fills each;
- `find(reading, options)`, a generator of claims.

Its docstring is its manual page. Finders of other packages are entry points of the group `checker.finders`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Protocol, cast

from checker.claim import Claim
from checker.plugins import Plugins
from checker.recognise.reading import Reading


class Finder(Protocol):
    """What a finder module offers."""

    __doc__: str | None
    Options: type[Any]

    def roles(self, options: Any) -> Mapping[str, str]: ...

    def find(self, reading: Reading, options: Any) -> Iterable[Claim]: ...


_PLUGINS = Plugins(__name__)


@cache
def get(name: str) -> Finder:
    """The finder of that name. Raises KeyError."""
    return cast(Finder, _PLUGINS.get(name))


def every() -> tuple[str, ...]:
    """Every finder that there is."""
    return _PLUGINS.every()
