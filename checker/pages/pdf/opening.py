"""Bytes → an open PDF document, and its pages as they are shown: turned upright, for words are read from left to right, with what stands in
forms and stamps drawn on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.locales.unreadable import Unreadable
from checker.pages.pdf.turning import Turned

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 5_000
_PASSWORD, _SECURITY = 4, 5
_SHOWN_IN_ANNOTATIONS = frozenset((3, 13, 20))
_FLAT = 0


class PdfError(Unreadable):
    """The PDF file cannot be opened, or not safely. The message says why, and what to do."""


def opened(data: bytes) -> PdfDocument:
    """The document in `data`. Raises PdfError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise PdfError("pdf_password" if error.err_code in (_PASSWORD, _SECURITY) else "pdf_damaged") from error
    count = len(document)
    if not 0 < count <= MOST_PAGES:
        document.close()
        raise PdfError("pdf_pages", count=count, most=MOST_PAGES) if count > 0 else PdfError("pdf_damaged")
    return document


def upright(document: PdfDocument, index: int) -> PdfPage:
    """A page as it is shown: turned upright, what its forms hold drawn on it. Raises PdfiumError."""
    import pypdfium2.raw as raw

    page = document[index]
    changed = _with_forms(raw, page)
    turned = page.get_rotation()
    if turned:
        _turn(raw, page, turned)
    if not (turned or changed):
        return page
    page.close()
    return document[index]


def _with_forms(raw: Any, page: PdfPage) -> bool:
    """Draws what stands in form fields, free text and stamps on the page itself."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in _SHOWN_IN_ANNOTATIONS:
            return bool(raw.FPDFPage_Flatten(page, _FLAT) == 1)
    return False


def _turn(raw: Any, page: PdfPage, degrees: int) -> None:
    """Turns what is drawn on a page, so that it reads upright without being turned."""
    turned = Turned(page.get_bbox(), degrees)
    raw.FPDFPage_TransFormWithClip(page, raw.FS_MATRIX(*turned.matrix), None)
    raw.FPDFPage_SetRotation(page, 0)
    page.set_mediabox(0, 0, turned.width, turned.height)
    page.set_cropbox(0, 0, turned.width, turned.height)
