"""What stands behind the rows of a sheet, changed byte by byte: the rows themselves, which may be many, are not even looked at."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from checker.containers import ContainerError

_ROOT = re.compile(rb"<(?:([\w.-]{1,40}):)?worksheet(?=[\s>])[^>]{0,20000}>")
_ROWS = b"sheetData"
_BEHIND_DRAWING = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
)
_BEHIND_FORMATS = (
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", *_BEHIND_DRAWING),
)
_BEHIND = {"conditionalFormatting": _BEHIND_FORMATS, "legacyDrawing": _BEHIND_DRAWING}


class Element(NamedTuple):
    """An element: its name without prefix, where its first and behind its last byte stand, its attributes by their names without prefix,
    how deep it is nested (0: a child of the sheet)."""

    name: str
    begin: int
    end: int
    attributes: dict[str, str]
    depth: int


class Tail:
    """The end of a sheet. Raises ContainerError."""

    def __init__(self, sheet: bytes, name: str) -> None:
        self._sheet = sheet
        root = _ROOT.search(sheet[:100_000])
        at = sheet.rfind(_ROWS)
        if root is None or at < 0 or sheet[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise ContainerError("part_xml", name=name, why=_ROWS.decode())
        self.prefix = (root[1] + b":" if root[1] else b"").decode()
        self._begin = sheet.index(b">", at) + 1
        self._edits: list[tuple[int, int, bytes]] = []
        try:
            self.elements = _elements(root[0], sheet[self._begin :])
        except expat.ExpatError as error:
            raise ContainerError("part_xml", name=name, why=str(error)) from error

    def text(self, element: Element) -> bytes:
        return self._sheet[self._begin + element.begin : self._begin + element.end]

    def remove(self, element: Element) -> None:
        self._edits.append((element.begin, element.end, b""))

    def insert(self, name: str, text: str) -> None:
        """Puts an element of that name where the schema has it."""
        behind = (e.begin for e in self.elements if e.depth == 0 and e.name in _BEHIND[name])
        place = min(behind, default=self.elements[-1].begin)
        self._edits.append((place, place, text.encode()))

    def put(self) -> bytes:
        """The sheet with all that was changed."""
        pieces, done = [self._sheet[: self._begin]], 0
        for begin, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces += [self._sheet[self._begin + done : self._begin + begin], text]
            done = end
        return b"".join([*pieces, self._sheet[self._begin + done :]])


def _elements(root: bytes, tail: bytes) -> list[Element]:
    """The elements of a tail up to the second level; the last is the end of the sheet itself."""
    found: list[Element] = []
    open_: list[tuple[str, int, dict[str, str]]] = []
    ended: list[Element] = []
    parser = expat.ParserCreate()

    def pass_(_: str = "") -> None:
        """Whatever comes next says where the element before it ends."""
        found.extend(element._replace(end=parser.CurrentByteIndex - len(root)) for element in ended)
        ended.clear()

    def start(name: str, attributes: dict[str, str]) -> None:
        pass_()
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        open_.append((name.rpartition(":")[2], parser.CurrentByteIndex - len(root), plain))

    def end(_: str) -> None:
        pass_()
        name, begin, attributes = open_.pop()
        if 1 <= len(open_) <= 2:
            ended.append(Element(name, begin, 0, attributes, len(open_) - 1))
        elif not open_:
            found.append(Element("", parser.CurrentByteIndex - len(root), len(tail), {}, 0))

    parser.StartElementHandler, parser.EndElementHandler, parser.DefaultHandler = start, end, pass_
    parser.Parse(root + tail, True)
    return found
