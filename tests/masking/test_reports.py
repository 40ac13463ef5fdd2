"""Masking results: what a document shows to be a person's is masked wherever it is quoted; figures keep their values."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.masking import MASK, masked, private
from checker.place import Place
from checker.recognise.around import Around
from checker.recognise.reading import Reading
from checker.report import Accepted, DiscrepancyReport, Group, Suspect
from checker.results import Results

TABLE = """| STT | Họ và tên | Ngày sinh | Số CCCD | Tiền (đồng) |
|-|-|-|-|-|
| 1 | Trần Thị Thử | 31/02/1985 | 112345678 | 100.000 |
| 3 | Lê Văn Ví | 12/3/1990 | 112345679 | 200.000 |
| | Cộng | | | 310.000 |
"""


def of(report: DiscrepancyReport) -> DiscrepancyReport:
    return masked(Results((report,))).reports[0]


def test_cells_below_such_headers_are_private(reading: Callable[[str], Reading]) -> None:
    found = private(reading(TABLE))
    assert found >= {"trần thị thử", "thị thử", "lê văn ví", "31/02/1985", "12/3/1990", "112345678", "112345679"}
    assert not found & {"100.000", "cộng", "1"}


def test_one_word_and_a_year_alone_are_anybodys(reading: Callable[[str], Reading]) -> None:
    assert private(reading("Chị Lan, sinh năm 1985, nhận 5 suất.")) == frozenset()


def test_a_row_is_not_told_by_its_name(checked: Callable[..., DiscrepancyReport]) -> None:
    report = checked(TABLE, "T106", "D301")
    (day, number) = report.findings
    assert "31/02/1985" in day.message
    assert number.claim.named["row"] == "Lê Văn Ví"
    (day, number) = of(report).findings
    assert day.message == f"lịch không có “{MASK}”"
    assert [written.text for _, written in day.figures] == [MASK]
    assert number.claim.named["row"] == MASK


def test_figures_keep_their_values_checks_their_fingerprints_and_numbers(checked: Callable[..., DiscrepancyReport]) -> None:
    report = checked(f"Ông Lê Văn Ví nhận 200.000 đồng.\n\n{TABLE}")
    made = of(report)
    for before, after in zip(report.checks, made.checks, strict=True):
        assert (after.fingerprint, after.verdict, after.severity, after.place.spot) == (
            before.fingerprint,
            before.verdict,
            before.severity,
            before.place.spot,
        )
    total = next(check for check in made.findings if check.code == "T101")
    assert (total.stated, total.computed, total.gap, total.working) == (
        "310.000",
        "300000",
        "10000",
        "100.000 + 200.000 = 300.000 ≠ 310.000",
    )
    assert [written.text for _, written in total.figures] == ["310.000", "100.000", "200.000"]
    assert (made.verdict, made.coverage.figures) == (report.verdict, report.coverage.figures)


def test_what_was_reckoned_with_an_identity_number_is_not_told(checked: Callable[..., DiscrepancyReport]) -> None:
    report = checked("Có 001085012345 người, gồm: 5 người Thái, 6 người Mường.")
    told = [(check.message, check.working, check.stated, check.computed) for check in of(report).checks if check.code == "N201"]
    assert told == [(MASK, MASK, MASK, "")] * len(told)
    assert not [figure for figure in of(report).coverage.unchecked if "085" in figure.text]


def test_everything_else_that_quotes_the_document(checked: Callable[..., DiscrepancyReport]) -> None:
    name = "ông Lê Văn Ví"
    report = checked(TABLE, "T101")
    (check,) = report.checks
    suspect = Suspect("change", Place(section=name), name, ("f",), name, replacement=name)
    full = replace(
        report,
        title=name,
        warnings=(name,),
        around={(1,): Around(name, name, name, name)},
        groups=(Group(("f",), (suspect,)),),
        checks=(replace(check, accepted=Accepted(name, "x", "2024-01-01")),),
    )
    made = of(full)
    hidden = f"ông {MASK}"
    assert (made.title, made.warnings, made.around[(1,)]) == (hidden, (hidden,), Around(hidden, hidden, hidden, hidden))
    (changed,) = made.groups[0].suspects
    assert (changed.text, changed.because, changed.replacement, changed.place.section) == (hidden,) * 4
    assert made.checks[0].accepted == Accepted(hidden, "x", "2024-01-01")


@pytest.mark.parametrize("title", ["Báo cáo của ông Lê Văn Ví", "Report by Mr John Sample"])
def test_a_masked_report_goes_to_another_process(checked: Callable[..., DiscrepancyReport], title: str) -> None:
    made = of(checked(f"# {title}\n\n{TABLE}"))
    again = pickle.loads(pickle.dumps(made))
    assert [check.told for check in again.checks] == [check.told for check in made.checks]
