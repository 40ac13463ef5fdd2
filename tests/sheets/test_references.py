"""The cells that a formula names: moved, said relatively, listed."""

from __future__ import annotations

import pytest

from checker.sheets.references import areas_named, relative, shifted


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "moved"),
    [
        ("SUM(C3:C12)", 0, 1, "SUM(D3:D12)"),
        ("A1*$A1*A$1*$A$1", 2, 3, "D3*$A3*D$1*$A$1"),
        ("Z9+AA9", 1, 1, "AA10+AB10"),
        ("'Thu B2'!B2+Chi!B2", 1, 0, "'Thu B2'!B3+Chi!B3"),
        ('IF(A1="A1",LOG10(A1),A1B)', 1, 0, 'IF(A2="A1",LOG10(A2),A1B)'),
        ("A1", -1, 0, "#REF!"),
        ("SUM(C:C)+SUM($C:$C)", 5, 1, "SUM(D:D)+SUM($C:$C)"),
        ("thue.A1*2", 1, 1, "thue.A1*2"),
    ],
)
def test_a_formula_is_copied(formula: str, rows: int, columns: int, moved: str) -> None:
    assert shifted(formula, rows, columns) == moved


def test_the_same_formula_copied_has_the_same_relative_form() -> None:
    first = relative("B2*C2+$D$1", 2, 4)
    assert first == "R[0]C[-2]*R[0]C[-1]+R1C4"
    assert relative("b7 * c7+$d$1", 7, 4) == first
    assert relative("B6*C7+$D$1", 7, 4) != first
    assert relative("B2*C2+$D$2", 2, 4) != first


def test_what_a_formula_names() -> None:
    named = list(areas_named("IF(A1>0,SUM('Thu chi'!$B$2:C9),Chi!D4)&\"E5\""))
    assert named == [
        ("", range(1, 2), range(1, 2)),
        ("Thu chi", range(2, 10), range(2, 4)),
        ("Chi", range(4, 5), range(4, 5)),
    ]
