"""Dates that belong to a project or period: the row "… giai đoạn 02/2022 - 9/2024 … kinh phí thực hiện năm 2023".

    find:
      within:
        period: {vi: [giai đoạn, thời gian thực hiện]}      # before the period that a thing lasts
        dated: {vi: [thực hiện, kinh phí, giải ngân]}        # before a date that must lie inside it
        besides: {vi: [so với, trước, sau, phê duyệt]}       # before a date that need not

Roles: `date`, `start`, `end` (dates). The period and the date stand in one row of a table; or the date begins an item of the
list that the period announces ("giai đoạn 2021 - 2023 …, trong đó:" / "- Năm 2021: …"). Dates of citations are others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from checker.claim import Claim
from checker.figure import Date, Period
from checker.recognise.cues import Cues, cues
from checker.recognise.lists import announces, items_below
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_BEFORE = 40
_LEAD = 4


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    period: Cues
    dated: Cues
    besides: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"date": "date", "start": "date", "end": "date"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    period, dated, besides = (cues(words, reading.locale) for words in (options.period, options.dated, options.besides))
    rows: dict[tuple[int, int], list[Passage]] = defaultdict(list)
    for cell in reading.cells:
        if cell.cell is not None and not cell.header:
            rows[cell.cell[:2]].append(cell)
    for cells in rows.values():
        yield from _in_row(cells, period, dated, besides)
    for passage in reading.paragraphs:
        lasting = _only(_lasting(passage, period))
        if lasting is not None and announces(passage):
            yield from _in_items(lasting, items_below(reading, passage))


def _in_row(cells: Sequence[Passage], period: re.Pattern[str], dated: re.Pattern[str], besides: re.Pattern[str]) -> Iterator[Claim]:
    lasting = _only([p for cell in cells for p in _lasting(cell, period)])
    if lasting is None:
        return
    for cell in cells:
        for date in cell.lone_dates:
            before = cell.folded[max(0, date.start - _BEFORE) : date.start]
            if dated.search(before) and not besides.search(before):
                yield _claim(cell, date, lasting)


def _in_items(lasting: Period, items: Sequence[Passage]) -> Iterator[Claim]:
    """Items that each begin with a date; where one does not, the list is of something else."""
    leading = [next((d for d in item.lone_dates if d.start - item.begin < _LEAD), None) for item in items]
    if len(items) > 1 and all(date is not None for date in leading):
        for item, date in zip(items, leading, strict=True):
            if date is not None:
                yield _claim(item, date, lasting)


def _lasting(passage: Passage, cue: re.Pattern[str]) -> list[Period]:
    """The periods right behind a word that says how long something lasts."""
    found = []
    for written in passage.written:
        if isinstance(written, Period) and written.begin.first is not None and written.until.last is not None:
            match = list(cue.finditer(passage.folded, max(0, written.start - _BEFORE), written.start + _LEAD))
            if match and passage.folded[match[-1].end() : written.start].strip(" :(") in {"", *passage.locale.words("dates", "from_words")}:
                found.append(written)
    return found


def _only(periods: Sequence[Period]) -> Period | None:
    spans = {(p.begin.first, p.until.last) for p in periods}
    return periods[0] if len(spans) == 1 else None


def _claim(passage: Passage, date: Date, lasting: Period) -> Claim:
    return Claim(
        roles={"date": date, "start": lasting.begin, "end": lasting.until},
        at=date,
        section=passage.section.title,
        words=lasting.text,
        named={"date": date.text, "period": lasting.text},
    )
