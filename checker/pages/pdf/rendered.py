"""A page of a PDF file as a picture, for optical recognition."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from checker.pages.pdf import one_at_a_time
from checker.pages.pdf.opening import PdfError, opened

if TYPE_CHECKING:
    from numpy.typing import NDArray

POINTS = 72
_MOST_PIXELS = 40_000_000
_LARGEST = 40 * POINTS


def rendered(data: bytes, number: int, dpi: int) -> tuple[NDArray[np.uint8], float]:
    """The page with that number in grey, and how many of its pixels make an inch: as many as asked for, unless it is very large.

    Raises PdfError."""
    import pypdfium2

    with one_at_a_time():
        document = opened(data)
        try:
            page = document[number - 1]
            width, height = (max(1.0, side) for side in page.get_size())
            most = math.sqrt(_MOST_PIXELS * POINTS * POINTS / (width * height))
            shown = min(float(dpi), most) if max(width, height) <= _LARGEST else min(most, dpi * _LARGEST / max(width, height))
            bitmap = page.render(scale=shown / POINTS, grayscale=True, may_draw_forms=False)
            pixels = np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, -1)[:, : bitmap.width]
            return np.ascontiguousarray(pixels), shown
        except pypdfium2.PdfiumError as error:
            raise PdfError("pdf_damaged") from error
        finally:
            document.close()
