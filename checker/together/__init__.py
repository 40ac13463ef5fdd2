"""Several files of one report → one document: a report in Word with its annexes in Excel and PDF.

The first file is the report; its own number, date and title are the document's. Every further file is a section of its own, an
annex where its first lines, its name or the caller says so ("Phụ lục 1", "phu-luc-1.xlsx"). So is every sheet that is called after an
annex ("PL1", "Annex 3"), also of a workbook that is the only file. Places keep their file's own terms; `volume` tells them apart.

names      annexes by their names: "phu-luc-1" → "Phụ lục 1"; the lines that open one
openings   where files and sheets begin
volumes    the places of a further file
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.document import Block, Document, File, Table
from checker.locales.detected import detect_language
from checker.locales.unreadable import because
from checker.together.openings import file_opened, has_annex_sheets, sheets_opened
from checker.together.volumes import Recognitions, placed


def together(documents: Sequence[Document], headings: Mapping[str, str] = {}) -> Document:
    """One document of several, the first of them the report itself. `headings` are what a file is called, by its path.

    Raises IndexError where there is none.
    """
    first, *others = documents
    if not others and not has_annex_sheets(first):
        return first
    language = detect_language(_texts(documents))
    blocks = list(sheets_opened(first, language))
    if not others:
        return replace(first, blocks=tuple(blocks))
    for volume, document in enumerate(others, 2):
        blocks += [placed(block, volume) for block in file_opened(document, headings.get(document.path, ""), language)]
    return Document(
        path=first.path,
        format="+".join(dict.fromkeys(document.format for document in documents)),
        sha256=hashlib.sha256("".join(document.sha256 for document in documents).encode()).hexdigest(),
        blocks=tuple(blocks),
        warnings=tuple(because(warning, "in_file", file=document.path) for document in documents for warning in document.warnings),
        details=_agreed(documents),
        files=tuple(File(document.path, document.sha256, document.format, document.details) for document in documents),
        spelt=first.spelt if all(document.spelt == first.spelt for document in others) else None,
        recognition=Recognitions(documents) if any(document.recognition for document in documents) else None,
    )


def _agreed(documents: Sequence[Document]) -> tuple[tuple[str, str], ...]:
    """What was found out of one file and of no other something else: of the others each file says its own."""
    found = dict.fromkeys(detail for document in documents for detail in document.details)
    names = [name for name, _ in found]
    return tuple((name, value) for name, value in found if names.count(name) == 1)


def _texts(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for block in document.blocks:
            yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell.text.value for row in block.rows for cell in row if not cell.merged)
    else:
        yield block.text.value
