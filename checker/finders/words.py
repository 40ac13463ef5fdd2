"""An amount in figures and the same in words: "761.520.000 đồng (Bằng chữ: Bảy trăm sáu mươi mốt triệu …)".

    find:
      words:
        cue: {vi: [bằng chữ, viết bằng chữ]}
        total: {vi: [cộng, tổng cộng]}            # the label of the row above that they repeat

Roles: `figure`, `words` (numbers). Words that cannot be read for certain leave the check undecided. Below a table they repeat
its last row. A bracket right behind a figure, or behind its unit, that holds nothing but number words ("25 (hai mươi lăm)
ngày") is read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure, Phrase, Written
from checker.quantity import Quantity
from checker.recognise.cues import Cues, cues
from checker.recognise.grid import Grid, Row
from checker.recognise.kinds import is_plain
from checker.recognise.measures import MONEY, read_measure
from checker.recognise.numerals import read_words
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_LONGEST = 260
_MOST_BEFORE, _MOST_ROWS = 12, 3
_END = re.compile(r"[);\n]|\.\s|\.\Z")
_QUOTES = re.compile(r"[\s:\"“”'*./]+")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: Cues
    total: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"figure": "number", "words": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    cue, total = cues(options.cue, reading.locale), cues(options.total, reading.locale)
    for passage in reading.passages:
        taken: set[int] = set()
        for match in cue.finditer(passage.folded):
            stop = _END.search(passage.folded, match.end(), match.end() + _LONGEST)
            end = stop.start() if stop else min(len(passage.text), match.end() + _LONGEST)
            before, doubt = _before(reading, passage, match.start()), Doubt.SURE
            if not before:
                before, doubt = _in_last_row(_rows_above(reading, passage), total)
            if before:
                taken.add(before[0].start)
                words = _read(reading, passage, match.end(), end, before[0])
                yield _claim(passage, before[0], words, doubt)
                yield from (_claim(passage, f, words, Doubt.MUTE) for f in before[1:] if f.unit == before[0].unit)
        for bracket in passage.clauses.brackets:
            yield from _bracketed(reading, passage, bracket.start, bracket.end, taken)


def _before(reading: Reading, passage: Passage, position: int) -> list[Figure]:
    """The figure that the words repeat: the nearest before them, or the last of the paragraph above; behind it those of which they may be,
    where they are a sentence of their own."""
    figures = [f for f in passage.figures_before(position, _MOST_BEFORE) if is_plain(f)]
    above = None if figures else reading.above(passage)
    return [f for f in above.figures_before(len(above.text), _MOST_BEFORE) if is_plain(f)] if isinstance(above, Passage) else figures


def _rows_above(reading: Reading, passage: Passage) -> Sequence[Row]:
    """The rows of the table above, or those above the one that holds the words."""
    if passage.cell is not None:
        grid = reading.grids[passage.cell[0]]
        return grid.rows[: max(0, passage.cell[1] - grid.header_rows)]
    above = reading.above(passage)
    return above.rows if isinstance(above, Grid) else ()


def _in_last_row(rows: Sequence[Row], total: re.Pattern[str]) -> tuple[list[Figure], Doubt]:
    """The amounts of the last row that has any, the largest first: "Tổng cộng 12.000.000" above "Bằng chữ: …"."""
    last = next((row for row in reversed(rows[-_MOST_ROWS:]) if row.figures), None)
    if last is None:
        return [], Doubt.MUTE
    found = sorted((f for f in last.figures.values() if is_plain(f) and f.unit in ("", *MONEY)), key=lambda f: -f.quantity.value)
    sure = bool(found) and total.search(last.label.folded) is not None
    return found, (Doubt.SURE if found[0].unit else Doubt.SLIP) if sure else Doubt.MUTE


def _bracketed(reading: Reading, passage: Passage, start: int, end: int, taken: set[int]) -> Iterator[Claim]:
    figures = passage.figures_before(start, 1)
    if not figures or figures[0].start in taken or not _adjoins(passage, figures[0], start) or end - start > _LONGEST:
        return
    words = _read(reading, passage, start + 1, end - 1, figures[0])
    if isinstance(words, Figure):
        yield _claim(passage, figures[0], words)


def _adjoins(passage: Passage, figure: Figure, start: int) -> bool:
    """Does nothing but its unit stand between the figure and the bracket?"""
    measure = read_measure(passage.folded, figure.end, passage.locale)
    behind = measure.end if measure.unit and not measure.per else figure.end
    return not passage.folded[behind:start].strip(" *")


def _read(reading: Reading, passage: Passage, start: int, end: int, figure: Figure) -> Written:
    """The words as a figure in the unit of the one they repeat; as mere words where they cannot be read."""
    lead = _QUOTES.match(passage.folded, start, end)
    start = lead.end() if lead else start
    text = passage.text.value[start:end].rstrip(" .*\"”'/")
    place = passage.text.place(start, start + len(text))
    number = read_words(text, reading.locale)
    if number is None:
        return Phrase(text=text, place=place, start=start, end=end)
    quantity = Quantity(Fraction(number), grain=figure.quantity.grain)
    return Figure(text=text, place=place, start=start, end=end, quantity=quantity, unit=figure.unit, counted=figure.counted)


def _claim(passage: Passage, figure: Figure, words: Written, doubt: Doubt = Doubt.SURE) -> Claim:
    return Claim(
        roles={"figure": figure, "words": words},
        at=figure,
        section=passage.section.title,
        topic=f"words {passage.order} {passage.cell} {words.start}",
        doubt=doubt,
        words=words.text,
        named={"words": words.text},
    )
