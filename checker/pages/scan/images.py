"""Files that are pictures → pictures of pages. Only formats that scanners write are opened, and no picture of absurd size."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from checker.pages.scan.picture import Picture
from checker.pages.scan.tesseract import ScanError

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
MOST_PIXELS = 80_000_000
MOST_FRAMES = 500
_NARROWEST, _WIDEST = 3.0, 34.0
_PAPER = 8.27, 11.69
_COARSEST = 72.0
_ORIENTATION = 0x0112


def count(data: bytes) -> int:
    """How many pages a file of pictures has. Raises ScanError."""
    with _opened(data) as image:
        return min(MOST_FRAMES, int(getattr(image, "n_frames", 1)))


def shown(data: bytes, number: int) -> Picture:
    """The page with that number, 1-based. Raises ScanError."""
    from PIL import ImageOps

    with _opened(data) as image:
        image.seek(number - 1)
        _measure(image)
        dpi = image.info.get("dpi", (0, 0))[0]
        upright = ImageOps.exif_transpose(image) or image
        pixels = np.asarray(_on_white(upright), dtype=np.uint8)
    return Picture(pixels, _resolution(float(dpi), pixels.shape[1], pixels.shape[0]))


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    try:
        import PIL.Image
    except ImportError as error:
        raise ScanError("scan_extra") from error
    try:
        with PIL.Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _measure(image)
            yield image
    except ScanError:
        raise
    except PIL.Image.DecompressionBombError as error:
        raise ScanError("image_large", most=MOST_PIXELS // 1_000_000) from error
    except Exception as error:  # its decoders raise whatever they like: OSError, ValueError, SyntaxError, struct.error …
        raise ScanError("image_damaged") from error


def _measure(image: Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise ScanError("image_large", most=MOST_PIXELS // 1_000_000)


def _on_white(image: Image) -> Image:
    """In grey; what is transparent is paper."""
    import PIL.Image

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        coloured = image.convert("RGBA")
        paper = PIL.Image.new("RGBA", coloured.size, "white")
        paper.alpha_composite(coloured)
        return paper.convert("L")
    if image.mode.startswith("I;16"):
        return image.point(lambda level: level / 256).convert("L")
    return image.convert("L")


def _resolution(said: float, width: int, height: int) -> float:
    """The dots an inch that the file states, if the page then has a size that paper has; else those of a page of A4."""
    if said > 0 and _NARROWEST <= min(width, height) / said <= _WIDEST:
        return said
    return max(_COARSEST, _of_paper(width, height))


def _of_paper(width: int, height: int) -> float:
    return max(width, height) / _PAPER[1] if max(width, height) < 1.6 * min(width, height) else width / _PAPER[0]
