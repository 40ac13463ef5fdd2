"""The parts of a list in prose: one figure a segment for one whole, each with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import zip_longest

import msgspec

from checker.figure import Figure
from checker.formula.stated import OTHERS
from checker.quantity import Bound, Quantity
from checker.recognise.kinds import Families, is_duration, is_plain, may_be_part
from checker.recognise.measures import CALENDAR
from checker.recognise.named_sets import is_one_beside
from checker.recognise.passages import Passage, Stretch
from checker.text import fold_words
from checker.units import PERCENT

_SEPARATORS = re.compile(r"[;\n]|,(?!\d)|\s[-–+]\s")
_STRONG = re.compile(r"[;\n]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W{0,3}\Z")
_LARGEST_LABEL = 100
_BEFORE = 30
_COMPOUND = 16


@dataclass(frozen=True)
class Segment:
    """A segment of a list. `outer` are its plain figures outside brackets, `inner` the first one of each bracket;
    `strong` says that a semicolon or a new line stands before it; `aside` that a word makes something else of all its figures."""

    stretch: Stretch
    outer: tuple[Figure, ...]
    inner: tuple[Figure, ...]
    strong: bool
    aside: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (*self.outer, *self.inner)

    @property
    def words(self) -> str:
        return self.stretch.clear


def segments(stretches: Sequence[Stretch], joiner: re.Pattern[str], not_parts: re.Pattern[str]) -> tuple[Segment, ...]:
    """The segments of a list; figures right behind words of `not_parts` are no parts.

    Of several lines each is one; of blocks between semicolons that carry as many figures each, too ("121 vụ, chết 63
    người; 66 vụ, chết 33 người").
    """
    if len(stretches) > 1:
        return tuple(_segment(stretch, not_parts, number > 0) for number, stretch in enumerate(stretches))
    blocks = [block for stretch in stretches for block in stretch.split(_STRONG)]
    if _side_by_side(blocks):
        return tuple(_segment(block, not_parts, number > 0) for number, block in enumerate(blocks))
    return fine_segments(blocks, joiner, not_parts)


def fine_segments(stretches: Sequence[Stretch], joiner: re.Pattern[str], not_parts: re.Pattern[str]) -> tuple[Segment, ...]:
    """The segments of a list, cut at every comma and semicolon."""
    out: list[Segment] = []
    for number, stretch in enumerate(stretches):
        for first, block in enumerate(stretch.split(_STRONG)):
            for second, piece in enumerate(_pieces(block, joiner)):
                out.append(_segment(piece, not_parts, number + first > 0 and second == 0))
    return tuple(out)


def _side_by_side(blocks: Sequence[Stretch]) -> bool:
    """Two blocks or more, each with the same kinds of figures in the same order, two or more of them."""
    kinds = [[(f.unit, f.counted) for f in _outer(block)] for block in blocks]
    filled = [k for k in kinds if k]
    return len(filled) > 1 and len(filled[0]) > 1 and all(k == filled[0] for k in filled) and len(set(filled[0])) > 1


def _pieces(block: Stretch, joiner: re.Pattern[str]) -> Iterator[Stretch]:
    """Cut at commas; and at "and" where both sides have figures of their own."""
    for piece in block.split(_SEPARATORS):
        halves = piece.split(joiner)
        if len(halves) > 1 and (len(_outer(piece)) > 1 or all(_inner(half) for half in halves)):
            yield from _merged(halves)
        else:
            yield piece


def _merged(halves: list[Stretch]) -> Iterator[Stretch]:
    """Pieces without a figure belong to the one after them ("cán bộ và công chức 12 người")."""
    start = halves[0].start
    for half in halves:
        if _outer(half) or _inner(half):
            yield half._replace(start=start)
            start = half.end
    if start < halves[-1].end:
        yield halves[-1]._replace(start=start)


@lru_cache(maxsize=1024)
def _outer(stretch: Stretch) -> tuple[Figure, ...]:
    inner = stretch.passage.clauses.within(stretch.start, stretch.end)
    found = [f for f in stretch.figures if is_plain(f) and not any(b.start < f.start < b.end for b in inner)]
    found = [f for f, following in zip_longest(found, found[1:]) if following is None or not _is_label(stretch, f, following)]
    return tuple(f for f in found if not is_duration(f)) or tuple(found)


def _is_label(stretch: Stretch, figure: Figure, following: Figure) -> bool:
    """The first number of "độ 4 có 01 ca", "loại 2 72": part of a name."""
    passage = stretch.passage
    short = figure.quantity.whole and figure.quantity.value < _LARGEST_LABEL and not figure.text.startswith("0")
    if figure.unit or figure.counted or not short:
        return False
    between = passage.folded[figure.end : following.start].strip()
    named = passage.text.value[max(stretch.start, figure.start - 2) : figure.start]
    if len(named) > 1 and named[0].isalpha() and named[1] == " ":
        return not between or between in passage.locale.words("compounds", "between")
    unit = passage.locale.units.match(between, 0)  # "60 năm 04"
    return unit is not None and unit.value in CALENDAR and unit.end == len(between)


def _inner(stretch: Stretch) -> tuple[Figure, ...]:
    """The first plain figure of each bracket; of none that tells parts of its own ("81 nhà sập, đổ (trong đó ở xã An 5 nhà)")."""
    passage = stretch.passage
    inside = passage.clauses.within(stretch.start, stretch.end)
    brackets = [b for b in inside if not passage.locale.pattern("parts", "of_which").match(passage.folded, b.start + 1)]
    found = (next((f for f in passage.figures_between(b.start, b.end) if is_plain(f)), None) for b in brackets)
    return tuple(f for f in found if f is not None)


def _segment(stretch: Stretch, not_parts: re.Pattern[str], strong: bool) -> Segment:
    passage = stretch.passage
    outer = _outer(stretch)
    kept = tuple(f for f in outer if not excluded(passage, f, not_parts, stretch.start))
    aside = bool(outer) and not kept  # "tăng 19 sáng kiến so với năm 2023 (124 sáng kiến)"
    return Segment(stretch, kept, () if aside else _inner(stretch), strong, aside)


def excluded(passage: Passage, figure: Figure, not_parts: re.Pattern[str], start: int = 0) -> bool:
    """Does a word right before the figure say that it is something else ("tăng 12 người", "so với 692")?"""
    folded, begin = passage.folded, max(start, figure.start - _BEFORE)
    before = passage.figures_before(figure.start, 1)
    if before and before[0].unit == PERCENT:  # "giảm 70% cho 748 học sinh"
        begin = max(begin, before[0].end)
    said = _said(passage, not_parts, begin, figure.start)
    if said is None or _is_counted(passage, said.start()) or (_is_in_list(passage, said.start()) and said.end() + 1 >= figure.start):
        return False
    mark = max(folded.rfind(c, begin, figure.start) for c in ",;:()")
    return mark < begin or _said(passage, not_parts, mark, figure.start) is not None


def _said(passage: Passage, not_parts: re.Pattern[str], begin: int, end: int) -> re.Match[str] | None:
    """The first such word that is no part of another ("cắt giảm lao động"), and no name of a set ("khá 11, trung bình 09")."""
    for said in not_parts.finditer(passage.folded, begin, end):
        if not _is_in_compound(passage, said) and not is_one_beside(passage.folded, said.start(), said.end(), passage.locale):
            return said
    return None


def _is_in_compound(passage: Passage, said: re.Match[str]) -> bool:
    around = passage.folded[max(0, said.start() - _COMPOUND) : said.end() + _COMPOUND]
    return any(said[0] in compound and compound in around for compound in passage.locale.words("compounds", "change"))


def _is_counted(passage: Passage, position: int) -> bool:
    """Does a figure stand right before the word ("11 chỉ tiêu vượt và 04 chỉ tiêu đạt")?"""
    before = passage.figures_before(position, 1)
    return bool(before) and before[0].end + 1 >= position


def _is_in_list(passage: Passage, position: int) -> bool:
    """A capital letter behind a comma: "Quyết định 14, Kế hoạch 11, Công văn 21"."""
    return passage.text.value[position].isupper() and passage.folded[max(0, position - 3) : position].rstrip().endswith((",", ";"))


def word_before(passage: Passage, figure: Figure) -> str:
    """The last word before a figure: "chết" in "làm chết 96 người"."""
    match = _LAST_WORD.search(passage.folded, max(0, figure.start - 24), figure.start)
    return match[1] if match else ""


def pick(segment: Segment, whole: Figure, word: str, families: Families, others: Collection[str] = ()) -> Figure | None:
    """The figure of a segment that may be a part of the whole: of its very kind first, then behind the same word, then the
    first that fits and is not of a kind of `others`; one in brackets only where none outside does, or none of its very kind."""
    if not segment.outer and not segment.inner:
        return None
    unsure = tuple(f for f in segment.outer if not f.certain)
    named = (
        tuple(f for f in segment.inner if f.counted == whole.counted)
        if whole.counted in _kinds(segment.inner) - _kinds(segment.outer)
        else ()
    )
    for figures in (named, tuple(f for f in segment.outer if f.certain), segment.inner, unsure):
        fitting = [adopted for f in figures if (adopted := adopt(whole, f, families)) is not None]
        if len(fitting) == 1:
            return fitting[0]
        fitting = [f for f in fitting if f.counted == whole.counted or f.counted not in others] or fitting
        exact = [f for f in fitting if f.counted == whole.counted or not whole.counted]
        exact = [f for f in exact if whole.counted and noun(f) == noun(whole)] or exact
        behind = [f for f in exact or fitting if word and word_before(segment.stretch.passage, f) == word]
        if fitting:
            return (behind or exact or fitting)[0]
    return None


def _kinds(figures: Sequence[Figure]) -> set[str]:
    return {figure.counted for figure in figures} - {""}


def noun(figure: Figure) -> str:
    """The first word behind a figure: "phòng" of "1.214 phòng"."""
    words = figure.label.split(maxsplit=1)
    return fold_words(words[0]) if words else ""


def adopt(whole: Figure, part: Figure, families: Families) -> Figure | None:
    """The part in the unit of the whole where it leaves its own out; None where it cannot be a part."""
    if not may_be_part(whole, part, families) or (not whole.unit and whole.quantity.whole and not part.quantity.whole):
        return None
    if part.unit == whole.unit:
        return part
    if part.power:  # "1,7 nghìn" beside "4.200 nghìn đồng"
        return msgspec.structs.replace(part, unit=whole.unit)
    quantity = part.quantity.times(Fraction(10) ** whole.power)
    exact = not whole.power and quantity.whole
    step = Fraction(0) if exact else quantity.step or Fraction(10) ** whole.power
    return msgspec.structs.replace(part, unit=whole.unit, power=whole.power, quantity=msgspec.structs.replace(quantity, step=step))


def others(figure: Figure) -> Figure:
    """What an open list leaves out: anything from nothing up, in the unit of the whole."""
    nothing = Quantity(Fraction(0), bound=Bound.AT_LEAST)
    return msgspec.structs.replace(figure, text="", quantity=nothing, pair=OTHERS, label="")
