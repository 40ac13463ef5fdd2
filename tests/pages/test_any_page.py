"""Whatever stands on a page: blocks are made of it, and each of their characters is found again where its place says."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.document import Block, Table
from checker.pages.blocks import blocks
from checker.pages.boxes import boxes
from checker.pages.shape import Box, Page, Word
from checker.text import Text

numbers = st.floats(-50, 700, allow_nan=False).map(lambda value: round(value, 1))
signs = st.sampled_from(
    ["12", "1.250", "a)", "-", "1", "%", "Tổng", "cộng", "và", "NQ-", "*", "ế", "(", "Trang", "\u0301x", "250\u00a0đồng"]
)


@st.composite
def words(draw: st.DrawFn) -> Word:
    text, left, bottom = draw(signs), draw(numbers), draw(numbers)
    size = draw(st.sampled_from([12.0, 12.0, 12.0, 7.0, 30.0]))
    edges = tuple(left + i * size / 2 for i in range(len(text) + 1))
    return Word(text, edges, bottom - size, bottom, draw(st.booleans()), size, blank=draw(st.booleans()))


@st.composite
def rules(draw: st.DrawFn) -> Box:
    x, y, length = draw(numbers), draw(numbers), draw(st.floats(1, 600))
    return Box(x, y, x + length, y + 0.5) if draw(st.booleans()) else Box(x, y, x + 0.5, y + length)


def texts(found: list[Block]) -> list[Text]:
    cells = [cell.text for block in found if isinstance(block, Table) for row in block.rows for cell in row]
    return cells + [block.text for block in found if not isinstance(block, Table)]


STRAY = [Word("Tổng", (0.0, 3.5, 7.0, 10.5, 14.0), -14.0, -7.0, False, 7.0), Word("\u0301x", (0.0, 15.0, 30.0), -34.0, -4.0, False, 30.0)]


@example([([Word("12", (0.0, 6.0, 12.0), -12.0, 0.0, False, 12.0)] * 12 + STRAY, [])])
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.lists(words(), max_size=25), st.lists(rules(), max_size=12)), min_size=1, max_size=4))
def test_any_page(drawn: list[tuple[list[Word], list[Box]]]) -> None:
    pages = [Page(number, 595.0, 842.0, tuple(these), tuple(those)) for number, (these, those) in enumerate(drawn, 1)]
    for text in texts(blocks(pages, "a.pdf")):
        for offset, letter in enumerate(text.value):
            place = text.place(offset)
            if letter != " " and place.page:
                (box,) = boxes(pages[place.page - 1], place)
                assert box.x0 <= box.x1
    assert all(unicodedata.is_normalized("NFC", text.value) for text in texts(blocks(pages, "a.pdf")))
