"""The boxes in which notes are shown: a drawing in VML, which buttons share. It is changed byte by byte, for not every program writes it
as well-formed XML."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from checker.place import cell_address, grid_address

_VENDOR = "urn:schemas-microsoft-com"
_NAMESPACES = f'xmlns:v="{_VENDOR}:vml" xmlns:o="{_VENDOR}:office:office" xmlns:x="{_VENDOR}:office:excel"'
_KIND = (
    f'<v:shapetype {_NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_EMPTY = f'<xml {_NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'.encode()
_SHAPE = (
    f'<v:shape {_NAMESPACES} id="_x0000_s{{id}}" type="#_x0000_t202" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_BEGIN, _END = b"<v:shape ", b"</v:shape>"
_NUMBER = re.compile(rb"_x0000_s(\d{1,9})\b")
_CELL = re.compile(rb"<x:(Row|Column)>\s{0,9}(\d{1,7})\s{0,9}</x:\1>")
_FIRST, _WIDTH, _LINE, _HIGHEST = 1025, 5, 45, 40


def without(drawing: bytes, cells: Collection[str]) -> bytes:
    """A drawing without the boxes of the notes of these cells."""
    kept: list[bytes] = []
    done = 0
    while (begin := drawing.find(_BEGIN, done)) >= 0 and (end := drawing.find(_END, begin)) >= 0:
        end += len(_END)
        kept.append(drawing[done:begin])
        if _cell(drawing[begin:end]) not in cells:
            kept.append(drawing[begin:end])
        done = end
    return b"".join([*kept, drawing[done:]])


def with_(drawing: bytes, texts: Mapping[str, str]) -> bytes:
    """A drawing (b"": a new one) with a box for the note of each of these cells, large enough for its text."""
    drawing = drawing or _EMPTY
    last = max([_FIRST - 1, *(int(number) for number in _NUMBER.findall(drawing))])
    shapes = "".join(_shape(last + number, cell, text) for number, (cell, text) in enumerate(texts.items(), 1))
    place = drawing.rfind(b"</")
    kind = "" if b'id="_x0000_t202"' in drawing else _KIND
    return drawing[:place] + (kind + shapes).encode() + drawing[place:]


def _shape(id: int, cell: str, text: str) -> str:
    row, column = grid_address(cell)
    top = max(0, row - 2)
    lines = min(_HIGHEST, 1 + sum(1 + len(line) // _LINE for line in text.split("\n")))
    right, bottom = column + _WIDTH, top + lines
    return _SHAPE.format(id=id, left=column, top=top, right=right, bottom=bottom, row=row - 1, column=column - 1)


def _cell(shape: bytes) -> str:
    """The cell whose note a box shows; "" for a button."""
    found = dict(_CELL.findall(shape))
    if b'ObjectType="Note"' not in shape or len(found) < 2:
        return ""
    return cell_address(int(found[b"Row"]) + 1, int(found[b"Column"]) + 1)
