"""A document whose words are in TCVN3 or VNI letters → the same document in Unicode. Places stay those of the file.

Formats that are Unicode hold such words as characters of Windows-1252 in a font of the old kind. Which font a reader does not
say: what the words would be tells. A document may be of both kinds; each of its texts is judged for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from checker.document import Block, Cell, Document, Footnote, Paragraph, Table
from checker.encodings.guess import FOREIGN, OLD, Decoder, old_encoding, share, words
from checker.lazy import mapped
from checker.text import SOFT_HYPHEN, Text, join

_FOREIGN = re.compile(f"[{''.join(sorted(FOREIGN))}]")
_UNICODE = re.compile("[ăơưĂƠƯ\u1ea0-\u1ef9]")
_SAMPLE = 2_000

Holder = TypeVar("Holder", Paragraph, Cell)

Way = Callable[[str], Decoder | None]
"""How a text is to be decoded; None where it stays."""


def recoded(document: Document) -> Document:
    """The document with old letters read; the same one where it has none."""
    found = _found(_texts(document.blocks))
    if found is None:
        return document
    name, way = found
    return replace(_each(document, way), details=(*document.details, ("encoding", name)) if name else document.details)


def recoded_lines(text: str) -> tuple[str, str]:
    """A plain text with old letters read, as long as before, and which they were; the same text and "" where it has none."""
    lines = text.split("\n")
    name, way = _found(iter(lines)) or ("", None)
    if not name or way is None:
        return text, ""
    return "\n".join(decode(line) if (decode := way(line)) else line for line in lines), name


def _found(given: Iterator[str]) -> tuple[str, Way] | None:
    """The encoding of old letters ("" where only soft hyphens are to be taken away) and the way of each text."""
    texts = list(given)
    if not _FOREIGN.search("\n".join(texts)):
        return None
    suspects = [text for text in texts if _FOREIGN.search(text) and not _UNICODE.search(text)]
    name = old_encoding(suspects)
    if not name:
        return ("", _clean) if any(SOFT_HYPHEN in text for text in texts) else None
    modern = sum(len(text) for text in texts if _UNICODE.search(text))
    return name, _way(OLD[name], mostly=sum(map(len, suspects)) > modern)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Of a long table, whose rows may not have been made yet, the first rows tell."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.text.value for row in islice(block.rows, _SAMPLE) for cell in row if not cell.merged)
            yield from _texts(block.nested)
        else:
            yield block.text.value


def _way(decode: Decoder, mostly: bool) -> Way:
    """`mostly`: the document is mostly in the old letters, and so is what could be either."""

    def is_old(value: str) -> bool:
        if value.isascii() or _UNICODE.search(value):
            return False
        found = words([value])
        if not found:
            return mostly and _FOREIGN.search(value) is not None
        old, modern = share(found, decode), share(found)
        return old > modern or (mostly and old == modern > 0)

    return lambda value: decode if is_old(value) else _clean(value)


def _clean(value: str) -> Decoder | None:
    """Text keeps soft hyphens that may be letters."""
    return _invisible if SOFT_HYPHEN in value else None


def _invisible(value: str) -> str:
    return value.replace(SOFT_HYPHEN, "\u200b")


def _each(document: Document, way: Way) -> Document:
    return replace(document, blocks=tuple(_block(block, way) for block in document.blocks))


def _block(block: Block, way: Way) -> Block:
    if isinstance(block, Table):
        nested = tuple(inner for inner in (_block(table, way) for table in block.nested) if isinstance(inner, Table))
        return replace(block, rows=mapped(block.rows, lambda row: tuple(_in_block(cell, way) for cell in row)), nested=nested)
    if isinstance(block, Footnote):
        decode = way(block.text.value)
        return replace(block, text=_decoded(block.text, decode)) if decode else block
    return _in_block(block, way)


def _in_block(block: Holder, way: Way) -> Holder:
    """A paragraph or a cell. A letter of two characters that becomes one brings the references behind it forward."""
    decode = way(block.text.value)
    if decode is None:
        return block
    notes = tuple((len(_decoded(block.text.cut(0, at), decode)), mark) for at, mark in block.notes)
    return replace(block, text=_decoded(block.text, decode), notes=notes)


def _decoded(text: Text, decode: Decoder) -> Text:
    """What stands between two marks at a time; combining marks are composed with their letters."""
    return join((Text.at(decode(text.value[start:end]), place) for start, end, place in text.runs()), "")
