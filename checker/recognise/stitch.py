"""A table that a page break, a note or a paragraph has cut in two is one table again.

A table goes on in the next one of the same part when that begins with data instead of a header, is as wide, and nothing but a
few short paragraphs stands between the two; notes, text boxes and running heads do not count. A header that is repeated is dropped.
On a sheet, which has no pages, a header begins another table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.document import Block, Cell, Paragraph, Table
from checker.lazy import joined
from checker.recognise.grid import is_data_row

_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 700


def stitch(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the parts of each cut table joined where its first part stands."""
    out: list[Block] = []
    last: dict[str, int] = {}
    pieces: dict[int, list[_Piece]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table):
            index = last.get(block.part)
            before = out[index] if index is not None else None
            if isinstance(before, Table) and index is not None and (rows := _rest(before, out[index + 1 :], block)):
                pieces[index].append(_Piece(rows, block.nested))
                continue
            last[block.part] = len(out)
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


def _rest(table: Table, between: Sequence[Block], following: Table) -> Sequence[tuple[Cell, ...]]:
    """The rows of `following` that carry on a table that stands close enough."""
    return _continued(table, following) if _close(between, table.part) else ()


def _close(between: Sequence[Block], part: str) -> bool:
    """May a table be cut by this?"""
    texts = [block for block in between if block.part == part]
    return len(texts) <= _MOST_BETWEEN and all(
        isinstance(block, Paragraph) and block.level is None and len(block.text) <= _LONGEST_BETWEEN for block in texts
    )


def _continued(table: Table, following: Table) -> Sequence[tuple[Cell, ...]]:
    """The rows of `following` that carry `table` on; none where it is a table of its own."""
    if len(table.rows[0]) != len(following.rows[0]) or table.sheet != following.sheet:
        return ()
    head = [cell.text.value for cell in table.rows[0]]
    if [cell.text.value for cell in following.rows[0]] == head and any(head) and not table.sheet:
        return following.rows[max(1, following.headers or 1) :]
    return following.rows if is_data_row(following.rows[0]) else ()
