"""Numbers of spreadsheets and records in the style of the document.

What a program stores is written with a point ("1234.5") or as its author's computer showed it; the words around may be
Vietnamese. The stored value tells which mark is which: a cell that means it only with points and commas exchanged is respelt so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from checker.document import Block, Cell, Document, Table
from checker.lazy import mapped
from checker.locales import Style
from checker.quantity import Quantity
from checker.recognise.numbers import DIGITS, read_number
from checker.text import Text

_EXCHANGED = str.maketrans(".,", ",.")
_MARK = re.compile(r"\d[.,]\d")
_SCALES = (Fraction(1), Fraction(100))
_FIRST = 8
_HALF, _DOUBTFUL, _MOST_BITS = 0.5, 0.01, 900


def respelt(document: Document, style: Style) -> Document:
    """The same document, with every stored number written in this style."""
    if document.spelt == style or not any(isinstance(block, Table) and _keeps_values(block) for block in document.blocks):
        return document
    return replace(document, blocks=tuple(_block(block, style) for block in document.blocks))


def says_style(cell: Cell) -> bool:
    """Does the cell say how the document writes numbers? What a program wrote does not."""
    return cell.stored is None or cell.stored.value is None or cell.stored.is_text


def _keeps_values(table: Table) -> bool:
    return any(cell.stored is not None for row in islice(table.rows, _FIRST) for cell in row)


def _block(block: Block, style: Style) -> Block:
    if not (isinstance(block, Table) and _keeps_values(block)):
        return block
    return replace(block, rows=mapped(block.rows, lambda row: _row(row, style)))


def _row(row: tuple[Cell, ...], style: Style) -> tuple[Cell, ...]:
    return tuple(cell if says_style(cell) or not _MARK.search(cell.text.value) else _cell(cell, style) for cell in row)


def _cell(cell: Cell, style: Style) -> Cell:
    value = cell.stored.value if cell.stored else None
    number = DIGITS.search(cell.text.value)
    if value is None or number is None or _means(number[0], style, value):
        return cell
    other = Style(style.decimal, style.group)
    if not _means(number[0], other, value):
        return cell
    return replace(cell, text=Text(cell.text.value.translate(_EXCHANGED), cell.text.marks))


def _means(number: str, style: Style, value: Fraction) -> bool:
    """Is it written in that style, and then what the stored value looks like, as it is or as a percentage?"""
    quantity = read_number(number, style) if _follows(number, style) else None
    if quantity is None:
        return False
    value = abs(value)
    return quantity.value == value or any(_rounds(quantity, value * scale) for scale in (_SCALES if value > 1 else _SCALES[::-1]))


def _follows(number: str, style: Style) -> bool:
    whole, _, decimals = number.partition(style.decimal)
    groups = whole.split(style.group)
    return decimals.isdigit() == (style.decimal in number) and all(len(group) == 3 for group in groups[1:])


def _rounds(quantity: Quantity, value: Fraction) -> bool:
    if value.numerator.bit_length() < _MOST_BITS:
        near = abs(float(quantity.value) - float(value)) / float(quantity.step)
        if abs(near - _HALF) > _DOUBTFUL:
            return near < _HALF
    return abs(quantity.value - value) <= quantity.step / 2
