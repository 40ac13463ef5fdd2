"""The part that holds the texts of the comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.notes import AUTHOR, Note
from checker.readers.docx.names import ID, PARAGRAPH, RUN, W

if TYPE_CHECKING:
    from lxml.etree import _Element

INITIALS = "chk"

_COMMENT, _AUTHOR, _DATE, _INITIALS, _TEXT = (W + name for name in ("comment", "author", "date", "initials", "t"))
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Ours(NamedTuple):
    """A comment that we once wrote: its id, and those of its paragraphs, by which other parts refer to it."""

    id: str
    paragraphs: tuple[str, ...]


class Comments:
    """The comments of a document. Those that are added are given the time `now`: the same notes make the same file."""

    def __init__(self, root: _Element, now: str) -> None:
        self.root = root
        self._now = now
        self._next = 0

    def take_out(self) -> list[Ours]:
        """Takes ours out, and gives what was taken. To be done before any is added."""
        ours = [c for c in self.root.iterfind(_COMMENT) if (c.get(_AUTHOR), c.get(_INITIALS)) == (AUTHOR, INITIALS)]
        for comment in ours:
            self.root.remove(comment)
        self._next = 1 + max((int(id) for c in self.root if (id := (c.get(ID) or "")[:9]).isdecimal()), default=-1)
        return [Ours(c.get(ID) or "", tuple(p.get(_PARAGRAPH_ID) or "" for p in c.iter(PARAGRAPH))) for c in ours]

    def add(self, note: Note, exact: bool) -> str:
        """A comment with the words of a note; its id."""
        from lxml import etree

        id = str(self._next)
        self._next += 1
        said = {ID: id, _AUTHOR: AUTHOR, _DATE: self._now, _INITIALS: INITIALS}
        comment = etree.SubElement(self.root, _COMMENT, said)
        for line in [*([] if exact else [note.elsewhere]), *note.comment.split("\n")]:
            text = etree.SubElement(etree.SubElement(etree.SubElement(comment, PARAGRAPH), RUN), _TEXT, {_SPACE: "preserve"})
            text.text = line
        return id
