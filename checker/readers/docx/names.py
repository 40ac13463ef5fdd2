"""The names of WordprocessingML, and the few ways in which its elements are read.

All names are those of the transitional namespaces; `parts` renames a Strict document when it opens it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

PARAGRAPH, PARAGRAPH_PROPERTIES = W + "p", W + "pPr"
RUN, RUN_PROPERTIES = W + "r", W + "rPr"
TABLE, ROW, CELL = W + "tbl", W + "tr", W + "tc"
FIELD, INSTRUCTION = W + "fldSimple", W + "instr"
VALUE, ID, TYPE = W + "val", W + "id", W + "type"
DELETED, MOVED_AWAY = W + "del", W + "moveFrom"

_ALTERNATIVES, _CHOICE = MC + "AlternateContent", MC + "Choice"
_WRAPPERS = frozenset(
    W + n for n in ("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "ins", "moveTo", "fldSimple", "bdo", "dir")
)
_OFF = ("0", "false", "off")
_SILENT_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "NOTEREF")  # PAGEREF among them
_LARGEST = 1_000_000


def children(element: _Element) -> Iterator[_Element]:
    """The children of an element; in the stead of a wrapper (a link, an insertion, a content control …) its own children.

    What is deleted or moved away is no wrapper, and so is left out by everyone who looks for paragraphs or runs. Of
    alternatives the first is taken: the fallback says the same again.
    """
    open_ = [iter(element)]
    while open_:
        child = next(open_[-1], None)
        if child is None:
            open_.pop()
        elif child.tag in _WRAPPERS:
            if child.tag != FIELD or shows_text(child.get(INSTRUCTION) or ""):
                open_.append(iter(child))
        elif child.tag == _ALTERNATIVES:
            choice = child.find(_CHOICE)
            if choice is not None:
                open_.append(iter(choice))
        else:
            yield child


def shows_text(instruction: str) -> bool:
    """Is the result of a field part of the text? A page number or a note's mark is not."""
    return not instruction.lstrip().upper().startswith(_SILENT_FIELDS)


def is_on(element: _Element) -> bool:
    """The value of a switch such as `w:b`: on, unless it says otherwise."""
    return element.get(VALUE) not in _OFF


def number(element: _Element | None, default: int) -> int:
    """The value of an element as a number; the default where there is none, or none that makes sense."""
    found = optional_number(element)
    return default if found is None else found


def optional_number(element: _Element | None) -> int | None:
    value = (element.get(VALUE) or "") if element is not None else ""
    if not value.isascii() or not value.isdigit() or len(value) > len(str(_LARGEST)):
        return None
    return int(value)
