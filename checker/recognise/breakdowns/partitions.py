"""Which figures of a list are the parts of a whole: all that may be; or only those up to where the list may have ended."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from checker.figure import Figure
from checker.recognise.cues import Patterns
from checker.recognise.kinds import Families
from checker.recognise.parts import Segment, noun, pick, word_before
from checker.recognise.passages import Passage
from checker.recognise.restated.lookalikes import telling_digits

_TELLING, _SEVERAL = 3, 3
_NEAR = 14
_MARKS = re.compile(r"[,;:.()]")
Parts = tuple[Figure, ...]


class Picked(NamedTuple):
    """The part that a segment gives, and the number of the segment."""

    part: Figure
    segment: int


def partitions(
    found: Sequence[Segment], passage: Passage, whole: Figure, families: Families, words: Patterns, others: Collection[str] = ()
) -> Iterator[Parts]:
    """The parts of a whole, the likeliest reading first: without what may be names; then those that make it up exactly; then the list
    cut where a segment without a part, a semicolon, a word of `aside` or the rest ("5 đơn khác") may have ended it. `others` are the
    kinds of other wholes ("32 lớp với 2.583 lượt người, gồm: 02 lớp với 186 người …")."""
    word = word_before(passage, whole)
    picked = [Picked(part, i) for i, s in enumerate(found) if (part := pick(s, whole, word, families, others)) is not None]
    picked = [p for p in picked if p.part.place != whole.place and not _repeats(found[p.segment], p.part, whole)]
    if whole.counted and any(p.part.counted not in others for p in picked):
        picked = [p for p in picked if p.part.counted not in others]
    sure = [p for p in picked if p.part.certain]
    if _count_up(found, picked):
        return
    bare = all(not p.part.counted and p.part.unit == whole.unit for p in picked)
    if len(sure) < len(picked) == sum(bool(segment.figures) for segment in found) and (bare or not whole.unit):
        if sure or (bare and len(picked) >= _SEVERAL):
            yield _parts(picked)
        if bare and len(picked) >= _SEVERAL:  # "Trung Quốc 41, Hàn Quốc 18, Nhật Bản 07": in such a row no number is part of a name
            yield from _cut(found, whole, picked, words, at_marks=True)
            return
    chosen = picked if bare and not whole.unit and not sure else sure
    if len(chosen) < 2 or _count_up(found, chosen):
        return
    yield from _of_its_noun(found, chosen, whole)
    yield from _of_its_unit(found, chosen, whole)
    yield from _of_its_kind(chosen, whole)
    yield _parts(chosen)
    yield from _of_other_kinds(found, whole, _parts(chosen))
    yield from _exact(found, whole, _parts(chosen))
    yield from _cut(found, whole, chosen, words)


def _of_its_noun(found: Sequence[Segment], chosen: Sequence[Picked], whole: Figure) -> Iterator[Parts]:
    """ "616 cơ sở, 17.480 phòng: … 33 cơ sở, 4.085 phòng; 27 cơ sở, 1.962 phòng; …": those of the whole's own noun, where there are several
    and the others have one of their own."""
    own = [p for p in chosen if noun(p.part) == noun(whole)]
    others = [p for p in chosen if noun(p.part) != noun(whole)]
    blocks = sum(segment.strong for segment in found) + 1
    if noun(whole) and _SEVERAL <= len(own) < len(chosen) and len(own) == blocks and all(p.part.counted and noun(p.part) for p in others):
        yield _parts(own)


def _of_its_kind(chosen: Sequence[Picked], whole: Figure) -> Iterator[Parts]:
    """ "27 vụ: 11 vụ lừa đảo với 64 công dân, 09 vụ tử vong, 07 vụ khác": those of the whole's own kind, where the others say another."""
    own = [p for p in chosen if p.part.counted == whole.counted]
    if whole.counted and _SEVERAL <= len(own) < len(chosen) and all(p.part.counted for p in chosen):
        yield _parts(own)


def _of_its_unit(found: Sequence[Segment], chosen: Sequence[Picked], whole: Figure) -> Iterator[Parts]:
    """ "38.760 triệu đồng …: hộ nghèo 86 khách hàng, 8.170 triệu đồng; hộ cận nghèo 119, vay 11.305 triệu đồng; …": those that write the unit
    of the whole, where each block between semicolons has one."""
    written = {f.place for segment in found for f in segment.figures if f.unit == whole.unit}
    own = [p for p in chosen if p.part.place in written]
    if whole.unit and 1 < len(own) < len(chosen) and len(own) == sum(segment.strong for segment in found) + 1:
        yield _parts(own)


def _of_other_kinds(found: Sequence[Segment], whole: Figure, parts: Parts) -> Iterator[Parts]:
    """ "367 cơ sở, gồm 58 cơ sở tiểu thủ công nghiệp, 221 hộ buôn bán, 88 cơ sở dịch vụ": one figure in each segment, whatever it counts."""
    first = next(number for number, segment in enumerate(found) if segment.figures)
    found = found[: next((number for number, segment in enumerate(found) if number > first and segment.strong), None)]
    last = max(number for number, segment in enumerate(found) if segment.figures)
    firsts = tuple(segment.outer[0] for segment in found[: last + 1] if len(segment.outer) == 1)
    if len(parts) < len(firsts) == last + 1 and all(f.unit == whole.unit and f.counted for f in firsts):
        yield firsts


def _repeats(segment: Segment, part: Figure, whole: Figure) -> bool:
    """ "15 of the 24 were new": a share of the whole, told apart from the list."""
    others = segment.stretch.passage.figures_between(part.end, part.end + _NEAR)
    near = others[0] if others and not _MARKS.search(segment.stretch.passage.folded, part.end, others[0].start) else None
    return near is not None and near.quantity.value == whole.quantity.value and (near.unit, near.pair) == (whole.unit, "")


def _count_up(found: Sequence[Segment], chosen: Sequence[Picked]) -> bool:
    """ "Đợt 1: …; Đợt 2: …; Đợt 3: …" numbers its items."""
    if len(chosen) < 2 or any(p.part.quantity.value != number for number, p in enumerate(chosen, 1)):
        return False
    before = {word_before(found[p.segment].stretch.passage, p.part) for p in chosen}
    return len(before) == 1 and "" not in before and not chosen[0].part.text.startswith("0")


def _cut(found: Sequence[Segment], whole: Figure, chosen: Sequence[Picked], words: Patterns, at_marks: bool = False) -> Iterator[Parts]:
    """The first parts, two or more, up to where the list may have ended; or (`at_marks`) up to a semicolon only."""
    for position in range(2, len(chosen)):
        before, here = chosen[position - 1].segment, chosen[position].segment
        parts = _parts(chosen[:position])
        by_commas = not any(found[p.segment].strong for p in chosen[1:position])
        is_full = _sum(parts) == whole.quantity.value
        says_else = words["aside"].match(found[here].words.lstrip()) or words["rest"].search(found[before].words)
        elsewhere = here - before > 1 or (says_else and is_full)
        if (found[here].strong and by_commas) or (elsewhere and not at_marks):
            yield parts


def _exact(found: Sequence[Segment], whole: Figure, parts: Parts) -> Iterator[Parts]:
    """Readings that make up the whole exactly: every segment's first figure, whatever it counts; those in brackets; one more of a
    segment that has two."""
    firsts = tuple(segment.outer[0] for segment in found if segment.outer)
    if len(firsts) > len(parts) and len({f.unit for f in firsts}) == 1 and _sum(firsts) == whole.quantity.value:
        yield firsts
    inner = tuple(segment.inner[0] for segment in found if segment.inner)
    if len(inner) > 1 and inner != parts and {f.unit for f in inner} == {whole.unit} and _sum(inner) == whole.quantity.value:
        yield inner
    missing = whole.quantity.value - _sum(parts)
    more = [f for segment in found for f in segment.outer if f.unit == whole.unit and f not in parts and f.quantity.value == missing]
    if more and telling_digits(more[0]) >= _TELLING:
        yield (*parts, more[0])


def _parts(picked: Sequence[Picked]) -> Parts:
    return tuple(p.part for p in picked)


def _sum(parts: Sequence[Figure]) -> Fraction:
    return sum((part.quantity.value for part in parts), Fraction(0))
