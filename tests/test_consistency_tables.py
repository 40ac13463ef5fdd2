"""Whole documents: a consistent table is never flagged; any one figure changed beyond rounding always is."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from checker.locales import Style
from checker.quantity import round_half_up
from checker.report import DiscrepancyReport
from checker.wording import format_number

Checked = Callable[..., DiscrepancyReport]
STYLES = {"vi": Style(".", ","), "en": Style(",", ".")}
DISTRICTS = {
    "vi": ("Bến Lức", "Cần Đước", "Cần Giuộc", "Đức Hòa", "Đức Huệ", "Mộc Hóa", "Tân Trụ", "Thủ Thừa"),
    "en": ("Ashford", "Bexley", "Camden", "Dover", "Exeter", "Fulham", "Guildford", "Hove"),
}
COUNTED = {"vi": ("Số lao động (người)", "Số hộ", "Số lớp", "Số xã"), "en": ("Workers (people)", "Households", "Classes", "Communes")}
some = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)


class Sheet(NamedTuple):
    """A table: titles, rows of numbers behind a label, and how many decimals each column is written with."""

    language: str
    titles: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[Fraction, ...], ...]
    decimals: tuple[int, ...]

    @property
    def text(self) -> str:
        lines = ["| " + " | ".join(self.titles) + " |", "|" + "-|" * len(self.titles)]
        for label, row in zip(self.labels, self.rows, strict=True):
            numbers = [format_number(n, d, STYLES[self.language], trim=False) for n, d in zip(row, self.decimals, strict=True)]
            lines.append("| " + " | ".join([label, *numbers]) + " |")
        opening = {
            "vi": "Kết quả thực hiện của các huyện trong năm như sau.",
            "en": "The results of the districts in the year were as follows.",
        }
        return opening[self.language] + "\n\n" + "\n".join(lines) + "\n"

    def changed(self, row: int, column: int, value: Fraction) -> Sheet:
        rows = [list(r) for r in self.rows]
        rows[row][column] = value
        return self._replace(rows=tuple(map(tuple, rows)))


languages = st.sampled_from(["vi", "en"])
counts = st.integers(10, 9_000).map(Fraction)
off_by = st.integers(1, 900).map(Fraction) | st.integers(1, 9).map(Fraction)


@st.composite
def totals(draw: st.DrawFn) -> Sheet:
    """Districts and their counts, with a total row."""
    language = draw(languages)
    height, width = draw(st.integers(3, 8)), draw(st.integers(1, 4))
    rows = [tuple(draw(counts) for _ in range(width)) for _ in range(height)]
    total = tuple(sum(column, Fraction(0)) for column in zip(*rows, strict=True))
    names = {"vi": ("Huyện", "Tổng cộng"), "en": ("District", "Total")}[language]
    return Sheet(language, (names[0], *COUNTED[language][:width]), (*DISTRICTS[language][:height], names[1]), (*rows, total), (0,) * width)


@st.composite
def amounts(draw: st.DrawFn) -> Sheet:
    """Quantity × unit price = amount."""
    language = draw(languages)
    height = draw(st.integers(4, 8))
    pairs = [(draw(st.integers(2, 400).map(Fraction)), draw(st.integers(2, 3_000).map(Fraction))) for _ in range(height)]
    titles = {
        "vi": ("Nội dung", "Số lượng", "Đơn giá (1.000đ)", "Thành tiền (1.000đ)"),
        "en": ("Item", "Quantity", "Unit price (USD)", "Amount (USD)"),
    }[language]
    return Sheet(language, titles, DISTRICTS[language][:height], tuple((q, p, q * p) for q, p in pairs), (0, 0, 0))


@st.composite
def plans(draw: st.DrawFn) -> Sheet:
    """Plan, actual, and the percentage rounded half up."""
    language, decimals = draw(languages), draw(st.integers(0, 2))
    height = draw(st.integers(4, 8))
    pairs = [(draw(counts), draw(counts)) for _ in range(height)]
    step = Fraction(1, 10**decimals)
    rows = tuple((plan, actual, round_half_up(100 * actual / plan, step)) for plan, actual in pairs)
    titles = {
        "vi": ("Huyện", "Kế hoạch (người)", "Thực hiện (người)", "Tỷ lệ (%)"),
        "en": ("District", "Plan (people)", "Actual (people)", "Achieved (%)"),
    }[language]
    return Sheet(language, titles, DISTRICTS[language][:height], rows, (0, 0, decimals))


@st.composite
def sexes(draw: st.DrawFn) -> Sheet:
    """Men + women = total."""
    language = draw(languages)
    height = draw(st.integers(4, 8))
    pairs = [(draw(counts), draw(counts)) for _ in range(height)]
    titles = {"vi": ("Huyện", "Tổng số", "Nam", "Nữ"), "en": ("District", "Total", "Men", "Women")}[language]
    return Sheet(language, titles, DISTRICTS[language][:height], tuple((m + w, m, w) for m, w in pairs), (0, 0, 0))


SHEETS = {"T101": totals(), "T102": amounts(), "T103": plans(), "T104": sexes()}


@pytest.mark.parametrize("code", SHEETS)
@some
@given(data=st.data())
def test_a_consistent_table_is_never_flagged(checked: Checked, code: str, data: st.DataObject) -> None:
    sheet = data.draw(SHEETS[code])
    report = checked(sheet.text)
    assert [(f.code, f.working) for f in report.findings] == []
    assert code in {check.code for check in report.checks}


@pytest.mark.parametrize("code", SHEETS)
@some
@given(data=st.data())
def test_any_one_changed_figure_is_flagged(checked: Checked, code: str, data: st.DataObject) -> None:
    sheet = data.draw(SHEETS[code])
    row, column = data.draw(st.integers(0, len(sheet.rows) - 1)), data.draw(st.integers(0, len(sheet.decimals) - 1))
    step = Fraction(1, 10 ** sheet.decimals[column])
    value = sheet.rows[row][column] + data.draw(off_by) * step * data.draw(st.sampled_from([1, -1]))
    assume(value > 0)
    changed = sheet.changed(row, column, value)
    assume(_beyond_rounding(code, changed, row))
    report = checked(changed.text)
    spots = [(figure.place.row, figure.place.col) for f in report.findings for _, figure in f.figures]
    assert (row + 2, column + 2) in spots


def _beyond_rounding(code: str, sheet: Sheet, row: int) -> bool:
    """Does the changed row contradict itself by more than rounding or cutting explains?"""
    if code == "T102":
        quantity, price, amount = sheet.rows[row]
        return not quantity * (price - Fraction(1, 2)) <= amount <= quantity * (price + 1)
    if code == "T103":
        plan, actual, percent = sheet.rows[row]
        return abs(percent - 100 * actual / plan) > Fraction(1, 10 ** sheet.decimals[2])
    return True
