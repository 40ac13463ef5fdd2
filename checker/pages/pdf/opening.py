"""Bytes → an open PDF document, as far as that is safe.

pdfium itself copes with loops, missing ends and false sizes. What it does not bound is how large a packed stream becomes, so streams are
measured first; and a page that is turned is turned back, for words are read from left to right.
"""

from __future__ import annotations

import math
import re
import zlib
from typing import TYPE_CHECKING, Any

from checker.locales.unreadable import Unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 10_000
MOST_BYTES = 64 * 1024 * 1024
_SMALL = 20_000
_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_DICTIONARY = 2_000
_PACKED_TWICE = re.compile(rb"(?:Flate|Fl|LZW|RunLength|ASCII85|ASCIIHex)[A-Za-z]*\s*/(?:Flate|Fl|LZW|RunLength)")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_PASSWORD, _SECURITY = 4, 5
_SHOWN_IN_ANNOTATIONS = frozenset((3, 13, 20))
_FLAT = 0


class PdfError(Unreadable):
    """The PDF file cannot be opened, or not safely. The message says why, and what to do."""


def opened(data: bytes) -> PdfDocument:
    """The document in `data`. Raises PdfError."""
    try:
        import pypdfium2
    except ImportError as error:
        raise PdfError("pdf_extra") from error
    _measure(data)
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
    left, bottom, right, top = page.get_bbox()
    cos, sin = round(math.cos(math.radians(degrees))), round(math.sin(math.radians(degrees)))
    corners = [(x * cos + y * sin, y * cos - x * sin) for x in (left, right) for y in (bottom, top)]
    x0, y0 = min(x for x, _ in corners), min(y for _, y in corners)
    x1, y1 = max(x for x, _ in corners), max(y for _, y in corners)
    raw.FPDFPage_TransFormWithClip(page, raw.FS_MATRIX(cos, -sin, sin, cos, -x0, -y0), None)
    raw.FPDFPage_SetRotation(page, 0)
    page.set_mediabox(0, 0, x1 - x0, y1 - y0)
    page.set_cropbox(0, 0, x1 - x0, y1 - y0)


def _measure(data: bytes) -> None:
    """Raises PdfError where a stream would become too large."""
    for found in _STREAM.finditer(data):
        begin = found.end()
        end = data.find(_END, begin)
        size = (len(data) if end < 0 else end) - begin
        head = data[data.rfind(b"<<", max(0, begin - _DICTIONARY), begin) : begin]
        about = data[max(0, begin - _DICTIONARY) : begin].rpartition(b"endobj")[2] or head
        if b"Fl" not in about or _PICTURE.search(about):
            continue
        if _PACKED_TWICE.search(about) or size > _SMALL:
            _unpack(data[begin : begin + size], bool(_PACKED_TWICE.search(about)))


def _unpack(packed: bytes, twice: bool) -> None:
    """Raises PdfError where this becomes too large; what cannot be unpacked is pdfium's to judge."""
    try:
        plain = zlib.decompressobj().decompress(packed, MOST_BYTES + 1)
    except zlib.error:
        return
    if len(plain) > MOST_BYTES:
        raise PdfError("pdf_large", size=MOST_BYTES // (1024 * 1024))
    if twice:
        _unpack(plain, False)
