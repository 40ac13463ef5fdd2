"""Which document this is."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from checker.recognise.reading import Reading

Read = Callable[[str], Reading]
HEAD = "{number}\n\n{date}\n\n{title}\n\nCăn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2023, huyện báo cáo như sau:\n\nI. KẾT QUẢ\n"
LINES = {"number": "Số: 607/BC-UBND", "date": "Tân Trụ, ngày 27 tháng 02 năm 2024", "title": "BÁO CÁO\n\nKết quả đào tạo nghề năm 2023"}


def test_number_date_kind_and_title(reading: Read) -> None:
    identity = reading(HEAD.format(**LINES)).identity
    assert identity.number is not None
    assert identity.date is not None
    assert (identity.number.number, identity.number.symbol) == ("607", "BC-UBND")
    assert identity.date.first == datetime.date(2024, 2, 27)
    assert (identity.kind, identity.title) == ("báo cáo", "BÁO CÁO Kết quả đào tạo nghề năm 2023")


def test_a_letterhead_set_as_a_table(reading: Read) -> None:
    head = "| UBND HUYỆN TÂN TRỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|-|-|\n| Số: 607/BC-UBND | Tân Trụ, ngày 27 tháng 02 năm 2024 |\n"
    identity = reading(f"{head}\n{LINES['title']}\n\nI. KẾT QUẢ\n").identity
    assert identity.number is not None
    assert identity.date is not None
    assert (identity.number.number, identity.date.first, identity.kind) == ("607", datetime.date(2024, 2, 27), "báo cáo")


@pytest.mark.parametrize("number", ["Số: 607/BC-UBND", "Số:      /BC-UBND"])
def test_a_letterhead_of_one_row(reading: Read, number: str) -> None:
    head = f"| UBND HUYỆN TÂN TRỤ {number} | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Tân Trụ, ngày 27 tháng 02 năm 2024 |\n|-|-|\n"
    identity = reading(f"{head}\n{LINES['title']}\n\nI. KẾT QUẢ\n").identity
    assert identity.number is not None
    assert (identity.number.text, identity.number.symbol) == (number, "BC-UBND")


def test_a_document_cited_in_a_letterhead_is_another_one(reading: Read) -> None:
    head = "| UBND HUYỆN TÂN TRỤ (kèm theo Quyết định số 5/QĐ-UBND) | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|-|-|\n"
    assert reading(f"{head}\n{LINES['title']}\n\nI. KẾT QUẢ\n").identity.number is None


@pytest.mark.parametrize(("line", "text"), [("number", "Số:      /BC-UBND"), ("number", "Số: …/BC-UBND")])
def test_a_number_left_blank(reading: Read, line: str, text: str) -> None:
    identity = reading(HEAD.format(**{**LINES, line: text})).identity
    assert identity.number is not None
    assert identity.number.blank == ("number",)


def test_a_cited_document_is_not_the_document_itself(reading: Read) -> None:
    identity = reading("Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2023, huyện báo cáo như sau.").identity
    assert (identity.number, identity.title) == (None, "")


def test_an_english_report(reading: Read) -> None:
    identity = reading(
        "Ref: 12/RPT-ADC\n\nDate: 27 February 2024\n\nANNUAL REPORT\n\nThe training of the workers in 2023\n\n1. Results\n"
    ).identity
    assert identity.date is not None
    assert identity.date.first == datetime.date(2024, 2, 27)
    assert identity.kind == "annual report"
    assert "training" in identity.title
