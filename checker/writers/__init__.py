"""Output formats, one a file: reports → text.

A writer is a module with `write(results, show) -> str`. One whose text is of no use on a terminal says as `FILE` what a file of it is
called ("report.html"). Writers of other packages are entry points of the group `checker.writers`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from checker.plugins import Plugins
from checker.results import Results, Show


class Writer(Protocol):
    """What a writer module offers."""

    write: Callable[[Results, Show], str]


_PLUGINS = Plugins(__name__)


def get(name: str) -> Writer:
    """The writer of that name. Raises KeyError."""
    return cast(Writer, _PLUGINS.get(name))


def names() -> tuple[str, ...]:
    """Every output format that there is."""
    return _PLUGINS.every()
