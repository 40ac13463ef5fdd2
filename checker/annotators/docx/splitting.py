"""Runs split at a character, so that a mark can stand there. Both halves keep the run's formatting; what shows nothing stays in order."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.readers.docx.names import RUN, RUN_PROPERTIES, W
from checker.readers.docx.runs import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SHOWS_NOTHING = (RUN_PROPERTIES, W + "lastRenderedPageBreak")


def begins(pieces: Sequence[Piece], position: int) -> _Element | None:
    """The run that begins with the character at that position, which is split off where it must be. A formula is not split: it is given as
    it is. None where no character has that position."""
    for piece in pieces:
        if position < len(piece.text):
            return _from(piece, position) if piece.holder.tag == RUN else piece.holder
        position -= len(piece.text)
    return None


def ends(pieces: Sequence[Piece], position: int) -> _Element | None:
    """The run that ends before the character at that position; `begins` otherwise."""
    for piece in pieces:
        if position <= len(piece.text):
            return _until(piece, position) if piece.holder.tag == RUN else piece.holder
        position -= len(piece.text)
    return None


def alone(run: _Element, child: _Element) -> _Element:
    """A child of a run in a run that shows nothing else."""
    run = _from(Piece("", run, child), 0)
    return _until(Piece("", run, child), 0)


def _from(piece: Piece, position: int) -> _Element:
    source = _second_half(piece, position) if position else piece.source
    before = (child for child in piece.source.itersiblings(preceding=True) if child.tag not in _SHOWS_NOTHING)
    return _split(piece.holder, source) if position or next(before, None) is not None else piece.holder


def _until(piece: Piece, position: int) -> _Element:
    after = _second_half(piece, position) if position < len(piece.text) else piece.source.getnext()
    if after is not None:
        _split(piece.holder, after)
    return piece.holder


def _second_half(piece: Piece, position: int) -> _Element:
    """Text cut in two at a position inside it."""
    from lxml import etree

    text = piece.source.text or ""
    second = etree.Element(piece.source.tag)
    piece.source.text, second.text = text[:position], text[position:]
    for half in (piece.source, second):
        half.set(_SPACE, "preserve")
    piece.source.addnext(second)
    return second


def _split(run: _Element, child: _Element) -> _Element:
    """A run like this one with the child and all that follows it, right behind it."""
    from lxml import etree

    second = etree.Element(RUN, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        second.append(copy.deepcopy(properties))
    run.addnext(second)
    for moved in [child, *child.itersiblings()]:
        second.append(moved)
    return second
