"""Masking one text: what is masked, in both languages, and what must stay as it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.locales import languages, load
from checker.masking import MASK, mask

MASKED = [
    # names
    ("Ông Nguyễn Văn Mẫu phụ trách", "Ông ••• phụ trách"),
    ("giao bà Trần Thị Thử, kế toán", "giao bà •••, kế toán"),
    ("anh Hùng và chị Lan", "anh ••• và chị •••"),
    ("đồng chí Lê Văn Ví - Chủ tịch", "đồng chí ••• - Chủ tịch"),
    ("đ/c Lê Văn Ví Phó Chủ tịch", "đ/c ••• Phó Chủ tịch"),
    ("ÔNG NGUYỄN VĂN MẪU", "ÔNG •••"),
    ("Họ và tên: Trần Thị Thử; chức vụ: kế toán", "Họ và tên: •••; chức vụ: kế toán"),
    ("các ông Nguyễn Văn An, Trần Văn Thành và Lê Văn Trường - Giám đốc", "các ông •••, ••• và ••• - Giám đốc"),
    ("gồm Ông (bà): Phạm Thị Dụ", "gồm Ông (bà): •••"),
    ("hỗ trợ cháu Nguyễn Văn Bé 500.000 đồng", "hỗ trợ cháu ••• 500.000 đồng"),
    ("Mr. John A. Smith visited. The team", "Mr. ••• visited. The team"),
    ("by Ms Ann O'Brien-Example and Dr Nguyen Thi Thu", "by Ms ••• and Dr •••"),
    ("met Dr Smith. The clinic opened", "met Dr •••. The clinic opened"),
    ("Full name: Ann Example", "Full name: •••"),
    # dates of birth
    ("sinh ngày 12/3/1985 tại Hà Nội", "sinh ngày ••• tại Hà Nội"),
    ("Ngày sinh: 12.03.1985", "Ngày sinh: •••"),
    ("ngày, tháng, năm sinh: 31/02/1985", "ngày, tháng, năm sinh: •••"),
    ("sinh ngày 12 tháng 3 năm 1985", "sinh ngày •••"),
    ("Ông Mẫu (sinh năm 1985)", "Ông ••• (sinh năm •••)"),
    ("born on 12 March 1985", "born on •••"),
    ("Mr Smith was born in 1985", "Mr ••• was born in •••"),
    ("Date of birth: 1985-03-12", "Date of birth: •••"),
    # identity numbers
    ("CMND 012345678", "CMND •••"),
    ("số CMND: 112 345 678 cấp năm 2010", "số CMND: ••• cấp năm 2010"),
    ("CCCD số 001.085.012.345", "CCCD số •••"),
    ("căn cước công dân số: 0010 8501 2345", "căn cước công dân số: •••"),
    ("chứng minh nhân dân 112345678, 112345679", "chứng minh nhân dân •••, •••"),
    ("CMND/CCCD: 112345678/001085012345", "CMND/CCCD: •••/•••"),
    ("số định danh cá nhân là 001085012345", "số định danh cá nhân là •••"),
    ("hộ chiếu số C1234567", "hộ chiếu số •••"),
    ("Passport No. B1234567, ID card no. 112345678", "Passport No. •••, ID card no. •••"),
    ("ở cột ghi 001085012345 người", "ở cột ghi ••• người"),  # no amount begins with a zero
]

SILENT = [
    "Sông Hồng dâng cao, bà con Hà Nội sơ tán",
    "anh hùng lao động và Anh hùng Lao động",
    "chị em phụ nữ, anh em công nhân, ông bà",
    "Kinh phí 123.456.789.012 đồng",
    "Kinh phí là 123456789012 đồng",
    "kinh phí cấp CCCD 250.000.000 đồng",
    "đã cấp CCCD: 123.456 thẻ; CCCD gắn chip 12.345.678 thẻ",
    "tỉnh Bà Rịa - Vũng Tàu, huyện Anh Sơn, đường Bà Triệu",
    "Bà Rịa - Vũng Tàu",
    "Công ty Hoàng Anh Gia Lai xuất sang thị trường Anh, Pháp",
    "dạy tiếng Anh Trường THCS Ngô Quyền",
    "trẻ em Việt Nam, quỹ Bảo trợ trẻ em Việt Nam",
    "đồng chí Bí thư Tỉnh uỷ, đồng chí Phó Chủ tịch UBND tỉnh",
    "các đồng chí Uỷ viên Ban Thường vụ",
    "học sinh năm 2023, Học sinh năm 2023, thí sinh năm 2024",
    "phát sinh ngày 12/3/2024, đăng ký khai sinh ngày 12/3/2024, vệ sinh năm 2024",
    "ngày sinh hoạt 12/3/2024",
    "trẻ sinh năm 2023: 120 cháu",
    "kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2024)",
    "số điện thoại 0912345678, mã 12345",
    "12 children born in 2023; the number of births",
    "MS Word, Ms Excel, Mr President",
    "ID cards for 123,456,789 people; ID 123456789 people",
    "a budget of USD 123456789012",
    "Nguyễn Văn Cừ Street, Trần Hưng Đạo ward",
]


@pytest.mark.parametrize(("text", "expected"), MASKED, ids=[text for text, _ in MASKED])
def test_it_is_masked_and_the_words_before_it_stay(text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_it_stays(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("text", [text for text, _ in MASKED])
def test_masking_twice_changes_nothing_more(text: str) -> None:
    assert mask(mask(text)) == mask(text)


def test_letters_written_in_parts_are_the_same_letters() -> None:
    import unicodedata

    assert mask(unicodedata.normalize("NFD", "ông Nguyễn Văn Mẫu")) == "ông •••"


@given(st.text(alphabet="ông bà Mr CCD 0123456789./,: ngày sinh Nguyễn\n", max_size=80))
def test_any_text_can_be_masked(text: str) -> None:
    assert mask(text) == mask(mask(text))


@pytest.mark.parametrize(
    "unit", ["ông ", "CCCD số ", "CMND: 1", "ngày sinh ", "ông A ", "các ông Bá, ", "0", "A ", "A.", "1 ", "họ và tên: "]
)
def test_the_time_is_that_of_the_length(unit: str) -> None:
    def taken(times: int) -> float:
        text = unit * times
        begin = time.process_time()
        mask(text)
        return time.process_time() - begin

    assert min(taken(16_000) for _ in range(3)) < 40 * max(min(taken(1_000) for _ in range(3)), 0.002)


def test_the_words_of_every_language_have_the_same_keys() -> None:
    keys = [load(language).section("people").keys() for language in languages()]
    assert all(each == keys[0] for each in keys)


def test_what_is_known_is_masked_without_a_word_before_it() -> None:
    private = frozenset({"nguyễn văn mẫu", "văn mẫu", "12/3/1985", "001085012345", "12 tháng 3 năm 1985"})
    text = "Nguyễn Văn Mẫu: ngày 12/3/1985, tức 12 tháng 3 năm 1985; … Văn Mẫu; Nguyễn Văn Mẫn; 112/3/1985"
    assert mask(text, private) == f"{MASK}: ngày {MASK}, tức {MASK}; … {MASK}; Nguyễn Văn Mẫn; 112/3/1985"
