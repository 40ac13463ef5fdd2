"""What the styles of a document say of a paragraph or a run: heading level, numbering, bold, hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.readers.docx.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, TYPE, VALUE, W, is_on, optional_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CHAIN = 20
_HEADING = re.compile(r"heading ([1-9])\Z", re.IGNORECASE)
_CONTENTS = re.compile(r"toc [1-9]\Z|table of figures\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """`outline` counts from 0; 9 is running text. None: the style does not say."""

    id: str = ""
    name: str = ""
    based_on: str = ""
    outline: int | None = None
    number: int | None = None
    depth: int | None = None
    bold: bool | None = None
    hidden: bool | None = None

    @property
    def is_contents(self) -> bool:
        """Is it the style of a line in the table of contents?"""
        return _CONTENTS.match(self.name) is not None


class Styles:
    """The styles of a document, each with what it takes from those it is based on."""

    def __init__(self, root: _Element | None) -> None:
        elements = [] if root is None else list(root.iter(W + "style"))
        own = {style.id: style for style in map(_own, elements)}
        self._all = {id: _completed(style, own) for id, style in own.items()}
        default = next((e for e in elements if e.get(TYPE) == "paragraph" and e.get(W + "default") in ("1", "true", "on")), None)
        self._default = Style() if default is None else self._all[_id(default)]

        self.lists = {id: style.number for id, style in self._all.items() if style.number is not None}

    def paragraph(self, id: str) -> Style:
        return self._all.get(id, self._default)

    def run(self, id: str) -> Style | None:
        return self._all.get(id)


def _own(element: _Element) -> Style:
    """What a style says itself."""
    name = _value(element.find(W + "name"))
    paragraph, run = element.find(PARAGRAPH_PROPERTIES), element.find(RUN_PROPERTIES)
    numbering = paragraph.find(W + "numPr") if paragraph is not None else None
    heading = _HEADING.match(name)
    outline = optional_number(paragraph.find(W + "outlineLvl")) if paragraph is not None else None
    return Style(
        id=_id(element),
        name=name,
        based_on=_value(element.find(W + "basedOn")),
        outline=int(heading[1]) - 1 if heading and outline is None else outline,
        number=optional_number(numbering.find(W + "numId")) if numbering is not None else None,
        depth=optional_number(numbering.find(W + "ilvl")) if numbering is not None else None,
        bold=_switch(run, "b"),
        hidden=_switch(run, "vanish"),
    )


def _completed(style: Style, own: dict[str, Style]) -> Style:
    base = own.get(style.based_on)
    for _ in range(_LONGEST_CHAIN):
        if base is None:
            break
        style = replace(
            style,
            outline=base.outline if style.outline is None else style.outline,
            number=base.number if style.number is None else style.number,
            depth=base.depth if style.depth is None else style.depth,
            bold=base.bold if style.bold is None else style.bold,
            hidden=base.hidden if style.hidden is None else style.hidden,
        )
        base = own.get(base.based_on)
    return style


def _id(element: _Element) -> str:
    return element.get(W + "styleId") or ""


def _value(element: _Element | None) -> str:
    return (element.get(VALUE) or "") if element is not None else ""


def _switch(properties: _Element | None, name: str) -> bool | None:
    element = properties.find(W + name) if properties is not None else None
    return None if element is None else is_on(element)
