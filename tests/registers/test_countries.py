"""The register of countries: what it knows, what it takes for a slip, and what it leaves alone."""

from __future__ import annotations

import unicodedata

import pytest

from checker.registers import load
from checker.registers.mentions import mentions
from checker.registers.spelling import slips
from checker.text import fold

COUNTRIES = load("countries")

SPELLINGS = {
    "AE": "UAE; U.A.E; Các Tiểu vương quốc Ả Rập Thống nhất; United Arab Emirates",
    "AU": "Úc; Australia; Ô-xtrây-li-a; ÚC",
    "CN": "Trung Quốc; CHND Trung Hoa; China",
    "CU": "Cu Ba; Cu-ba; Cuba",
    "CZ": "Séc; Cộng hòa Séc; Cộng hoà Séc; Czechia; Czech Republic",
    "DE": "Đức; Ðức; CHLB Đức; Cộng hoà Liên bang Đức; Germany",
    "FR": "Pháp; CH Pháp; France; French",
    "GB": "Anh; Vương quốc Anh; UK; United Kingdom",
    "GR": "Hy Lạp; Hi Lạp; Greece",
    "HK": "Hồng Kông; Hồng Công; Hong Kong; Hongkong",
    "ID": "Indonesia; In-đô-nê-xi-a; Inđônêxia; In đô nê xi a",
    "JP": "Nhật Bản; Nhật; NHẬT BẢN; Japan; Japanese",
    "KH": "Campuchia; Cam-pu-chia; Cambodia",
    "KP": "Triều Tiên; CHDCND Triều Tiên; North Korea",
    "KR": "Hàn Quốc; Đại Hàn Dân Quốc; South Korea; Korea; Republic of Korea",
    "LA": "Lào; CHDCND Lào; Cộng hòa Dân chủ nhân dân Lào; Laos; Lao PDR",
    "LK": "Sri Lanka; Srilanka; Xri Lan-ca",
    "MM": "Myanmar; Mi-an-ma; Miến Điện; Myanmar (Miến Điện)",
    "MO": "Ma-cao; Macao; Macau; Ma Cao",
    "MY": "Malaysia; Ma-lai-xi-a; Malaixia",
    "RO": "Rumani; Ru-ma-ni; Romania",
    "RU": "Nga; Liên bang Nga; Russia; Russian Federation",
    "SA": "Ả Rập Xê Út; Ả-rập Xê-út; Ả Rập Xê-út; Saudi Arabia",
    "SG": "Singapore; Xinh-ga-po",
    "SK": "Slovakia; Slô-va-ki-a; Xlô-va-ki-a",
    "CH": "Thụy Sĩ; Thuỵ Sĩ; Thụy Sỹ; Thuỵ Sỹ",
    "TL": "Đông Timor; Timor-Leste; East Timor",
    "TR": "Thổ Nhĩ Kỳ; Thổ Nhĩ Kì; Türkiye; Turkey",
    "TW": "Đài Loan; Đài Loan (Trung Quốc); Ðài Loan; Taiwan (China)",
    "US": "Mỹ; Mĩ; Hoa Kỳ; Hoa Kì; USA; United States",
    "VN": "Việt Nam; Viet Nam; Vietnam",
    "EU": "EU; Liên minh châu Âu; European Union",
    "002": "châu Phi; Africa",
    "145": "Trung Đông; Middle East",
    "150": "châu Âu; Europe",
    "030": "Đông Bắc Á; Northeast Asia",
    "035": "ASEAN; Đông Nam Á",
}
SLIPS = [
    ("Hàn Quôc", "Hàn Quốc"),
    ("Han Quoc", "Hàn Quốc"),
    ("Hàn Quốcc", "Hàn Quốc"),
    ("Nhật Bảng", "Nhật Bản"),
    ("Nhât Bản", "Nhật Bản"),
    ("Trung Qốc", "Trung Quốc"),
    ("Thái Lang", "Thái Lan"),
    ("Đài Laon", "Đài Loan"),
    ("Singapo", "Singapore"),
    ("Philipines", "Philippines"),
    ("Phillipines", "Philippines"),
    ("Malasyia", "Malaysia"),
    ("Ma-lai-xi-e", "Ma-lai-xi-a"),
    ("In-đô-nê-xi", "In-đô-nê-xi-a"),
    ("Cam pu chiaa", "Campuchia"),
    ("CHLB Đứcc", "CHLB Đức"),
    ("Newzeland", "New Zealand"),
    ("Slovkia", "Slovakia"),
]
NO_SLIPS = """
Úc Ức Đúc Áo Ao Bỉ Bí Nga Ngà Anh Ảnh Lào Lao Chad Oman Omar Mali Peru Iran Irac Cuba|Hà Nam|Hà Nội|Hà Lam|Lào Cai|Nam Định|Nam Phú
Nam Hà|Thái Bình|Thái Nguyên|Trung Quân|Trung ương|Trung học|Tây Ninh|Bắc Ninh|Ninh Bình|Ba Vì|Ba Lai|Đông Nam|Đông Bắc|Châu Phú|Hải Nam|Vân Nam
Nước khác|Các nước khác|Tổng cộng|Khác|Còn lại|Nhật Bản B|Nhật Bảo An|Công ty Nhật Bản|Osaka|Seoul|Busan|Bangkok|Paris|Indiana|Siberia
Koreans|Malaysians|Cubans|Mauritians|Other countries|Total|Domestic
"""


@pytest.mark.parametrize(("key", "name"), [(key, name.strip()) for key, names in SPELLINGS.items() for name in names.split(";")])
def test_spellings_in_use_are_known(key: str, name: str) -> None:
    assert COUNTRIES.find(name) == key
    assert COUNTRIES.find(unicodedata.normalize("NFD", name)) == key
    assert COUNTRIES.nearest(name) == ()


@pytest.mark.parametrize(("written", "meant"), SLIPS)
def test_a_near_miss_is_named(written: str, meant: str) -> None:
    assert COUNTRIES.find(written) == ""
    assert COUNTRIES.nearest(written) == (meant,)


@pytest.mark.parametrize("name", [name for line in NO_SLIPS.strip().splitlines() for name in line.split("|")])
def test_what_is_simply_unknown_or_short_is_no_near_miss(name: str) -> None:
    assert COUNTRIES.nearest(name) == ()


def test_every_name_that_is_offered_is_known_and_no_miss_of_another() -> None:
    for spelling in COUNTRIES.spellings:
        assert COUNTRIES.find(spelling), spelling
        assert COUNTRIES.nearest(spelling) == (), spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Iran", "Iraq"),
        ("Mali", "Malawi"),
        ("Slovakia", "Slovenia"),
        ("Austria", "Australia"),
        ("Guinea", "Guinea Xích Đạo"),
        ("Guinea", "Guyana"),
        ("Dominica", "Cộng hòa Dominica"),
        ("Ireland", "Iceland"),
        ("Gambia", "Zambia"),
        ("Mauritius", "Mauritania"),
        ("Sudan", "Nam Sudan"),
        ("Hàn Quốc", "Triều Tiên"),
        ("Nam Phi", "châu Phi"),
        ("Ba Lan", "Hà Lan"),
    ],
)
def test_neighbours_are_each_their_own(one: str, other: str) -> None:
    assert "" != COUNTRIES.find(one) != COUNTRIES.find(other) != ""


def test_cldr_is_complete_in_both_languages() -> None:
    languages = pytest.importorskip("babel")
    skipped = {"AC", "CP", "DG", "EA", "EZ", "IC", "QO", "TA", "XA", "XB", "ZZ"}
    for language in ("vi", "en"):
        for code, name in languages.Locale(language).territories.items():
            assert code in skipped or COUNTRIES.find(name) == code, name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kế đến là Đài Loan 71 lao động", ["Đài Loan"]),
        ("Tại Nhật Bản có 12 lao động", ["Nhật Bản"]),
        ("sang CHDCND Lào và các nước", ["CHDCND Lào"]),
        ("tỉnh Lào Cai, nước Lào", ["Lào"]),
        ("Công ty Nhật Bản Xanh", []),
        ("Bosnia và Herzegovina, Séc", ["Bosnia và Herzegovina", "Séc"]),
        ("Nhật Bản và Hàn Quốc", ["Nhật Bản", "Hàn Quốc"]),
        ("đi Mi-an-ma, U.A.E.", ["Mi-an-ma", "U.A.E"]),
        ("úc, đức, áo", []),
    ],
)
def test_where_a_text_writes_a_country(text: str, expected: list[str]) -> None:
    found = mentions(text, fold(text), COUNTRIES, 0, len(text))
    assert [text[m.start : m.ends[0]] for m in found if m.key] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("quốc", "quốc", 0),
        ("quôc", "quốc", 1),
        ("qốc", "quốc", 1),
        ("quuốc", "quốc", 1),
        ("qouốc", "quuốc", 1),
        ("uqốc", "quốc", 1),
        ("quân", "quốc", 2),
    ],
)
def test_slips(one: str, other: str, expected: int) -> None:
    assert slips(one, other, 2) == expected


def test_a_register_without_a_file_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load("planets")


def test_a_register_is_read_once() -> None:
    assert load("countries") is COUNTRIES
