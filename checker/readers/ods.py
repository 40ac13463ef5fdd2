"""Workbooks of LibreOffice and OpenOffice (.ods): what their cells show, with the values and formulas behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.containers import Container, ContainerError, iterate_xml
from checker.document import Block, Document, Stored, Table
from checker.locales.unreadable import Unreadable
from checker.readers import MOST_COLUMNS, ReadError, sha256
from checker.sheets.blocks import blocks
from checker.sheets.grid import Merged, Shown, sheet_cells

if TYPE_CHECKING:
    from lxml.etree import _Element

EXTENSIONS = (".ods",)

_OFFICE, _TABLE, _TEXT, _STYLE = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text", "style"))
_SHEET, _ROW, _COLUMN, _LOOK = _TABLE + "table", _TABLE + "table-row", _TABLE + "table-column", _STYLE + "style"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_UNSHOWN = frozenset((_OFFICE + "annotation", _TABLE + "detective", _TABLE + "shapes"))
_BLANKS = {_TEXT + "s": " ", _TEXT + "tab": " ", _TEXT + "line-break": " "}
_NUMBER = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?\Z")
_REFERENCE = re.compile(r"\[(?P<sheet>\$?[^\]\[.:]*)\.(?P<from>[^\]\[.:]+)(?::\.?(?P<to>[^\]\[.:]+))?\]")
_MOST_ROWS, _MOST_REPEATED, _MOST_ALIKE, _LONGEST = 1 << 20, 1_000, 10_000, 32_767


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is no such workbook, or has a password."""
    if not data:
        raise ReadError("empty")
    try:
        container = Container(data)
        if "META-INF/manifest.xml" in container and b"encryption-data" in container.read("META-INF/manifest.xml"):
            raise ReadError("ods_password")
        sheets = _Sheets(container.read("content.xml"), path)
        made = sheets.all()
    except ContainerError as error:
        raise ReadError("ods_again") from error
    if not made:
        raise ReadError("empty")
    return Document(path, "ods", sha256(data), tuple(made), tuple(sheets.warnings))


class _Sheets:
    """Walks over the rows once. A repeated empty row only counts; so the millions of them that a sheet ends with cost nothing."""

    def __init__(self, content: bytes, path: str) -> None:
        self.content = content
        self.path = path
        self.warnings: list[Unreadable] = []
        self.room = _MOST_ROWS
        self._made: list[Block] = []
        self._tables = 0
        self._unshown: set[str] = set()
        self._begin()

    def all(self) -> list[Block]:
        for element in iterate_xml(self.content, "content.xml", (_LOOK, _COLUMN, _ROW, _SHEET)):
            if element.tag == _LOOK:
                self._look(element)
            elif element.tag == _COLUMN:
                self._column(element)
            elif element.tag == _ROW:
                self._row(element)
            else:
                self._end(element)
            element.clear()
        return self._made

    def _begin(self) -> None:
        self.rows: list[dict[int, Shown]] = []
        self.merged: list[Merged] = []
        self.hidden_rows = self.waiting = self.columns = 0
        self.hidden_columns: set[int] = set()

    def _look(self, element: _Element) -> None:
        properties = element.find(_STYLE + "table-properties")
        if properties is not None and properties.get(_TABLE + "display") == "false":
            self._unshown.add(element.get(_STYLE + "name") or "")

    def _column(self, element: _Element) -> None:
        count = min(_count(element, "number-columns-repeated"), MOST_COLUMNS)
        if _is_hidden(element):
            self.hidden_columns.update(range(self.columns, min(self.columns + count, MOST_COLUMNS)))
        self.columns += count

    def _row(self, element: _Element) -> None:
        hidden = _is_hidden(element)
        times = _count(element, "number-rows-repeated")
        cells = self._cells(element, hidden)
        if not cells:
            self.waiting += times
            return
        kept = min(times, _MOST_REPEATED, max(1, _MOST_ALIKE // len(cells)))
        if times > kept:
            self._warn("rows_repeated", times=times, most=kept)
        self.room -= self.waiting + kept
        if self.room < 0:
            raise ReadError("many_rows", most=_MOST_ROWS)
        self.rows += [{}] * self.waiting + [cells] * kept
        self.hidden_rows += hidden * kept
        self.waiting = times - kept

    def _cells(self, element: _Element, hidden: bool) -> dict[int, Shown]:
        cells: dict[int, Shown] = {}
        column = 0
        top = len(self.rows) + self.waiting
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            times = _count(cell, "number-columns-repeated")
            text = _text(cell) if cell.tag == _CELLS[0] and len(cell) else ""
            if text and column + times > MOST_COLUMNS:
                self._warn("columns_left_out", most=MOST_COLUMNS)
            if text:
                for at in range(column, min(column + times, MOST_COLUMNS)):
                    cells[at] = Shown(text, _stored(cell, hidden or at in self.hidden_columns))
                self._merge(cell, top, column)
            column += times
        return cells

    def _merge(self, cell: _Element, top: int, left: int) -> None:
        wide, high = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
        if (wide > 1 or high > 1) and left < MOST_COLUMNS:
            self.merged.append(Merged(top, top + high, left, min(left + wide, MOST_COLUMNS)))

    def _end(self, element: _Element) -> None:
        name = (element.get(_TABLE + "name") or "")[:100]
        found = blocks(sheet_cells(self.rows, self.merged, name, self.path), self._tables)
        self._tables += sum(isinstance(block, Table) for block in found)
        self._made += found
        if found and (element.get(_TABLE + "style-name") or "") in self._unshown:
            self.warnings.append(Unreadable("sheet_hidden", sheet=name))
        if self.hidden_rows:
            self.warnings.append(Unreadable("sheet_hidden_rows", sheet=name, rows=self.hidden_rows))
        self._begin()

    def _warn(self, key: str, **values: int) -> None:
        if all(warning.key != key for warning in self.warnings):
            self.warnings.append(Unreadable(key, **values))


def _count(element: _Element, name: str) -> int:
    given = element.get(_TABLE + name) or "1"
    return max(1, min(int(given), _MOST_ROWS)) if given.isdecimal() and len(given) < 9 else 1


def _is_hidden(element: _Element) -> bool:
    return element.get(_TABLE + "visibility") in ("collapse", "filter")


def _text(cell: _Element) -> str:
    """What the cell shows, paragraphs with a blank between; comments and drawings are no part of it."""
    return " ".join(filter(None, ("".join(_pieces(paragraph)) for paragraph in cell.iterchildren(_TEXT + "p"))))[:_LONGEST]


def _pieces(paragraph: _Element) -> Iterator[str]:
    from lxml import etree

    skipped: _Element | None = None
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        if event == "start" and skipped is None:
            skipped = element if element.tag in _UNSHOWN else None
            yield "" if skipped is not None else _BLANKS.get(str(element.tag), "") + (element.text or "")
        elif event == "end" and skipped in (None, element):
            skipped = None
            yield (element.tail or "") if element is not paragraph else ""


def _stored(cell: _Element, hidden: bool) -> Stored:
    value, kind = cell.get(_OFFICE + "value") or "", cell.get(_OFFICE + "value-type")
    number = Fraction(value) if kind in ("float", "percentage", "currency") and _NUMBER.match(value) else None
    return Stored(number, _formula(cell.get(_TABLE + "formula") or ""), kind == "string", hidden)


def _formula(written: str) -> str:
    """As a workbook of the other kind has it: "of:=SUM([.C3:.C12];1)" → "SUM(C3:C12,1)"."""
    plain = written.partition("=")[2][:_LONGEST]
    return _REFERENCE.sub(_reference, plain).replace(";", ",")


def _reference(match: re.Match[str]) -> str:
    sheet = match["sheet"].lstrip("$")
    return (f"{sheet}!" if sheet else "") + match["from"] + (f":{match['to']}" if match["to"] else "")
