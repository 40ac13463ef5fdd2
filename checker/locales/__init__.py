"""Languages. Each is one TOML file beside this one; adding a language is adding a file.

`load("vi")` gives a `Locale`: the file's words as lexicons and its patterns compiled, each when first asked for.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from checker.lexicon import Lexicon
from checker.quantity import Bound
from checker.text import fold_words

_GROUP = re.compile(r"\(\?P<[a-z]+>")
_FOLDER = Path(__file__).parent


class Style(NamedTuple):
    """How a document writes numbers: 1.234,5 or 1,234.5."""

    group: str
    decimal: str


class Locale:
    """The words and patterns of one language."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.language: str = data["language"]
        self.style = Style(data["style"]["group"], data["style"]["decimal"])

    def section(self, name: str) -> dict[str, Any]:
        """A section of the file, as it is."""
        found: dict[str, Any] = self.data[name]
        return found

    @cached_property
    def units(self) -> Lexicon[str]:
        return Lexicon(self.data["units"])

    @cached_property
    def multiples(self) -> Lexicon[int]:
        return Lexicon(self.data["multiples"])

    @cached_property
    def counted(self) -> Lexicon[str]:
        return Lexicon({noun: kind for kind, nouns in self.data["counted"].items() for noun in nouns})

    def name_of(self, unit: str) -> str:
        """What the language calls a unit or a kind: "hộ" for "household"."""
        nouns = self.data["counted"].get(unit) or [word for word, named in self.data["units"].items() if named == unit]
        return str(nouns[0]) if nouns else unit

    @cached_property
    def money_before(self) -> Lexicon[str]:
        """Currencies that are written before the number."""
        return Lexicon(self.data["money"]["before"])

    @cached_property
    def bounds(self) -> Lexicon[Bound | None]:
        """Words before a number that make it a bound; None for those that end in one and say nothing of the number ("cấp trên")."""
        return _bounds(self.data["bounds"])

    @cached_property
    def bounds_after(self) -> Lexicon[Bound | None]:
        return _bounds(self.data["bounds_after"])

    @cached_property
    def identifiers(self) -> Lexicon[str]:
        """Words that make the number after them a name: "always", "unless_counted" or "unless_dated"; "never" in spite of their last word."""
        return Lexicon({word: key for key, words in self.data["identifiers"].items() for word in words})

    @cached_property
    def citation_kinds(self) -> Lexicon[str]:
        return Lexicon({kind: fold_words(kind) for kind in self.data["citations"]["kinds"]})

    @cached_property
    def months(self) -> dict[str, int]:
        return {fold_words(name): number for name, number in self.data["dates"]["months"].items()}

    def pattern(self, section: str, key: str) -> re.Pattern[str]:
        """A pattern of the file, compiled. `{months}` stands for any name of a month."""
        return _pattern(self, section, key)

    def patterns(self, section: str, key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(_compile(self.filled(source)) for source in self.data[section][key])

    @cached_property
    def date_patterns(self) -> tuple[re.Pattern[str], ...]:
        return self.patterns("dates", "patterns")

    @cached_property
    def any_date(self) -> re.Pattern[str]:
        """Matches wherever one of the date patterns does."""
        return _compile("|".join(f"(?:{_GROUP.sub('(?:', pattern.pattern)})" for pattern in self.date_patterns))

    def words(self, section: str, key: str) -> frozenset[str]:
        """A list of words of the file, folded."""
        return _folded(tuple(self.data[section][key]))

    def filled(self, source: str) -> str:
        """A pattern of the file with the names of the months put in."""
        if "{months}" not in source:
            return source
        return source.replace("{months}", "|".join(sorted(self.months, key=len, reverse=True)) or "(?!)")


def _bounds(data: dict[str, list[str]]) -> Lexicon[Bound | None]:
    return Lexicon({word: None if bound == "none" else Bound(bound) for bound, words in data.items() for word in words})


@lru_cache(maxsize=256)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_words(word) for word in words)


@lru_cache(maxsize=256)
def _compile(source: str) -> re.Pattern[str]:
    return re.compile(source)


@lru_cache(maxsize=256)
def _pattern(locale: Locale, section: str, key: str) -> re.Pattern[str]:
    return _compile(locale.filled(locale.data[section][key]))


@cache
def load(language: str) -> Locale:
    """The locale of `language` ("vi", "en"). Raises KeyError for a language that has no file."""
    file = _FOLDER / f"{language}.toml"
    if not file.is_file():
        raise KeyError(language)
    return Locale(tomllib.loads(file.read_text("utf-8")))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file, Vietnamese first."""
    names = sorted(f.name.removesuffix(".toml") for f in _FOLDER.iterdir() if f.name.endswith(".toml"))
    return tuple(sorted(names, key=lambda name: name != "vi"))
