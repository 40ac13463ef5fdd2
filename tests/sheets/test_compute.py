"""What formulas give from the stored values; and what makes no claim."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.document import Cell, Document, Stored, Table
from checker.place import Place, cell_address
from checker.sheets.compute import compute
from checker.sheets.copies import Copied
from checker.sheets.drawn import drawn
from checker.sheets.formulas import UnreadFormula, parse
from checker.sheets.room import NotDecided, Room
from checker.sheets.workbook import At, Workbook
from checker.text import Text


def read(formula: str) -> Copied:
    return Copied(parse(formula), 0, 0)


SHEET = """
| 1  | 10  | chữ |
| 2  | 20  | '5  |
| 3  | 30  |     |
| .. | =SUM(B1:B3) → 60 | =A1/0 → #DIV/0! |
| =SUBTOTAL(9,A1:A3) → 6 | 2.5 | -4 |
"""


def book() -> Workbook:
    """That sheet, and another one, "Chi", with 7 in its first cell."""
    first = drawn(SHEET, "a.xlsx")
    place = Place(sheet="Chi", cell=cell_address(1, 1), offset=1)
    other = Table(((Cell(Text.at("7", place), stored=Stored(Fraction(7))),),), "2", sheet="Chi")
    return Workbook(Document("a.xlsx", "xlsx", "", (*first.blocks, other)))


def gives(formula: str, room: int = 1000) -> Fraction:
    return compute(read(formula), At("Sheet1", 9, 9), book(), Room(room)).value


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1+2*3-4/8", "13/2"), ("-2^2", "4"), ("2^3^2", "64"), ("2^-1", "1/2"), ("50%", "1/2"), ("200*5%", "10"), ("(1+2)*3", "9"),
        ("A1+B2", "21"), ("$A$1+b2", "21"), ("A3*B3", "90"), ("D9+1", "1"), ("A1%", "1/100"), ("--A2", "2"),
        ("SUM(A1:A3)", "6"), ("SUM(A3:A1)", "6"), ("SUM(A1:B3)", "66"), ("SUM(A1,B1:B2,5)", "36"), ("SUM(A1;B1)", "11"),
        ("SUM(A1:C3)", "66"), ("SUM(D1:D9)", "0"), ("SUM(A1:A1048576)", "12"), ("AVERAGE(A1:A3)", "2"), ("AVERAGE(A1:A4)", "2"),
        ("COUNT(A1:C3)", "6"), ("MIN(A1:B3)", "1"), ("MAX(A1:B3,99)", "99"), ("PRODUCT(A1:A3)", "6"),
        ("SUMPRODUCT(A1:A3,B1:B3)", "140"), ("SUMPRODUCT(B1:B3,C1:C3)", "0"), ("ROUND(2.345,2)", "47/20"), ("ROUND(-2.5,0)", "-3"),
        ("ROUND(1250,-2)", "1300"), ("SUBTOTAL(9,A1:A3)", "6"), ("SUBTOTAL(109,A1:A5)", "6"), ("SUBTOTAL(1,A1:A3)", "2"),
        ("Chi!A1*2", "14"), ("'chi'!A1", "7"), ("SUM(Chi!A1:A9)", "7"), ("1.5e2", "150"), ("ROUND(A3/B3*100,1)", "10"),
    ],
)  # fmt: skip
def test_a_formula_gives(formula: str, value: str) -> None:
    assert gives(formula) == Fraction(value)


@pytest.mark.parametrize(
    "formula",
    [
        "IF(A1>0,1,2)", "A1&B1", "A1=B1", "VLOOKUP(1,A1:B3,2)", "SUM(ten)", "ten", "SUM(A:A)", "A1:A3", "SUM(", "SUM(A1", ")", "", "1+", "[1]Chi!A1",
        "SUM('[x.xlsx]Chi'!A1)", "{1,2}", '"5"', "A1!B2", "#REF!+1", "SUM(Chi:Thu!A1)", "SUMIF(A1:A3,1)", "+" * 3000, "(" * 100 + "1" + ")" * 100,
    ],
)  # fmt: skip
def test_what_is_not_read(formula: str) -> None:
    with pytest.raises((UnreadFormula, NotDecided)):
        gives(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "C1+1", "C2*2", "C4+1", "SUM(C1:C4)", "1/0", "0^0", "2^0.5", "10^99", "9^9^9", "AVERAGE(D1:D9)", "ROUND(1,0.5)", "ROUND(1)",
        "SUBTOTAL(7,A1:A3)",
        "SUBTOTAL(9)", "SUMPRODUCT(A1:A3,B1:B2)", "SUMPRODUCT(A1:A3,2)", "KhongCo!A1", "SUM(KhongCo!A1:A2)",
    ],
)  # fmt: skip
def test_what_is_not_decided(formula: str) -> None:
    with pytest.raises(NotDecided):
        gives(formula)


def test_hidden_cells_count_in_a_sum_and_leave_a_subtotal_undecided() -> None:
    place = Place(sheet="S", cell="A1", offset=1)
    table = Table(((Cell(Text.at("7", place), stored=Stored(Fraction(7), hidden=True)),),), "1", sheet="S")
    hidden = Workbook(Document("a.xlsx", "xlsx", "", (table,)))
    assert compute(read("SUM(A1:A2)"), At("S", 3, 1), hidden, Room()).value == 7
    with pytest.raises(NotDecided):
        compute(read("SUBTOTAL(9,A1:A2)"), At("S", 3, 1), hidden, Room())


def test_a_large_area_is_looked_at_only_as_far_as_there_are_cells_and_room() -> None:
    with pytest.raises(NotDecided):
        gives("SUM(A1:B3)", room=5)
    with pytest.raises(NotDecided):
        gives("SUMPRODUCT(A1:A1000000,B1:B1000000)")


def test_the_largest_number_on_the_way_is_known() -> None:
    computed = compute(read("A1*1000000-A1*999999"), At("Sheet1", 9, 9), book(), Room())
    assert (computed.value, computed.largest) == (1, 1_000_000)
    assert set(computed.cells) == {At("Sheet1", 1, 1)}
