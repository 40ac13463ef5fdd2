"""PDF files: a highlight on the characters of each figure, and what is wrong as its note.

**Changed**: nothing. What is new stands behind the file's own bytes, as an incremental update, so that a signature stays good for what it
signed. The last line of the copy says how long the original is and seals it all: a copy that nobody has touched since is taken back to the
original before new notes are put in. In a file that another program has written since, our notes are known by their names.

A finding whose characters are not found on its page, or that has no page, is a note at the upper left corner of a page.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from checker.notes import AUTHOR, Note
from checker.pages.boxes import boxes
from checker.pages.pdf import PdfError, pages
from checker.pages.pdf.turning import Turned
from checker.pages.shape import Box, Page
from checker.readers import ReadError
from checker.report import Severity

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

EXTENSIONS = (".pdf",)

_COLOURS = {Severity.ERROR: (1.0, 0.6, 0.55), Severity.WARNING: (1.0, 0.8, 0.4), Severity.NOTE: (1.0, 0.95, 0.5)}
_NAME = "report-checker-"
_SEAL = re.compile(rb"\n%report-checker (\d{1,12}) ([0-9a-f]{64})\n\Z")
_LONGEST_SEAL = 120
_ICON = Box(12.0, 12.0, 32.0, 32.0)
_STEP = 24.0
_PRINTED = 4


def annotate(data: bytes, notes: Sequence[Note]) -> bytes:
    """The file with these notes, and none of ours besides. Raises ReadError."""
    original = data[: _sealed(data) or len(data)]
    try:
        import pypdf
        import pypdf.errors
    except ImportError as error:
        raise ReadError("pdf_extra") from error
    try:
        update = _update(original, notes)
    except PdfError as error:
        raise ReadError(error.key, **error.values) from error
    except (pypdf.errors.PyPdfError, NotImplementedError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError("pdf_not_marked") from error
    return original if update is None else _with_seal(update, len(original))


def is_untouched(data: bytes) -> bool:
    """Are these the very bytes that `annotate` once gave?"""
    return _sealed(data) > 0


def _sealed(data: bytes) -> int:
    """The length of the original of a copy that nobody has touched since; 0 where it is none."""
    found = _SEAL.search(data, max(0, len(data) - _LONGEST_SEAL))
    if found is None or hashlib.sha256(data[: found.start()]).hexdigest().encode() != found[2]:
        return 0
    return int(found[1])


def _with_seal(data: bytes, length: int) -> bytes:
    body = data.rstrip(b"\n")
    return body + b"\n%%report-checker %d %s\n" % (length, hashlib.sha256(body).hexdigest().encode())


def _update(data: bytes, notes: Sequence[Note]) -> bytes | None:
    """The file with an update behind it; None where there is nothing to be changed."""
    from pypdf import PdfWriter

    writer = PdfWriter(io.BytesIO(data if data.endswith(b"\n") else data + b"\n"), incremental=True)
    by_page: dict[int, list[Note]] = defaultdict(list)
    for note in notes:
        number = note.place.page or 1
        by_page[number if number <= len(writer.pages) else 1].append(note)
    taken_out = [_take_out(page) for page in writer.pages]
    if not by_page and not any(taken_out):
        return None
    for page in pages(data) if by_page else ():
        _put(writer, page, by_page.get(page.number, ()))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _take_out(page: PageObject) -> bool:
    """Takes our notes from a page that another program has written."""
    from pypdf.generic import ArrayObject, NameObject

    all_of_them = page.get("/Annots")
    listed = all_of_them.get_object() if all_of_them is not None else []
    kept = [one for one in listed if not _is_ours(one)]
    if len(kept) == len(listed):
        return False
    page[NameObject("/Annots")] = ArrayObject(kept)
    return True


def _is_ours(annotation: Any) -> bool:
    found = annotation.get_object()
    return hasattr(found, "get") and str(found.get("/NM", "")).startswith(_NAME)


def _put(writer: PdfWriter, page: Page, notes: Iterable[Note]) -> None:
    """Puts the notes on a page."""
    sheet = writer.pages[page.number - 1]
    turned = Turned(_box(sheet), sheet.rotation)
    beside = 0
    for number, note in enumerate(notes):
        found = boxes(page, note.place, len(note.text)) if note.place.page == page.number else []
        name = f"{_NAME}{page.number}-{number}"
        if found:
            made = _annotation(note, note.comment, name, "/Highlight", [turned.corners(box) for box in found])
        else:
            icon = Box(_ICON.x0 + beside * _STEP, _ICON.top, _ICON.x1 + beside * _STEP, _ICON.bottom)
            made = _annotation(note, f"{note.elsewhere}\n{note.comment}".strip(), name, "/Text", [turned.corners(icon)])
            beside += 1
        writer.add_annotation(page.number - 1, made)


def _annotation(note: Note, comment: str, name: str, kind: str, corners: Sequence[Sequence[tuple[float, float]]]) -> Any:
    """A highlight or a note, as the file has it."""
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

    def numbers(values: Iterable[float]) -> ArrayObject:
        return ArrayObject(FloatObject(round(value, 2)) for value in values)

    xs, ys = zip(*(corner for box in corners for corner in box), strict=True)
    made = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): numbers((min(xs), min(ys), max(xs), max(ys))),
            NameObject("/C"): numbers(_COLOURS[note.severity]),
            NameObject("/F"): NumberObject(_PRINTED),
            NameObject("/NM"): TextStringObject(name),
            NameObject("/T"): TextStringObject(AUTHOR),
            NameObject("/Contents"): TextStringObject(comment),
        }
    )
    if kind == "/Highlight":
        made[NameObject("/QuadPoints")] = numbers(value for box in corners for corner in box for value in corner)
    return made


def _box(page: PageObject) -> tuple[float, float, float, float]:
    """The part of a page that is shown."""
    media, crop = page.mediabox, page.cropbox
    left, bottom = max(float(media.left), float(crop.left)), max(float(media.bottom), float(crop.bottom))
    return left, bottom, min(float(media.right), float(crop.right)), min(float(media.top), float(crop.top))
