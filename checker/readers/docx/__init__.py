"""Word: .docx and .docm, transitional and Strict, as they read once every tracked change is accepted.

**Kept**: paragraphs, headings (by outline level or style), automatic numbers as `Paragraph.marker` (in a cell or a note, before
the text), insertions, content controls, links, results of fields, formulas; tables with merged cells and nested tables;
text boxes behind the paragraph that anchors them; footnotes, endnotes, headers and footers at the end.
**Left out**: deletions, hidden text, comments, instructions of fields, page numbers, the table of contents (it repeats the
headings), pictures, charts, fallbacks of what is there already.

**Places.** `part` is body, textbox (both in the main part), footnote, endnote, header or footer; `header2` is the second header that
some section shows, in the order of their references. `paragraph` is the 1-based
position of the `w:p` among *all* `w:p` elements of its XML part in document order, those in tables, text boxes, fallbacks and
deletions counted: `list(root.iter(W + "p"))[paragraph - 1]`. `offset` is 1-based and counts the code points that this reader keeps
of the paragraph, before it is stripped or made canonical; `runs` says which these are, and `runs.at` finds the run that holds one.
Characters of an automatic number have the place of the paragraph's first character.
"""

from __future__ import annotations

from collections import Counter

from checker.containers import is_package
from checker.document import Block, Document, Footnote
from checker.readers import ReadError, sha256
from checker.readers.docx.context import Context
from checker.readers.docx.names import REL, W
from checker.readers.docx.notes import bodies
from checker.readers.docx.numbering import read_lists
from checker.readers.docx.parts import Package
from checker.readers.docx.story import Story
from checker.readers.docx.styles import Styles

EXTENSIONS = (".docx", ".docm")


def recognises(data: bytes) -> bool:
    """Is this a Word document?"""
    return is_package(data, "wordprocessingml")


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is damaged, protected, or no Word document."""
    package = Package(data)
    body = package.document.find(W + "body")
    if body is None:
        raise ReadError("no_body")
    styles = Styles(package.named("styles"))
    context = Context(path, styles=styles, lists=read_lists(package.named("numbering"), styles.lists))
    blocks = Story(package.document, "body", context).blocks(body)
    blocks += _notes(package, context)
    blocks += _heads(package, context)
    if not blocks:
        context.warn("no_text")
    warnings = (*package.warnings, *context.warnings)
    return Document(path=path, format="docx", sha256=sha256(data), blocks=tuple(blocks), warnings=warnings)


def _notes(package: Package, context: Context) -> list[Block]:
    """The notes that the text refers to, in the order of their references."""
    notes: list[Block] = []
    for kind in ("footnote", "endnote"):
        root = package.named(kind + "s")
        if root is None:
            continue
        story, found = Story(root, kind, context), bodies(root, kind)
        given = [(id, mark) for of, id, mark in context.marks.given if of == kind]
        notes += [Footnote(mark, story.text(found[id])) for id, mark in given if id in found]
    return notes


def _heads(package: Package, context: Context) -> list[Block]:
    """The headers and footers that some section shows, each part once."""
    blocks: list[Block] = []
    seen: set[str] = set()
    shown: Counter[str] = Counter()
    for reference in package.document.iter(W + "headerReference", W + "footerReference"):
        name = package.target(reference.get(REL + "id") or "")
        root = package.part(name) if name not in seen else None
        seen.add(name)
        if root is not None:
            kind = "header" if reference.tag == W + "headerReference" else "footer"
            shown[kind] += 1
            blocks += Story(root, kind if shown[kind] == 1 else f"{kind}{shown[kind]}", context).blocks(root)
    return blocks
