"""PDF: files with a text layer, and scans.

Pages that are only pictures are recognised (`checker.pages.scan`), if the extra `ocr` and tesseract are installed.

**Kept**: paragraphs, lines that were cut by the page's width or its end joined again; ruled tables with their merged cells, over page
breaks; notes at the foot of a page; running heads and feet once each, at the end; what form fields hold.
**Left out**: page numbers, text that is turned (stamps across a page), pictures beside text. A page that was not read is named in a warning.

**Places.** See `checker.pages.blocks`: `page`, `line` (the row of words on that page) and `column`; in tables `table`, `row` and `col` too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from checker.document import Document
from checker.locales.unreadable import Unreadable
from checker.pages.blocks import blocks
from checker.pages.pdf import PdfError, pages
from checker.pages.shape import Page
from checker.readers import ReadError, sha256

if TYPE_CHECKING:
    from checker.pages.scan.picture import Picture

EXTENSIONS = (".pdf",)
_MOST_NAMED = 10


def recognises(data: bytes) -> bool:
    """Is this a PDF file?"""
    return b"%PDF-" in data[:1024]


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it cannot be opened, or holds no text."""
    from checker.pages.scan.scans import Scans
    from checker.pages.scan.tesseract import ScanError

    left_out, scans = _LeftOut(), Scans(partial(_shown, data))
    try:
        made = blocks(left_out.watch(scans.read(pages(data))), path)
    except (PdfError, ScanError) as error:
        raise ReadError(error.key, **error.values) from error
    if not made and left_out.pictures:
        cause = scans.missing
        raise ReadError(cause.key, **cause.values) if cause else ReadError("pdf_no_text", count=len(left_out.pictures))
    if not made and left_out.damaged:
        raise ReadError("pdf_damaged")
    warnings = (*scans.warnings(), *left_out.warnings(bool(made)))
    return Document(path, "pdf", sha256(data), tuple(made), warnings, recognition=scans.recognition())


def _shown(data: bytes, number: int) -> Picture:
    """A page as a picture."""
    from checker.pages.pdf.shown import shown
    from checker.pages.scan.picture import Picture
    from checker.pages.scan.tesseract import DPI

    return Picture(*shown(data, number, DPI))


class _LeftOut:
    """The pages that were not read."""

    def __init__(self) -> None:
        self.pictures: list[int] = []
        self.damaged: list[int] = []

    def watch(self, given: Iterator[Page]) -> Iterator[Page]:
        for page in given:
            if page.needs_ocr:
                self.pictures.append(page.number)
            if page.damaged:
                self.damaged.append(page.number)
            yield page

    def warnings(self, any_text: bool) -> tuple[Unreadable, ...]:
        said = [Unreadable("pdf_pictures", pages=_named(self.pictures))] if self.pictures else []
        said += [Unreadable("pdf_pages_damaged", pages=_named(self.damaged))] if self.damaged else []
        return (*said, *([] if any_text else [Unreadable("no_text")]))


def _named(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:_MOST_NAMED])) + (", …" if len(numbers) > _MOST_NAMED else "")
