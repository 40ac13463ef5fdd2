"""Bytes → lines, each with its number, its text and what kind of line it is."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from checker.place import Place
from checker.readers import MOST_COLUMNS
from checker.text import Text

_RULE = re.compile(r"[\s*_=~—–-]{2,}\Z|\*\Z")
_SEPARATOR = re.compile(
    r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*){1,200}\|?\s*\Z|\s*\|\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*){0,200}\|\s*\Z"
)
_PAGE = re.compile(r"\s*(?:[-–]\s*)?(?:(?:trang|page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*[-–])?\s*\Z", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s*|\[\^(?P<named>[\w-]{1,20})\]:\s*)(?=\S)")
_LEADING = re.compile(r"\s*")
_LONGEST_RUNNING_HEAD = 100


class Line(NamedTuple):
    """A line of the file. `kind` is blank, pipes, separator, tabs, head, spaces, note, rule, page or text."""

    number: int
    raw: str
    kind: str
    page_break: bool
    path: str

    def text(self, start: int = 0, end: int | None = None) -> Text:
        """The characters from `start` to `end`, with their places."""
        return Text.at(self.raw[start:end], Place(file=self.path, line=self.number, column=start + 1, part="body"))

    @property
    def note_mark(self) -> tuple[str, int]:
        """Of a footnote: its mark, and where its text begins."""
        match = _NOTE.match(self.raw)
        return (match["raised"] or match["named"], match.end()) if match else ("", 0)


def split(text: str, path: str) -> list[Line]:
    """The lines of a text, classified; page numbers and running heads are of kind "page"."""
    raws = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines: list[Line] = []
    for number, raw in enumerate(raws, 1):
        page_break = raw.startswith("\f")
        shown = raw.replace("\f", " ").replace("\v", " ")
        lines.append(Line(number, shown, _kind(shown), page_break, path))
    return _without_running_heads(lines)


def _kind(raw: str) -> str:
    stripped = raw.strip()
    if not stripped:
        return "tabs" if 1 < raw.count("\t") < MOST_COLUMNS else "blank"
    if raw.count("|") > MOST_COLUMNS or raw.count("\t") > MOST_COLUMNS:
        return "text"
    if stripped[0] == "|" or "|" in stripped[1:-1]:
        if _SEPARATOR.match(raw):
            return "separator"
        if stripped[0] == "|" or stripped.count("|") > 1:
            return "pipes"
    if _NOTE.match(raw) and "\t" not in stripped:
        return "note"
    if "\t" in stripped or raw.count("\t") > 1:
        return "tabs"
    if _RULE.match(stripped):
        return "rule"
    return "page" if _PAGE.match(raw) else "text"


def _without_running_heads(lines: list[Line]) -> list[Line]:
    """A short line that stands alone, the same three times or more, heads the pages."""
    texts = Counter(line.raw.strip() for line in lines if line.kind == "text")
    heads = {raw for raw, times in texts.items() if times >= 3 and len(raw) <= _LONGEST_RUNNING_HEAD and raw[-1:].isalnum()}
    alone = {
        index
        for index, line in enumerate(lines)
        if line.raw.strip() in heads
        and (index == 0 or lines[index - 1].kind in ("blank", "page"))
        and (index + 1 == len(lines) or lines[index + 1].kind in ("blank", "page"))
    }
    complete = {raw for raw in heads if sum(lines[i].raw.strip() == raw for i in alone) == texts[raw]}
    return [line._replace(kind="page") if i in alone and line.raw.strip() in complete else line for i, line in enumerate(lines)]
