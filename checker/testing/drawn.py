"""What is drawn: a text with figures in it, and what must hold between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from checker.locales import load
from checker.wording import format_number

Language = Literal["vi", "en"]


@dataclass(frozen=True)
class Figure:
    """A figure: its exact value, how many decimals it is written with, and what it is called: by row and column in a table, by row
    alone in a sentence. The row is "" for the whole of a breakdown."""

    row: str
    column: str
    value: Fraction
    decimals: int = 0

    @property
    def step(self) -> Fraction:
        return Fraction(1, 10**self.decimals)


@dataclass(frozen=True)
class Sum:
    """`total == sum(parts)`, by the numbers of the figures."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True)
class Product:
    """`amount == quantity * price`, by the numbers of the figures."""

    amount: int
    quantity: int
    price: int


Relation = Sum | Product


@dataclass(frozen=True)
class Changed:
    """The figure that was changed, by its number among the figures: as it was and as it is."""

    number: int
    before: Figure
    after: Figure


@dataclass(frozen=True)
class Drawn:
    """A small report. `template` is its text with "{0}" where the first figure stands; `rules` are the codes of those that check it."""

    language: Language
    template: str
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    rules: tuple[str, ...]
    changed: Changed | None = None

    @property
    def markdown(self) -> str:
        style = load(self.language).style
        return self.template.format(*(format_number(f.value, f.decimals, style, trim=False) for f in self.figures))

    def altered(self, number: int, value: Fraction) -> Drawn:
        """The same with another value for one figure."""
        before = self.figures[number]
        after = replace(before, value=value)
        figures = (*self.figures[:number], after, *self.figures[number + 1 :])
        return replace(self, figures=figures, changed=Changed(number, before, after))
