"""Ways of finding a claim: Reading → claims, one a file.

A finder is a module with

- `Options`, a frozen msgspec Struct: the keys that a rule may give it, typed;
- `roles(options)`, the roles that its claims fill and what kind of thing fills each;
- `find(reading, options)`, a generator of claims.

It may have

- `units(options)`, the unit or kind of those roles that have one: a formula that adds money and people is then refused;
- `trace(reading, options)`, lines that say what it looked at and what was missing.

Its docstring is its manual page. Finders of other packages are entry points of the group `checker.finders`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Protocol, cast

from checker.claim import Claim
from checker.locales import languages, load
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


def units(finder: Finder, options: Any) -> Mapping[str, str]:
    """The unit or kind of each role that has one."""
    told = getattr(finder, "units", None)
    return cast(Mapping[str, str], told(options)) if told else {}


@cache
def kinds() -> tuple[frozenset[str], frozenset[str]]:
    """What can be counted, and the units, of all languages."""
    data = [load(language).data for language in languages()]
    return frozenset(kind for one in data for kind in one["counted"]), frozenset(unit for one in data for unit in one["units"].values())


def every() -> tuple[str, ...]:
    """Every finder that there is."""
    return _PLUGINS.every()
