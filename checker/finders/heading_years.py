"""The year in a heading and the years that it should fit: "IV. KẾ HOẠCH ĐỐI NGOẠI NĂM 2021", over a plan for 2022.

    find:
      heading_years:
        plan: {vi: [kế hoạch, phương hướng, dự kiến]}      # headings of what is to come
        compared: {vi: [so với, cùng kỳ]}                  # before a year of comparison

Roles: `year` (date), `expected` (dates). A heading that begins with a word of `plan` must have the year that the title plans for
("… năm 2023; phương hướng năm 2024"); where the title reports on one whole year and plans nothing, the year after. A heading
of part of a year ("9 tháng đầu năm 2022") must have the title's year where the title speaks of the same part. Else a claim is made
where the title or the section speaks of the heading's year; or where the section speaks of one other year only, which is the document's
own and the heading's is not, or which is later in a plan. The closing words ("Trên đây là báo cáo … năm 2023") must name a year of
the title, where they name one only; the heading of an annex may name another. A year that the document cannot mean ("NĂM 3023") must be
one of its own, in headings, titles and sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import msgspec

from checker.claim import Claim
from checker.figure import Date
from checker.recognise.cues import Cues, cues
from checker.recognise.grid import Grid
from checker.recognise.odd_years import OddYears
from checker.recognise.passages import Passage, Section
from checker.recognise.reading import Reading
from checker.recognise.title_years import title_years
from checker.recognise.years import whole_year

_BEFORE = 24


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    plan: Cues
    compared: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"year": "date", "expected": "dates"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    plan, compared = cues(options.plan, reading.locale), cues(options.compared, reading.locale)
    title = title_years(reading, plan)
    own, odd_years = _own_years(reading), OddYears(reading)
    for here in reading.paragraphs:
        signs_off = not here.section.annex and _signs_off(here)
        spoken = partial(_section_years, reading, here, compared) if here.heading and not plan.search(here.folded) else dict[int, Date]
        odd = list(odd_years.of(here, _years_alone(here, compared), spoken))
        yield from (_claim(here, year, meant) for year, meant in odd)
        if odd:
            continue
        year = _only_year(_lone_years(here, compared)) if here.heading or signs_off else None
        if year is None or year.year is None:
            continue
        if signs_off:
            expected = tuple(map(whole_year, (*title.reported, *title.planned)))
        elif here.section.annex:
            expected = title.named(year)
        else:
            expected = title.expected(year, plan.match(here.folded[here.begin :].lstrip()) is not None)
            expected = expected or title.named(year) or _by_section(reading, here, year, own, plan, compared)
        if expected:
            yield _claim(here, year, expected)


def _by_section(
    reading: Reading, heading: Passage, year: Date, own: set[int], plan: re.Pattern[str], compared: re.Pattern[str]
) -> tuple[Date, ...]:
    """The years that the section speaks of, where they tell anything of the heading's."""
    spoken = _section_years(reading, heading, compared)
    if not spoken or year.year is None:
        return ()
    other = next(iter(spoken))
    looks_back = plan.match(reading.identity.kind) is not None and year.year + 1 in own
    stale = other in own and year.year not in own and other > year.year and not looks_back
    planned = plan.search(heading.folded) is not None and other > year.year and (other in own or other - 1 in own)
    tells = year.year in spoken or (len(spoken) == 1 and (stale or planned))
    return tuple(map(whole_year, spoken.values())) if tells else ()


def _claim(heading: Passage, year: Date, expected: tuple[Date, ...]) -> Claim:
    years = ", ".join(str(y) for y in sorted({date.year for date in expected if date.year is not None}))
    return Claim(
        roles={"year": whole_year(year), "expected": expected},
        at=year,
        section=heading.words,
        words=heading.words,
        named={"year": str(year.year), "years": years},
    )


def _own_years(reading: Reading) -> set[int]:
    """The years of the title; else those of the closing words ("Trên đây là báo cáo … năm 2021"); else that of the date."""
    titles = _years(reading.identity.title_passages)
    date = reading.identity.date
    dated = {date.year} if date is not None and date.year is not None else set()
    return titles or _years(p for p in reading.paragraphs if _signs_off(p)) or dated


def _years(passages: Iterable[Passage]) -> set[int]:
    return {d.year for passage in passages for d in passage.dates if d.year is not None}


def _signs_off(passage: Passage) -> bool:
    return passage.folded.lstrip().startswith(tuple(passage.locale.words("parts", "sign_off")))


def _section_years(reading: Reading, heading: Passage, compared: re.Pattern[str]) -> dict[int, Date]:
    """The years that the text under a heading speaks of, each with where it first does."""
    years: dict[int, Date] = {}
    for here in reading.following(heading):
        if isinstance(here, Grid):
            continue
        if here.note or not _under(here.section, heading):
            break
        if _signs_off(here):
            continue
        for date in _lone_years(here, compared):
            if date.year is not None:
                years.setdefault(date.year, date)
    return years


def _under(section: Section, heading: Passage) -> bool:
    return any(s.heading is not None and s.heading.order == heading.order for s in section.chain)


def _lone_years(passage: Passage, compared: re.Pattern[str]) -> list[Date]:
    """Years that are no end of a period, no part of a citation and not compared with."""
    return [d for d in _years_alone(passage, compared) if d.first is not None]


def _years_alone(passage: Passage, compared: re.Pattern[str]) -> list[Date]:
    """The same with those that are not in the calendar, but for days."""
    dates = (w for w in passage.written if isinstance(w, Date) and w.year is not None and (w.day is None or w.first is not None))
    return [d for d in dates if not compared.search(passage.folded, max(0, d.start - _BEFORE), d.start)]


def _only_year(dates: list[Date]) -> Date | None:
    return dates[0] if len({d.year for d in dates}) == 1 else None
