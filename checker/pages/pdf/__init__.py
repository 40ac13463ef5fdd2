"""PDF files → pages of words and ruled lines, by pdfium.

pdfium reads one thing at a time in a process: whoever asks for pages waits until the one before has its own (`one_at_a_time`). It is
asked for one page after the other, and keeps none.

opening    bytes → an open document; what cannot be opened
letters    characters → words
bookmarks  the headings that the file lists
drawn      paths → ruled lines, and whether there are pictures
rendered   a page as a picture
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import RLock
from typing import TYPE_CHECKING

from checker.pages.pdf.bookmarks import headings
from checker.pages.pdf.drawn import drawn
from checker.pages.pdf.letters import is_readable, words
from checker.pages.pdf.opening import opened, upright
from checker.pages.shape import Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_LOCK = RLock()
_UNREAD = 0.5


def one_at_a_time() -> RLock:
    """To be held by whoever calls pdfium."""
    return _LOCK


def pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF file, one after the other. Raises PdfError where it cannot be opened."""
    with one_at_a_time():
        document = opened(data)
        listed = headings(document)
    try:
        for index in range(len(document)):
            with one_at_a_time():
                page = _page(document, index)
            yield page._replace(headings=listed.get(index, ()))
    finally:
        with one_at_a_time():
            document.close()


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
