"""A document that is cited more than once: "Quyết định số 123/QĐ-UBND ngày 05/3/2023", further on "ngày 15/3/2023".

    find:
      same_document: {}

Roles: `this`, `other` (citations). Numbers begin anew every year and with every issuer, so two citations are of one document
only where kind, number and symbol agree and the dates differ by a slip, or one issuer numbered both in one year. Issuers that
differ under one date are doubtful: one office goes by several names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Citation, in_calendar
from checker.formula.names import same_name
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.text import fold


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"this": "citation", "other": "citation"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    seen: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for passage in reading.passages:
        for cited in passage.citations:
            if passage.section.template or not cited.number or in_calendar(cited.date) is None:
                continue
            earlier = next((c for c in seen[_key(cited)] if _one_document(cited, c)), None)
            if earlier is None:
                seen[_key(cited)].append(cited)
            else:
                yield _claim(passage, cited, earlier)


def _key(cited: Citation) -> tuple[str, ...]:
    return fold(cited.kind), cited.number.lstrip("0"), fold(cited.symbol)


def _one_document(this: Citation, other: Citation) -> bool:
    """One part of the date differs at most; or day and month are swapped; or year and issuer agree, who numbers anew every year."""
    one, two = this.date, other.date
    if one is None or two is None:
        return False
    if one.first == two.first:
        return True
    named = bool(this.issuer and other.issuer)
    if (named and not same_name(this.issuer, other.issuer)) or this.number_year != other.number_year:
        return False
    differing = (one.day != two.day) + (one.month != two.month) + (one.year != two.year)
    swapped = (one.day, one.month) == (two.month, two.day)
    return differing == 1 or (one.year == two.year and (swapped or named))


def _claim(passage: Passage, cited: Citation, earlier: Citation) -> Claim:
    named = {"cited": cited.text, "earlier": earlier.text}
    tentative = cited.date is not None and earlier.date is not None and cited.date.first == earlier.date.first
    return Claim(roles={"this": cited, "other": earlier}, at=cited, section=passage.section.title, tentative=tentative, named=named)
