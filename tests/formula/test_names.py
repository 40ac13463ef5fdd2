"""When two ways of writing an issuer mean the same."""

from __future__ import annotations

import pytest

from checker.formula.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân tỉnh", "Uỷ ban Nhân dân tỉnh"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("HĐND tỉnh", "Hội đồng nhân dân tỉnh Long An"),
        ("HĐND tỉnh", "HĐND tỉnh Long An"),
        ("Sở LĐTBXH", "Sở Lao động, Thương binh và Xã hội"),
        ("Bộ Giáo dục", "Bộ Giáo dục và Đào tạo"),
        ("Provincial People's Committee", "the Provincial People's Committee of Long An"),
        ("MOLISA", "MOLISA"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "HĐND tỉnh"),
        ("UBND tỉnh", "UBND huyện"),
        ("Sở Y tế", "Sở Tài chính"),
        ("UBND tỉnh Long An", "UBND tỉnh Tiền Giang"),
        ("Tỉnh ủy", "Huyện ủy"),
        ("Chính phủ", "Quốc hội"),
        ("Ministry of Health", "Ministry of Finance"),
    ],
)
def test_truly_different(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)
