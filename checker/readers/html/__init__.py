"""Web pages: .html, .htm and .xhtml, as a browser shows them without running anything and without fetching anything.

**Kept**: headings, paragraphs, numbers of `ol` and bullets of `ul` as `Paragraph.marker` (in a cell, before the text), tables with
cells that span others and nested tables, captions before their table; footnotes that the text refers to by a link, at the end; the page
headers and footers that LibreOffice writes. Raised digits that link to nothing become raised characters: m<sup>2</sup> is m².
**Left out**: scripts, styles, comments, forms, pictures, pages within the page, `<del>`, what is hidden by its own attributes (what a
style sheet hides is not known), page numbers as LibreOffice writes them.
A table that lays out the page (one cell, `role="presentation"`, or cells with headings or tables and no header cells) is no table:
its content is read as if it stood there by itself.

**Places.** `paragraph` numbers the paragraphs with text, those in cells and notes too, in the order in which they are read. `offset` is
1-based and counts the code points of the paragraph once entities are characters and runs of white space are one blank; a line
break counts one. `line` is the line of the source in which the character stands; there is no column, for the parser does not tell it.
`part` is body, footnote, endnote, header or footer.
"""

from __future__ import annotations

from checker.document import Document
from checker.readers import ReadError, sha256
from checker.readers.html.encoding import decode, looks_like_html
from checker.readers.html.story import Story
from checker.readers.html.tree import parse

EXTENSIONS = (".html", ".htm", ".xhtml")
ONLY_NAMED = True
"""Most pages in a folder are no reports, and some are our own."""


def recognises(data: bytes) -> bool:
    """Is this a web page?"""
    return looks_like_html(data)


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is empty, no text, too large or too deep."""
    if not data.strip():
        raise ReadError("empty")
    text, encoding = decode(data)
    story = Story(path, parse(text))
    blocks = story.blocks()
    if not blocks:
        story.context.warn("no_text")
    details = (("encoding", encoding),) if encoding else ()
    return Document(path, "html", sha256(data), tuple(blocks), tuple(story.context.warnings), details)
