"""A document as a page shows it, without what tells who a person is: its marks stay where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from checker.masking.spans import Span
from checker.masking.text import MASK, covered, mask, spans
from checker.view.shape import Cell, Paragraph, Row, Table, View, Words


def masked_view(view: View, private: frozenset[str]) -> View:
    """The same view, every text in it masked."""
    return tuple(_table(block, private) if isinstance(block, Table) else _paragraph(block, private) for block in view)


def _paragraph(paragraph: Paragraph, private: frozenset[str]) -> Paragraph:
    words = _words(paragraph.words, private)
    return paragraph if words is paragraph.words else replace(paragraph, words=words)


def _table(table: Table, private: frozenset[str]) -> Table:
    @cache
    def name(text: str) -> str:
        return mask(text, private)

    def cells(row: Row) -> tuple[Cell, ...]:
        return tuple(replace(c, words=_words(c.words, private), row=name(c.row), column=name(c.column)) for c in row.cells)

    return replace(table, rows=tuple(replace(row, cells=cells(row)) for row in table.rows))


def _words(words: Words, private: frozenset[str]) -> Words:
    found = spans(words.text, private)
    if not found:
        return words
    marks = tuple(mark._replace(start=_moved(mark.start, found), end=_moved(mark.end, found, True)) for mark in words.marks)
    return Words(covered(words.text, found), marks, tuple((_moved(offset, found, True), name) for offset, name in words.notes))


def _moved(offset: int, found: Sequence[Span], is_end: bool = False) -> int:
    """Where an offset is once these are covered; one inside of them is at the begin or the end of what covers it."""
    moved = offset
    for start, end in found:
        if end <= offset:
            moved += len(MASK) - (end - start)
        elif start < offset:
            moved += start - offset + (len(MASK) if is_end else 0)
    return moved
