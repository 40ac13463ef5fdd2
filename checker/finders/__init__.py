"""Ways of finding a claim: Reading → claims, one a file.

A finder is a module with

- `Options`, a frozen msgspec Struct: the keys that a rule may give it, typed;
- `roles(options)`, the roles that its claims fill and what kind of thing fills each;
- `find(reading, options)`, a generator of claims.

It may have

- `units(options)`, the unit or kind of those roles that have one: a formula that adds money and people is then refused;
- `zero(options)`, the roles that may be 0: a formula that divides by one is then refused;
- `problem(options)`, what is wrong with options that are each right in themselves;
- `trace(reading, options)`, lines that say what it looked at and what was missing;
- `LONG`, what it needs of a long table, of which it otherwise sees the first and the last rows: "rows" for a finder whose claims are each of
  one row and its neighbours, which is given the table in stretches; "columns" for one that needs all rows at once, which is given none;
- `in_stretch(reading, options)`, the same as `find` for a stretch, where what plainly holds need not be made (`Held`);
- `gather(reading, table, options)`, for "columns": what goes through the stretches in order and then gives claims (`Gathering`).

Its docstring is its manual page. Finders of other packages are entry points of the group `checker.finders`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any, Protocol, cast

from checker.claim import Claim, Held
from checker.plugins import Plugins
from checker.recognise.grid import LongTable
from checker.recognise.grid.long import Stretch
from checker.recognise.reading import Reading


class Finder(Protocol):
    """What a finder module offers."""

    __doc__: str | None
    Options: type[Any]

    def roles(self, options: Any) -> Mapping[str, str]: ...

    def find(self, reading: Reading, options: Any) -> Iterable[Claim]: ...


class Gathering(Protocol):
    """What a finder keeps of a long table while its stretches go by."""

    def add(self, stretch: Stretch) -> None: ...

    def claims(self) -> Iterable[Claim]: ...

    @property
    def gave_up(self) -> bool:
        """Could it not be kept?"""


_PLUGINS = Plugins(__name__)


@cache
def get(name: str) -> Finder:
    """The finder of that name. Raises KeyError."""
    return cast(Finder, _PLUGINS.get(name))


def zero(finder: Finder, options: Any) -> Collection[str]:
    """The roles that may be 0, as far as the finder says so."""
    told = getattr(finder, "zero", None)
    return cast(Collection[str], told(options)) if told else ()


def problem(finder: Finder, options: Any) -> str:
    """What is wrong with the options as a whole, "" where nothing is."""
    told = getattr(finder, "problem", None)
    return str(told(options)) if told else ""


def units(finder: Finder, options: Any) -> Mapping[str, str]:
    """The unit or kind of each role that has one."""
    told = getattr(finder, "units", None)
    return cast(Mapping[str, str], told(options)) if told else {}


def every() -> tuple[str, ...]:
    """Every finder that there is."""
    return _PLUGINS.every()


def long(finder: Finder) -> str:
    """What the finder needs of a long table: "rows", "columns", or "" for its ends."""
    return str(getattr(finder, "LONG", ""))


def in_stretch(finder: Finder, reading: Reading, options: Any) -> Iterable[Claim | Held]:
    """The claims of one stretch of a long table."""
    found = getattr(finder, "in_stretch", finder.find)
    return cast(Iterable[Claim | Held], found(reading, options))


def gather(finder: Finder, reading: Reading, table: LongTable, options: Any) -> Gathering | None:
    """What is gathered from all stretches of a long table, if anything."""
    made = getattr(finder, "gather", None)
    return cast(Gathering, made(reading, table, options)) if made else None
