"""What the styles of a document say of a paragraph, a run or a list.

A part has its own automatic styles, named P1, T1 …, and another part may use these names for others; the common styles are
those of styles.xml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.flow.counting import Level
from checker.readers.odt.names import FO, NAME, OFFICE, STYLE, TEXT, optional_number
from checker.readers.odt.numbering import levels

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CHAIN = 20
_STYLE_ELEMENT, _LIST_STYLE, _OUTLINE_STYLE = STYLE + "style", TEXT + "list-style", TEXT + "outline-style"
_UP = ("super", *"123456789")
_BOLD = frozenset(("bold", "600", "700", "800", "900"))


@dataclass(frozen=True)
class Style:
    """None: the style does not say. `numbering` is the list style of its paragraphs, "" where it is switched off."""

    parent: str = ""
    outline: int | None = None
    numbering: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    page_break: bool = False


class Styles:
    """The styles that one part may use, each with what it takes from its parents."""

    def __init__(self, common: _Element | None, part: _Element | None) -> None:
        self._all: dict[tuple[str, str], Style] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for element in (*_elements(common, "styles"), *_elements(part, "automatic-styles")):
            if element.tag == _STYLE_ELEMENT:
                key = (element.get(STYLE + "family") or "", element.get(NAME) or "")
                self._all[key] = _own(element)
            elif element.tag == _LIST_STYLE:
                self.lists[element.get(NAME) or ""] = levels(element)
            elif element.tag == _OUTLINE_STYLE:
                self.outline = levels(element)
        self._complete: dict[tuple[str, str], Style] = {}

    def paragraph(self, name: str) -> Style:
        return self._completed("paragraph", name)

    def run(self, name: str) -> Style:
        return self._completed("text", name)

    def _completed(self, family: str, name: str) -> Style:
        key = (family, name)
        if key not in self._complete:
            style = self._all.get(key, Style())
            base = self._all.get((family, style.parent))
            for _ in range(_LONGEST_CHAIN):
                if base is None:
                    break
                style = _based_on(style, base)
                base = self._all.get((family, base.parent))
            self._complete[key] = style
        return self._complete[key]


def _elements(root: _Element | None, group: str) -> Iterator[_Element]:
    found = root.find(OFFICE + group) if root is not None else None
    return iter(found if found is not None else ())


def _own(element: _Element) -> Style:
    """What a style says itself."""
    paragraph, run = element.find(STYLE + "paragraph-properties"), element.find(STYLE + "text-properties")
    weight = run.get(FO + "font-weight") if run is not None else None
    display = run.get(TEXT + "display") if run is not None else None
    position = (run.get(STYLE + "text-position") or "").split() if run is not None else []
    return Style(
        parent=element.get(STYLE + "parent-style-name") or "",
        outline=optional_number(element.get(STYLE + "default-outline-level")),
        numbering=element.get(STYLE + "list-style-name"),
        bold=None if weight is None else weight in _BOLD,
        hidden=None if display is None else display == "none",
        raised=position[0].startswith(_UP) if position else None,
        page_break=paragraph is not None and paragraph.get(FO + "break-before") == "page",
    )


def _based_on(style: Style, base: Style) -> Style:
    return replace(
        style,
        outline=base.outline if style.outline is None else style.outline,
        numbering=base.numbering if style.numbering is None else style.numbering,
        bold=base.bold if style.bold is None else style.bold,
        hidden=base.hidden if style.hidden is None else style.hidden,
        raised=base.raised if style.raised is None else style.raised,
        page_break=style.page_break or base.page_break,
    )
