"""Registers: what has a name of its own, and how it is spelled. One TOML file each, read when first asked for.

`load("countries")` gives a `Register`: `find` says whose name something is, `nearest` which names it was likely meant to be.
A file has

- `entries`, a line each: its key, then its spellings, with " | " between them;
- `also`, in the same form: known as well, but never offered as the likely spelling;
- `others`: names of something else, never taken for a misspelling;
- `derived`: what may follow a name to make another right word of it.

Adding a register is adding a file.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from checker.registers.spelling import MOST_SLIPS, Form, compact, derives, form, with_y
from checker.text import fold_words

_FOLDER = Path(__file__).parent
_BETWEEN = " | "
_LINE = "¦"
_MOST_NEAREST = 2


class _Near(NamedTuple):
    """A spelling that may have been meant. One that is hyphenated like the name itself goes first."""

    unlike: bool
    slips: int
    order: int
    spelling: str


class Register:
    """Names and whose they are. Immutable. `entries` are (key, spelling, folded); `others` are folded."""

    def __init__(self, entries: list[tuple[str, str, str]], also: list[tuple[str, str, str]], others: list[str], derived: str) -> None:
        self._keys = {compact(folded): key for key, _, folded in reversed([*entries, *also])}
        self._entries = entries
        self._others = frozenset(map(compact, others))
        self._derived = re.compile(derived)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling that may be offered."""
        return tuple(spelling for _, spelling, _ in self._entries)

    def find(self, name: str) -> str:
        """The key of the entry that bears this name, "" where none does."""
        return self.find_folded(fold_words(name))

    def find_folded(self, folded: str) -> str:
        """The same, for a text that is folded already."""
        return self._keys.get(compact(folded), "")

    def may_begin(self, folded: str, start: int) -> bool:
        """Can a name begin there? Rules most words out without cutting them."""
        two = folded[start : start + 2]
        return two in self._openings or (two[:1] in self._openings and not two[1:].isalpha())

    def nearest(self, name: str) -> tuple[str, ...]:
        """The spellings that `name` is a near miss of, at most one an entry; none where it is right, or could be another word."""
        missed = form(fold_words(name))
        if missed.letters in self._keys or missed.letters in self._others or derives(missed, self._keys, self._derived):
            return ()
        near: dict[str, _Near] = {}
        for key, found in self._near(missed, "-" in name):
            near[key] = min(near.get(key, found), found)
        fewest = min((found.slips for found in near.values()), default=0)
        return tuple(found.spelling for found in sorted(near.values()) if found.slips == fewest)[:_MOST_NEAREST]

    def _near(self, missed: Form, hyphenated: bool) -> Iterator[tuple[str, _Near]]:
        for order in self._nearby(missed):
            slips = missed.slips_from(self._forms[order])
            if slips is not None:
                key, spelling, _ = self._entries[order]
                yield key, _Near(hyphenated != ("-" in spelling), slips, order, spelling)

    def _nearby(self, missed: Form) -> Iterator[int]:
        """Those of nearly the same letters."""
        yield from self._by_bare.get(missed.bare, ())
        for length in range(len(missed.letters) - MOST_SLIPS, len(missed.letters) + MOST_SLIPS + 1):
            for bits, order in self._by_length.get(length, ()):
                if (bits ^ missed.bits).bit_count() <= 2 * MOST_SLIPS:
                    yield order

    @cached_property
    def _openings(self) -> frozenset[str]:
        names = {spelled for name in self._keys for spelled in (name, with_y(name))}
        return frozenset(name[:length] for name in names for length in (1, 2))

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return tuple(form(folded) for _, _, folded in self._entries)

    @cached_property
    def _by_bare(self) -> Mapping[str, list[int]]:
        orders: dict[str, list[int]] = defaultdict(list)
        for order, known in enumerate(self._forms):
            orders[known.bare].append(order)
        return dict(orders)

    @cached_property
    def _by_length(self) -> Mapping[int, list[tuple[int, int]]]:
        orders: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for order, known in enumerate(self._forms):
            orders[len(known.letters)].append((known.bits, order))
        return dict(orders)


@cache
def load(name: str) -> Register:
    """The register of that name. Raises KeyError for one that has no file."""
    file = _FOLDER / f"{name}.toml"
    if not file.is_file():
        raise KeyError(name)
    data = tomllib.loads(file.read_text("utf-8"))
    others = [other for line in _folded(data["others"]) for other in line.split(_BETWEEN)]
    return Register(_names(data["entries"]), _names(data["also"]), others, data["derived"])


def _names(lines: str) -> list[tuple[str, str, str]]:
    """Key, spelling and folded spelling of every name."""
    found: list[tuple[str, str, str]] = []
    for line, folded in zip(lines.split("\n"), _folded(lines), strict=True):
        key, *names = line.split(_BETWEEN)
        found += [(key, *pair) for pair in zip(names, folded.split(_BETWEEN)[1:], strict=True)]
    return found


def _folded(lines: str) -> list[str]:
    """The lines, folded in one go: a thousand names one by one take five times as long."""
    return fold_words(lines.replace("\n", f" {_LINE} ")).split(_LINE)
