"""JSON → nodes. Numbers stay as they are written; a key that stands twice is refused."""

from __future__ import annotations

import re

from checker.place import Place
from checker.readers import ReadError
from checker.readers.records.nodes import Builder, List, Node, Object, Scalar
from checker.text import Text, join

_TOKEN = re.compile(r'[ \t\n]*(?:(?P<mark>[\[\]{},:])|"(?P<string>[^"\\\n]*(?:\\.[^"\\\n]*)*)"|(?P<word>[-+.\w]+))')
_ESCAPE = re.compile(r'\\(?:u(?P<code>[0-9a-fA-F]{4})(?:\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2}))?|(?P<sign>["\\/bfnrt]))')
_SIGNS = {"b": " ", "f": " ", "n": " ", "r": " ", "t": " "}
_WORDS = {"true": "true", "false": "false", "null": ""}
_IS_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?\Z")


def read_json(text: str, path: str) -> Node:
    """The one value in the text. Raises ReadError."""
    reading = _Reading(text.replace("\r\n", "\n").replace("\r", "\n"), path)
    return reading.all()


class _Reading:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.line, self.begins = 1, 0
        self.built = Builder()
        self.expects = "value"

    def all(self) -> Node:
        position = 0
        while self.expects != "end":
            match = _TOKEN.match(self.text, position)
            if match is None:
                raise self._wrong(min(position + len(self.text[position:]) - len(self.text[position:].lstrip()), len(self.text)))
            self._count_lines(position, match.start(match.lastgroup or 0))
            self._take(match)
            position = match.end()
        if self.text[position:].strip():
            raise self._wrong(position)
        return self.built.root or List(Place(file=self.path))

    def _count_lines(self, start: int, end: int) -> None:
        newlines = self.text.count("\n", start, end)
        if newlines:
            self.line += newlines
            self.begins = self.text.rindex("\n", start, end) + 1

    def _place(self, position: int) -> Place:
        return Place(file=self.path, part="body", line=self.line, column=position - self.begins + 1)

    def _wrong(self, position: int) -> ReadError:
        line = self.text.count("\n", 0, position) + 1
        return ReadError("no_json", line=line, column=position - (self.text.rfind("\n", 0, position) + 1) + 1)

    def _take(self, match: re.Match[str]) -> None:
        kind = match.lastgroup or ""
        position = match.start(kind)
        if kind == "mark":
            self._mark(match["mark"], position)
        elif self.expects in ("key", "key or end") and kind == "string":
            self.built.key(self._string(match["string"], position))
            self.expects = "colon"
        elif self.expects in ("value", "value or end") and (kind == "string" or match["word"] in _WORDS or _IS_NUMBER.match(match["word"])):
            self.built.add(self._scalar(kind, match[kind], position))
            self._after_value()
        else:
            raise self._wrong(position)

    def _mark(self, mark: str, position: int) -> None:
        inside = self.built.innermost
        if mark in "[{" and self.expects in ("value", "value or end"):
            self.built.add(List(self._place(position)) if mark == "[" else Object(self._place(position)))
            self.expects = "value or end" if mark == "[" else "key or end"
        elif mark == ":" and self.expects == "colon":
            self.expects = "value"
        elif mark == "," and self.expects == "comma or end":
            self.expects = "value" if isinstance(inside, List) else "key"
        elif self.expects.endswith("or end") and (
            (mark == "]" and isinstance(inside, List)) or (mark == "}" and isinstance(inside, Object))
        ):
            self.built.close()
            self._after_value()
        else:
            raise self._wrong(position)

    def _after_value(self) -> None:
        self.expects = "comma or end" if self.built.innermost is not None else "end"

    def _scalar(self, kind: str, raw: str, position: int) -> Scalar:
        if kind == "string":
            return Scalar(self._string(raw, position))
        if raw in _WORDS:
            return Scalar(Text.at(_WORDS[raw], self._place(position)))
        return Scalar(Text.at(raw, self._place(position)), is_number=True)

    def _string(self, raw: str, position: int) -> Text:
        """The text of a string; an escape is one character at the place of its first."""
        if "\\" not in raw:
            return Text.at(raw, self._place(position))
        pieces: list[Text] = []
        end = 0
        for escape in _ESCAPE.finditer(raw):
            pieces += [Text.at(raw[end : escape.start()], self._place(position + end))] if end < escape.start() else []
            pieces.append(Text.at(_unescaped(escape), self._place(position + escape.start())))
            end = escape.end()
        pieces.append(Text.at(raw[end:], self._place(position + end)))
        return join(pieces, "")


def _unescaped(escape: re.Match[str]) -> str:
    if escape["sign"]:
        return _SIGNS.get(escape["sign"], escape["sign"])
    code = int(escape["code"], 16)
    if escape["low"] and 0xD800 <= code < 0xDC00:
        return chr(0x10000 + ((code - 0xD800) << 10) + int(escape["low"], 16) - 0xDC00)
    letter = chr(code) + (chr(int(escape["low"], 16)) if escape["low"] else "")
    return "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 else " " if c < " " else c for c in letter)
