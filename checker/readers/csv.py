"""Separated values: .csv and .tsv, as spreadsheets and databases write them.

The separator (tab, semicolon, bar or comma) is the one that makes the most rows of one width; a first line "sep=;" says it. Where
quotes are unbalanced they are characters like others. Lines with a single cell above and below the rows are paragraphs.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from checker.document import Cell, Document
from checker.locales.unreadable import Unreadable
from checker.place import Place
from checker.readers import MOST_COLUMNS, ReadError, decode, sha256
from checker.sheets.blocks import SheetCells, blocks
from checker.text import Text, join

EXTENSIONS = (".csv", ".tsv")

_SEPARATORS = {"\t": "tab", ";": ";", "|": "|", ",": ","}
_SAMPLE = 300
_QUOTE = '"'
_LONGEST = 32_767


class Record(NamedTuple):
    """A row: the lines of the file that it takes, counted from 0, the end exclusive, and which of its cells are filled."""

    first: int
    end: int
    filled: int


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is empty or no text."""
    text, encoding = decode(data)
    if not text.strip():
        raise ReadError("empty")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said = lines[0].lower().startswith("sep=") and lines[0][4:5]
    separator = said if said and len(lines[0]) == 5 else _separator(lines)
    values = _Values(lines, separator, path, 1 if said else 0)
    details = (("encoding", encoding), ("separator", _SEPARATORS.get(separator, separator)))
    sheet = SheetCells([record.filled for record in values.records], values.cell)
    return Document(path, "csv", sha256(data), tuple(blocks(sheet)), tuple(values.warnings), details)


def _separator(lines: list[str]) -> str:
    return max(_SEPARATORS, key=lambda separator: _rows_of_one_width(lines, separator))


def _rows_of_one_width(lines: list[str], separator: str) -> int:
    """How many of the first rows have the commonest number of cells, if that is more than one."""
    try:
        widths = Counter(len(row) for row in islice(csv.reader(lines, delimiter=separator), _SAMPLE) if len(row) > 1)
    except csv.Error:
        widths = Counter(line.count(separator) + 1 for line in lines[:_SAMPLE] if separator in line)
    return max(widths.values(), default=0)


class _Values:
    """The rows of a file. What the cells hold is parsed when somebody asks; how many lines a row takes, at once."""

    def __init__(self, lines: list[str], separator: str, path: str, skipped: int) -> None:
        self.lines = lines
        self.separator = separator
        self.path = path
        self.warnings: list[Unreadable] = []
        self.quoting = csv.QUOTE_MINIMAL
        try:
            self.records = list(self._records(skipped))
        except csv.Error:
            self.quoting = csv.QUOTE_NONE
            self.warnings = [Unreadable("quotes_unbalanced")]
            self.records = self._unquoted(skipped)
        self._asked: tuple[int, list[Text]] = (-1, [])

    def cell(self, row: int, column: int) -> Cell:
        if self._asked[0] != row:
            self._asked = (row, self._texts(self.records[row]))
        texts = self._asked[1]
        return Cell(texts[column].strip() if column < len(texts) else texts[-1].cut(len(texts[-1])))

    def _records(self, skipped: int) -> Iterator[Record]:
        """Raises csv.Error where quotes are unbalanced."""
        reader = csv.reader((line + "\n" for line in islice(self.lines, skipped, None)), delimiter=self.separator, strict=True)
        first = skipped
        for row in reader:
            yield Record(first, reader.line_num + skipped, self._filled(row, first + 1))
            first = reader.line_num + skipped

    def _unquoted(self, skipped: int) -> list[Record]:
        lines = self.lines[skipped:]
        return [Record(i, i + 1, self._filled(line.split(self.separator), i + 1)) for i, line in enumerate(lines, skipped)]

    def _filled(self, row: list[str], line: int) -> int:
        if max(map(len, row), default=0) > _LONGEST:
            self._warn("cell_cut", line=line, most=_LONGEST)
        if len(row) > MOST_COLUMNS:
            self._warn("columns_left_out", most=MOST_COLUMNS)
            row = row[:MOST_COLUMNS]
        if all(map(str.strip, row)):
            return (1 << len(row)) - 1
        return sum(1 << column for column, value in enumerate(row) if value.strip())

    def _texts(self, record: Record) -> list[Text]:
        """The cells of a row, each with its place in the file."""
        lines = self.lines[record.first : record.end]
        if self.quoting == csv.QUOTE_NONE or _QUOTE not in "".join(lines):
            return list(self._plain(lines[0], record.first + 1))
        (values,) = csv.reader([line + "\n" for line in lines], delimiter=self.separator, strict=True)
        return list(self._quoted(values[:MOST_COLUMNS], lines, record.first + 1))

    def _plain(self, line: str, number: int) -> Iterator[Text]:
        column = 1
        for value in line.split(self.separator, MOST_COLUMNS)[:MOST_COLUMNS]:
            yield self._text(value, number, column)
            column += len(value) + 1

    def _quoted(self, values: list[str], lines: list[str], number: int) -> Iterator[Text]:
        """Follows the values through the lines that they were read from."""
        line, at = 0, 0
        for value in values:
            quoted = lines[line].startswith(_QUOTE, at)
            at += quoted
            texts: list[Text] = []
            for count, part in enumerate(value.split("\n")):
                line, at = (line + 1, 0) if count else (line, at)
                texts.append(self._unescaped(part, number + line, at + 1) if quoted else self._text(part, number + line, at + 1))
                at += len(part) + quoted * part.count(_QUOTE)
            yield join(texts)
            at += 1 + quoted

    def _unescaped(self, value: str, line: int, column: int) -> Text:
        """What stands in quotes: in the file each quote is doubled."""
        pieces: list[Text] = []
        for count, words in enumerate(value.split(_QUOTE)):
            column += count > 0
            pieces.append(self._text(_QUOTE * (count > 0) + words, line, column))
            column += len(words) + (count > 0)
        return join(pieces, "")

    def _text(self, value: str, line: int, column: int) -> Text:
        return Text.at(value[:_LONGEST], Place(file=self.path, part="body", line=line, column=column))

    def _warn(self, key: str, **values: str | int) -> None:
        if all(warning.key != key for warning in self.warnings):
            self.warnings.append(Unreadable(key, **values))
