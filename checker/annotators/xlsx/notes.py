"""The notes of a sheet: who wrote them, at which cell, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.annotators.xlsx.book import namespace
from checker.containers import parse_xml
from checker.notes import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_HEAD = f"{AUTHOR}:"
_OURS, _BELOW = f"{_HEAD}\n", f"\n\n{_HEAD}\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST = 30_000


class Notes:
    """Those of one sheet."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self._here = namespace(root)

    @classmethod
    def none(cls, strict: bool) -> Notes:
        return cls(parse_xml(f'<comments xmlns="{_STRICT if strict else _MAIN}"><authors/><commentList/></comments>'.encode(), ""))

    def take_out(self) -> tuple[list[str], bool]:
        """Takes ours out; the cells that have no note any more, and whether there was one of ours at all."""
        cells: list[str] = []
        cut = False
        for comment in list(self._list()):
            text = "".join(t.text or "" for t in self._texts(comment))
            if self._author(comment) == AUTHOR or text.startswith(_OURS):
                self._list().remove(comment)
                cells.append(comment.get("ref") or "")
            elif _BELOW in text:
                self._cut(comment, text.index(_BELOW))
                cut = True
        return cells, cut or bool(cells)

    def add(self, texts: Mapping[str, str]) -> list[str]:
        """Says something at each of these cells, below what is said there; the cells that had no note."""
        there = {comment.get("ref") or "": comment for comment in self._list()}
        for cell, text in texts.items():
            self._add(cell, text, there.get(cell))
        return [cell for cell in texts if cell not in there]

    def _add(self, cell: str, text: str, comment: _Element | None) -> None:
        from lxml import etree

        is_new = comment is None
        if comment is None:
            comment = etree.SubElement(self._list(), self._here + "comment", {"ref": cell, "authorId": self._me()})
        holder = comment.find(self._here + "text")
        holder = etree.SubElement(comment, self._here + "text") if holder is None else holder
        self._as_run(holder)
        self._run(holder, _HEAD if is_new else f"\n\n{_HEAD}", bold=True)
        self._run(holder, f"\n{text[:_LONGEST]}")

    def _run(self, holder: _Element, text: str, bold: bool = False) -> None:
        from lxml import etree

        run = etree.SubElement(holder, self._here + "r")
        if bold:
            etree.SubElement(etree.SubElement(run, self._here + "rPr"), self._here + "b")
        etree.SubElement(run, self._here + "t", {_SPACE: "preserve"}).text = text

    def _as_run(self, holder: _Element) -> None:
        """A text without formats as one that may have runs."""
        from lxml import etree

        for plain in holder.findall(self._here + "t"):
            run = etree.Element(self._here + "r")
            holder.replace(plain, run)
            run.append(plain)

    def _cut(self, comment: _Element, length: int) -> None:
        """Leaves the first characters of a note."""
        for text in self._texts(comment):
            shown = text.text or ""
            text.text = shown[:length]
            length = max(0, length - len(shown))
            run = text.getparent()
            holder = run.getparent() if run is not None else None
            if not text.text and run is not None and holder is not None and run.tag == self._here + "r":
                holder.remove(run)

    def _texts(self, comment: _Element) -> list[_Element]:
        """What a note shows; not how East Asian words are said."""
        found = comment.iter(self._here + "t")
        return [t for t in found if (above := t.getparent()) is not None and above.tag != self._here + "rPh"]

    def _list(self) -> _Element:
        from lxml import etree

        found = self.root.find(self._here + "commentList")
        return etree.SubElement(self.root, self._here + "commentList") if found is None else found

    def _authors(self) -> list[_Element]:
        return list(self.root.iterfind(f"{self._here}authors/{self._here}author"))

    def _author(self, comment: _Element) -> str:
        number, authors = comment.get("authorId") or "", self._authors()
        return (authors[int(number)].text or "") if number.isdecimal() and int(number[:9]) < len(authors) else ""

    def _me(self) -> str:
        """Our number among the authors."""
        from lxml import etree

        names = [author.text for author in self._authors()]
        if AUTHOR in names:
            return str(names.index(AUTHOR))
        authors = self.root.find(self._here + "authors")
        if authors is None:
            authors = etree.Element(self._here + "authors")
            self.root.insert(0, authors)
        etree.SubElement(authors, self._here + "author").text = AUTHOR
        return str(len(names))
