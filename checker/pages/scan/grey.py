"""A grey picture as rows of numbers, from 0 (black) to 255 (white)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

WHITE = 255


def grey(pixels: object) -> Grey:
    """What a library gives, as such a picture."""
    return np.asarray(pixels, dtype=np.uint8)
