"""Workbooks of the old kind (.xls), by xlrd. What the cells show is worked out from their number formats; formulas are not kept."""

from __future__ import annotations

import importlib
import io
import math
from collections.abc import Iterator, Sequence
from typing import Any

from checker.document import Block, Document, Stored, Table
from checker.locales import Style
from checker.locales.unreadable import Unreadable
from checker.readers import MOST_COLUMNS, ReadError, sha256
from checker.sheets.blocks import blocks
from checker.sheets.codes import GENERAL
from checker.sheets.display import exact, shown, shown_text
from checker.sheets.grid import Merged, Shown, sheet_cells

EXTENSIONS = (".xls",)
_OLE = b"\xd0\xcf\x11\xe0"
_STYLE = Style(",", ".")
_NO_NUMBER = 36
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", _NO_NUMBER: "#NUM!", 42: "#N/A"}


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is no such workbook, or has a password."""
    book = _open(data)
    made: list[Block] = []
    warnings: list[Unreadable] = []
    tables = 0
    for sheet in _sheets(book):
        values = _Values(book, sheet)
        made += blocks(sheet_cells(list(values.rows()), values.merged(), sheet.name, path), tables)
        tables = sum(isinstance(block, Table) for block in made)
        warnings += values.warnings()
    if not made:
        raise ReadError("empty")
    return Document(path, "xls", sha256(data), tuple(made), tuple(warnings))


def _open(data: bytes) -> Any:
    if not data.strip():
        raise ReadError("empty")
    if data.startswith(b"PK"):
        raise ReadError("xls_is_new")
    if data.lstrip()[:1] == b"<":
        raise ReadError("xls_is_page")
    try:
        xlrd = importlib.import_module("xlrd")
    except ImportError as error:
        raise ReadError("xls_library") from error
    try:
        if data.startswith(_OLE) and _loops(importlib.import_module("xlrd.compdoc").CompDoc(data, logfile=io.StringIO()).SSAT):
            raise ValueError("a chain of sectors without an end")
        return xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO(), ragged_rows=True)
    except Exception as error:  # xlrd raises whatever its unpacking raises: struct.error, IndexError, AssertionError …
        if "encrypted" in str(error):
            raise ReadError("xls_password") from error
        raise ReadError("xls_damaged") from error


def _loops(following: Sequence[int]) -> bool:
    """Does a chain of small sectors come back to itself? xlrd would follow it until the memory is full."""
    met = [0] * len(following)
    for chain, sector in enumerate(range(len(following)), 1):
        while 0 <= sector < len(following) and not met[sector]:
            met[sector] = chain
            sector = following[sector]
        if 0 <= sector < len(following) and met[sector] == chain:
            return True
    return False


def _sheets(book: Any) -> Iterator[Any]:
    for index in range(book.nsheets):
        sheet = book.sheet_by_index(index)
        if sheet.nrows:
            yield sheet


class _Values:
    """What one sheet shows."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self.book = book
        self.sheet = sheet

    def rows(self) -> Iterator[dict[int, Shown]]:
        for row in range(self.sheet.nrows):
            width = min(self.sheet.row_len(row), MOST_COLUMNS)
            hidden = self._is_hidden_row(row)
            cells = ((column, self._shown(row, column, hidden)) for column in range(width))
            yield {column: shown for column, shown in cells if shown.text}

    def merged(self) -> Iterator[Merged]:
        for top, bottom, left, right in self.sheet.merged_cells:
            yield Merged(top, bottom, left, min(right, MOST_COLUMNS))

    def warnings(self) -> Iterator[Unreadable]:
        name = self.sheet.name
        if self.sheet.visibility:
            yield Unreadable("sheet_hidden", sheet=name)
        rows = sum(self._is_hidden_row(row) for row in range(self.sheet.nrows) if self.sheet.row_len(row))
        if rows:
            yield Unreadable("sheet_hidden_rows", sheet=name, rows=rows)

    def _is_hidden_row(self, row: int) -> bool:
        info = self.sheet.rowinfo_map.get(row)
        return info is not None and bool(info.hidden)

    def _shown(self, row: int, column: int, hidden: bool) -> Shown:
        cell = self.sheet.cell(row, column)
        info = self.sheet.colinfo_map.get(column)
        hidden = hidden or (info is not None and bool(info.hidden))
        return self._of_kind(cell.ctype, cell.value, cell.xf_index, hidden)

    def _of_kind(self, kind: int, value: Any, style: int | None, hidden: bool) -> Shown:
        """The kinds of xlrd: 1 text, 2 number, 3 date, 4 truth, 5 error."""
        code = self._format(style)
        if kind in (2, 3) and not math.isfinite(value):
            kind, value = 5, _NO_NUMBER
        if kind in (2, 3):
            return Shown(shown(value, code, _STYLE, bool(self.book.datemode)), Stored(exact(value), hidden=hidden))
        texts = {1: shown_text(str(value), code), 4: "TRUE" if value else "FALSE", 5: _ERRORS.get(value, "#N/A")}
        return Shown(texts.get(kind, ""), Stored(is_text=True, hidden=hidden))

    def _format(self, style: int | None) -> str:
        try:
            return str(self.book.format_map[self.book.xf_list[style or 0].format_key].format_str) or GENERAL
        except (IndexError, KeyError):
            return GENERAL
