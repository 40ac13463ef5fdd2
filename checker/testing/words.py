"""The words of the reports that are drawn, by language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from checker.testing.drawn import Language


class Words(msgspec.Struct, frozen=True):
    """`counted` and `measured` are titles of columns, of whole numbers and of others. `sentences` have {whole} and {parts}; a part is
    made of its name, its number and `thing`."""

    opening: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    place: str
    total: str
    counted: tuple[str, ...]
    measured: tuple[str, ...]
    budget: tuple[str, str, str, str]
    bought: tuple[str, ...]
    sentences: tuple[str, ...]
    thing: str

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(f"{first} {second}" for second in self.second for first in self.first)

    @property
    def goods(self) -> tuple[str, ...]:
        return tuple(f"{what} {second}" for second in self.second for what in self.bought)


@cache
def words_of(language: Language) -> Words:
    """The words of `vi.toml` or `en.toml` in this folder."""
    file = Path(__file__).with_name(f"{language}.toml")
    return msgspec.convert(tomllib.loads(file.read_text("utf-8")), Words)
