"""Consistent reports drawn at random, for those who test a program that writes reports, or a rule of their own.

    from hypothesis import given, settings
    from checker import check
    from checker.testing import broken, budgets, tables

    @settings(deadline=None)
    @given(tables())
    def test_what_adds_up_is_accepted(table):
        assert not check(table.markdown).open

    @settings(deadline=None)
    @given(broken(budgets(lines=4)))
    def test_what_does_not_is_found(budget):
        assert check(budget.markdown).open, budget.changed

tables       labels, columns of numbers, and a total row
breakdowns   a whole and its parts, in a sentence
budgets      quantity × unit price = amount, and a total row
broken       one of these with one figure changed, beyond what rounding explains

Each draws a `Drawn`: `.markdown` is the text, `.figures` what stands in it (so that a generator can be given the same numbers), and
`.changed` the figure that `broken` changed. Numbers are written as in the language that is drawn: 1.234,5 in Vietnamese.

It needs Hypothesis, which the checker itself does not: `pip install "report-checker[testing]"`.
"""

from __future__ import annotations

try:
    import hypothesis  # noqa: F401 – only to say at once that it is missing
except ImportError as error:
    raise ImportError("checker.testing needs Hypothesis; install it with: pip install 'report-checker[testing]'") from error

from checker.testing.breaking import broken
from checker.testing.drawn import Changed, Drawn, Figure
from checker.testing.shapes import breakdowns, budgets, tables

__all__ = ["Changed", "Drawn", "Figure", "breakdowns", "broken", "budgets", "tables"]
