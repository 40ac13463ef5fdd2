"""Makes a Word file of a report that was read from text: what an office would have typed.

Headings have heading styles, lines with a dash are items of a bullet list, footnotes are real ones. Tables are real tables: header
cells are merged over two header rows, and a text that stands alone in a row goes over the empty cells behind it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Inches, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from checker.document import Cell, Document, Footnote, Paragraph, Table
from tests.tools.docx_from_markdown import add_footnotes

_LINE, _WORD, _PADDING = 68, 14, 4
_SECTION = re.compile(r"[IVX]{1,5}\s?[.–-]\s?\S")
_SUBSECTION = re.compile(r"\d{1,2}(?:\.\d)?(?:\.|/-)\s?[^\W\d]")
_BULLET = re.compile(r"- ?(?=\S)")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ALONE = 2
Noted = Sequence[tuple[int, str]]


def word_of(document: Document) -> bytes:
    """The Word file of a document."""
    notes = {block.mark: block for block in document.blocks if isinstance(block, Footnote)}
    writer = _Writer(docx.Document(), {mark: number for number, mark in enumerate(notes, 1)})
    for block in document.blocks:
        if isinstance(block, Paragraph):
            writer.paragraph(block)
        elif isinstance(block, Table):
            writer.table(block)
    if notes:
        add_footnotes(writer.word, {number: notes[mark].text.value for mark, number in writer.notes.items()})
    buffer = io.BytesIO()
    writer.word.save(buffer)
    return buffer.getvalue()


class _Writer:
    def __init__(self, word: WordDocument, notes: dict[str, int]) -> None:
        self.word = word
        self.notes = notes

    def paragraph(self, block: Paragraph) -> None:
        value, level = block.text.value, block.level
        bullet = _BULLET.match(value) if level is None and not block.bold else None
        if level is None and len(value) < 150 and not value.endswith((".", ";", ",", ":")):
            level = 1 if _SECTION.match(value) else 2 if _SUBSECTION.match(value) else None
        style = f"Heading {min(level, 9)}" if level else "List Bullet" if bullet else "Normal"
        self._runs(self.word.add_paragraph(style=style), value, block.notes, bullet.end() if bullet else 0, block.bold)

    def table(self, block: Table) -> None:
        rows = list(block.rows)
        header = rows[0] if not any(cell.text.value.replace(".", "").isdigit() for cell in rows[0]) else None
        table = self.word.add_table(rows=len(rows) + (header is not None), cols=len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows, int(header is not None)):
            if row is header:
                for column, cell in enumerate(row):
                    self._cell(table.cell(0, column).merge(table.cell(1, column)).paragraphs[0], cell)
            else:
                self._row(table, number, row)
        for row in table.rows[:2] if header is not None else ():
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        _fit(table, rows)
        self.word.add_paragraph()

    def _row(self, table: WordTable, number: int, row: Sequence[Cell]) -> None:
        column = 0
        while column < len(row):
            end = _end_of_merged(row, column)
            cell = table.cell(number, column)
            self._cell((cell.merge(table.cell(number, end - 1)) if end > column + 1 else cell).paragraphs[0], row[column])
            column = end

    def _cell(self, paragraph: WordParagraph, cell: Cell) -> None:
        self._runs(paragraph, cell.text.value, cell.notes, 0, False)

    def _runs(self, paragraph: WordParagraph, value: str, notes: Noted, start: int, bold: bool) -> None:
        for offset, mark in sorted(notes):
            if mark not in self.notes:
                continue
            paragraph.add_run(value[start:offset]).bold = bold or None
            start = offset + (len(mark) if value.startswith(mark, offset) and mark[0] in _RAISED else 0)
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(self.notes[mark]))
            paragraph.add_run()._r.append(reference)
        paragraph.add_run(value[start:]).bold = bold or None


def _end_of_merged(row: Sequence[Cell], column: int) -> int:
    """Words go over the empty cells behind them, where these are several."""
    end = column + 1
    while end < len(row) and not row[end].text.value.strip():
        end += 1
    value = row[column].text.value
    return end if end - column > _ALONE and column and _LETTERS.search(value) else column + 1


def _fit(table: WordTable, rows: Sequence[Sequence[Cell]]) -> None:
    """Columns as wide as an author makes them: no word is cut, and a table of many columns has smaller type."""
    texts = [[row[column].text.value for row in rows if not row[column].merged] for column in range(len(rows[0]))]
    needed = [_letters(column) + _PADDING for column in texts]
    width, size = 6.0, min(11.0, 11.0 * _LINE / sum(needed))
    table.autofit = False
    for row in table.rows:
        for cell, letters in zip(row.cells, needed, strict=True):
            if cell._tc.grid_span == 1:
                cell.width = Inches(width * letters / sum(needed))
            for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                run.font.size = Pt(size)
    for column, letters in zip(table.columns, needed, strict=True):
        column.width = Inches(width * letters / sum(needed))


def _letters(texts: Sequence[str]) -> int:
    """How many letters wide a column with these texts is."""
    words = [min(len(word), _WORD) for text in texts for word in text.split()]
    return max(*words, min(max(map(len, texts)) // 3, 2 * _WORD), 2)
