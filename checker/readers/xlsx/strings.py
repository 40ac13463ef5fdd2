"""The texts that the cells of a workbook share, without the phonetic runs that tell how to say them."""

from __future__ import annotations

import re

from checker.containers import Container
from checker.readers.xlsx.xml import End, Start, walk

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_strings(container: Container, part: str) -> list[str]:
    """Every text, by its number. Raises ContainerError."""
    reader = _Strings()
    walk(container, part, reader)
    return reader.strings


def unescaped(text: str) -> str:
    """ "_x000D_" is how a character is written that XML cannot hold."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


class _Strings:
    def __init__(self) -> None:
        self.strings: list[str] = []
        self.characters: list[str] = []
        self._runs: list[str] = []
        self._phonetic = False

    def root(self, prefix: str) -> tuple[Start, End]:
        item, text, phonetic = prefix + "si", prefix + "t", prefix + "rPh"

        def start(name: str, _: dict[str, str], /) -> None:
            self._phonetic = self._phonetic or name == phonetic
            self.characters.clear()

        def end(name: str, /) -> None:
            if name == text and not self._phonetic:
                self._runs.append("".join(self.characters))
            elif name == phonetic:
                self._phonetic = False
            elif name == item:
                self.strings.append(unescaped("".join(self._runs)))
                self._runs.clear()
            self.characters.clear()

        return start, end
