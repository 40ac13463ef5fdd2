"""Units and kinds of things counted, by their names and by the words of any language ("đồng", "học viên", "households")."""

from __future__ import annotations

from functools import cache

from checker.locales import languages, load
from checker.text import fold_words


@cache
def counted() -> frozenset[str]:
    """The kinds of things that can be counted: person, household …"""
    return frozenset(kind for language in languages() for kind in load(language).data["counted"])


@cache
def measured() -> frozenset[str]:
    """The units: VND, percent, hectare …"""
    return frozenset(unit for language in languages() for unit in load(language).data["units"].values())


@cache
def kind_of(word: str) -> str:
    """The unit or kind that a word names; "" where it names none."""
    if word in counted() or word in measured():
        return word
    folded = fold_words(word)
    for locale in map(load, languages()):
        for lexicon in (locale.units, locale.counted):
            hit = lexicon.match(folded, 0)
            if hit is not None and hit.end == len(folded):
                return hit.value
    return "percent" if word == "%" else ""
