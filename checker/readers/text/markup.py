"""What Markdown and converters put around words: taken away, the places kept."""

from __future__ import annotations

import re

from checker.text import Text, join

_TOKEN = re.compile(
    r"(?P<bookmark>\[bookmark:[^\]\n]{0,60}\])"
    r"|(?P<emphasis>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__(?=\S)|(?<=\S)__)"
    r"|(?P<escape>\\(?=[-\\`*_{}\[\]()#+.!|~<>]))"
    r"|(?P<break><br\s?/?>)"
    r"|(?P<tag></?(?:u|b|i|sup|sub|span|p|em|strong)(?:\s[^<>\n]{0,60})?>)"
    r"|(?P<nbsp>&nbsp;)|(?P<entity>&(?:amp|lt|gt|quot);)"
    r"|(?P<image>!\[[^\]\n]{0,80}\]\([^)\n]{0,200}\))"
    r"|(?P<note>\[\^(?P<mark>[\w-]{1,20})\])"
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_RAISED = re.compile(r"(?<=\S)[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?![\w])")
_UNIT_BEFORE = re.compile(r"(?:^|[^\w])(?:k|d|c|m)?m\Z")
_HINTS = re.compile(r"[*_\\<&!\[]")


def plain(text: Text) -> tuple[Text, tuple[tuple[int, str], ...]]:
    """The text without markup, and its footnote references as (offset, mark)."""
    notes: list[tuple[int, str]] = []
    if _HINTS.search(text.value):
        text, notes = _stripped(text)
    for match in _RAISED.finditer(text.value):
        if not _UNIT_BEFORE.search(text.value[: match.start()]):
            notes.append((match.start(), match[0]))
    return text, tuple(sorted(notes))


def is_bold(raw: str) -> bool:
    """Is the whole line in bold?"""
    stripped = raw.strip().lstrip("#").strip()
    return len(stripped) > 4 and stripped.startswith("**") and stripped.find("**", 2) == len(stripped) - 2


def _stripped(text: Text) -> tuple[Text, list[tuple[int, str]]]:
    pieces: list[Text] = []
    notes: list[tuple[int, str]] = []
    position = length = 0
    for match in _TOKEN.finditer(text.value):
        kept = text.cut(position, match.start())
        instead = _instead(match)
        pieces += [kept, *([Text(instead, text.cut(match.start(), match.start() + 1).marks)] if instead else [])]
        length += len(kept) + len(instead)
        if match["note"]:
            notes.append((length, match["mark"]))
        position = match.end()
    pieces.append(text.cut(position))
    return join([piece for piece in pieces if len(piece)] or [text.cut(0, 0)], ""), notes


def _instead(match: re.Match[str]) -> str:
    if match["break"] or match["nbsp"]:
        return " "
    return _ENTITIES[match["entity"]] if match["entity"] else ""
