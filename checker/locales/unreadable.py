"""What is said of a file that cannot be read: a key of the locale's problems, and what fills its gaps."""

from __future__ import annotations

from checker.locales import load


class Unreadable(Exception):
    """A file, or a part of one, that cannot be read. As text it is the English sentence; `told` says it in any language."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def told(self, language: str) -> str:
        """One line: what is wrong, and what to do."""
        cause = self.__cause__
        inner = {"cause": cause.told(language)} if isinstance(cause, Unreadable) else {}
        told = str(load(language).data["problems"][self.key]).format(**self.values, **inner)
        return " ".join(told.split())  # what a library says in it may be of several lines

    def __str__(self) -> str:
        return self.told("en")


def because(cause: Unreadable, key: str, **values: str | int) -> Unreadable:
    """What follows from that: its sentence may have {cause} in it."""
    effect = Unreadable(key, **values)
    effect.__cause__ = cause
    return effect
