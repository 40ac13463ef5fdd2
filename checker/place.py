"""Where something stands.

A `Place` names a stretch of the document in the terms of its format: lines and columns of a text file, paragraph and
offset of a Word file, sheet and cell of a workbook, row and column of a table. Everything is 1-based and counted in code
points of the file as it is; the end is exclusive. Fields that do not apply are absent.
"""

from __future__ import annotations

import msgspec

Spot = tuple[str | int, ...]
"""What tells a place from every other of its document: the parts of its address that are there."""

_PARTS = ("body", "footnote", "endnote", "textbox", "header", "footer", "comment")


class Place(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A stretch of a document. `table` is a path such as "2" or "2.1" (the first table inside table 2). `part` is body, footnote,
    endnote, textbox, header, footer or comment; a second header or footer has its number behind it ("header2"). Of a report in several
    files, `volume` is the number of the file, from 2 on; the first file has none. Tables are counted in their own file."""

    file: str | None = None
    volume: int | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    offset: int | None = None
    part: str | None = None
    sheet: str | None = None
    cell: str | None = None
    table: str | None = None
    row: int | None = None
    col: int | None = None
    section: str | None = None

    @property
    def spot(self) -> Spot:
        """Where it begins, which no other place of the document shares; empty where nothing says where."""
        part = "" if self.part in (None, "body") else self.part
        page = None if self.sheet else self.page
        volume = f"v{self.volume}" if self.volume else ""
        address = (volume, part, self.sheet, self.cell, page, self.line, self.column, self.paragraph, self.offset)
        return tuple(filter(None, address))

    @property
    def stretch(self) -> Spot:
        """The line, paragraph or cell that it begins in: two places in the same one differ by their `position` alone."""
        page = None if self.sheet else self.page
        return (self.volume or 1, self.part or "body", self.sheet or "", self.cell or "", page or 0, self.line or 0, self.paragraph or 0)

    @property
    def position(self) -> int:
        """How far into its line, paragraph or cell it begins, from 1; 0 where nothing says that."""
        return self.column or self.offset or 0

    @property
    def kind(self) -> str:
        """The kind of part: "header" for the second header too."""
        return (self.part or "body").rstrip("0123456789")

    @property
    def order(self) -> tuple[int, int, str, int, int, int, int, int]:
        """Sorts the places of a document as it is read: file after file, the body first, then notes, text boxes, headers, footers."""
        rank = _PARTS.index(self.kind) if self.kind in _PARTS else len(_PARTS)
        row, column = grid_address(self.cell) if self.cell else (self.line or self.paragraph or 0, self.column or 0)
        return (self.volume or 1, rank, self.part or "", self.page or 0, row, column, self.paragraph or 0, self.offset or 0)

    def at_paragraph(self, number: int) -> Place:
        """Where a paragraph begins that stands there."""
        return msgspec.structs.replace(self, paragraph=number, offset=1)

    def ahead(self, characters: int) -> Place:
        """The place that many characters further on in the same line or paragraph."""
        return msgspec.structs.replace(
            self,
            column=None if self.column is None else self.column + characters,
            offset=None if self.offset is None else self.offset + characters,
        )

    def until(self, end: Place) -> Place:
        """This place, ending where `end` begins."""
        return msgspec.structs.replace(self, end_line=end.line, end_column=end.column)


def grid_address(cell: str) -> tuple[int, int]:
    """Row and column, 1-based, of a cell of a sheet: "C14" → (14, 3)."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]), column


def cell_address(row: int, column: int) -> str:
    """The name of a cell of a sheet: (14, 3) → "C14"."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The name of a column of a sheet: 3 → "C"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
