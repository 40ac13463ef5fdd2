"""A table that a page break, a note or a paragraph has cut in two is one table again.

A table goes on in the next one when that begins with data instead of a header, is as wide, and nothing but a few short
paragraphs stands between the two. A header that is repeated is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.document import Block, Cell, Footnote, Paragraph, Table
from checker.recognise.grid import is_data_row

_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 700


def stitch(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the parts of each cut table joined where its first part stands."""
    out: list[Block] = []
    last: int | None = None
    for block in blocks:
        if isinstance(block, Table):
            before = out[last] if last is not None else None
            if isinstance(before, Table) and last is not None and _close(out[last + 1 :]) and (rows := _continued(before, block)):
                out[last] = replace(before, rows=(*before.rows, *rows))
                continue
            last = len(out)
        out.append(block)
    return tuple(out)


def _close(between: Sequence[Block]) -> bool:
    """May a table be cut by this?"""
    texts = [block for block in between if not isinstance(block, Footnote)]
    return len(texts) <= _MOST_BETWEEN and all(
        isinstance(block, Paragraph) and block.level is None and len(block.text) <= _LONGEST_BETWEEN for block in texts
    )


def _continued(table: Table, following: Table) -> tuple[tuple[Cell, ...], ...]:
    """The rows of `following` that carry `table` on; none where it is a table of its own."""
    if len(table.rows[0]) != len(following.rows[0]):
        return ()
    head = [cell.text.value for cell in table.rows[0]]
    if [cell.text.value for cell in following.rows[0]] == head and any(head):
        return following.rows[max(1, following.headers or 1) :]
    return following.rows if is_data_row(following.rows[0]) else ()
