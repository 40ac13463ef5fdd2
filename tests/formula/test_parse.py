"""Text → formula, and one clear message with its column for everything else."""

from __future__ import annotations

import pytest

from checker.formula.expression import roles
from checker.formula.parse import DEEPEST, LONGEST, FormulaError, parse


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("total == sum(parts)", "total == sum(parts)"),
        ("a + b * c", "(a + (b * c))"),
        ("a - b - c", "((a - b) - c)"),
        ("a / b / c", "((a / b) / c)"),
        ("(a + b) * c", "((a + b) * c)"),
        ("-a + b", "(-a + b)"),
        ("--a", "a"),
        ("percent == 100 * part / whole", "percent == ((100 * part) / whole)"),
        ("cited.date <= own.date", "cited.date <= own.date"),
        ("year in expected", "year in expected"),
        ("round(a, 0.1) != 2.5", "round(a, 1/10) != 5/2"),
        ("between(x, 1, 3)", "between(x, 1, 3)"),
        ("  a==b  ", "a == b"),
    ],
)
def test_a_formula_is_read_with_its_precedence(text: str, tree: str) -> None:
    assert str(parse(text)) == tree


def test_roles_are_told_as_often_as_they_occur() -> None:
    assert roles(parse("a == b + a * sum(c)")) == ("a", "b", "a", "c")


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("a = b", "'=' has no meaning in a formula; write == to compare", 3),
        ("a == b ? c", "'?' has no meaning in a formula", 8),
        ("total == sum(parts", "a bracket should be closed, but the end stands here", 19),
        ("(a + b", "a bracket should be closed, but the end stands here", 7),
        ("(a + b c)", "a bracket should be closed, but 'c' stands here", 8),
        ("a == b)", "the formula should end here, but ')' stands here", 7),
        ("a b", "the formula should end here, but 'b' stands here", 3),
        ("a == b == c", "a formula holds one comparison; two demands are two rules", 8),
        ("a < b in c", "a formula holds one comparison; two demands are two rules", 7),
        ("a + ", "a role, a number or a function is missing before the end of the formula", 5),
        ("", "a role, a number or a function is missing before the end of the formula", 1),
        ("a == * b", "a role, a number or a function is missing before '*'", 6),
        ("in == b", "a role, a number or a function is missing before 'in'", 1),
        ("sum()", "'sum' takes 1 to 99 arguments, not 0", 1),
        ("x == round(a)", "'round' takes 2 arguments, not 1", 6),
        ("a == summ(b)", "there is no function 'summ'; did you mean 'sum'?", 6),
        ("a == frobnicate(b)", "there is no function 'frobnicate'", 6),
        ("a == cited.", "an attribute should follow 'cited.'", 12),
        ("a == cited.5", "an attribute should follow 'cited.'", 12),
    ],
)
def test_what_is_no_formula_gets_one_message_with_its_column(text: str, message: str, column: int) -> None:
    with pytest.raises(FormulaError) as error:
        parse(text)
    assert (str(error.value), error.value.column) == (message, column)


def test_a_formula_has_a_longest_length() -> None:
    with pytest.raises(FormulaError, match=f"longer than {LONGEST}"):
        parse("a+" * LONGEST + "a")


@pytest.mark.parametrize("opening", ["(", "sum(", "-("])
def test_brackets_have_a_greatest_depth(opening: str) -> None:
    with pytest.raises(FormulaError, match=f"nested more than {DEEPEST}"):
        parse(opening * 400 + "a")


def test_many_signs_are_one_sign() -> None:
    assert str(parse("-" * 1501 + "a")) == "-a"


@pytest.mark.parametrize("text", ["__import__('os')", "a.b.c", "a[0]", "lambda: 1", "a if b else c", "f'{a}'", "a; b", "a ** b"])
def test_nothing_of_python_is_understood(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text)
