"""Makes a Word file of a Markdown report, the same bytes every time.

    python tests/tools/docx_from_markdown.py IN.md OUT.docx

Every line becomes a paragraph, as in the reports of offices: "# I. ..." a heading style with its numbering as typed, "- ..." and
"1/- ..." plain paragraphs, pipe tables real tables with a header row, **bold** and *italic* runs, "¹" with a line "¹ ..." below
a real footnote. A heading "Phụ lục" starts a new page.
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

SUPERSCRIPTS = "¹²³⁴⁵⁶⁷⁸⁹"
MADE = datetime(2024, 1, 1)
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
INLINE = re.compile(rf"\*\*\*(?P<both>.+?)\*\*\*|\*\*(?P<bold>.+?)\*\*|(?<!\\)\*(?P<italic>.+?)(?<!\\)\*|(?P<note>[{SUPERSCRIPTS}])")
HEADING = re.compile(r"(#{1,6}) +(.*)")
SEPARATOR = re.compile(r"\|[\s:|-]+\|?$")


def docx_from_markdown(text: str) -> bytes:
    """The Word file of a Markdown text."""
    notes = {line[0]: line[1:].strip() for line in text.splitlines() if line[:1] in SUPERSCRIPTS and line.strip()}
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    for block in _blocks(text):
        if isinstance(block, list):
            _add_table(document, block, notes)
        elif heading := HEADING.match(block):
            paragraph = document.add_paragraph(style=f"Heading {len(heading[1])}")
            paragraph.paragraph_format.page_break_before = heading[2].startswith("Phụ lục")
            _add_runs(paragraph, heading[2], notes)
        elif block[0] not in SUPERSCRIPTS:
            _add_runs(document.add_paragraph(), block, notes)
    if notes:
        add_footnotes(document, {SUPERSCRIPTS.index(mark) + 1: _unescaped(text) for mark, text in notes.items()})
    properties = document.core_properties
    properties.author = properties.last_modified_by = "report-checker"
    properties.title = properties.comments = ""
    properties.created = properties.modified = MADE
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _blocks(text: str) -> Iterator[str | list[str]]:
    """Lines, and tables as lists of lines."""
    table: list[str] = []
    for line in [*text.splitlines(), ""]:
        line = line.strip()
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            yield table
            table = []
        if line:
            yield line


def _add_runs(paragraph: Paragraph, text: str, notes: dict[str, str]) -> None:
    end = 0
    for match in INLINE.finditer(text):
        paragraph.add_run(_unescaped(text[end : match.start()]))
        end = match.end()
        if (mark := match["note"]) and mark in notes:
            run = paragraph.add_run()
            run.font.superscript = True
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(SUPERSCRIPTS.index(mark) + 1))
            run._r.append(reference)
        else:
            run = paragraph.add_run(_unescaped(match["both"] or match["bold"] or match["italic"] or mark))
            run.bold = bool(match["both"] or match["bold"]) or None
            run.italic = bool(match["both"] or match["italic"]) or None
    paragraph.add_run(_unescaped(text[end:]))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([+*#|\\-])", r"\1", text)


def _add_table(document: WordDocument, lines: list[str], notes: dict[str, str]) -> None:
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines if not SEPARATOR.match(line)]
    marks = next(line[1:-1].split("|") for line in lines if SEPARATOR.match(line))
    right = [mark.strip().endswith("-:") and not mark.strip().startswith(":") for mark in marks]
    table = document.add_table(rows=len(rows), cols=len(right), style="Table Grid")
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text, is_right in zip(row.cells, texts, right, strict=True):
            paragraph = cell.paragraphs[0]
            _add_runs(paragraph, f"**{text}**" if number == 0 and text else text, notes)
            if is_right and number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)


def add_footnotes(document: WordDocument, notes: dict[int, str]) -> None:
    """The part that holds the notes, by the ids of their references."""
    root = etree.Element(qn("w:footnotes"), nsmap={"w": qn("w:p")[1:].split("}")[0]})
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        note = etree.SubElement(root, qn("w:footnote"), {qn("w:type"): kind, qn("w:id"): str(number)})
        etree.SubElement(etree.SubElement(etree.SubElement(note, qn("w:p")), qn("w:r")), qn(f"w:{kind}"))
    for id, text in notes.items():
        note = etree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(id)})
        paragraph = etree.SubElement(note, qn("w:p"))
        run = etree.SubElement(paragraph, qn("w:r"))
        properties = etree.SubElement(run, qn("w:rPr"))
        etree.SubElement(properties, qn("w:vertAlign"), {qn("w:val"): "superscript"})
        etree.SubElement(run, qn("w:footnoteRef"))
        words = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t"))
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = " " + text
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _with_fixed_times(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return buffer.getvalue()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(docx_from_markdown(Path(sys.argv[1]).read_text(encoding="utf-8")))
