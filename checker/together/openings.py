"""Where the files and sheets of a report begin: behind the heading that their name tells, or apart from what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from pathlib import PurePath

from checker.document import Block, Document, Footnote, Paragraph, Table
from checker.locales import load
from checker.place import Place
from checker.text import Text
from checker.together.names import annex_named, annex_opened

_FIRST = 8
_NO_LETTER = re.compile(r"[\W\d_]+")


def has_annex_sheets(document: Document) -> bool:
    """Is a sheet called after an annex?"""
    return any(annex_named(sheet) for sheet in _sheets(document))


def sheets_opened(document: Document, language: str) -> Sequence[Block]:
    """The blocks of a workbook, with a heading in front of each sheet that is called after an annex and does not begin with an
    annex's heading itself. Sheets behind it are no part of that annex."""
    headings = {sheet: annex_named(sheet, language) for sheet in _sheets(document)}
    if not any(headings.values()):
        return document.blocks
    blocks: list[Block] = []
    behind_annex = False
    for sheet, group in groupby(document.blocks, _sheet):
        heading, inside = headings.get(sheet, ""), list(group)
        if heading and not any(_own_names(inside[:_FIRST], language)):
            first = _place(inside[0])
            blocks += _begun(inside, heading, Place(file=document.path, sheet=sheet, page=first.page, part="body"))
        else:
            blocks += _apart(inside) if heading or behind_annex else inside
        behind_annex = bool(heading)
    return blocks


def file_opened(document: Document, called: str, language: str) -> Sequence[Block]:
    """The blocks of a further file, behind the heading of its section: `called`; none where it begins with that of an annex; the annex
    that its name tells; else the letters of its name, for a number in it may be anything."""
    blocks = sheets_opened(document, language)
    heading = called or _told(document, language)
    return _begun(blocks, heading, Place(file=document.path, part="body")) if heading else _apart(blocks)


def _told(document: Document, language: str) -> str:
    begin = islice((block for block in document.blocks if isinstance(block, Paragraph)), _FIRST)
    own = list(_own_names(list(begin), language))
    stem = PurePath(document.path.replace("\\", "/")).stem
    named = annex_named(stem, language)
    if own:
        return "" if any(own) else named
    return named or _NO_LETTER.sub(" ", stem).strip() or document.format


def _own_names(begin: Sequence[Block], language: str) -> Iterator[str]:
    """The names of the annexes that the first lines open; "" for one without a name."""
    for block in begin:
        name = annex_opened(block.text, load(language)) if isinstance(block, Paragraph) else None
        if name is not None:
            yield name


def _begun(blocks: Sequence[Block], heading: str, place: Place) -> Sequence[Block]:
    return (Paragraph(Text.at(heading, place), level=1, apart=True), *blocks)


def _apart(blocks: Sequence[Block]) -> Sequence[Block]:
    first, *others = blocks or (None,)
    return blocks if first is None or isinstance(first, Footnote) else (replace(first, apart=True), *others)


def _sheets(document: Document) -> tuple[str, ...]:
    """The sheets with tables, in order."""
    return tuple(dict.fromkeys(block.sheet for block in document.blocks if isinstance(block, Table) and block.sheet))


def _sheet(block: Block) -> str:
    return block.sheet if isinstance(block, Table) else block.text.place(0).sheet or ""


def _place(block: Block) -> Place:
    return (block.rows[0][0].text if isinstance(block, Table) else block.text).place(0)
