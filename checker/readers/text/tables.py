"""Lines with tabs or pipes → tables: joins rows and cells that a line break or a page break has cut."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from checker.document import Cell, Table
from checker.readers.text.lines import Line
from checker.readers.text.markup import plain
from checker.readers.text.spaced import GAP
from checker.text import Text, join

_PIPE = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"[\d.,%()\s/-]+\Z")
_MOST_TAILS = 40
_TAIL = re.compile(r"[^\W\d_]|[,;)]")

Row = list[Text]


def cells(line: Line) -> Row:
    """The cells of a line, in the order of its tabs, its pipes or its runs of blanks."""
    raw = line.raw
    if line.kind in ("head", "spaces"):
        return _between_blanks(line)
    edges = [m.start() for m in (_PIPE.finditer(raw) if line.kind in ("pipes", "separator") else re.finditer("\t", raw))]
    if line.kind == "pipes":
        start, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
        edges = [start - 1, *edges] if raw[start : start + 1] != "|" else edges
        edges = [*edges, end] if len(edges) < 2 or edges[-1] != end - 1 else edges
    else:
        edges = [-1, *edges, len(raw)]
    return [line.text(a + 1, b).strip() for a, b in itertools.pairwise(edges)]


def _between_blanks(line: Line) -> Row:
    start, end = len(line.raw) - len(line.raw.lstrip()), len(line.raw.rstrip())
    gaps = [match.span() for match in GAP.finditer(line.raw, start, end)]
    edges = [(start, start), *gaps, (end, end)]
    return [line.text(a, b) for (_, a), (b, _) in itertools.pairwise(edges)]


def table(lines: Sequence[Line], path: str) -> Table:
    """The table of the lines; a separator line says which rows are headers."""
    rows: list[Row] = []
    headers: int | None = None
    for line in lines:
        if line.kind == "separator":
            headers = len(rows) if headers is None and rows else headers
        elif line.kind == "text" and rows:
            rows[-1][-1] = join([rows[-1][-1], line.text().strip()])
        else:
            rows.append(cells(line))
    width = max(len(row) for row in rows)
    if lines[0].kind == "head":
        rows = [[row[0].cut(0, 0)] * (width - len(row)) + row for row in rows]
    rows = _joined(rows, width)
    kept = _without_repeated_head(rows, headers)
    return Table(rows=tuple(_row(row, width, path, number) for number, row in enumerate(kept, 1)), path=path, headers=headers)


def _row(row: Row, width: int, path: str, number: int) -> tuple[Cell, ...]:
    end = row[-1].cut(len(row[-1].value))
    made: list[Cell] = []
    for col, text in enumerate([*row, *[end] * (width - len(row))], 1):
        shown, notes = plain(text.within(table=path, row=number, col=col))
        made.append(Cell(shown.strip(), notes=notes))
    return tuple(made)


def _joined(rows: list[Row], width: int) -> list[Row]:
    """Rows that go on in the next line are one row."""
    out: list[Row] = []
    tails = 0
    for row in rows:
        before = out[-1] if out else None
        if (
            before is not None
            and len(before) < width
            and len(row) < width
            and len(before) + len(row) - 1 == width
            and _cut_inside(before, row)
        ):
            out[-1] = [*before[:-1], join([before[-1], row[0]]), *row[1:]]
        elif before is not None and len(out) > 1 and tails < _MOST_TAILS and _tail(row, before):
            tails += 1
            out[-1] = (
                [_glue(a, b) for a, b in zip(before, [*row, *before[len(row) :]], strict=False)]
                if len(row) == len(before)
                else _spread(before, row)
            )
        else:
            tails = 0
            out.append(row)
    return out


def _cut_inside(before: Row, row: Row) -> bool:
    return bool(before[-1].value) and not _NUMBER.match(before[-1].value) and bool(row[0].value) and not _NUMBER.match(row[0].value)


def _tail(row: Row, before: Row) -> bool:
    """Does the row only carry on the words of the row before it?"""
    filled = [(i, text) for i, text in enumerate(row) if text.value]
    return (
        bool(filled)
        and not (row[0].value and len(filled) > 1)
        and all(i < len(before) and before[i].value and _begins_in_the_middle(text.value) for i, text in filled)
    )


def _begins_in_the_middle(value: str) -> bool:
    return bool(_TAIL.match(value)) and (value[0].islower() or value[0] in ",;)") and not value.startswith(("- ", "+ "))


def _glue(a: Text, b: Text) -> Text:
    return join([a, b]) if a.value and b.value else a if a.value else b


def _spread(before: Row, row: Row) -> Row:
    return [_glue(text, row[i]) if i < len(row) else text for i, text in enumerate(before)]


def _without_repeated_head(rows: list[Row], headers: int | None) -> list[Row]:
    """A header that a page break repeats is left out."""
    count = headers or 1
    head = [[text.value for text in row] for row in rows[:count]]
    if not any(cell for row in head for cell in row):
        return rows
    kept = rows[:count]
    index = count
    while index < len(rows):
        if [[text.value for text in row] for row in rows[index : index + count]] == head:
            index += count
        else:
            kept.append(rows[index])
            index += 1
    return kept
