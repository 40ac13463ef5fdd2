"""One sheet: ours taken out of its notes, its drawing and its formats, and the new ones put in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from checker.annotators.xlsx.book import Book
from checker.annotators.xlsx.fills import Fills
from checker.annotators.xlsx.notes import Notes
from checker.annotators.xlsx.shapes import with_, without
from checker.annotators.xlsx.tail import Element, Tail
from checker.opc import written
from checker.report import Severity

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_OFFICE, _STRICT = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_FORMULA = 'N("checker")=0'
_FORMULAS = (_FORMULA.encode(), _FORMULA.replace('"', "&quot;").encode())


class Remark(NamedTuple):
    """What is said at one cell, and how severe it is."""

    text: str
    severity: Severity

    def with_(self, other: Remark) -> Remark:
        worse = max(self.severity, other.severity, key=lambda severity: severity.rank)
        return Remark(f"{self.text}\n\n{other.text}", worse)


def annotated(book: Book, sheet: str, remarks: Mapping[str, Remark], fills: Fills) -> str:
    """Puts these remarks, and none of ours besides, on the sheet in that part. The part with its notes; "" where the sheet stays as it is."""
    relation = book.parts.related(sheet, "comments")
    part = relation.part if relation and relation.part in book.parts else ""
    notes = Notes(book.xml(part)) if part else Notes.none(book.is_strict)
    gone, had = notes.take_out()
    if not remarks and not had and not (fills.were_there and _is_filled(book.parts.read(sheet))):
        return ""
    new = notes.add({cell: remark.text for cell, remark in remarks.items()})
    if not part:
        part = _notes_part(book, sheet)
    book.parts.put(part, written(notes.root))
    tail = Tail(book.parts.read(sheet), sheet)
    _fill(tail, remarks, fills)
    _draw(book, sheet, tail, gone, {cell: remarks[cell] for cell in new})
    book.parts.put(sheet, tail.put())
    return part


def _notes_part(book: Book, sheet: str) -> str:
    part = book.parts.unused("xl/comments{}.xml")
    book.parts.put(part, b"")
    book.parts.declare(part, _NOTES_TYPE)
    book.parts.relate(sheet, "comments", part, book.is_strict)
    return part


def _draw(book: Book, sheet: str, tail: Tail, gone: Collection[str], new: Mapping[str, Remark]) -> None:
    """The boxes of the notes."""
    reference = next((e for e in tail.elements if e.name == "legacyDrawing" and e.depth == 0), None)
    targets = {relation.id: relation.part for relation in book.parts.relations(sheet)}
    part = targets.get(reference.attributes.get("id", ""), "") if reference else ""
    before = book.parts.read(part) if part and part in book.parts else b""
    drawing = without(before, gone)
    drawing = with_(drawing, {cell: remark.text for cell, remark in new.items()}) if new else drawing
    if not part and drawing:
        part = book.parts.unused("xl/drawings/vmlDrawing{}.vml")
        book.parts.put(part, b"")
        book.parts.declare_extension("vml", _DRAWING_TYPE)
        id = book.parts.relate(sheet, "vmlDrawing", part, book.is_strict)
        office = _STRICT if book.is_strict else _OFFICE
        tail.insert("legacyDrawing", f'<{tail.prefix}legacyDrawing xmlns:r="{office}" r:id="{id}"/>')
    if drawing != before:
        book.parts.put(part, drawing)


def _fill(tail: Tail, remarks: Mapping[str, Remark], fills: Fills) -> None:
    """The fills of the cells: a format that always holds."""
    kept = _unfilled(tail)
    last = max((int(found) for rule in kept if (found := rule.attributes.get("priority", "")).isdecimal()), default=0)
    for severity in Severity:
        cells = " ".join(cell for cell, remark in remarks.items() if remark.severity == severity)
        number = fills.of(severity) if cells else None
        if number is None:
            continue
        last += 1
        of = tail.prefix
        rule = f'<{of}cfRule type="expression" dxfId="{number}" priority="{last}"><{of}formula>{_FORMULA}</{of}formula></{of}cfRule>'
        tail.insert("conditionalFormatting", f'<{of}conditionalFormatting sqref="{cells}">{rule}</{of}conditionalFormatting>')


def _is_filled(sheet: bytes) -> bool:
    return any(formula in sheet for formula in _FORMULAS)


def _unfilled(tail: Tail) -> list[Element]:
    """Takes our fills out; the rules that stay."""
    rules = [element for element in tail.elements if element.name == "cfRule" and element.depth == 1]
    ours = [rule for rule in rules if _is_filled(tail.text(rule))]
    kept = [rule for rule in rules if rule not in ours]
    for block in tail.elements:
        if block.name == "conditionalFormatting" and block.depth == 0:
            inside = [rule for rule in ours if block.begin < rule.begin < block.end]
            whole = inside and not any(block.begin < rule.begin < block.end for rule in kept)
            for element in [block] if whole else inside:
                tail.remove(element)
    return kept
