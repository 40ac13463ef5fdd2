"""A strategy that breaks a report: one figure is changed beyond what rounding explains."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from checker.testing.drawn import Drawn, Figure, Product, Relation

_MOST_STEPS = 900


def broken(document: Drawn | st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn]:
    """The same report with one figure changed, up or down, so that it contradicts the others: `.changed` says which and how. A total
    stays above each of its parts, for else it would not look like one.

    `document` is drawn already, or the strategy that draws it. Raises ValueError for one that is broken already.
    """
    return document.flatmap(broken) if isinstance(document, st.SearchStrategy) else _one_changed(document)


def _one_changed(document: Drawn) -> st.SearchStrategy[Drawn]:
    if document.changed is not None:
        raise ValueError("this report is broken already; draw another")
    numbers = st.integers(0, len(document.figures) - 1)
    steps = st.integers(1, _MOST_STEPS) | st.integers(1, 9)
    return st.builds(_moved, st.just(document), numbers, steps, st.booleans()).filter(_is_broken)


def _moved(document: Drawn, number: int, steps: int, up: bool) -> Drawn:
    """One figure moved by some of its steps; up where down would leave nothing of it."""
    figure = document.figures[number]
    by = steps * figure.step
    return document.altered(number, figure.value + by if up or by >= figure.value else figure.value - by)


def _is_broken(document: Drawn) -> bool:
    """Does it contradict itself, however its figures were rounded and wherever a sum may be taken to begin and to end?"""
    return any(_contradicts(relation, document.figures) for relation in document.relations)


def _contradicts(relation: Relation, figures: tuple[Figure, ...]) -> bool:
    if isinstance(relation, Product):
        amount, quantity, price = (figures[number].value for number in (relation.amount, relation.quantity, relation.price))
        return not quantity * (price - Fraction(1, 2)) <= amount <= quantity * (price + 1)
    total, parts = figures[relation.total], [figures[number].value for number in relation.parts]
    if total.value <= max(parts):  # looks like a mean, and no rule takes it for a total
        return False
    rounding = Fraction(len(parts) + 1, 2) * total.step if total.decimals else Fraction(0)
    readings = [stretch for cut in range(len(parts)) for stretch in (parts[cut:], parts[: len(parts) - cut])]
    return all(abs(total.value - sum(stretch)) > rounding for stretch in readings)
