"""Strategies that draw consistent reports of a given shape.

A number of rows, columns, parts, lines or decimals is exactly that many, or a strategy that draws it: `tables(rows=st.integers(3, 12))`.
`language` is "vi" or "en"; both where it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from checker.testing.drawn import Drawn, Figure, Language, Product, Relation, Sum
from checker.testing.words import Words, words_of

Number = int | st.SearchStrategy[int]
_ROWS, _COLUMNS, _DECIMALS, _LINES, _PARTS = (st.integers(*range_) for range_ in ((2, 8), (1, 3), (0, 2), (3, 8), (3, 7)))
_LANGUAGES: tuple[Language, ...] = ("vi", "en")
_FEWEST, _MOST_ROWS, _MOST_COLUMNS, _MOST_DECIMALS, _MOST_PARTS = 2, 40, 4, 2, 12


@st.composite
def tables(
    draw: st.DrawFn,
    rows: Number = _ROWS,
    columns: Number = _COLUMNS,
    decimals: Number = _DECIMALS,
    language: Language | None = None,
) -> Drawn:
    """A table of 2 to 40 rows and a total row, 1 to 4 columns, 0 to 2 decimals (the same in all columns)."""
    spoken = _language(draw, language)
    words, height = words_of(spoken), _number(draw, rows, "rows", _FEWEST, _MOST_ROWS)
    width, places = _number(draw, columns, "columns", 1, _MOST_COLUMNS), _number(draw, decimals, "decimals", 0, _MOST_DECIMALS)
    values = [[Fraction(draw(st.integers(10, 9_000)), 10**places) for _ in range(width)] for _ in range(height)]
    values.append([sum(column, Fraction(0)) for column in zip(*values, strict=True)])
    labels = (*words.places[:height], words.total)
    titles = (words.measured if places else words.counted)[:width]
    figures = tuple(
        Figure(label, title, value, places)
        for label, row in zip(labels, values, strict=True)
        for title, value in zip(titles, row, strict=True)
    )
    lines = [(label, *(f"{{{number * width + column}}}" for column in range(width))) for number, label in enumerate(labels)]
    sums = tuple(Sum(height * width + column, tuple(range(column, height * width, width))) for column in range(width))
    return Drawn(spoken, _text(words, (words.place, *titles), lines), figures, sums, ("T101",))


@st.composite
def budgets(draw: st.DrawFn, lines: Number = _LINES, language: Language | None = None) -> Drawn:
    """A budget of 2 to 40 lines, quantity × unit price = amount, and a total row."""
    spoken = _language(draw, language)
    words, height = words_of(spoken), _number(draw, lines, "lines", _FEWEST, _MOST_ROWS)
    figures: list[Figure] = []
    relations: list[Relation] = []
    rows: list[Sequence[str]] = []
    for label in words.goods[:height]:
        quantity, price, first = draw(st.integers(2, 400)), draw(st.integers(2, 3_000)), len(figures)
        numbers = zip(words.budget[1:], (quantity, price, quantity * price), strict=True)
        figures += [Figure(label, title, Fraction(number)) for title, number in numbers]
        relations.append(Product(first + 2, first, first + 1))
        rows.append((label, *(f"{{{first + column}}}" for column in range(3))))
    parts = tuple(range(2, len(figures), 3))
    relations.append(Sum(len(figures), parts))
    rows.append((words.total, "", "", f"{{{len(figures)}}}"))
    figures.append(Figure(words.total, words.budget[3], sum((figures[part].value for part in parts), Fraction(0))))
    return Drawn(spoken, _text(words, words.budget, rows), tuple(figures), tuple(relations), ("T101", "T102"))


@st.composite
def breakdowns(draw: st.DrawFn, parts: Number = _PARTS, language: Language | None = None) -> Drawn:
    """A sentence with a whole of people and its 2 to 12 parts, all different."""
    spoken = _language(draw, language)
    words, count = words_of(spoken), _number(draw, parts, "parts", _FEWEST, _MOST_PARTS)
    values = draw(st.lists(st.integers(10, 3_000), min_size=count, max_size=count, unique=True))
    names = words.places[:count]
    listed = draw(st.sampled_from((", ", "; "))).join(f"{name} {{{number}}} {words.thing}" for number, name in enumerate(names, 1))
    figures = tuple(Figure(name, words.thing, Fraction(value)) for name, value in zip(("", *names), (sum(values), *values), strict=True))
    text = draw(st.sampled_from(words.sentences)).format(whole="{0}", parts=listed) + "\n"
    return Drawn(spoken, text, figures, (Sum(0, tuple(range(1, count + 1))),), ("N201",))


def _language(draw: st.DrawFn, language: Language | None) -> Language:
    return draw(st.sampled_from(_LANGUAGES)) if language is None else language


def _number(draw: st.DrawFn, asked: Number, what: str, least: int, most: int) -> int:
    number = asked if isinstance(asked, int) else draw(asked)
    if not least <= number <= most:
        raise ValueError(f"{what}: {least} to {most}, not {number}")
    return number


def _text(words: Words, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """An opening sentence and the table."""
    table = [titles, ["-"] * len(titles), *rows]
    return words.opening + "\n\n" + "".join("| " + " | ".join(row) + " |\n" for row in table)
