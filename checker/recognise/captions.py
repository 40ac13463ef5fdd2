"""Lines between two tables: which ones name the second, and which ones a page leaves there.

A line that names a table by number ("Bảng 2. …", "Biểu số 3") begins another one. Where the second table has the header of the
first, any title does: a short line that is no sentence, or one that announces what follows ("… như sau:"). A unit, a note, a page
number and what says that the table goes on ("Bảng 2 (tiếp theo)") are no titles; nor is a line that stood in the document before:
a page repeats it.
"""

from __future__ import annotations

import re

from checker.document import Paragraph
from checker.locales import languages, load
from checker.text import fold

_LONGEST_TITLE = 200
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ASIDE = re.compile(r"\W*\(|[*†]")
_SENTENCE = re.compile(r"[.;,!?…]\W*\Z")
_ANNOUNCES = re.compile(r":[\s*]*\Z")


def names_table(paragraph: Paragraph) -> bool:
    """Does the line call a table by its number, one that does not go on from the page before?"""
    folded = _folded(paragraph)
    return _matches(folded, "table_caption") and not _matches(folded, "goes_on")


def is_title(paragraph: Paragraph) -> bool:
    """Is it a title, of whatever follows?"""
    value, folded = paragraph.text.value, _folded(paragraph)
    if _matches(folded, "goes_on") or _is_aside(folded):
        return False
    if paragraph.bold or _ANNOUNCES.search(value) or names_table(paragraph):
        return True
    return len(value) <= _LONGEST_TITLE and not _SENTENCE.search(value) and not _ASIDE.match(folded)


def _folded(paragraph: Paragraph) -> str:
    """With the marker that the format keeps beside the text: a caption may be numbered by it."""
    return f"{fold(paragraph.marker)} {paragraph.text.folded}".strip()


def _matches(folded: str, key: str) -> bool:
    return any(load(language).pattern("parts", key).search(folded) for language in languages())


def _is_aside(folded: str) -> bool:
    """A note, a source, a page number, or a unit and nothing else."""
    for locale in map(load, languages()):
        unit = locale.pattern("parts", "unit_line").search(folded)
        rest = folded[: unit.start()] + folded[unit.end() :] if unit else folded
        if not _LETTERS.search(rest) or folded.lstrip(" *-").startswith(tuple(locale.words("parts", "source_line"))):
            return True
        if locale.pattern("parts", "page_line").match(folded):
            return True
    return False
