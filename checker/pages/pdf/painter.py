"""The process that makes a picture of one page: the PDF file comes in by standard input, grey pixels go out by standard output.

    python -m checker.pages.pdf.painter NUMBER DPI < file.pdf

First a line with the picture's width, height and dots an inch; nothing at all where the page cannot be shown.
"""

from __future__ import annotations

import math
import sys

POINTS = 72
MOST_PIXELS = 40_000_000
MOST_MEMORY = 640 * 1024 * 1024


def main(number: int, dpi: float) -> None:
    from pypdfium2 import PdfiumError

    from checker.pages.pdf.child import bound
    from checker.pages.pdf.opening import PdfError, opened

    bound(MOST_MEMORY)
    try:
        page = opened(sys.stdin.buffer.read())[number - 1]
        width, height = (max(1.0, side) for side in page.get_size())
        fitting = min(dpi, math.sqrt(MOST_PIXELS / (width * height)) * POINTS)
        bitmap = page.render(scale=fitting / POINTS, grayscale=True)
    except (PdfError, PdfiumError, IndexError):
        return
    pixels = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width]
    out = sys.stdout.buffer
    out.write(f"{bitmap.width} {bitmap.height} {fitting}\n".encode())
    out.write(pixels.tobytes())
    out.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
