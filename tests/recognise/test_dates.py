"""Dates and periods, each with the precision it was written with."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from checker.figure import Date, Period, Written

Scanned = Callable[..., tuple[Written, ...]]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("ngày 27 tháng 02 năm 2024", "vi", "2024-02-27", "2024-02-27"),
        ("04/10/2022", "vi", "2022-10-04", "2022-10-04"),
        ("ngày 4-10-2022", "vi", "2022-10-04", "2022-10-04"),
        ("tháng 3/2023", "vi", "2023-03-01", "2023-03-31"),
        ("tháng 02 năm 2024", "vi", "2024-02-01", "2024-02-29"),
        ("Quý 1/2024", "vi", "2024-01-01", "2024-03-31"),
        ("quý IV năm 2023", "vi", "2023-10-01", "2023-12-31"),
        ("06 tháng đầu năm 2024", "vi", "2024-01-01", "2024-06-30"),
        ("9 tháng năm 2024", "vi", "2024-01-01", "2024-09-30"),
        ("6 tháng cuối năm 2023", "vi", "2023-07-01", "2023-12-31"),
        ("trong năm 2022", "vi", "2022-01-01", "2022-12-31"),
        ("27 February 2024", "en", "2024-02-27", "2024-02-27"),
        ("February 27, 2024", "en", "2024-02-27", "2024-02-27"),
        ("the 3rd March 2024", "en", "2024-03-03", "2024-03-03"),
        ("2024-02-27", "en", "2024-02-27", "2024-02-27"),
        ("in March 2023", "en", "2023-03-01", "2023-03-31"),
        ("Q1 2024", "en", "2024-01-01", "2024-03-31"),
        ("quarter 3 of 2023", "en", "2023-07-01", "2023-09-30"),
        ("the first 6 months of 2024", "en", "2024-01-01", "2024-06-30"),
        ("in 2022", "en", "2022-01-01", "2022-12-31"),
    ],
)
def test_a_date_spans_its_days(scanned: Scanned, text: str, language: str, first: str, last: str) -> None:
    (date,) = scanned(text, language)
    assert isinstance(date, Date)
    assert (date.first, date.last) == (day(first), day(last))


@pytest.mark.parametrize(
    ("text", "language", "begin", "until"),
    [
        ("từ 28/7 đến ngày 30/7/2022", "vi", "2022-07-28", "2022-07-30"),
        ("từ ngày 05 đến 09/5/2024", "vi", "2024-05-05", "2024-05-09"),
        ("từ ngày 05/02/2021 đến ngày 31/12/2021", "vi", "2021-02-05", "2021-12-31"),
        ("giai đoạn 2021 - 2025", "vi", "2021-01-01", "2025-12-31"),
        ("giai đoạn 2021 – 2025", "vi", "2021-01-01", "2025-12-31"),
        ("02/2022 – 9/2024", "vi", "2022-02-01", "2024-09-30"),
        ("từ tháng 3/2023 đến tháng 6/2023", "vi", "2023-03-01", "2023-06-30"),
        ("từ 16-10 đến 15-11-2022", "vi", "2022-10-16", "2022-11-15"),
        ("from 28 to 30 July 2022", "en", "2022-07-28", "2022-07-30"),
        ("from 28 July to 5 August 2022", "en", "2022-07-28", "2022-08-05"),
        ("the period 2021-2025", "en", "2021-01-01", "2025-12-31"),
        ("from March 2023 to June 2023", "en", "2023-03-01", "2023-06-30"),
    ],
)
def test_a_period_from_its_first_day_to_its_last(scanned: Scanned, text: str, language: str, begin: str, until: str) -> None:
    (period,) = scanned(text, language)
    assert isinstance(period, Period)
    assert (period.begin.first, period.until.last) == (day(begin), day(until))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ngày 31/6/2024", (31, 6, 2024)),
        ("ngày 30 tháng 02 năm 2023", (30, 2, 2023)),
        ("29/02/2023", (29, 2, 2023)),
        ("15/13/2022", (15, 13, 2022)),
    ],
)
def test_an_impossible_date_keeps_its_parts(scanned: Scanned, text: str, parts: tuple[int, int, int]) -> None:
    (date,) = scanned(text)
    assert isinstance(date, Date)
    assert (date.day, date.month, date.year) == parts
    assert date.first is None


def test_a_borrowed_year_may_be_the_one_before(scanned: Scanned) -> None:
    (period,) = scanned("từ 28/12 đến 05/01/2023")
    assert isinstance(period, Period)
    assert period.begin.borrowed
    assert not period.until.borrowed


def test_a_day_left_blank_is_no_day(scanned: Scanned) -> None:
    assert all(not isinstance(w, Date) or w.day is None for w in scanned("ngày   tháng 11 năm 2022"))


@pytest.mark.parametrize(
    "text",
    [
        "2.000 lao động",
        "1/3 số hộ",
        "tỷ lệ 12/15",
        "2.024 người",
        "02 tháng lương",
        "đợt 3/2022",
        "từ 3-5 đến 7-9 hộ",
        "từ 16-13 đến 15-11",
    ],
)
def test_what_is_no_date(scanned: Scanned, text: str) -> None:
    assert not any(isinstance(w, Date | Period) for w in scanned(text))


@pytest.mark.parametrize("text", ["Từ 16-10 đến 15-11 có mưa", "từ ngày 16-10 đến ngày 15-11", "từ 16-10 đến hết 15-11"])
def test_two_days_with_a_dash(scanned: Scanned, text: str) -> None:
    assert [(w.day, w.month) for w in scanned(text) if isinstance(w, Date)] == [(16, 10), (15, 11)]


def test_dates_in_one_sentence_stay_apart(scanned: Scanned) -> None:
    found = scanned("Ngày 05/5/2024 họp, ngày 07/5/2024 gửi 12 báo cáo trong tháng 6/2024.")
    assert [type(w).__name__ for w in found] == ["Date", "Date", "Figure", "Date"]


def test_the_place_of_a_date_begins_with_its_words(scanned: Scanned) -> None:
    (date,) = scanned("Họp ngày 05/5/2024 tại xã")
    assert (date.text, date.place.column, date.place.end_column) == ("ngày 05/5/2024", 5, 19)
