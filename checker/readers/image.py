"""Pictures of pages, scanned or photographed: .png, .jpg, .tif (of several pages too), .bmp.

They are read by optical recognition (`checker.pages.scan`), which the extra `ocr` and the program tesseract with its Vietnamese are needed for.
What is shown is made of words and ruled lines in the same way as a page of a PDF file; so are the places (`checker.pages.blocks`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.document import Document
from checker.locales.unreadable import Unreadable
from checker.readers import ReadError, sha256

if TYPE_CHECKING:
    from checker.pages.scan.picture import Picture

EXTENSIONS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
_BEGINNINGS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


def recognises(data: bytes) -> bool:
    """Is this a picture that scanners write?"""
    return data.startswith(_BEGINNINGS)


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is no picture, or where recognition is not installed."""
    from checker.pages.blocks import blocks
    from checker.pages.scan.scans import Scans, require
    from checker.pages.scan.tesseract import ScanError
    from checker.pages.shape import Page

    scans = Scans(partial(_shown, data))
    try:
        require()
        made = blocks(scans.read(Page(number, 0.0, 0.0, (), needs_ocr=True) for number in range(1, _count(data) + 1)), path)
    except ScanError as error:
        raise ReadError(error.key, **error.values) from error
    warnings = (*scans.warnings(), *([] if made else [Unreadable("no_text")]))
    return Document(path, "image", sha256(data), tuple(made), warnings, recognition=scans.recognition())


def _count(data: bytes) -> int:
    from checker.pages.scan.images import count

    return count(data)


def _shown(data: bytes, number: int) -> Picture:
    from checker.pages.scan.images import shown

    return shown(data, number)
