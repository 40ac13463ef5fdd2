"""A text, and the references to notes that stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from checker.place import Place
from checker.text import Mark, Text, join


class Noted(NamedTuple):
    """A text, and its note references as (offset, mark)."""

    text: Text
    notes: tuple[tuple[int, str], ...] = ()


def joined(parts: Iterable[Noted], between: str = " ") -> Noted:
    """One text of several, their references kept."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    notes: list[tuple[int, str]] = []
    length = 0
    for part in parts:
        notes += [(length + offset, mark) for offset, mark in part.notes]
        length += len(part.text) + len(between)
    return Noted(join([part.text for part in parts], between), tuple(notes))


def strip(noted: Noted) -> Noted:
    text = noted.text.strip()
    if not noted.notes or text is noted.text:
        return Noted(text, noted.notes)
    begin = len(noted.text.value) - len(noted.text.value.lstrip())
    return Noted(text, tuple((min(max(offset - begin, 0), len(text)), mark) for offset, mark in noted.notes))


def numbered(marker: str, words: Noted, place: Place) -> Noted:
    """The words behind their automatic number; a bullet alone is nothing."""
    bullet = len(marker) == 1 and not marker.isalnum()
    if not marker or (bullet and not words.text.value):
        return words
    number = Noted(_at_one_place(marker, place))
    return joined([number, words]) if words.text.value else number


def in_cell(parts: Iterable[Noted], place: Place) -> Noted:
    """The text of a cell: its paragraphs one after the other, those that are empty left out."""
    parts = list(parts)
    return joined([part for part in parts if part.text.value] or parts[:1] or [Noted(Text.at("", place))])


def _at_one_place(marker: str, place: Place) -> Text:
    """A marker stands nowhere in the file: each of its characters is where the paragraph begins."""
    return Text(marker, tuple(Mark(offset, place) for offset in range(len(marker))))
