"""Workbooks: a note and a fill on the cell of each finding.

**Changed**: of a sheet only what stands behind its rows (a conditional format for the fill, the reference to the drawing of its notes);
the notes of the sheet and their drawing; the style of the fill; content types and relationships. Every other part stays byte for byte:
shared strings, values, drawings, buttons, macros, and all rows of a sheet.

**The fill** is a conditional format that always holds, and no format of the cell: so the author's own formats need no restoring when it
is taken away again, even after another program has saved the file and numbered its formats anew.

**Notes** are those of all versions of Excel (threads are not). On a cell that has somebody's note already, ours follows below it. Ours
begin with our name in a line of its own, as Excel begins every note, and are so found again and replaced. What has no cell stands in A1
of its sheet, or of the first one, and says where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.annotators.xlsx.book import Book
from checker.annotators.xlsx.fills import Fills
from checker.annotators.xlsx.sheet import Remark, annotated
from checker.containers import ContainerError
from checker.notes import Note
from checker.opc import is_sealed
from checker.readers import ReadError

EXTENSIONS = (".xlsx", ".xlsm")


def annotate(data: bytes, notes: Sequence[Note]) -> bytes:
    """The file with these notes, and none of ours besides. Raises ReadError."""
    try:
        book = Book(data)
        fills = Fills(book)
        remarks = _by_sheet(book, notes)
        touched = [annotated(book, sheet, remarks.get(sheet, {}), fills) for sheet in book.sheets.values()]
        seals = [part for part in touched if part]
        if not seals:
            return data
        fills.put()
        return book.parts.packed(seal=seals[0])
    except ContainerError as error:
        raise ReadError("not_marked") from error


def _by_sheet(book: Book, notes: Sequence[Note]) -> dict[str, dict[str, Remark]]:
    """What is to be said on each sheet (by its part) at each cell."""
    found: dict[str, dict[str, Remark]] = {}
    for note in notes:
        sheet = book.sheets.get(note.place.sheet or "") or next(iter(book.sheets.values()), None)
        if sheet is None:
            continue
        exact = note.place.sheet in book.sheets and bool(note.place.cell)
        cell = str(note.place.cell) if exact else "A1"
        remark = Remark(note.comment if exact else f"{note.elsewhere}\n{note.comment}", note.severity)
        cells = found.setdefault(sheet, {})
        cells[cell] = cells[cell].with_(remark) if cell in cells else remark
    return found


is_untouched = is_sealed
