"""Figures as a report would write them, without a report."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checker.figure import Figure
from checker.locales import Locale, Style
from checker.place import Place
from checker.recognise.scan import figures_of, scan
from checker.text import Text
from checker.units import Units


@pytest.fixture(scope="session")
def units() -> Units:
    return Units()


@pytest.fixture(scope="session")
def figure(vi: Locale) -> Callable[[str], Figure]:
    """The first figure that a Vietnamese text writes: "14,6 tỷ đồng"."""
    return lambda text: figures_of(scan(Text.at(text, Place(line=1, column=1)), vi, Style(".", ",")))[0]


@pytest.fixture(scope="session")
def written(figure: Callable[[str], Figure]) -> Callable[..., Figure]:
    """A figure of this value, written to this step, with a unit behind it."""

    def write(value: Fraction, step: Fraction = Fraction(1), unit: str = "") -> Figure:
        decimals = 0
        while (step * 10**decimals).denominator > 1:
            decimals += 1
        assert (value * 10**decimals).denominator == 1
        digits = str(abs(value * 10**decimals)).zfill(decimals + 1)
        text = f"{digits[:-decimals]},{digits[-decimals:]}" if decimals else digits
        return figure(f"là {text} {unit}".strip())

    return write
