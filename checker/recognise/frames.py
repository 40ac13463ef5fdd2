"""The blocks of a document as they are read: running text that stands in a frame set free, tables inside tables drawn out.

A table of which only one cell holds anything is a frame, drawn to set a page or a box: the paragraphs of that cell are running
text, and the tables inside it are tables like any other, all in the order of the file. In a real table a cell of several
paragraphs stays one text, their ends taken for blanks: they are the lines of a narrow column more often than sentences of
their own, and a row is read by what its cells say as a whole. A table inside a real one follows it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from checker.document import Block, Cell, Paragraph, Table
from checker.recognise.stitch import stitch
from checker.text import Text


def in_reading_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without frames, the parts of cut tables joined, nested tables behind those that they stand in."""
    return tuple(_drawn_out(stitch(tuple(_unframed(blocks)))))


def _unframed(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        cell = _only_cell(block) if isinstance(block, Table) else None
        if cell is None or not isinstance(block, Table):
            yield block
        else:
            inside: list[Paragraph | Table] = [*_paragraphs(cell, block.part), *block.nested]
            inside.sort(key=_position)
            yield from _unframed([replace(inside[0], apart=block.apart), *inside[1:]])


def _only_cell(table: Table) -> Cell | None:
    """The one cell that holds something; none where several do, or none does."""
    filled = list(islice((cell for row in table.rows for cell in row if cell.text.value.strip() and not cell.merged), 2))
    return filled[0] if len(filled) == 1 else None


def _paragraphs(cell: Cell, part: str) -> Iterator[Paragraph]:
    """The paragraphs of a cell, cut where the text goes on in another paragraph of the file."""
    runs = [list(marks) for _, marks in groupby(cell.text.marks, lambda mark: mark.place.paragraph)]
    begins = [0, *(marks[0].offset for marks in runs[1:])]
    notes: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for offset, mark in cell.notes:
        index = bisect_right(begins, offset) - 1
        notes[index].append((offset - begins[index], mark))
    for index, (marks, start, end) in enumerate(zip(runs, begins, [*begins[1:], len(cell.text)], strict=True)):
        text = Text(cell.text.value[start:end], tuple(mark._replace(offset=mark.offset - start) for mark in marks)).strip()
        if text.value:
            yield Paragraph(text=text, part=part, notes=tuple(notes[index]))


def _position(block: Block) -> int:
    """Which paragraph of the file a block begins with."""
    text = block.rows[0][0].text if isinstance(block, Table) else block.text
    return text.place(0).paragraph or 0


def _drawn_out(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and block.nested:
            yield replace(block, nested=())
            for inside in block.nested:
                yield from in_reading_order([inside])
        else:
            yield block
