"""A page, walked over from its beginning to its end: paragraphs, tables, notes, page headers → blocks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from checker.document import Block, Cell, Footnote, Table
from checker.flow.grid import MOST_EMPTY
from checker.flow.grid import filled as grid_of
from checker.flow.lines import Raw, Shape, one_text, paragraphs
from checker.flow.noted import Noted, filled
from checker.locales.unreadable import Unreadable
from checker.place import Place
from checker.readers import MOST_COLUMNS
from checker.readers.html.flow import Flow, Shown
from checker.readers.html.notes import Note, Notes
from checker.readers.html.tables import layout
from checker.readers.html.tree import is_shown, name, page_part
from checker.text import Text, join

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 20
_OWN_MARK = re.compile(r"\s*[\[(]?(?P<mark>\w{1,5}|[*†‡§]{1,3})[\])]?[.:)]?\s+")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass
class Context:
    """What is counted over the whole page. `room` is how many grid positions may still be left empty."""

    paragraphs: int = 0
    tables: int = 0
    room: int = MOST_EMPTY
    warnings: list[Unreadable] = field(default_factory=list)

    def warn(self, key: str, **values: str | int) -> None:
        """Something was left out: a key of the locale's problems. It is said once."""
        if (key, values) not in [(warning.key, warning.values) for warning in self.warnings]:
            self.warnings.append(Unreadable(key, **values))


class _Open(NamedTuple):
    """A table while it is read: its place, how deep it is nested, the tables inside it."""

    place: Place
    depth: int
    nested: list[Table]


class Story:
    """Walks over one page."""

    def __init__(self, path: str, root: _Element) -> None:
        self.path = path
        self.root = root
        self.context = Context()
        self._notes = Notes(root)

    def blocks(self) -> list[Block]:
        """The blocks of the page: the text, the notes, the headers and footers."""
        made = self._part(self.root, "body")
        made += [Footnote(note.mark, self._note(note)) for kind in ("footnote", "endnote") for note in self._of(kind)]
        shown: Counter[str] = Counter()
        for element in self.root.iter("div"):
            kind = page_part(element)
            if kind and is_shown(element):
                shown[kind] += 1
                made += self._part(element, kind if shown[kind] == 1 else f"{kind}{shown[kind]}")
        return made

    def _of(self, kind: str) -> list[Note]:
        return [note for note in self._notes.notes.values() if note.part == kind]

    def _part(self, element: _Element, part: str) -> list[Block]:
        made: list[Block] = []
        place = Place(file=self.path, part=part)
        page_break = False
        for item in Flow(self._notes).items(element):
            if isinstance(item, Shown):
                shape = Shape(item.level, item.marker, item.words.bold is True, item.page_break)
                found, page_break = paragraphs(self._raws(item, place), shape, page_break)
                made += found
            else:
                made += self._table_blocks(item, place)
        return made

    def _table_blocks(self, element: _Element, place: Place) -> list[Block]:
        """A table, behind its caption."""
        made: list[Block] = []
        for caption in (child for child in element if name(child) == "caption" and is_shown(child)):
            for item in Flow(self._notes).items(caption):
                if isinstance(item, Shown):
                    made += paragraphs(self._raws(item, place), Shape())[0]
        self.context.tables += 1
        table = self._table(element, str(self.context.tables), place, 0)
        self.context.tables -= not table
        return [*made, table] if table else made

    def _note(self, note: Note) -> Text:
        """The text of a note, without the mark that it begins with."""
        place = Place(file=self.path, part=note.part)
        items = Flow(self._notes).items(note.body)
        texts = [one_text(self._raws(item, place)).text for item in items if isinstance(item, Shown)]
        text = join(texts or [Text.at("", place)])
        own = _OWN_MARK.match(text.value)
        return text.cut(own.end()) if own and own["mark"].translate(_PLAIN) == note.mark else text

    def _raws(self, shown: Shown, place: Place) -> list[Raw]:
        self.context.paragraphs += 1
        here = Place(file=place.file, part=place.part, paragraph=self.context.paragraphs, table=place.table, row=place.row, col=place.col)
        return shown.words.raws(here)

    def _table(self, element: _Element, path: str, place: Place, depth: int) -> Table | None:
        """The table; None where no row of it is left."""
        grid = layout(element, self.context.room)
        self.context.room = grid.room
        if grid.is_wide:
            self.context.warn("wide_left_out", table=path, most=MOST_COLUMNS)
        if grid.is_full:
            self.context.warn("large_left_out", table=path, row=len(grid.rows))
        table = _Open(Place(file=place.file, part=place.part, table=path), depth, [])
        rows = grid_of(grid.rows, lambda cell, row, col: self._cell(cell, row, col, table), lambda row: _nothing(table, row))
        return Table(rows, path, grid.headers, tuple(table.nested)) if rows else None

    def _cell(self, element: _Element, row: int, col: int, table: _Open) -> Cell:
        place = Place(file=table.place.file, part=table.place.part, table=table.place.table, row=row, col=col)
        texts: list[Noted] = []
        for item in Flow(self._notes).items(element):
            if isinstance(item, Shown):
                texts.append(one_text(self._raws(item, place), item.marker))
            elif table.depth >= DEEPEST:
                self.context.warn("deep_left_out", most=DEEPEST)
            else:
                inner = self._table(item, f"{place.table}.{len(table.nested) + 1}", place, table.depth + 1)
                table.nested.extend([inner] if inner else [])
        text, notes = filled(texts, place)
        return Cell(text, notes=notes)


def _nothing(table: _Open, row: int) -> Cell:
    return Cell(Text.at("", Place(file=table.place.file, part=table.place.part, table=table.place.table, row=row)))
