"""Sentences: a consistent one is never flagged; any one figure changed beyond rounding always is."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from checker.locales import Style
from checker.quantity import round_half_up
from checker.report import DiscrepancyReport
from checker.wording import format_number

Checked = Callable[..., DiscrepancyReport]
STYLES = {"vi": Style(".", ","), "en": Style(",", ".")}
DISTRICTS = ("Bến Lức", "Cần Đước", "Cần Giuộc", "Đức Hòa", "Đức Huệ", "Mộc Hóa", "Tân Trụ", "Thủ Thừa")
TOWNS = ("Ashford", "Bexley", "Camden", "Dover", "Exeter", "Fulham", "Guildford", "Hove")
some = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)


class Sentence(NamedTuple):
    """Words with a place "{n}" for each number, and how many decimals each number has."""

    language: str
    words: str
    numbers: tuple[Fraction, ...]
    decimals: tuple[int, ...]

    @property
    def text(self) -> str:
        style = STYLES[self.language]
        return self.words.format(*(format_number(n, d, style, trim=False) for n, d in zip(self.numbers, self.decimals, strict=True))) + "\n"

    def changed(self, which: int, by: int) -> Sentence:
        numbers = list(self.numbers)
        numbers[which] += Fraction(by, 10 ** self.decimals[which])
        return self._replace(numbers=tuple(numbers))


def _listed(items: list[str], between: str, last: str) -> str:
    return between.join(items[:-1]) + last + items[-1]


BREAKDOWNS = {
    "vi": (
        "Trong năm, toàn tỉnh đã đưa {0} lao động đi làm việc ở nước ngoài, gồm: PARTS.",
        "Đã có {0} lao động được hỗ trợ vay vốn (PARTS).",
        "Các huyện đã tuyển được {0} lao động, cụ thể: PARTS.",
    ),
    "en": (
        "In that year the province sent {0} workers abroad, comprising: PARTS.",
        "A total of {0} workers received a loan (PARTS).",
    ),
}


@st.composite
def breakdowns(draw: st.DrawFn, brackets: bool = True) -> Sentence:
    """A whole and its parts. A list in brackets without a word before it need not be a full one."""
    language = draw(st.sampled_from(["vi", "en"]))
    words = draw(st.sampled_from([words for words in BREAKDOWNS[language] if brackets or "(" not in words]))
    parts = draw(st.lists(st.integers(10, 3_000), min_size=3, max_size=7, unique=True))
    names = DISTRICTS if language == "vi" else TOWNS
    unit = {"vi": "lao động", "en": "workers"}[language]
    items = [f"{name} {{{n}}} {unit}" for n, (name, _) in enumerate(zip(names, parts, strict=False), 1)]
    between = draw(st.sampled_from([", ", "; "]))
    numbers = tuple(map(Fraction, (sum(parts), *parts)))
    return Sentence(language, words.replace("PARTS", _listed(items, between, between)), numbers, (0,) * len(numbers))


SHARES = {
    "vi": "Đến nay đã đưa {0}/{1} lao động đi làm việc ở nước ngoài, đạt {2}% kế hoạch năm.",
    "en": "So far {0}/{1} workers of the districts have left the country, or {2}% of the plan.",
}


@st.composite
def shares(draw: st.DrawFn) -> Sentence:
    language, decimals = draw(st.sampled_from(["vi", "en"])), draw(st.integers(0, 2))
    part, whole = draw(st.integers(32, 5_000)), draw(st.integers(100, 5_000))
    percent = round_half_up(Fraction(100 * part, whole), Fraction(1, 10**decimals))
    return Sentence(language, SHARES[language], (Fraction(part), Fraction(whole), percent), (0, 0, decimals))


def _beyond_rounding(sentence: Sentence) -> bool:
    part, whole, percent = sentence.numbers
    return abs(percent - 100 * part / whole) > Fraction(1, 10 ** sentence.decimals[2])


def _another_reading(sentence: Sentence) -> bool:
    """Does the whole happen to be the sum of the first few parts, or of the last few?"""
    whole, *parts = sentence.numbers
    return any(whole in (sum(parts[:n]), sum(parts[n:])) for n in range(1, len(parts)))


CASES = {"N201": breakdowns(), "N202": shares()}


@pytest.mark.parametrize("code", CASES)
@some
@given(data=st.data())
def test_a_consistent_sentence_is_never_flagged(checked: Checked, code: str, data: st.DataObject) -> None:
    report = checked(data.draw(CASES[code]).text)
    assert [(f.code, f.working) for f in report.findings] == []
    assert code in {check.code for check in report.checks}


@pytest.mark.parametrize("code", CASES)
@some
@given(data=st.data())
def test_any_one_changed_figure_is_flagged(checked: Checked, code: str, data: st.DataObject) -> None:
    sentence = data.draw(breakdowns(brackets=False) if code == "N201" else CASES[code])
    which = data.draw(st.integers(0, len(sentence.numbers) - 1))
    changed = sentence.changed(which, data.draw(st.integers(1, 900)) * data.draw(st.sampled_from([1, -1])))
    assume(changed.numbers[which] > 0)
    assume(_beyond_rounding(changed) if code == "N202" else not _another_reading(changed))
    assert checked(changed.text).findings
