"""Which packs are for a document: by the words of its title, its kind and its subject (`applies_to`)."""

from __future__ import annotations

from collections.abc import Iterable

from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.rules.model import AppliesTo, Rule
from checker.text import fold, fold_words

_HEAD = 24


def applicable(rules: Iterable[Rule], reading: Reading) -> tuple[Rule, ...]:
    """The rules whose packs are for the document. Each `applies_to` is looked at once."""
    known: dict[int, bool] = {}
    kept: list[Rule] = []
    for rule in rules:
        wanted = rule.applies_to
        if id(wanted) not in known:
            known[id(wanted)] = applies(wanted, reading)
        if known[id(wanted)]:
            kept.append(rule)
    return tuple(kept)


def applies(wanted: AppliesTo, reading: Reading) -> bool:
    """Does the document bear one of the words of each list that is given?"""
    return (
        (not wanted.title or _says(_title(reading), wanted.title))
        and (not wanted.kind or _says(fold(reading.identity.kind), wanted.kind))
        and (not wanted.subject or any(_says(line, wanted.subject) for line in _subjects(reading)))
    )


def _title(reading: Reading) -> str:
    """The title; of a document without one the first heading."""
    headings = (here.words for here in reading.flow if isinstance(here, Passage) and here.heading)
    return fold(reading.identity.title or next(headings, ""))


def _subjects(reading: Reading) -> Iterable[str]:
    """The title, the line "V/v …" of the head, and the headings."""
    yield _title(reading)
    marks = tuple(reading.locale.words("parts", "subjects"))
    head = (here for here in reading.flow[:_HEAD] if isinstance(here, Passage))
    yield from (here.folded for here in head if here.folded.strip(" *").startswith(marks))
    yield from (here.folded for here in reading.flow if isinstance(here, Passage) and here.heading)


def _says(text: str, words: Iterable[str]) -> bool:
    return any(fold_words(word) in text for word in words)
