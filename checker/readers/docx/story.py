"""One part of a Word file, walked over once from its beginning to its end: paragraphs, tables, text boxes → blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.document import Block, Cell, Table
from checker.flow.noted import Noted, filled
from checker.place import Place
from checker.readers import MOST_COLUMNS
from checker.readers.docx.context import Context
from checker.readers.docx.names import PARAGRAPH, TABLE, W, children
from checker.readers.docx.numbering import Counters
from checker.readers.docx.paragraphs import Read, one_text, paragraphs
from checker.readers.docx.properties import Properties, read_properties
from checker.readers.docx.runs import read_inline
from checker.readers.docx.slivers import Slot
from checker.readers.docx.tables import layout
from checker.text import Text, join

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 20
_EMBEDDED = W + "altChunk"


class _Open(NamedTuple):
    """A table while it is read: its place, how deep it is nested, its cells so far, the tables inside it."""

    place: Place
    depth: int
    cells: dict[_Element, Cell]
    nested: list[Table]


class Story:
    """Walks over one part. A paragraph's number is its position among all `w:p` of the part, whether shown or not."""

    def __init__(self, root: _Element, part: str, context: Context) -> None:
        self.part = part
        self.context = context
        self._numbers = {element: number for number, element in enumerate(root.iter(PARAGRAPH), 1)}
        self._counters = Counters(context.lists)
        self._waiting: list[_Element] = []

    def blocks(self, element: _Element, part: str = "", depth: int = 0) -> list[Block]:
        """The blocks of a body or a text box; text boxes follow the paragraph or the table that they are anchored in."""
        place = Place(file=self.context.path, part=part or self.part)
        made: list[Block] = []
        page_break = False
        for item in self._items(element, place):
            if isinstance(item, list):
                found, page_break = paragraphs(item, page_break)
                made += found
                self._waiting += [box for read in item for box in read.inline.boxes]
            else:
                self.context.tables += 1
                table = self._table(item, str(self.context.tables), place, depth)
                made += [table] if table else []
                self.context.tables -= not table
            made += self._boxes(depth)
        return made

    def text(self, element: _Element) -> Text:
        """The text of a note."""
        place = Place(file=self.context.path, part=self.part)
        texts = [one_text(item).text for item in self._items(element, place) if isinstance(item, list)]
        return join([text for text in texts if text.value] or [Text.at("", place)])

    def _boxes(self, depth: int) -> list[Block]:
        boxes, self._waiting = self._waiting, []
        if boxes and depth >= DEEPEST:
            self.context.warn("deep_left_out", most=DEEPEST)
            return []
        part = "textbox" if self.part == "body" else self.part
        return [block for box in boxes for block in self.blocks(box, part, depth + 1)]

    def _items(self, element: _Element, place: Place) -> Iterator[list[Read] | _Element]:
        """Tables, and paragraphs together with those that they go on in."""
        group: list[Read] = []
        for child in children(element):
            if child.tag == PARAGRAPH:
                group.append(self._read(child, place))
                if not group[-1].properties.joins:
                    yield group
                    group = []
            elif child.tag in (TABLE, _EMBEDDED):
                if group:
                    yield group
                    group = []
                if child.tag == TABLE:
                    yield child
                else:
                    self.context.warn("chunk_left_out")
        if group:
            yield group

    def _read(self, element: _Element, place: Place) -> Read:
        properties = read_properties(element, self.context.styles)
        inline = read_inline(element, properties.style, self.context.styles, self.context.marks)
        marker = self._marker(properties) if properties.number and not properties.joins else ""
        here = Place(
            file=place.file,
            part=place.part,
            paragraph=self._numbers[element],
            offset=1,
            table=place.table,
            row=place.row,
            col=place.col,
        )
        if properties.style.is_contents:
            inline = inline._replace(raw="", pieces=(), notes=())
        return Read(inline, here, properties, marker)

    def _marker(self, properties: Properties) -> str:
        number, depth = properties.number or 0, properties.depth
        found = self.context.lists.get(number)
        if found is None:
            return ""
        styled = found.depth_of(properties.style.id)
        return self._counters.next(number, styled if depth is None and styled is not None else depth or 0)

    def _table(self, element: _Element, path: str, place: Place, depth: int) -> Table | None:
        """The table; None where no row of it is left."""
        grid = layout(element)
        if grid.cut:
            self.context.warn("wide_left_out", table=path, most=MOST_COLUMNS)
        table = _Open(Place(file=place.file, part=place.part, table=path), depth, {}, [])
        rows = tuple(self._row(slots, number, table) for number, slots in enumerate(grid.rows, 1))
        return Table(rows, path, grid.headers, tuple(table.nested)) if rows else None

    def _row(self, slots: tuple[Slot, ...], number: int, table: _Open) -> tuple[Cell, ...]:
        nothing = Cell(Text.at("", Place(file=table.place.file, part=table.place.part, table=table.place.table, row=number)))
        cells: list[Cell] = []
        for col, slot in enumerate(slots, 1):
            if slot.cell is None:
                cells.append(nothing)
            elif slot.first:
                place = Place(file=table.place.file, part=table.place.part, table=table.place.table, row=number, col=col)
                cells.append(self._cell(slot.cell, place, table))
                table.cells[slot.cell] = cells[-1]
            else:
                cells.append(Cell(table.cells[slot.cell].text, merged=True))
        return tuple(cells)

    def _cell(self, element: _Element, place: Place, table: _Open) -> Cell:
        texts: list[Noted] = []
        for item in self._items(element, place):
            if isinstance(item, list):
                texts.append(one_text(item))
                self._waiting += [box for read in item for box in read.inline.boxes]
            elif table.depth >= DEEPEST:
                self.context.warn("deep_left_out", most=DEEPEST)
            else:
                inner = self._table(item, f"{place.table}.{len(table.nested) + 1}", place, table.depth + 1)
                table.nested.extend([inner] if inner else [])
        text, notes = filled(texts, place)
        return Cell(text, notes=notes)
