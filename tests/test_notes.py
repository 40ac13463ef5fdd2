"""Reports as comments: one a place, for every finding that nobody accepted, and for every suspect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.notes import notes_of
from checker.place import Place
from checker.report import Accepted, Check, DiscrepancyReport, Group, Severity, Suspect

TEXT = "# Báo cáo\n\nCó 100 người, trong đó: nam 60, nữ 50.\n\n| Mục | Kinh phí |\n|-|-|\n| A | 10 |\n| B | 20 |\n| Cộng | 31 |\n"


@pytest.fixture
def report(checked: Callable[..., DiscrepancyReport]) -> DiscrepancyReport:
    found = checked(TEXT, "N201", "T101")
    assert [check.code for check in found.findings] == ["N201", "T101"]
    return found


def accepted(report: DiscrepancyReport, code: str) -> DiscrepancyReport:
    mark = Accepted("số ước", "Lan", "2024-01-01")
    return replace(report, checks=tuple(replace(c, accepted=mark if c.code == code else None) for c in report.checks))


def suspected(report: DiscrepancyReport, suspect: Suspect) -> DiscrepancyReport:
    return replace(report, groups=(Group(suspect.mends, (suspect,)),))


def finding(report: DiscrepancyReport, code: str) -> Check:
    return next(check for check in report.findings if check.code == code)


def test_a_note_says_what_is_wrong_and_how_it_was_reckoned(report: DiscrepancyReport) -> None:
    note = notes_of(report)[-1]
    assert (note.text, note.codes, note.severity, note.place) == ("31", ("T101",), Severity.ERROR, finding(report, "T101").place)
    assert note.comment == "Lỗi T101: ghi 31, tính ra 30 (lệch +1) – quy tắc: Dòng tổng bằng cộng các dòng\n10 + 20 = 30 ≠ 31"
    assert "hàng “Cộng”" in note.elsewhere


def test_what_was_accepted_has_none(report: DiscrepancyReport) -> None:
    assert [note.codes for note in notes_of(accepted(report, "N201"))] == [("T101",)]


def test_findings_at_one_place_are_one_note(report: DiscrepancyReport) -> None:
    first, second = report.findings
    here = replace(second, claim=first.claim, severity=Severity.WARNING)
    (note,) = notes_of(replace(report, checks=(here, first)))
    assert (note.codes, note.severity) == (("T101", "N201"), Severity.ERROR)
    assert note.comment.count("\n\n") == 1


def test_a_suspect_elsewhere_is_named_at_the_finding_and_has_a_note_of_its_own(report: DiscrepancyReport) -> None:
    check = finding(report, "T101")
    part = next(written for role, written in check.figures if role == "parts" and written.text == "20")
    suspect = Suspect("change", part.place, "20", (check.fingerprint,), "21 khớp với tổng", replacement="21")
    notes = notes_of(suspected(accepted(report, "N201"), suspect))
    assert [(note.text, note.place) for note in notes] == [("20", part.place), ("31", check.place)]
    assert "nghi ngờ: “20”, có lẽ là “21” ở " in notes[1].comment
    assert notes[0].comment.endswith("nghi ngờ: “20”, có lẽ là “21” (21 khớp với tổng)")


def test_a_suspect_at_the_finding_is_said_there(report: DiscrepancyReport) -> None:
    check = finding(report, "T101")
    suspect = Suspect("missing-row", check.place, "31", (check.fingerprint,), "")
    (note,) = notes_of(suspected(accepted(report, "N201"), suspect))
    assert note.comment.endswith("≠ 31\nnghi ngờ: “31”")


def test_a_suspect_of_what_was_accepted_says_nothing(report: DiscrepancyReport) -> None:
    check = finding(report, "T101")
    suspect = Suspect("change", Place(line=1, column=1), "Báo", (check.fingerprint,), "")
    assert [note.codes for note in notes_of(accepted(suspected(report, suspect), "T101"))] == [("N201",)]


def test_a_note_holds_no_characters_that_a_format_refuses(report: DiscrepancyReport) -> None:
    check = finding(report, "T101")
    suspect = Suspect("change", check.place, "3\x001\x0b", (check.fingerprint,), "x" * 9_999)
    (note,) = notes_of(suspected(accepted(report, "N201"), suspect))
    assert "\x00" not in note.comment
    assert "\x0b" not in note.comment
    assert len(note.comment) < 3_000
