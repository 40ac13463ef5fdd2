"""Lines that follow one another → one text: where a line end stands for a blank, and where for nothing.

Vietnamese has no hyphenation: a hyphen, a stroke or a sign of arithmetic at a line's end belongs to what is written ("16/NQ-" and "HĐND"), and
goes on without a blank. So does what no blank ever stands before, or behind: "người" and ")".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from checker.pages.lines import Line
from checker.text import Mark, Text, join

_OPEN_END = re.compile(r"[\w)][-/–+=×]\Z|[(\[“‘]\Z")
_OPEN_BEGIN = re.compile(r"[\w(]")
_CLOSING = re.compile(r"[)\]”’,;:%]|[.!?](?:\s|\Z)")
_ADDED = re.compile(r"[+×=]\d")
_DIGITS_END = re.compile(r"(?:\A|[\s(])[\d.,]+\Z")
_DIGITS_BEGIN = re.compile(r"[\d.,]+(?:\Z|[\s)%])")
_SUM_OPEN, _SUM_CLOSED = re.compile(r"\([^\s()]*[-+×*/:][^\s()]*\Z"), re.compile(r"[^\s()]*[-+×*/:)]")
_EQUAL_TO, _REACHES_ON = re.compile(r"=\(?\w{1,4}\)?\Z"), re.compile(r"[-+×*/:]\(?\w")
_POWER_OF = re.compile(r"(?:\A|[^\w])(?:k|d|c|m)?m\Z", re.IGNORECASE)
_MOST_PIECES = 8
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Notes = tuple[tuple[int, str], ...]
NO_MARKS: Mapping[str, str] = MappingProxyType({})


def flow(lines: Sequence[Line], marks: Mapping[str, str] = NO_MARKS, width: float = 0.0) -> tuple[Text, Notes]:
    """The text of some lines and its note references. `marks` are those of the notes that there are, by the sign in the text; `width` is that
    of the cell, where a number that is too long for it is cut anywhere."""
    parts: list[Text] = []
    notes: list[tuple[int, str]] = []
    length = 0
    before: Line | None = None
    for line in lines:
        shown, found = _with_signs(line, marks)
        formula = bool(width) and _is_one_formula("".join(part.value for part in parts[-_MOST_PIECES:]), line.value)
        if parts and before is not None and not formula and not _runs_on(before, line, width):
            parts[-1] = Text(parts[-1].value + " ", parts[-1].marks)
            length += 1
        notes += [(length + offset, mark) for offset, mark in found]
        parts.append(shown)
        length += len(shown)
        before = line
    return join(parts, ""), tuple(notes)


def _with_signs(line: Line, marks: Mapping[str, str]) -> tuple[Text, list[tuple[int, str]]]:
    """The text of a line: raised signs that are marks of notes are references; others are written into the text."""
    if not line.raised:
        return line.text, []
    parts: list[Text] = []
    notes: list[tuple[int, str]] = []
    length = begin = 0
    for offset, sign in line.raised:
        before = _with_letter(line.text.cut(begin, offset), parts)
        parts.append(before)
        length += len(before)
        begin = offset
        if sign.value in marks:
            notes.append((length, marks[sign.value]))
        else:
            parts.append(_written(sign, line.value[:offset]))
            length += len(sign)
    return join([*parts, _with_letter(line.text.cut(begin), parts)], ""), notes


def _with_letter(text: Text, before: Sequence[Text]) -> Text:
    """A stray mark at its beginning gets a blank to stand on, and not the letter before it."""
    if not before or not unicodedata.combining(text.value[:1] or " "):
        return text
    return Text(" " + text.value, (Mark(0, text.place(0)), *(mark._replace(offset=mark.offset + 1) for mark in text.marks)))


def _written(sign: Text, before: str) -> Text:
    """A power as it is typed where there are no raised digits: "m2"; behind anything else a raised digit is no digit of a number."""
    return sign if _POWER_OF.search(before) else Text(sign.value.translate(_SUPERSCRIPTS), sign.marks)


def _runs_on(before: Line, after: Line, width: float) -> bool:
    """Does a line go on in the next one without a blank?"""
    if _ADDED.match(after.value) and before.value[-1:].isdigit():
        return True
    if _CLOSING.match(after.value) or (_OPEN_END.search(before.value) and _OPEN_BEGIN.match(after.value)):
        return True
    if not width or not (_DIGITS_END.match(before.value) and _DIGITS_BEGIN.match(after.value)):
        return False
    return before.box.x1 - before.box.x0 > width - _cell_margin(width) - before.em


def _is_one_formula(before: str, after: str) -> bool:
    """A formula without blanks that a narrow cell cuts anywhere: "(I+II+I" and "II+IV)", "(3)=(1)" and "+(2)"."""
    if _EQUAL_TO.search(before) and _REACHES_ON.match(after):
        return True
    return bool(_SUM_OPEN.search(before) and _SUM_CLOSED.match(after))


def _cell_margin(width: float) -> float:
    return min(11.0, width / 4)
