"""The outline of a PDF file: the headings that it lists beside its pages."""

from __future__ import annotations

from collections import defaultdict
from ctypes import create_string_buffer
from typing import TYPE_CHECKING, Any

from checker.pages.shape import Heading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST = 5_000
DEEPEST = 9
_LONGEST = 1_000

Headings = dict[int, tuple[Heading, ...]]


def headings(document: PdfDocument) -> Headings:
    """The headings of each page, by its index."""
    import pypdfium2.raw as raw

    found: dict[int, list[Heading]] = defaultdict(list)
    waiting = [(raw.FPDFBookmark_GetFirstChild(document, None), 1)]
    left = MOST
    while waiting and left:
        bookmark, level = waiting.pop()
        if not bookmark:
            continue
        left -= 1
        page = raw.FPDFDest_GetDestPageIndex(document, raw.FPDFBookmark_GetDest(document, bookmark))
        if page >= 0:
            found[page].append(Heading(_title(raw, bookmark), level))
        waiting.append((raw.FPDFBookmark_GetNextSibling(document, bookmark), level))
        if level < DEEPEST:
            waiting.append((raw.FPDFBookmark_GetFirstChild(document, bookmark), level + 1))
    return {page: tuple(titles) for page, titles in found.items()}


def _title(raw: Any, bookmark: Any) -> str:
    size = min(raw.FPDFBookmark_GetTitle(bookmark, None, 0), _LONGEST)
    buffer = create_string_buffer(size + 2)
    raw.FPDFBookmark_GetTitle(bookmark, buffer, size)
    return buffer.raw[:size].decode("utf-16-le", errors="ignore").rstrip("\0")
