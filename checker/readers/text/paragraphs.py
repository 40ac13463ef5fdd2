"""Lines of text → paragraphs: joins what a line's width, a page break or a footnote has cut.

A line goes on in the next one when it has not come to an end and the next one begins like the middle of a sentence: in
lower case, or wherever the file is wrapped at a fixed width. Over an empty line more must speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document import Paragraph
from checker.readers.text.lines import Line
from checker.readers.text.markup import is_bold, plain
from checker.text import Text, join

_HEADING = re.compile(r"\s*(?P<hashes>#{1,6})\s+")
_QUOTE = re.compile(r"\s*>\s?")
_MARKER = re.compile(
    r"[\s*#>\\]*(?:[-+•▪–*](?=\s|[^\W\d])|\d{1,2}(?:\\?\.\d{1,2}){0,4}\\?[.)/](?!\d)|\d{1,2}(?:\.\d{1,2}){1,4}(?=\s)|[a-zđA-ZĐ]\\?[.)/](?=\s|-)|[IVX]{1,5}\s?\\?[.)/–-]|\(?\d{1,2}\))"
)
_FINISHED = re.compile(r"[.;:!?…”\"]\W*\Z")
_MIDDLE = re.compile(r"[\s*]*(?P<first>[^\W\d_]|[,;)%])")
_SENTENCE = re.compile(r"[.;:]\s")
_LONG, _VERY_LONG = 60, 250
_WIDEST = 160
_ITEMS = 2


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the file is wrapped, 0 where each line is a paragraph."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines if line.kind == "text")
    if len(lengths) < 8 or lengths[-1] > _WIDEST:
        return 0
    widest = lengths[-max(1, len(lengths) // 50)]
    full = sum(length >= 0.85 * widest for length in lengths)
    return widest if widest >= _LONG and full >= 0.3 * len(lengths) else 0


def goes_on(before: Line, after: Line, gap: bool, width: int) -> bool:
    """Is `after` the same paragraph as `before`? `gap`: something stood between the two."""
    raw, following = before.raw.rstrip().rstrip("*"), after.raw
    if _HEADING.match(raw) or _HEADING.match(following) or _MARKER.match(following):
        return False
    if after.raw.startswith(("\t", "    ")) and not gap:
        return False
    if is_bold(before.raw) != is_bold(after.raw) and not before.raw.count("**") % 2:
        return False
    if gap and _cut_list(raw):
        return not following.strip().isupper()
    if _FINISHED.search(raw):
        return False
    begins = _MIDDLE.match(following)
    middle = begins is not None and not begins["first"].isupper()
    if not gap:
        return (
            middle
            or (raw.count("**") % 2 == 1)
            or (width > 0 and len(raw) >= 0.75 * width)
            or (len(raw) >= _LONG and following[:1].isdigit())
        )
    if middle:
        return len(raw) >= _LONG // 2
    unfinished = raw[-1:].isalnum() or raw[-1:] == ","
    flowing = len(following.split()) >= 6 and not following.strip().isupper()
    return (
        unfinished
        and flowing
        and (len(raw) >= _VERY_LONG or (len(raw) >= _LONG and width == 0 and bool(_SENTENCE.search(raw)) and len(raw) > 120))
    )


def _cut_list(raw: str) -> bool:
    """A sentence whose list goes on over the page: "gồm: A; B; C;"."""
    return raw.endswith(";") and raw.count(";") > _ITEMS and ":" in raw and len(raw) >= 2 * _LONG


def paragraph(lines: Sequence[Line]) -> Paragraph:
    """One paragraph of the lines that belong together."""
    heading = _HEADING.match(lines[0].raw)
    texts: list[Text] = []
    for line in lines:
        quote = _QUOTE.match(line.raw)
        texts.append(line.text(heading.end() if heading and line is lines[0] else quote.end() if quote else 0).strip())
    text, notes = plain(join(texts))
    return Paragraph(
        text=text.strip(),
        level=len(heading["hashes"]) if heading else None,
        bold=all(is_bold(line.raw) for line in lines) or (len(lines) > 1 and _bold_over_lines(lines)),
        notes=notes,
        page_break=lines[0].page_break,
    )


def _bold_over_lines(lines: Sequence[Line]) -> bool:
    whole = " ".join(line.raw.strip() for line in lines)
    return whole.startswith("**") and whole.find("**", 2) == len(whole) - 2
