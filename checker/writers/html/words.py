"""The words of a page in one language."""

from __future__ import annotations

from checker.locales import Locale


class Phrases:
    """The section "html" of a language's file. A phrase may have a form for one and a form for several: "{count} error|{count} errors"."""

    def __init__(self, language: Locale) -> None:
        self.locale = language
        self.language = language.language
        self._words = language.section("html")

    def __call__(self, key: str, **told: object) -> str:
        """A phrase; `count` chooses the form."""
        one, _, several = str(self._words[key]).partition("|")
        return (several or one if told.get("count") != 1 else one).format(**told)

    def role(self, name: str) -> str:
        """What plays a role; one that is the rule's own is called as it calls it."""
        return str(self._words["roles"].get(name, name))

    def severity(self, name: str) -> str:
        return str(self.locale.section("severities")[name])

    def part(self, kind: str) -> str:
        """A part of a document that is not its body."""
        return str(self.locale.section("places").get(kind, kind))

    def message(self, key: str, **told: object) -> str:
        """One of the sentences that all formats share."""
        return str(self.locale.section("messages")[key]).format(**told)
