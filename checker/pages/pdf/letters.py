"""The characters of a text page → pieces: what one run has between blanks.

pdfium gives characters in the order of the file. Where a font lacks a letter, that letter comes as a run of its own, after the rest of the
line ("T NH" and then "Ỉ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import addressof, byref, c_double, c_ushort, create_string_buffer
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

MOST_CHARACTERS = 200_000
_PIECE = re.compile(r"[^\s\x00](?:[^\s\x00]|\u00a0(?=[^\s\x00]))*")
_MEASURED = re.compile(r"\d")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\xad": "-"})
_SYMBOLS = {0xF0B3: "≥", 0xF0A3: "≤", 0xF0B1: "±", 0xF0B4: "×", 0xF0B8: "÷"}
_SIGNS = {
    **_HYPHENS,
    **dict.fromkeys(range(0xF020, 0xF100), "•"),  # letters of Symbol and Wingdings, of which documents have bullets
    **{0xF000 + ord(sign): sign for sign in "0123456789+-=<>().,%/"},
    **_SYMBOLS,
}
_BOLD_WEIGHT = 600
_SLOPE = 0.02
_NARROWEST_BLANK = 0.08
_LONGEST_NAME = 128


class Style(NamedTuple):
    """How a run of text is set. `upright` is False where it is turned."""

    size: float
    bold: bool
    upright: bool


class Piece(NamedTuple):
    """Characters of one run with no blank between them: which ones of the page. `blank`: the same run has blanks before it."""

    text: str
    edges: tuple[float, ...]
    base: float
    style: Style
    start: int
    end: int
    blank: bool


class Letters:
    """Asks pdfium about single characters, no oftener than need be: each question takes as long as a line of Python."""

    def __init__(self, page: PdfTextPage) -> None:
        import pypdfium2.raw as raw

        self.raw: Any = raw
        self.page = page
        self.styles: dict[int, Style] = {}
        self.box = raw.FS_RECTF()
        self.x, self.y = c_double(), c_double()

    def pieces(self) -> Iterator[Piece]:
        text = self._text()
        before = 0
        for found in _PIECE.finditer(text):
            for start, end, run in self._runs(*found.span()):
                style = self._style(run, start)
                if style.upright:
                    yield Piece(text[start:end], self._edges(text, start, end), self._base(start), style, start, end, run == before)
                before = run

    def parts(self, left: Piece, right: Piece) -> bool:
        """Does a blank of the file stand between two pieces? Those that pdfium makes up have no width, and stand at the end of the one piece or at
        the beginning of the other."""
        middle, end = (left.edges[0] + left.edges[-1]) / 2, right.edges[0] - _NARROWEST_BLANK * right.style.size
        behind, before = self._blank(left.end), self._blank(right.start - 1)
        return (behind[0] < behind[1] and middle < behind[0] < end) or middle < before[0] < end

    def _blank(self, index: int) -> tuple[float, float]:
        """Where a blank stands; at 0 where that character is none."""
        code = self.raw.FPDFText_GetUnicode(self.page, index) if index >= 0 else 0
        return self._across(index) if code and chr(code) in " \u00a0" else (0.0, 0.0)

    def _text(self) -> str:
        """All characters, each at its index."""
        count = min(self.raw.FPDFText_CountChars(self.page), MOST_CHARACTERS)
        if count <= 0:
            return ""
        units = (c_ushort * (count + 1))()
        if self.raw.FPDFText_GetText(self.page, 0, count, units) == count + 1:
            text = bytes(units)[: 2 * count].decode("utf-16-le", errors="replace")
            if len(text) == count:
                return text.translate(_SIGNS)
        codes = (self.raw.FPDFText_GetUnicode(self.page, index) for index in range(count))
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes).translate(_SIGNS)

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The parts of what stands between two blanks that are set alike, and in one go, each with its run."""
        run = self._run(start)
        if end - start > 1 and run != self._run(end - 1):
            for index in range(start + 1, end):
                if (here := self._run(index)) != run:
                    yield start, index, run
                    start, run = index, here
        yield start, end, run

    def _run(self, index: int) -> int:
        holder = self.raw.FPDFText_GetTextObject(self.page, index)
        return addressof(holder.contents) if holder else 0

    def _base(self, index: int) -> float:
        self.raw.FPDFText_GetCharOrigin(self.page, index, byref(self.x), byref(self.y))
        return self.y.value

    def _edges(self, text: str, start: int, end: int) -> tuple[float, ...]:
        """The edges of each character; inside a word without digits they are shared out evenly."""
        if _MEASURED.search(text, start, end):
            boxes = [self._across(index) for index in range(start, end)]
            return (*(left for left, _ in boxes), boxes[-1][1])
        left, right = self._across(start)
        if end - start > 1:
            right = self._across(end - 1)[1]
        width = (right - left) / (end - start)
        return (*(left + i * width for i in range(end - start)), right)

    def _across(self, index: int) -> tuple[float, float]:
        self.raw.FPDFText_GetLooseCharBox(self.page, index, self.box)
        return self.box.left, self.box.right

    def _style(self, run: int, index: int) -> Style:
        """How the run that holds a character is set; it is asked once."""
        style = self.styles.get(run)
        if style is None:
            style = self.styles[run] = self._read_style(index)
        return style

    def _read_style(self, index: int) -> Style:
        matrix = self.raw.FS_MATRIX()
        self.raw.FPDFText_GetMatrix(self.page, index, byref(matrix))
        size = abs((self.raw.FPDFText_GetFontSize(self.page, index) or 1.0) * matrix.d)
        upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) < _SLOPE * matrix.a
        return Style(size, self._is_bold(index), upright)

    def _is_bold(self, index: int) -> bool:
        holder = self.raw.FPDFText_GetTextObject(self.page, index)
        name = create_string_buffer(_LONGEST_NAME)
        font = self.raw.FPDFTextObj_GetFont(holder) if holder else None
        if font:
            self.raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
        return b"bold" in name.value.lower() or self.raw.FPDFText_GetFontWeight(self.page, index) >= _BOLD_WEIGHT
