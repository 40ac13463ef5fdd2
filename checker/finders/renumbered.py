"""A document that is cited under two numbers: "Kế hoạch số 52/KH-UBND ngày 14/6/2023", further on "số 25/KH-UBND ngày 14/6/2023".

    find:
      renumbered: {}

Roles: `this`, `other` (texts: the numbers). One issuer may number several documents on one day. So two citations of one kind, symbol and
date are of one document only where their numbers are one slip apart, and the words behind both say the same of it; or one of the numbers
stands in the text more than once and the other only once, without words of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from checker.claim import Claim
from checker.figure import Citation, Phrase, in_calendar
from checker.formula.names import same_name
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.registers.spelling import slips
from checker.text import fold_words

_ENOUGH = 12  # so many letters of a title tell it


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Cited(NamedTuple):
    passage: Passage
    citation: Citation

    @property
    def number(self) -> str:
        return self.citation.number.lstrip("0")

    @property
    def title(self) -> str:
        return fold_words(self.citation.about)


def roles(options: Options) -> Mapping[str, str]:
    return {"this": "text", "other": "text"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for documents in _by_date(reading.passages).values():
        for usual in _repeated(documents):
            yield _claim(usual[1], usual[0])
        for number, odd in _single(documents):
            meant = next((cited for cited in documents if cited.number != number and _is_same(odd, cited, documents)), None)
            if meant is not None:
                yield _claim(odd, meant)


def _by_date(passages: Iterable[Passage]) -> Mapping[tuple[object, ...], list[Cited]]:
    found: dict[tuple[object, ...], list[Cited]] = defaultdict(list)
    for passage in passages:
        for cited in passage.citations:
            date = in_calendar(cited.date)
            if date is not None and date.day is not None and cited.number and not passage.section.template:
                found[cited.kind, fold_words(cited.symbol), cited.number_year, date.first].append(Cited(passage, cited))
    return found


def _repeated(documents: Sequence[Cited]) -> Iterator[tuple[Cited, Cited]]:
    """The first two citations of each number that is cited again."""
    for number in dict.fromkeys(cited.number for cited in documents):
        same = [cited for cited in documents if cited.number == number]
        if len(same) > 1:
            yield same[0], same[1]


def _single(documents: Sequence[Cited]) -> Iterator[tuple[str, Cited]]:
    """The later ones of the numbers that are cited once."""
    numbers = [cited.number for cited in documents]
    for cited in documents:
        if numbers.count(cited.number) == 1:
            yield cited.number, cited


def _is_same(odd: Cited, cited: Cited, documents: Sequence[Cited]) -> bool:
    if slips(odd.number, cited.number, 1) != 1 or not _may_be_one(odd.citation.issuer, cited.citation.issuer):
        return False
    if _tells(odd.title) and _tells(cited.title):
        return _one_title(odd.title, cited.title) and documents.index(cited) < documents.index(odd)
    return not _tells(odd.title) and sum(other.number == cited.number for other in documents) > 1


def _may_be_one(issuer: str, other: str) -> bool:
    return not issuer or not other or same_name(issuer, other)


def _tells(title: str) -> bool:
    return len(title) >= _ENOUGH


def _one_title(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _claim(this: Cited, other: Cited) -> Claim:
    written, meant = _number(this), _number(other)
    known = written.text if this.number == other.number else meant.text
    return Claim(
        roles={"this": written, "other": Phrase(text=known, place=meant.place)},
        at=written,
        section=this.passage.section.title,
        named={"cited": this.citation.text, "earlier": other.citation.text},
    )


def _number(cited: Cited) -> Phrase:
    """The number alone, where it stands."""
    citation, text = cited.citation, cited.passage.text
    start = text.value.find(citation.number, citation.start, citation.end)
    end = start + len(citation.number)
    return Phrase(text=citation.number, place=text.place(start, end), start=start, end=end)
