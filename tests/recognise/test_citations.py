"""Citations: kind, number, year in the number, symbol, date, issuer; and what was left blank."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from checker.figure import Citation, Written

Scanned = Callable[..., tuple[Written, ...]]


def citation(scanned: Scanned, text: str, language: str = "vi") -> Citation:
    (found,) = (w for w in scanned(text, language) if isinstance(w, Citation))
    return found


def test_a_full_citation(scanned: Scanned) -> None:
    text = "Nghị quyết số 18/2019/NQ-HĐND ngày 06/12/2019 của HĐND tỉnh"
    cited = citation(scanned, f"Căn cứ {text} về hỗ trợ lao động;")
    assert cited.text == text
    assert (cited.kind, cited.number, cited.number_year, cited.symbol, cited.issuer) == ("nghị quyết", "18", 2019, "NQ-HĐND", "HĐND tỉnh")
    assert cited.date is not None
    assert cited.date.first == datetime.date(2019, 12, 6)
    assert cited.about.startswith("về hỗ trợ")


@pytest.mark.parametrize(
    ("text", "kind", "number", "year", "symbol"),
    [
        ("Kế hoạch 33-KH/HU", "kế hoạch", "33", None, "KH/HU"),
        ("Số: 607/KH-UBND", "", "607", None, "KH-UBND"),
        ("Quyết định số 1234/QĐ-TTg", "quyết định", "1234", None, "QĐ-TTg"),
        ("Công văn số 15/SLĐTBXH-VP", "công văn", "15", None, "SLĐTBXH-VP"),
        ("Nghị định 38/2020/NĐ-CP", "nghị định", "38", 2020, "NĐ-CP"),
        ("Kế hoạch số 18 - KH/TU", "kế hoạch", "18", None, "KH/TU"),
        ("Luật số 69/2020/QH14", "luật", "69", 2020, "QH14"),
        ("Thông tư liên tịch số 05/2016/TTLT-BTP-BTC", "thông tư liên tịch", "05", 2016, "TTLT-BTP-BTC"),
    ],
)
def test_kind_number_and_symbol(scanned: Scanned, text: str, kind: str, number: str, year: int | None, symbol: str) -> None:
    cited = citation(scanned, text)
    assert (cited.kind, cited.number, cited.number_year, cited.symbol) == (kind, number, year, symbol)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 3/2/2024 của UBND tỉnh về việc giao chỉ tiêu", "UBND tỉnh"),
        ("Quyết định số 12/QĐ-UBND của Ủy ban nhân dân huyện Đức Hòa, trong đó", "Ủy ban nhân dân huyện Đức Hòa"),
        ("Quyết định số 12/QĐ-UBND ngày 3/2/2024 của đơn vị", ""),
        ("Quyết định số 12/QĐ-UBND ngày 3/2/2024, các xã", ""),
    ],
)
def test_the_issuer_ends_where_the_words_go_on(scanned: Scanned, text: str, issuer: str) -> None:
    assert citation(scanned, text).issuer == issuer


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("Kế hoạch số .../KH-UBND ngày .../.../2024 của UBND tỉnh", ("number", "day")),
        ("Kế hoạch số     /KH-UBND ngày 05/5/2024", ("number",)),
        ("Báo cáo số 15/BC-UBND ngày    tháng 11 năm 2022", ("day",)),
        ("Số:      /BC-UBND", ("number",)),
        ("Báo cáo số 15/BC-UBND ngày 05/11/2022", ()),
    ],
)
def test_what_was_left_blank(scanned: Scanned, text: str, blank: tuple[str, ...]) -> None:
    assert citation(scanned, text).blank == blank


def test_an_english_citation(scanned: Scanned) -> None:
    cited = citation(scanned, "under Resolution No. 18/2019/NQ-HDND dated 6 December 2019 of the Provincial People's Council", "en")
    assert (cited.kind, cited.number, cited.number_year, cited.issuer) == ("resolution", "18", 2019, "Provincial People's Council")
    assert cited.date is not None
    assert cited.date.first == datetime.date(2019, 12, 6)


def test_several_citations_of_one_sentence(scanned: Scanned) -> None:
    text = "Thực hiện Kế hoạch 33-KH/HU, Kế hoạch số 607/KH-UBND ngày 27/02/2024 và Công văn số 15/SLĐTBXH-VP"
    assert [c.number for c in scanned(text) if isinstance(c, Citation)] == ["33", "607", "15"]


@pytest.mark.parametrize("text", ["đạt 170/100 lao động", "02/2022 – 9/2024", "12/15 xã", "5/5 chỉ tiêu", "800/kg"])
def test_what_is_no_citation(scanned: Scanned, text: str) -> None:
    assert not any(isinstance(w, Citation) for w in scanned(text))
