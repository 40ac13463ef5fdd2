"""PDF files written by hand, object by object: small ones, and such as nobody would write."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf(objects: Sequence[bytes]) -> bytes:
    """The file of some objects, the first of which is the catalogue."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(content: bytes, about: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n" % (len(packed), about) + packed + b"\nendstream"


def one_page(content: bytes, *more: bytes, page: bytes = b"", count: bytes = b"1") -> bytes:
    """A file of one page that shows this; `more` are objects from number 6 on, of which the first is its picture or form /X."""
    about = page or b"/MediaBox[0 0 595 842]"
    resources = b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    kids = b"<</Type/Pages/Kids[3 0 R]/Count %s>>" % count
    return pdf([CATALOG, kids, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R%s%s>>" % (about, resources), stream(content), FONT, *more])


def line(text: str, x: float = 72, y: float = 700, size: float = 12) -> bytes:
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, text.encode("cp1252"))


def form(content: bytes, inner: int, box: bytes = b"[0 0 595 842]") -> bytes:
    """A form that may show another one, of that number, as /X."""
    return stream(content, b"/Type/XObject/Subtype/Form/BBox%s/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>" % (box, inner))
