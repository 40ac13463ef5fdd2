"""OpenDocument text: .odt and .ott, as it reads once every tracked change is accepted.

**Kept**: paragraphs, headings (by outline level), automatic numbers as `Paragraph.marker` (in a cell or a note, before the text),
insertions, links, results of fields; tables with cells that cover others and nested tables; text boxes and shapes behind the
paragraph that anchors them; footnotes, endnotes, headers and footers at the end.
**Left out**: deletions, hidden text and sections, comments, page numbers, the table of contents (it repeats the headings),
pictures, charts, formulas (which are files of their own inside the file).

**Places.** `part` is body, textbox, footnote, endnote (all in content.xml), header or footer (in styles.xml); `header2` is the
second header that some page style shows. `paragraph` is the 1-based position among *all* `text:p` and `text:h` elements of its XML
part in document order, those in tables, frames, notes, comments and deletions counted: `list(root.iter(TEXT + "p", TEXT + "h"))[paragraph - 1]`.
`offset` is 1-based and counts the code points that this reader keeps of the paragraph, before it is stripped or made canonical;
`inline` says which these are. Characters of an automatic number have the place of the paragraph's first character.
"""

from __future__ import annotations

from checker.containers import Container, ContainerError
from checker.document import Block, Document
from checker.flow.context import Context
from checker.readers import sha256
from checker.readers.odt.heads import heads
from checker.readers.odt.package import Package, is_text, open_package
from checker.readers.odt.story import Story
from checker.readers.odt.styles import Styles

EXTENSIONS = (".odt", ".ott")


def recognises(data: bytes) -> bool:
    """Is this an OpenDocument text?"""
    if not data.startswith(b"PK"):
        return False
    try:
        container = Container(data)
    except ContainerError:
        return False
    return "mimetype" in container and is_text(container)


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is damaged, protected, or no OpenDocument text."""
    package = open_package(data)
    context = Context(path)
    story = Story(package.content, Styles(package.styles, package.content), context)
    blocks = story.blocks(package.text, "body")
    blocks += story.notes()
    blocks += _heads(package, context)
    if not blocks:
        context.warn("no_text")
    warnings = (*package.warnings, *context.warnings)
    return Document(path=path, format="odt", sha256=sha256(data), blocks=tuple(blocks), warnings=warnings)


def _heads(package: Package, context: Context) -> list[Block]:
    if package.styles is None:
        return []
    story = Story(package.styles, Styles(package.styles, package.styles), context)
    return [block for part, element in heads(package.styles, package.content) for block in story.blocks(element, part)]
