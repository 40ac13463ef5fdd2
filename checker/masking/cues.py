"""The words of one language that announce a person, as patterns over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from checker.locales import load
from checker.text import fold_words

_NOTHING = "(?!)"
_GAP = r"[\s:.,()/-]"


class Cues(NamedTuple):
    """`names` and `not_people` begin at a title; what is looked for before a cue (`not_after`, `born_after`, `several`) ends there."""

    any: re.Pattern[str]
    names: re.Pattern[str]
    born: re.Pattern[str]
    identity: re.Pattern[str]
    amount: re.Pattern[str]
    not_people: re.Pattern[str]
    not_after: re.Pattern[str]
    not_after_small: re.Pattern[str]
    born_after: re.Pattern[str]
    not_born: re.Pattern[str]
    several: re.Pattern[str]
    day: re.Pattern[str]
    office: re.Pattern[str]
    joiners: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """Those of `language`."""
    locale = load(language)
    words = locale.section("people")
    return Cues(
        any=re.compile(_any([*words["titles"], *words["small_titles"], *words["labels"], *words["born"], *words["identity"]])),
        names=_titles(words),
        born=_followed(words["born"], words["born_fillers"]),
        identity=_followed(words["identity"], [*words["identity"], *words["identity_fillers"]]),
        amount=re.compile(rf"\s{{0,2}}{_any(words['amounts'])}"),
        not_people=re.compile(_any(words["not_people"])),
        not_after=_before(words["not_after"]),
        not_after_small=_before(words["not_after_small"]),
        born_after=_before(words["born_after"]),
        not_born=_before(words["not_born"]),
        several=_before(words["several"]),
        day=locale.any_date,
        office=re.compile(_any(words["offices"])),
        joiners=locale.words("people", "name_joiners"),
    )


def _titles(words: dict[str, Any]) -> re.Pattern[str]:
    groups = {"label": words["labels"], "small": words["small_titles"], "title": words["titles"]}
    return re.compile("|".join(f"(?P<{name}>{_any(phrases)})" for name, phrases in groups.items()))


def _followed(phrases: Iterable[str], fillers: Iterable[str]) -> re.Pattern[str]:
    """A phrase with up to four words and a few marks behind it that say nothing: "CCCD (số: "."""
    return re.compile(rf"{_any(phrases)}(?:{_GAP}{{0,3}}{_any(fillers)}){{0,4}}{_GAP}{{0,3}}")


def _before(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{_any(phrases)}\s{{1,2}}\Z")


def _any(phrases: Iterable[str]) -> str:
    """Any of these as whole words, the longest first."""
    longest_first = sorted({fold_words(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    each = [re.escape(phrase).replace(r"\ ", r"\s") + (r"(?!\w)" if phrase[-1].isalnum() else "") for phrase in longest_first]
    lead = r"(?<!\w)" if all(phrase[0].isalnum() for phrase in longest_first) else ""
    return f"{lead}(?:{'|'.join(each)})" if each else _NOTHING
