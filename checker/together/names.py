"""Annexes by their names: those of files and sheets, and the lines that open an annex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.locales import Locale, languages, load
from checker.text import Text, bare, fold_words

_LONGEST = 140
_NAME = r"\W*(?:so\W*)?(?P<name>\d{1,2}[a-z]?|[ivx]{1,5}|(?<![a-z])[a-h])(?![a-z0-9]|[.,]\d)"
_ENDS = re.compile(r"[.;:,!?…]\W*\Z")


def annex_opened(text: Text, locale: Locale) -> str | None:
    """The name of the annex that a line opens: "" for one without ("PHỤ LỤC"), None where it opens none."""
    match = locale.pattern("parts", "annex_heading").match(text.folded) if len(text) <= _LONGEST else None
    if match is None or text.value[:1].islower():
        return None
    rest = text.value[match.end() :].strip()
    if rest and (rest[0].islower() or _ENDS.search(rest)) and not match["name"]:
        return None
    return (match["name"] or "").lower() if match["name"] or not rest or rest.isupper() else None


def annex_named(name: str, language: str = "") -> str:
    """The heading of the annex that a file or a sheet is called after: "phu-luc-1" → "Phụ lục 1"; "" for another name. In the words of a
    report in `language`, in which "Annex 1" is "Phụ lục 1" too; without it in those of the name."""
    folded = bare(fold_words(_spaced(name)))
    for locale, words in _words(language):
        for word, said in words.items():
            match = re.match(re.escape(bare(fold_words(word))) + _NAME, folded)
            heading = f"{said.capitalize()} {match['name'].upper()}" if match is not None else ""
            if heading and annex_opened(Text(heading), locale):
                return heading
    return ""


def _words(language: str) -> Iterator[tuple[Locale, dict[str, str]]]:
    """What annexes are called in names, and how a heading says it."""
    for known in [language] if language else languages():
        parts = load(known).section("parts")
        own = {**{word: word for word in parts["annex_words"]}, **parts["annex_short"]}
        yield load(known), {**parts["annex_foreign"], **own} if language else own


def _spaced(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").split())
