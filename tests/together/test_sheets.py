"""Sheets that are called after annexes are annexes; the other sheets are none."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import checker
from checker.cli import main
from checker.document import Document
from checker.readers import read
from checker.recognise import recognise
from checker.report import DiscrepancyReport
from checker.together import together
from tests.tools.workbooks import Value, sheet, workbook

Rows = Sequence[Sequence[Value]]
TEXT = """SỞ LAO ĐỘNG
Số: 12/BC-SLĐ

BÁO CÁO
Kết quả dạy nghề năm 2024

Toàn tỉnh mở lớp cho 350 người học nghề (Phụ lục 1), kinh phí 1.250 triệu đồng (Phụ lục 2). Danh sách lớp ở Phụ lục 3.
"""
PEOPLE: Rows = [["Huyện", "Số người"], ["An", 120], ["Ba", 230], ["Tổng cộng", 350]]
OTHERS: Rows = [["Huyện", "Số người"], ["An", 130], ["Ba", 230], ["Tổng cộng", 360]]
MONEY: Rows = [["Đơn vị tính: triệu đồng"], [], ["Huyện", "Kinh phí"], ["An", 750], ["Ba", 500], ["Tổng cộng", 1250]]
CLASSES: Rows = [["TT", "Lớp", "Số học viên"], [1, "May", 25], [2, "Hàn", 30]]
RIGHT: Mapping[str, Rows] = {"PL1": PEOPLE, "Phụ lục 2": MONEY, "Annex 3": CLASSES}


def book(sheets: Mapping[str, Rows]) -> bytes:
    return workbook({name: sheet(rows) for name, rows in sheets.items()})


def document(sheets: Mapping[str, Rows]) -> Document:
    return read("so-lieu.xlsx", book(sheets))


def report(tmp_path: Path, sheets: Mapping[str, Rows], text: str = TEXT) -> DiscrepancyReport:
    (tmp_path / "bao-cao.md").write_text(text, "utf-8")
    (tmp_path / "so-lieu.xlsx").write_bytes(book(sheets))
    return checker.check([tmp_path / "bao-cao.md", tmp_path / "so-lieu.xlsx"])


def annexes(*documents: Document) -> list[str]:
    """The annex that each table is in."""
    return [grid.section.annex for grid in recognise(together(documents)).grids]


@pytest.mark.parametrize("own", [[], [["PHỤ LỤC 1"], ["(Kèm theo Báo cáo số 12/BC-SLĐ)"], []], [["Phụ lục"], ["NGƯỜI HỌC NGHỀ"], []]])
def test_annexes_on_sheets(tmp_path: Path, own: Rows) -> None:
    right = report(tmp_path, {**RIGHT, "PL1": [*own, *PEOPLE]})
    assert [finding.code for finding in right.findings] == []
    assert sum(check.code == "N207" for check in right.checks) == 2
    wrong = report(tmp_path, {**RIGHT, "PL1": [*own, *OTHERS]})
    assert [(finding.code, finding.stated, finding.computed) for finding in wrong.findings] == [("N207", "350", "360")]


def test_an_annex_that_is_missing_and_one_that_nothing_mentions(tmp_path: Path) -> None:
    found = report(tmp_path, {"PL1": PEOPLE, "PL2": MONEY, "PL4": CLASSES}).findings
    assert [(finding.code, finding.place.sheet) for finding in found] == [("R403", None), ("R403", "PL4")]


def test_where_an_annex_stands_that_only_its_sheet_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(tmp_path, {"PL1": PEOPLE, "PL2": MONEY, "PL3": CLASSES, "PL4": CLASSES})
    main(["check", "--together", str(tmp_path / "bao-cao.md"), str(tmp_path / "so-lieu.xlsx")])
    assert f"R403 reference/annex · {tmp_path / 'so-lieu.xlsx'}, PL4, “Phụ lục 4”" in capsys.readouterr().out


def test_an_own_number_on_a_sheet(tmp_path: Path) -> None:
    found = report(tmp_path, {**RIGHT, "PL1": [["(Kèm theo Báo cáo số 13/BC-SLĐ)"], [], *PEOPLE]}).findings
    assert [(finding.code, finding.place.sheet) for finding in found] == [("R401", "PL1")]


def test_a_report_in_english(tmp_path: Path) -> None:
    text = "REPORT\non vocational training in 2024\n\nIn total 350 people were trained in the districts (Annex 1).\n"
    rows = [["District", "People"], ["An", 130], ["Ba", 230], ["Total", 360]]
    for name in ("Annex 1", "PL1"):
        assert "N207" in [finding.code for finding in report(tmp_path, {name: rows}, text).findings]


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        (RIGHT, ["1", "2", "3"]),
        ({"Tổng hợp": PEOPLE, "PL1": PEOPLE, "Ghi chú": PEOPLE, "PL2": MONEY}, ["", "1", "", "2"]),
        ({"PL1": PEOPLE, "PL1 (tiếp)": OTHERS}, ["1", "1"]),
        ({"PL1": [["PHỤ LỤC 5"], [], *PEOPLE], "Sheet2": MONEY}, ["5", ""]),
        ({"PL1": [*PEOPLE, [], ["IV. Kết quả"], [], *PEOPLE]}, ["1", "1"]),
        ({"Sheet1": [["PHỤ LỤC 1"], [], *PEOPLE], "Sheet2": MONEY}, ["1", "1"]),
        ({"2023": PEOPLE, "Biểu đồ 2": PEOPLE, "PL 2024": PEOPLE}, ["", "", ""]),
    ],
)
def test_which_sheet_is_which_annex(sheets: Mapping[str, Rows], expected: list[str]) -> None:
    assert annexes(document(sheets)) == expected
    assert annexes(document({"Bìa": PEOPLE}), document(sheets)) == ["", *expected]


def test_a_heading_of_its_own_is_not_doubled() -> None:
    def lines(sheets: Mapping[str, Rows]) -> list[str]:
        return [passage.text.value for passage in recognise(together([document(sheets)])).paragraphs]

    assert lines({"PL1": PEOPLE}) == ["Phụ lục 1"]
    assert lines({"PL1": [["PHỤ LỤC 01"], ["NGƯỜI HỌC"], [], *PEOPLE]}) == ["PHỤ LỤC 01", "NGƯỜI HỌC"]


def test_a_workbook_alone_says_nothing_of_annexes_that_only_name_one_another() -> None:
    alone = {"PL1": [["Danh sách lớp ở Phụ lục 3"], [], *PEOPLE], "PL2": MONEY}
    assert checker.check(book(alone), name="a.xlsx").findings == ()
    cover = {"Tổng hợp": [["Số người xem Phụ lục 1, danh sách lớp xem Phụ lục 3"], [], *CLASSES], **alone}
    assert {finding.code for finding in checker.check(book(cover), name="a.xlsx").findings} == {"R403"}


def test_each_sheet_counts_its_own_headings() -> None:
    sheets = {"Thu": [["1. Dự toán"], [], *PEOPLE, [], ["2. Kết quả"], [], *PEOPLE], "Chi": [["2. Kết quả"], [], *MONEY]}
    assert checker.check(book(sheets), name="a.xlsx").findings == ()


def test_a_workbook_without_such_sheets_is_what_it_was() -> None:
    plain = document({"Sheet1": PEOPLE})
    assert together([plain]) is plain


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_other_workbooks(tmp_path: Path, kind: str) -> None:
    office = shutil.which("soffice")
    if office is None or (kind == "xls" and importlib.util.find_spec("xlrd") is None):
        pytest.skip("LibreOffice or xlrd is not installed")
    report(tmp_path, {**RIGHT, "PL1": OTHERS})
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", kind, "--outdir", str(tmp_path), str(tmp_path / "so-lieu.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = checker.check([tmp_path / "bao-cao.md", tmp_path / f"so-lieu.{kind}"]).findings
    assert [finding.code for finding in found] == ["N207"]
