"""Rows of parts that no word announces, and that show by themselves that they are all: complements ("64 vụ, thành 52 vụ, không thành
12 vụ"), a set of names that leaves no room for others ("tốt 06, khá 11, trung bình 09"), shares that add up to 100, a last part that
is the rest, names with bare figures ("giảm 157, do chuyển nơi ở 92, mất sức 44, xin thôi 21")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.figure import Figure
from checker.recognise.breakdowns.announcement import Announcement
from checker.recognise.cues import Patterns
from checker.recognise.kinds import is_plain
from checker.recognise.named_sets import exhausts
from checker.recognise.parts import Segment, fine_segments
from checker.recognise.passages import Passage, Stretch
from checker.recognise.restated.contexts import dull_words
from checker.units import PERCENT

_FEWEST, _SEVERAL, _MOST = 2, 3, 24
_LONGEST = 3_000
_SHORT = 12
_MOST_NAMES = 6
_SHARE_REACH = 24
_ALL = 100
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_SHARE = re.compile(r"[^\d;.:]*\Z")

Row = Sequence[Segment]


def rows(passage: Passage, words: Patterns) -> Iterator[Announcement]:
    """Every such row of a passage, sentence by sentence; "sides" where the parts leave no room for others, else "row"."""
    done = passage.begin
    for figure in passage.figures:
        if figure.start < done:
            continue
        start, done = passage.clauses.sentence(figure.start)
        if done - start <= _LONGEST and sum(map(is_plain, passage.figures_between(start, done))) >= _FEWEST:
            yield from _in_sentence(Stretch(passage, start, done), words)


def _in_sentence(sentence: Stretch, words: Patterns) -> Iterator[Announcement]:
    found = fine_segments([sentence], words["joiner"], words["not_parts"])
    is_open = words["open"].search(sentence.folded) is not None
    for alike in _alike(found):
        row = _sides(alike, words)
        if row:
            yield _announcement(row, "sides")
        elif not is_open:
            yield from (_announcement(row, "row") for row in (_listed(alike, words), _behind_whole(alike), _spelt(alike, found)) if row)
    if not is_open:
        starts = [number for number, segment in enumerate(found) if segment.strong and number]
        rows_ = (next(_alike(found[start:]), []) for start in starts)
        yield from (_announcement(row, "row") for row in rows_ if row and _leaves_out(row))


def _behind_whole(row: Row) -> Row:
    """ "9.486 công dân, thuộc diện miễn 112, tạm hoãn 5.934, …": what follows the first one, if that says what it counts."""
    return row[1:] if not _is_bare(row[0]) and _leaves_out(row[1:]) else ()


def _leaves_out(row: Row) -> bool:
    """ "xong 199, đang làm 64, chưa làm 121 dự án": three or more that end with their figures, most of which leave out what they count."""
    bare = sum(map(_is_bare, row))
    short = all(len(segment.words.split()) <= _SHORT for segment in row)
    return len(row) >= _SEVERAL and bare >= _FEWEST and short and all(_ends(s) if _is_bare(s) else _ends_with_noun(s) for s in row)


def _spelt(row: Row, found: Sequence[Segment]) -> Row:
    """ "Chi đầu tư 1.260 triệu đồng, chi thường xuyên 6.682 triệu đồng, dự phòng 163 triệu đồng.": three or more that begin a sentence and
    say each what they count."""
    if len(row) < _SEVERAL or row[0] is not next((segment for segment in found if segment.figures), None):
        return ()
    return () if any(map(_is_bare, row)) or any(len(segment.words.split()) > _SHORT for segment in row) else row


def _announcement(row: Row, kind: str) -> Announcement:
    return Announcement(row[0].stretch.start, row[0].stretch.start, kind, row[-1].stretch.end)


def _alike(found: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Segments in a row that give one figure each, all of one kind or bare. One without a figure belongs to the next ("thiếu ảnh, thiếu chữ ký
    26"), one that gives but a percentage tells of the one before; of a first one with two figures the bare last one may be a part."""
    row: list[Segment] = []
    for segment in found:
        if not segment.figures and _tells_nothing(segment):
            continue
        fits = len(segment.outer) == 1 and segment.outer[0].quantity.bound is None
        if row and not (fits and _same(row, segment)):
            yield from [row[:_MOST]] if len(row) >= _FEWEST else ()
            row = []
        if fits:
            row.append(segment)
        elif not row and (last := _last_part(segment)) is not None:
            row.append(last)
    yield from [row[:_MOST]] if len(row) >= _FEWEST else ()


def _tells_nothing(segment: Segment) -> bool:
    return all(figure.unit == PERCENT for figure in segment.stretch.figures)


def _last_part(segment: Segment) -> Segment | None:
    """ "81 tờ khai do thiếu ảnh 34": the bare figure at the end, behind the whole."""
    if (
        len(segment.outer) != _FEWEST
        or segment.outer[1].unit
        or segment.outer[1].counted
        or not (segment.outer[0].unit or segment.outer[0].counted)
    ):
        return None
    passage, _, end = segment.stretch
    return Segment(Stretch(passage, segment.outer[0].end, end), segment.outer[1:], (), segment.strong)


def _same(row: Row, segment: Segment) -> bool:
    one, other = _kind(row), segment.outer[0]
    return (other.unit, other.counted) == ("", "") or one in (("", ""), (other.unit, other.counted))


def _kind(row: Row) -> tuple[str, str]:
    return next(((s.outer[0].unit, s.outer[0].counted) for s in row if s.outer[0].unit or s.outer[0].counted), ("", ""))


def _sides(row: Row, words: Patterns) -> Row:
    """The stretch of a row whose parts leave no room for others."""
    shares = [_share(segment) for segment in row]
    for size in range(len(row), _FEWEST - 1, -1):
        for first in range(len(row) - size + 1):
            here = shares[first : first + size]
            if None not in here and _add_up([share for share in here if share is not None]):
                return row[first : first + size]
    sides = next((block for block in _blocks(row) if all(_are_sides(block[0], other, words) for other in block[1:])), ())
    return sides or _exhausting(row)


def _exhausting(row: Row) -> Row:
    """The longest stretch whose names leave no room for others."""
    texts, locale = [segment.words for segment in row], row[0].stretch.passage.locale
    for size in range(min(len(row), _MOST_NAMES), _FEWEST - 1, -1):
        for first in range(len(row) - size + 1):
            if exhausts(texts[first : first + size], locale):
                return row[first : first + size]
    return ()


def _blocks(row: Row) -> Iterator[Row]:
    """The row up to its next semicolon, from each place where the parts may begin: at a semicolon, or behind the whole."""
    starts = [number for number, segment in enumerate(row) if segment.strong or number < _FEWEST]
    for start in starts:
        end = next((number for number in range(start + 1, len(row)) if row[number].strong), len(row))
        if end - start >= _FEWEST:
            yield row[start:end]


def _share(segment: Segment) -> Figure | None:
    """The percentage right behind the part, in a bracket or behind a comma."""
    part, passage = segment.outer[0], segment.stretch.passage
    following = passage.figures_between(part.end, part.end + _SHARE_REACH + len(part.label))[:1]
    if not following or following[0].unit != PERCENT or following[0].pair or following[0].quantity.bound:
        return None
    return following[0] if _SHARE.match(passage.folded, part.end, following[0].start) else None


def _add_up(shares: Sequence[Figure]) -> bool:
    """Do they add up to 100, each of them rounded?"""
    room = sum((share.quantity.step for share in shares), Fraction(0)) / 2
    return abs(sum((share.quantity.value for share in shares), Fraction(0)) - _ALL) <= room


def _are_sides(one: Segment, other: Segment, words: Patterns) -> bool:
    """Does one name what the other denies, or the other of two sides?"""
    first, second = one.words, other.words
    if max(len(first.split()), len(second.split())) > 2 * _SHORT:
        return False
    passage = one.stretch.passage
    if _denies(passage, first, second, words) or _denies(passage, second, first, words):
        return True
    here = [(words["this_side"].search(text), words["other_side"].search(text)) for text in (first, second)]
    return any(here[i][0] and here[1 - i][1] and not here[i][1] and not here[1 - i][0] for i in (0, 1))


def _denies(passage: Passage, text: str, said: str, words: Patterns) -> bool:
    """ "không thành 12 vụ" beside "thành 52 vụ"."""
    dull = dull_words(passage.locale)
    for match in words["denied"].finditer(text):
        following = _NEXT_WORD.match(text, match.end())
        if (
            following
            and following[1] not in dull
            and re.search(rf"(?<![^\W\d_]){following[1]}(?![^\W\d_])", said)
            and not words["denied"].search(said)
        ):
            return True
    return False


def _listed(row: Row, words: Patterns) -> Row:
    """The row, where its last part is the rest, or where most of its figures are bare and stand behind their names."""
    if len(row) < _SEVERAL or any(len(segment.words.split()) > _SHORT for segment in row[1:]):
        return ()
    if words["rest"].search(row[-1].words):
        return row
    bare = sum(_is_bare(segment) and _ends(segment) for segment in row)
    return row if bare >= _SEVERAL and bare + 1 >= len(row) else ()


def _is_bare(segment: Segment) -> bool:
    return not segment.outer[0].unit and not segment.outer[0].counted


def _ends_with_noun(segment: Segment) -> bool:
    """Does it end with its figure and what that counts?"""
    behind = segment.words[segment.outer[0].end - segment.stretch.start :]
    return len(behind.split()) <= _SEVERAL


def _ends(segment: Segment) -> bool:
    """Does the segment end with its figure?"""
    return not segment.words[segment.outer[0].end - segment.stretch.start :].strip(" .:*")
