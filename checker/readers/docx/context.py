"""What the parts of one document share while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.flow import context
from checker.readers.docx.notes import Marks
from checker.readers.docx.numbering import List
from checker.readers.docx.styles import Styles


@dataclass(kw_only=True)
class Context(context.Context):
    """Besides what every format has: the styles, the lists, the marks of the notes that were referred to."""

    styles: Styles
    lists: dict[int, List]
    marks: Marks = field(default_factory=Marks)
