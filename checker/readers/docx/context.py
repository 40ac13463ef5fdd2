"""What the parts of one document share while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.locales.unreadable import Unreadable
from checker.readers.docx.notes import Marks
from checker.readers.docx.numbering import List
from checker.readers.docx.styles import Styles


@dataclass
class Context:
    """What the parts of one document share. `tables` counts the tables, `warnings` says what was left out."""

    path: str
    styles: Styles
    lists: dict[int, List]
    marks: Marks = field(default_factory=Marks)
    warnings: list[Unreadable] = field(default_factory=list)
    tables: int = 0

    def warn(self, key: str, **values: str | int) -> None:
        """Something was left out: a key of the locale's problems. It is said once."""
        if (key, values) not in [(warning.key, warning.values) for warning in self.warnings]:
            self.warnings.append(Unreadable(key, **values))
