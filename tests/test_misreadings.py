"""A contradiction that recognition may have made is a warning that says so; one that it can hardly have made stays what it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

import jsonschema
import pytest

from checker.figure import Figure
from checker.manual import report_schema
from checker.misreadings import readings
from checker.place import Place
from checker.quantity import Quantity
from checker.readers import read
from checker.report import DiscrepancyReport
from checker.results import Results, Show
from checker.rules import Pack
from checker.run import check_document
from checker.writers.json import write

Scan = Callable[..., DiscrepancyReport]
PNG = b"\x89PNG"


class Recognised:
    """Sure of everything but some words of the text."""

    def __init__(self, text: str, doubts: Mapping[str, int], sure: int = 95) -> None:
        self.lines = text.split("\n")
        self.doubts = doubts
        self.sure = sure

    def confidence(self, place: Place) -> int | None:
        assert place.line is not None
        assert place.column is not None
        written = self.lines[place.line - 1][place.column - 1 :]
        return next((doubt for word, doubt in self.doubts.items() if written.startswith(word)), self.sure)

    def picture(self, place: Place) -> bytes | None:
        return PNG + str(place.line).encode()


@pytest.fixture(scope="module")
def scan(packs: tuple[Pack, ...]) -> Scan:
    def check(text: str, doubts: Mapping[str, int] | None = None) -> DiscrepancyReport:
        document = replace(read("report.md", text.encode()), recognition=Recognised(text, doubts or {}))
        return check_document(document, packs, [rule for pack in packs for rule in pack.rules], "en")

    return check


def table(total: str, *parts: str, name: str = "Tổng cộng") -> str:
    rows = [f"| Huyện {letter} | {part} |" for letter, part in zip("ABCDEFGH", parts, strict=False)]
    return "\n".join(["| Đơn vị | Số người |", "|---|---|", *rows, f"| {name} | {total} |"])


def told(report: DiscrepancyReport) -> list[tuple[str, str]]:
    return [(check.severity.value, check.misread.text if check.misread else "") for check in report.findings]


@pytest.mark.parametrize(
    ("total", "parts", "doubts", "expected"),
    [
        ("1.050", ("318", "412", "260"), {}, ("warning", "378")),
        ("1.050", ("318", "412", "260"), {"318": 20}, ("warning", "378")),
        ("1.010", ("318", "412", "260"), {}, ("error", "")),
        ("1.010", ("318", "412", "260"), {"412": 50}, ("warning", "432")),
        ("990", ("318", "412", "26"), {"26": 30}, ("warning", "260")),
        ("990", ("318", "412", "2601"), {}, ("warning", "260")),
        ("1.234", ("318", "412", "260"), {"318": 20}, ("warning", "")),
    ],
    ids=[
        "looks alike",
        "unsure and alike",
        "looks like no other",
        "any digit where unsure",
        "lost",
        "one too many",
        "unsure, and no digit explains it",
    ],
)
def test_one_misread_digit_explains_a_total(
    scan: Scan, total: str, parts: tuple[str, ...], doubts: dict[str, int], expected: object
) -> None:
    report = scan(table(total, *parts), doubts)
    severity, other = expected if isinstance(expected, tuple) else ("", "")
    if severity == "error":
        assert ("error", "") in told(report)
    else:
        assert (severity, other) in told(report)
        assert all(check.severity != "error" for check in report.findings)


def test_the_sentence_names_both_readings(scan: Scan) -> None:
    (check,) = scan(table("1.050", "318", "412", "260"), {"318": 20}).findings
    assert "“318” → “378”" in check.message


def test_the_reading_that_mends_most_is_named(scan: Scan) -> None:
    text = "\n".join(
        [
            "| Đơn vị | Nam | Nữ | Tổng số |",
            "|---|---|---|---|",
            "| Huyện A | 318 | 100 | 478 |",
            "| Huyện B | 412 | 200 | 612 |",
            "| Tổng cộng | 790 | 300 | 1.090 |",
        ]
    )
    report = scan(text)
    assert {check.misread.written.text for check in report.findings if check.misread} == {"318"}
    assert {check.misread.text for check in report.findings if check.misread} == {"378"}


def test_a_figure_that_fits_elsewhere_was_read_rightly(scan: Scan) -> None:
    text = "\n".join(
        [
            "| Đơn vị | Nam | Nữ | Tổng số |",
            "|---|---|---|---|",
            "| Huyện A | 318 | 100 | 418 |",
            "| Huyện B | 412 | 200 | 612 |",
            "| Huyện C | 260 | 100 | 360 |",
            "| Tổng cộng | 1.050 | 400 | 1.450 |",
        ]
    )
    written = {check.misread.written.text for check in scan(text).findings if check.misread}
    assert written <= {"1.050", "1.450"}


def test_a_row_of_which_several_columns_are_at_odds_was_misread_itself(scan: Scan) -> None:
    text = "\n".join(
        [
            "| Đơn vị | Số lớp | Kinh phí |",
            "|---|---|---|",
            "| Huyện A | 24 | 3.180 |",
            "| Huyện B | 22 | 4.120 |",
            "| Tổng cộng | 91 | 9.930 |",
        ]
    )
    findings = [check for check in scan(text).findings if check.code == "T101"]
    assert len(findings) == 2
    assert {check.severity.value for check in findings} == {"warning"}
    assert all("a row of the table" in check.message for check in findings)


def test_a_list_of_which_an_item_may_be_lost_is_no_error(scan: Scan, checked: Callable[..., DiscrepancyReport]) -> None:
    text = "Tỉnh có 04 đơn vị gồm: (1) Huyện An Khánh; (2) Huyện Ba Động; (3) Huyện Cầu Ngang."
    assert [check.severity.value for check in checked(text).findings] == ["error"]
    assert [check.severity.value for check in scan(text).findings] == ["warning"]


def test_a_name_that_only_lacks_its_marks_says_so(scan: Scan) -> None:
    (check,) = [
        check
        for check in scan("Thị trường lao động gồm: Nhât Bản 740 lao động, Hàn Quốc 44 lao động, Đài Loan 12 lao động.").findings
        if check.code == "P501"
    ]
    assert check.misread is not None
    assert (check.misread.written.text, check.misread.text) == ("Nhât Bản", "Nhật Bản")


def test_what_was_read_and_not_recognised_stays_an_error(checked: Callable[..., DiscrepancyReport]) -> None:
    (check,) = checked(table("1.050", "318", "412", "260")).findings
    assert (check.severity, check.misread) == ("error", None)


def test_a_date_of_which_recognition_is_unsure_is_no_error(scan: Scan) -> None:
    text = "Hội nghị tổ chức ngày 31/06/2024 tại huyện."
    grave = [check.severity.value for check in scan(text).findings]
    unsure = [check.severity.value for check in scan(text, {"31/06": 40, "ngày 31/06": 40}).findings]
    assert "error" in grave
    assert "error" not in unsure


def test_the_json_says_how_sure_and_the_report_shows_the_place(scan: Scan) -> None:
    report = scan(table("1.050", "318", "412", "260"), {"318": 20})
    out = json.loads(write(Results((report,), (), (), "1", "en"), Show()))
    figures = out["reports"][0]["findings"][0]["figures"]
    assert {figure["text"]: figure["confidence"] for figure in figures} == {"318": 20, "412": 95, "260": 95, "1.050": 95}
    jsonschema.Draft202012Validator(json.loads(report_schema())).validate(out)
    (check,) = report.findings
    spots = [written.place.spot for _, written in check.figures]
    assert report.pictures[spots[0]].startswith(PNG)


def figure(text: str, value: Fraction) -> Figure:
    return Figure(text=text, place=Place(line=1, column=1), quantity=Quantity(value, whole="," not in text))


@pytest.mark.parametrize(
    ("text", "value", "sure", "other", "its_value"),
    [
        ("1.250", Fraction(1250), 95, "7.250", Fraction(7250)),
        ("1.250", Fraction(1250), 95, "250", Fraction(250)),
        ("12.50", Fraction(1250), 20, "121.50", Fraction(12150)),
        ("999.999", Fraction(999999), 20, "1.999.999", Fraction(1999999)),
        ("125", Fraction(125), 95, "12,5", Fraction(25, 2)),
        ("12,5", Fraction(25, 2), 95, "125", Fraction(125)),
        ("3,7", Fraction(37, 10), 95, "3,1", Fraction(31, 10)),
    ],
)
def test_readings_keep_the_style(text: str, value: Fraction, sure: int, other: str, its_value: Fraction) -> None:
    found = {reading.text: reading.value for reading in readings(figure(text, value), sure)}
    assert found.get(other) == its_value


def test_nothing_else_can_be_read_of_nought() -> None:
    assert list(readings(figure("0", Fraction(0)), 10)) == []
