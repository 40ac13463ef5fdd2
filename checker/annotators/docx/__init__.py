"""Word: comments on the very characters of a figure, formatting untouched.

**Changed**: the main part (runs split where a figure begins and ends inside one, marks of the comment around them), the part of the
comments with its content type and relationship. Every other part stays byte for byte, macros and other people's comments too.

**Where a comment stands.** On the figure, in a table, link, field, content control or insertion too. Word takes no comments in headers,
footers, notes and text boxes, and LibreOffice refuses files that have them there: those stand at the reference of the note, the
paragraph that holds the box, the first paragraph of the text, and say in their first line what they are about. A figure that Word
counts itself (an automatic number) has its comment where its paragraph begins.

**Ours** are the comments by our author with our initials, which Word and LibreOffice keep. They are taken out before the new ones
are put in; an answer that somebody gave to one stays as a comment of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.annotators.docx.anchors import Anchors
from checker.annotators.docx.comments import Comments
from checker.annotators.docx.parts import WordParts
from checker.annotators.docx.threads import forget
from checker.containers import ContainerError
from checker.notes import Note
from checker.opc import is_sealed
from checker.readers import ReadError

EXTENSIONS = (".docx", ".docm")


def annotate(data: bytes, notes: Sequence[Note]) -> bytes:
    """The file with these comments, and none of ours besides. Raises ReadError."""
    try:
        parts = WordParts(data)
        comments = Comments(parts.comments(), parts.saved)
        ours = comments.take_out()
        if not ours and not notes:
            return data
        anchors = Anchors(parts)
        anchors.take_out([comment.id for comment in ours])
        forget(parts, [paragraph for comment in ours for paragraph in comment.paragraphs])
        for note in notes:
            anchor = anchors.anchor(note)
            if anchor is not None:
                anchor.mark(comments.add(note, anchor.exact))
        return parts.packed(anchors.document, comments.root)
    except ContainerError as error:
        raise ReadError("not_marked") from error


is_untouched = is_sealed
