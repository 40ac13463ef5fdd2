"""A page of a PDF file as a picture, for optical recognition."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np

from checker.pages.pdf.opening import PdfError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SECONDS = 30.0
_PAINTER = "checker.pages.pdf.painter"


def shown(data: bytes, number: int, dpi: int) -> tuple[NDArray[np.uint8], float]:
    """The page with that number in grey, and how many of its pixels make an inch: as many as asked for, unless it is very large.

    Raises PdfError where it takes too much time or memory, or cannot be shown."""
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", _PAINTER, str(number), str(dpi)]
    try:
        said = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, env=path, check=False).stdout
    except subprocess.TimeoutExpired as error:
        raise PdfError("pdf_heavy", page=number) from error
    head, _, pixels = said.partition(b"\n")
    numbers = head.split()
    if len(numbers) != 3 or len(pixels) != int(numbers[0]) * int(numbers[1]):
        raise PdfError("pdf_heavy", page=number)
    return np.frombuffer(pixels, np.uint8).reshape(int(numbers[1]), int(numbers[0])), float(numbers[2])
