"""The names of OpenDocument, and the few ways in which its elements are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TEXT, TABLE, DRAW = (_OASIS % name for name in ("office", "style", "text", "table", "drawing"))
FO = _OASIS % "xsl-fo-compatible"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPH, HEADING = TEXT + "p", TEXT + "h"
PARAGRAPHS = (PARAGRAPH, HEADING)
LIST, ITEM, UNNUMBERED_ITEM = TEXT + "list", TEXT + "list-item", TEXT + "list-header"
NUMBERED_PARAGRAPH = TEXT + "numbered-paragraph"
TABLE_ELEMENT = TABLE + "table"
NAME, STYLE_NAME, LEVEL = STYLE + "name", TEXT + "style-name", TEXT + "level"
_LARGEST = 1_000_000


def names(namespace: str, words: str) -> frozenset[str]:
    """The full names of several elements of one namespace."""
    return frozenset(namespace + word for word in words.split())


def number(value: str | None, default: int) -> int:
    """An attribute as a number, never above a million; the default where it is none."""
    found = optional_number(value)
    return default if found is None else found


def optional_number(value: str | None) -> int | None:
    if not value or not value.isascii() or not value.isdigit():
        return None
    return min(int(value[:20]), _LARGEST)


def is_true(element: _Element, attributes: Iterable[str]) -> bool:
    """Is one of these switches on?"""
    return any(element.get(attribute) == "true" for attribute in attributes)
