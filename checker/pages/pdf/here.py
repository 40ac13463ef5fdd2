"""The pages of a PDF file, read by pdfium in this very process: what `child` does for everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.pages.pdf.bookmarks import headings
from checker.pages.pdf.drawn import drawn
from checker.pages.pdf.opening import opened, upright
from checker.pages.pdf.words import is_readable, words
from checker.pages.shape import Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_UNREAD = 0.5


def pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF file, one after the other. Raises PdfError where it cannot be opened."""
    document = opened(data)
    listed = headings(document)
    for index in range(len(document)):
        yield _page(document, index)._replace(headings=listed.get(index, ()))


def _page(document: PdfDocument, index: int) -> Page:
    import pypdfium2

    try:
        page = upright(document, index)
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0.0, 0.0, (), damaged=True)
    try:
        return _read(page, index + 1)
    finally:
        page.close()


def _read(page: PdfPage, number: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    textpage = page.get_textpage()
    try:
        found = words(textpage, left, top)
    finally:
        textpage.close()
    ruled = drawn(page, left, top)
    shown = tuple(word for word in found if word.x1 > 0 and word.x0 < right - left and word.bottom > 0 and word.top < top - bottom)
    readable = sum(map(is_readable, shown)) > _UNREAD * len(shown)
    if not readable:
        return Page(number, right - left, top - bottom, (), ruled.rules, needs_ocr=bool(shown) or ruled.pictures)
    return Page(number, right - left, top - bottom, shown, ruled.rules)
