"""The words of one paragraph: white space as a browser shows it, the line of the source that each stands in, note references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from checker.flow.lines import LINE_BREAK, Raw
from checker.flow.raised import raised
from checker.place import Place
from checker.readers.html.tree import HEADINGS, name

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHITE = re.compile(r"[ \t\r\n\f]+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_BOLD_TAGS = frozenset(("b", "strong", *HEADINGS))


class Look(NamedTuple):
    """How text inside an element is shown."""

    bold: bool = False
    raised: bool = False
    kept: bool = False

    def inside(self, element: _Element) -> Look:
        """How it is shown in one more element."""
        tag, style = name(element), element.get("style") or ""
        bold = self.bold or tag in _BOLD_TAGS or bool(_BOLD.search(style))
        return Look(bold and not _LIGHT.search(style), self.raised or tag == "sup", self.kept or tag == "pre")


class Words:
    """Gathers the words of one paragraph, line by line of the source."""

    def __init__(self) -> None:
        self.lines: list[tuple[int, list[str]]] = []
        self.notes: list[tuple[int, str]] = []
        self.bold: bool | None = None
        self.length = 0
        self._after_blank = True

    def text(self, text: str, line: int, look: Look) -> int:
        """Text that begins in that line of the source; the line in which it ends."""
        pieces = text.split("\n")
        for number, piece in enumerate(pieces, line):
            last = number == line + len(pieces) - 1
            self._add(piece if last else piece + "\n", number, look)
        return line + len(pieces) - 1

    def line_break(self, line: int) -> None:
        self._put(LINE_BREAK, line)
        self._after_blank = True

    def note(self, mark: str) -> None:
        self.notes.append((self.length, mark))

    def raws(self, place: Place) -> list[Raw]:
        """The words, a piece for each line of the source; `place` is that of the paragraph."""
        made: list[Raw] = []
        start = 0
        for line, pieces in self.lines:
            text = "".join(pieces)
            notes = tuple((at - start, mark) for at, mark in self.notes if self._belongs(at, start, len(text)))
            made.append(Raw(text, msgspec.structs.replace(place, offset=start + 1, line=line or None), notes))
            start += len(text)
        return made

    def _belongs(self, at: int, start: int, length: int) -> bool:
        """A reference belongs to the word before it."""
        return start < at <= start + length or (at == start == 0)

    def _add(self, text: str, line: int, look: Look) -> None:
        words = text.replace("\r", "").replace("\n", LINE_BREAK) if look.kept else _WHITE.sub(" ", text)
        if not look.kept and self._after_blank and words.startswith(" "):
            words = words[1:]
        if look.raised:
            words = raised(words)
        if words:
            self._put(words, line)
            self._after_blank = words.endswith((" ", LINE_BREAK))
            if not words.isspace():
                self.bold = look.bold and self.bold is not False

    def _put(self, text: str, line: int) -> None:
        if not self.lines or self.lines[-1][0] != line:
            self.lines.append((line, []))
        self.lines[-1][1].append(text)
        self.length += len(text)
