"""The tree of a report as its author wrote it: what every reader makes, and all that recognition sees.

Blocks stand in document order. A reader says what the format knows (a heading's level, a list marker that the format
keeps beside the text, which cells are merged, which rows are headers); what only the words tell is left to `recognise`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol, cast

import msgspec

from checker.lazy import peek_of
from checker.locales import Style
from checker.locales.unreadable import Unreadable
from checker.place import Place
from checker.text import Text


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading or list item. `level` is the heading level that the format states (1 is the highest).
    `marker` is the list marker that the format keeps beside the text. `notes` are (offset, mark) of footnote references. `apart`: with it
    begins a file or a sheet that is no part of the section before it."""

    text: Text
    level: int | None = None
    marker: str = ""
    bold: bool = False
    part: str = "body"
    notes: tuple[tuple[int, str], ...] = ()
    page_break: bool = False
    apart: bool = False


class Stored(msgspec.Struct, frozen=True):
    """What a spreadsheet keeps behind what it shows: the number, exactly as stored; the formula without its sign of equality
    ("SUM(C3:C12)"); `is_text` where it is stored as text, whatever it looks like; `hidden` where its row or column is."""

    value: Fraction | None = None
    formula: str = ""
    is_text: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell. A merged cell stands at each grid position that it covers; `merged` is True where it is not the first.
    `stored` is there in spreadsheets only; their `text` is what they show."""

    text: Text
    merged: bool = False
    notes: tuple[tuple[int, str], ...] = ()
    stored: Stored | None = None


@dataclass(frozen=True)
class Table:
    """Rows of cells, every row as wide as the widest. `path` numbers it in the document ("2", "2.1" inside table 2).
    `headers` is the number of header rows that the format states; `sheet` the sheet of a workbook; `apart` as a paragraph has it. A
    reader of large files may give `rows` that are made when they are asked for."""

    rows: Sequence[tuple[Cell, ...]]
    path: str
    headers: int | None = None
    nested: tuple[Table, ...] = ()
    sheet: str = ""
    apart: bool = False

    def stored(self, row: int, column: int) -> Stored | None:
        """What a spreadsheet keeps behind a cell; None for nothing, and where a merged cell covers it that began before."""
        peek = peek_of(self.rows)
        if peek is not None:
            return cast("Stored | None", peek(row, column))
        cell = self.rows[row][column]
        return None if cell.merged else cell.stored

    @property
    def part(self) -> str:
        """The part of the document that it stands in, as its first cell says."""
        return self.rows[0][0].text.place(0).part or "body"


@dataclass(frozen=True)
class Footnote:
    """A note at the foot of a page, referred to by `mark`."""

    mark: str
    text: Text

    @property
    def part(self) -> str:
        return "footnote"


Block = Paragraph | Table | Footnote


class Recognition(Protocol):
    """What is known of a document that was read by optical recognition, or of its pages that were."""

    def confidence(self, place: Place) -> int | None:
        """How sure it is of what stands there, from 0 to 100; None for what was not recognised but read."""

    def picture(self, place: Place) -> bytes | None:
        """What stands there, as a PNG; None for what was not recognised."""


@dataclass(frozen=True)
class File:
    """One of the files that a document of several was read from; `details` are its own."""

    path: str
    sha256: str
    format: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Document:
    """What was read. `format` is the reader's name, `warnings` what the reader had to leave out. `details` are what it had to find out
    about the file, as (name, value): ("encoding", "utf-16"), ("separator", ";"). `files` are those that a report of several
    files came in, each with its own details; of these the document has those that none contradicts. `recognition` is there where a
    picture was read. `spelt` is the style of all stored numbers, where the reader wrote them."""

    path: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    warnings: tuple[Unreadable, ...] = field(default=())
    details: tuple[tuple[str, str], ...] = ()
    files: tuple[File, ...] = ()
    recognition: Recognition | None = field(default=None, repr=False, compare=False)
    spelt: Style | None = None
