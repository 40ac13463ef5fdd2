"""What tesseract says it saw (hOCR) → marks: words with where they stand, how large they are, how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPAN = "{http://www.w3.org/1999/xhtml}span"
_PAGE = "{http://www.w3.org/1999/xhtml}div"
_BOX = re.compile(r"\bbbox (\d+) (\d+) (\d+) (\d+)")
_BASELINE = re.compile(r"\bbaseline (-?[\d.]{1,12}) (-?[\d.]{1,12})")
_SIZE = re.compile(r"\bx_size (\d{1,6})")
_SURE = re.compile(r"\bx_wconf (\d{1,3})")


class Mark(NamedTuple):
    """A word as recognised, in pixels: its ink from left to right and top to bottom, the line that its letters stand on, the size of
    its type, and how sure recognition is (0 to 100)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    confidence: int

    def moved(self, across: float, down: float) -> Mark:
        return self._replace(
            left=self.left + across,
            right=self.right + across,
            top=self.top + down,
            bottom=self.bottom + down,
            base=self.base + down,
        )

    def times(self, factor: float) -> Mark:
        left, top, right, bottom, base, size = (value * factor for value in self[1:7])
        return Mark(self.text, left, top, right, bottom, base, size, self.confidence)


def pages(data: bytes) -> list[list[Mark]]:
    """The marks of each picture that was recognised, in order."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        return []
    return [list(_marks(page)) for page in root.iter(_PAGE) if page.get("class") == "ocr_page"]


def _marks(page: _Element) -> Iterator[Mark]:
    for line in page.iter(_SPAN):
        about = line.get("title") or ""
        box, baseline, size = _BOX.search(about), _BASELINE.search(about), _SIZE.search(about)
        if line.get("class") == "ocrx_word" or box is None:
            continue
        slope, offset = (float(baseline[1]), float(baseline[2])) if baseline else (0.0, 0.0)
        for word in line.iter(_SPAN):
            mark = _mark(word, int(box[1]), int(box[4]) + offset, slope, float(size[1]) if size else 0.0)
            if mark is not None:
                yield mark


def _mark(word: _Element, left_of_line: int, base: float, slope: float, size: float) -> Mark | None:
    about, text = word.get("title") or "", "".join(map(str, word.itertext())).strip()
    box, sure = _BOX.search(about), _SURE.search(about)
    if word.get("class") != "ocrx_word" or not text or box is None:
        return None
    left, top, right, bottom = (int(edge) for edge in box.groups())
    at = base + slope * (left - left_of_line)
    return Mark(text, left, top, max(right, left + 1), bottom, at, size, min(100, int(sure[1])) if sure else 0)
