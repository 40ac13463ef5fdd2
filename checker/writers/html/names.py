"""Ids of what the links of a page lead to. Each begins with its document's ("d2-f12.5")."""

from __future__ import annotations

import re

from checker.place import Spot
from checker.shown import figure_id

_NOT_IN_AN_ID = re.compile(r"[^\w.-]")


class Ids:
    """Those of one document."""

    def __init__(self, number: int) -> None:
        self.document = f"d{number}"

    def figure(self, spot: Spot) -> str:
        """The id that the figure has in JSON, with nothing in it that a link would have to escape."""
        return self._with(_plain(figure_id(spot)))

    def finding(self, number: int) -> str:
        return self._with(f"n{number}")

    def note(self, mark: str) -> str:
        return self._with(f"note-{_plain(mark)}")

    def reference(self, mark: str) -> str:
        """Where a note is referred to."""
        return self._with(f"ref-{_plain(mark)}")

    def _with(self, name: str) -> str:
        return f"{self.document}-{name}"


def _plain(text: str) -> str:
    return _NOT_IN_AN_ID.sub(lambda found: f"~{ord(found[0]):x}~", text)
