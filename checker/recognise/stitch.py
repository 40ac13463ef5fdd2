"""A table that a page break, a note or a paragraph has cut in two is one table again.

A table goes on in the next one of the same part when that begins with data instead of a header, is as wide, and nothing but a
few short paragraphs stands between the two; notes, text boxes and running heads do not count. A header that is repeated is dropped.
On a sheet, which has no pages, a header begins another table; and so it does behind a title, unless the numbers of the rows go on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.document import Block, Cell, Paragraph, Table
from checker.lazy import joined
from checker.recognise.captions import is_title, names_table
from checker.recognise.grid import is_data_row

_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 700
_ENDS = 8


def stitch(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the parts of each cut table joined where its first part stands."""
    out: list[Block] = []
    last: dict[str, int] = {}
    lines: Counter[str] = Counter()
    pieces: dict[int, list[_Piece]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table):
            index = last.get(block.part)
            before = out[index] if index is not None else None
            if isinstance(before, Table) and index is not None and (rows := _rest(before, out[index + 1 :], block, lines)):
                pieces[index].append(_Piece(rows, block.nested))
                continue
            last[block.part] = len(out)
        elif isinstance(block, Paragraph):
            lines[block.text.value] += 1
        out.append(block)
    return tuple(_whole(block, pieces[index]) if index in pieces else block for index, block in enumerate(out))


class _Piece(NamedTuple):
    """What carries a table on: rows, and the tables in them."""

    rows: Sequence[tuple[Cell, ...]]
    nested: tuple[Table, ...]


def _whole(table: Block, pieces: Sequence[_Piece]) -> Block:
    if not isinstance(table, Table):
        return table
    nested = tuple(inner for piece in pieces for inner in piece.nested)
    return replace(table, rows=joined([table.rows, *(piece.rows for piece in pieces)]), nested=(*table.nested, *nested))


def _rest(table: Table, between: Sequence[Block], following: Table, lines: Counter[str]) -> Sequence[tuple[Cell, ...]]:
    """The rows of `following` that carry on a table that stands close enough. `lines` counts how often each paragraph was met."""
    if following.apart or len(table.rows[0]) != len(following.rows[0]) or table.sheet != following.sheet:
        return ()
    texts = [block for block in between if block.part == table.part]
    near = [block for block in texts if isinstance(block, Paragraph) and _may_cut(block)]
    if len(texts) > _MOST_BETWEEN or len(near) < len(texts):
        return ()
    titles = [block for block in near if lines[block.text.value] == 1 and is_title(block)]
    if any(names_table(title) for title in titles):
        return ()
    rows = _behind_header(table, following)
    if rows is not None:
        return rows if not titles or _numbers_go_on(table.rows, rows) else ()
    return following.rows if is_data_row(following.rows[0]) else ()


def _may_cut(block: Paragraph) -> bool:
    """May a table be cut by this?"""
    return block.level is None and not block.apart and len(block.text) <= _LONGEST_BETWEEN


def _behind_header(table: Table, following: Table) -> Sequence[tuple[Cell, ...]] | None:
    """The rows behind the header of `table`, where `following` repeats it."""
    head = [cell.text.value for cell in table.rows[0]]
    if table.sheet or not any(head) or [cell.text.value for cell in following.rows[0]] != head:
        return None
    return following.rows[max(1, following.headers or 1) :]


def _numbers_go_on(before: Sequence[tuple[Cell, ...]], after: Sequence[tuple[Cell, ...]]) -> bool:
    """Is the first numbered row of the one the next behind the last of the other?"""
    last = next((number for row in before[: -_ENDS - 1 : -1] if (number := _number(row)) is not None), None)
    first = next((number for row in after[:_ENDS] if (number := _number(row)) is not None), None)
    return last is not None and first == last + 1


def _number(row: tuple[Cell, ...]) -> int | None:
    value = row[0].text.value.strip(" .)")
    return int(value) if value.isdecimal() and len(value) < 6 else None
