"""How much of a long table is looked at beyond its columns of figures."""

from __future__ import annotations

from checker.sheets.room import Room

MOST_WORDS = 20_000
"""So many different texts are read in the cells of a long table."""


class Budget:
    """What may still be looked at in a long table. Words in cells: each text once, if there are digits in it, and only so many."""

    def __init__(self, most: int = MOST_WORDS) -> None:
        self.left_out = 0
        self.rooms: dict[str, Room] = {}
        self._most = most
        self._seen: set[str] = set()

    def is_new(self, words: str) -> bool:
        if words in self._seen or not any(map(str.isdigit, words)):
            return False
        if len(self._seen) >= self._most:
            self.left_out += 1
            return False
        self._seen.add(words)
        return True
