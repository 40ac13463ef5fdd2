"""The document as it is shown: its blocks in order, the items of a list together, and where a page, a sheet or another part begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.view.shape import Paragraph, Table, View
from checker.writers.html.words import Phrases


class Block(NamedTuple):
    """`kind` is heading, paragraph, items, note, table, page, sheet or part; what it shows is in the field that fits."""

    kind: str
    paragraphs: Sequence[Paragraph] = ()
    table: Table | None = None
    text: str = ""


class _Here(NamedTuple):
    part: str = "body"
    page: int | None = None
    sheet: str = ""


def blocks(view: View, phrases: Phrases) -> Iterator[Block]:
    """Those of a document."""
    here, items = _Here(), list[Paragraph]()
    for block in view:
        begins = tuple(_begins(block, here, phrases))
        is_item = isinstance(block, Paragraph) and block.kind == "item"
        if items and (begins or not is_item):
            yield Block("items", tuple(items))
            items.clear()
        yield from begins
        here = _after(block, here)
        if isinstance(block, Table):
            yield Block("table", table=block)
        elif is_item:
            items.append(block)
        else:
            yield Block(block.kind, (block,))
    if items:
        yield Block("items", tuple(items))


def _begins(block: Paragraph | Table, here: _Here, phrases: Phrases) -> Iterator[Block]:
    if block.part not in (here.part, "body"):
        yield Block("part", text=phrases.part(block.part.rstrip("0123456789")))
    if block.page and block.page != here.page:
        yield Block("page", text=phrases.message("page", page=block.page))
    if block.sheet and block.sheet != here.sheet:
        yield Block("sheet", text=phrases("sheet", sheet=block.sheet))


def _after(block: Paragraph | Table, here: _Here) -> _Here:
    if isinstance(block, Paragraph):
        return _Here(block.part, block.page or here.page, block.sheet or here.sheet)
    pages = [row.page for row in block.rows if row.page]
    return _Here(block.part, pages[-1] if pages else here.page, block.sheet or here.sheet)
