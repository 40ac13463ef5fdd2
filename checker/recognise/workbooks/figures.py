"""A stored number as a figure: its value is what is stored, its text and place are what the cell shows."""

from __future__ import annotations

from fractions import Fraction

from checker.document import Cell
from checker.figure import Figure
from checker.locales import Locale, Style
from checker.quantity import Quantity, round_half_up
from checker.recognise.cells import NOTHING, read_cell
from checker.recognise.reading import Reading

_HALF, _LEAST = Fraction(1, 2), Fraction(1, 10_000)


def stored_figure(cell: Cell, reading: Reading, value: Fraction | None = None, factor: int = 1) -> Figure:
    """The figure of a cell, so many times what is stored, or `value`. Exact: it has no step."""
    stored = (cell.stored.value if cell.stored else None) or Fraction(0)
    shown = read_cell(cell.text, NOTHING, reading.locale, reading.style)
    text, place = (shown.text, shown.place) if shown else (cell.text.value, cell.text.place(0, len(cell.text)))
    whole = shown is not None and shown.quantity.whole
    quantity = Quantity((stored if value is None else value) * factor, whole=whole)
    return Figure(text=text, place=place, quantity=quantity)


def written(value: Fraction, style: Style) -> str:
    """The number with four decimals at most, in the style of the document."""
    whole, rest = divmod(round_half_up(abs(value), _LEAST) / _LEAST, 1 / _LEAST)
    decimals = f"{int(rest):04d}".rstrip("0")
    text = f"{int(whole):,}".replace(",", style.group) + (style.decimal + decimals if decimals else "")
    return f"−{text}" if value < 0 else text


def least_shown(cell: Cell, locale: Locale, style: Style) -> Fraction:
    """Half a unit of the last digit that the cell shows, as so much of what is stored; 0 where that cannot be told."""
    stored = cell.stored.value if cell.stored else None
    shown = read_cell(cell.text, NOTHING, locale, style)
    if shown is None or not stored or not shown.quantity.value:
        return Fraction(0)
    return abs(stored / shown.quantity.value) * (shown.quantity.step or Fraction(10) ** shown.power) * _HALF
